"""The acts and instruments that a ground rests on, as documents name them."""

import re
from functools import cache

from vendor_registry.documents.parts.names import Names
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.rows import Adequacy, GovernmentAccess, Mechanism
from vendor_registry.model.findings.transfer import Answer

_ACT = re.compile(r"(?<=^\()EU(?=\) \d)|(?<=\d/)E[CU]$")  # what stands for the community or the union in a number
SWISS = {  # what the table calls them, and their names in the wording
    "DPO Annex 1": "ground.swiss_annex",
    "DPO Annex 1 as amended 14 August 2024": "ground.swiss_annex_2024",
    "FDPIC list of states (Art. 7 O-FADP 1993)": "ground.swiss_list",
    "exchange of letters Switzerland-US 2008": "ground.swiss_letters",
}
REMARKS = {  # at the end of what the table calls a statute, and the phrase that says so
    ", lapsed": "assessment.lapsed",
    " (amended 2024)": "assessment.amended_2024",
    " (safeguards)": "assessment.safeguards",
}
_ADEQUACY = "adequacy"  # an instrument that a sheet may claim
_ON_ONWARD_TRANSFERS = {  # of the clauses of Decision (EU) 2021/914, by module; Module Four has none
    "mechanism:scc_2021_914_m1": "clauses_8_7",
    "mechanism:scc_2021_914_m2": "clauses_8_8_and_9",
    "mechanism:scc_2021_914_m3": "clauses_8_8_and_9",
}


def reference(answer: Answer, regime: str, names: Names) -> str:
    """The act that decided: a decision by its number, an instrument by its name."""
    decision = _decisions().get((answer.ground, regime))
    if decision:
        return _adequacy(decision, answer, names)
    mechanism = _mechanisms().get((answer.ground, regime))
    return _name(mechanism, names.phrases.language) if mechanism else answer.citation or answer.basis


def clauses_on_onward_transfers(earlier: str, names: Names) -> str:
    """Which of the standard contractual clauses that brought data bind who hands it on; "" for other grounds."""
    key = _ON_ONWARD_TRANSFERS.get(earlier)
    return names.phrases.say(f"ground.{key}") if key else ""


def _adequacy(row: Adequacy, answer: Answer, names: Names) -> str:
    """A decision on adequacy, and the certificate that it asks of the importer, where one is claimed."""
    say, decision = names.phrases.say, _numbered(row.decision, names)
    if row.amended_by:
        decision = say("ground.amended", decision=decision, amendment=_numbered(row.amended_by, names))
    text = say(f"ground.adequacy_{row.regime}", decision=decision)
    claim = answer.claim
    certificate = _mechanisms().get((f"mechanism:{claim.instrument}", row.regime)) if claim else None
    if certificate is None or certificate.id == _ADEQUACY:
        return text
    return say("ground.certificate", ground=text, certificate=_name(certificate, names.phrases.language))


def _numbered(decision: str, names: Names) -> str:
    """A decision as the language writes it: 2000/518/EG, (UE) 2023/1795, those of Switzerland by name."""
    say = names.phrases.say
    if decision in SWISS:
        return say(SWISS[decision])
    return _ACT.sub(lambda found: say("ground.community" if found[0] == "EC" else "ground.union"), decision)


@cache
def _decisions() -> dict[tuple[str, str], Adequacy]:
    return {(row.ground, row.regime): row for row in tables().adequacy}


@cache
def _mechanisms() -> dict[tuple[str, str], Mechanism]:
    return {(row.ground, row.regime): row for row in tables().mechanisms}


def _name(mechanism: Mechanism, language: str) -> str:
    """The name in the table of the law; English where the table has no other."""
    names = {"de": mechanism.name_de, "fr": mechanism.name_fr, "es": mechanism.name_es}
    return names.get(language) or mechanism.name_en


def effect(statute: GovernmentAccess, language: str) -> str:
    """What a statute on access by authorities does, in the language of the document, else in English."""
    effects = {"de": statute.effect_de, "fr": statute.effect_fr, "es": statute.effect_es}
    return effects.get(language) or statute.effect_en


def statute_name(statute: GovernmentAccess, names: Names) -> str:
    """What the table calls a statute, with its remark on it in the language of the document."""
    for remark, key in REMARKS.items():
        if statute.statute.endswith(remark):
            return names.phrases.say(key, statute=statute.statute.removesuffix(remark))
    return statute.statute
