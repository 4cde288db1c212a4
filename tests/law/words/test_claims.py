"""What people write in a mechanism cell, in four languages, and what it claims."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendor_registry.law.tables.read import tables
from vendor_registry.law.words.claims import suggest, understand
from vendor_registry.law.words.vocabulary import split_id, vocabulary
from vendor_registry.model.register.claim import ClaimKind


def instruments(text: str) -> list[str]:
    """Instruments of a cell with their module, all of it understood."""
    claims, strange = understand(text)
    assert not strange, strange
    return [f"{claim.instrument} M{claim.module}" if claim.module else claim.instrument for claim in claims]


WRITTEN = {
    # no transfer
    "EU law": ["intra_eea"],
    "EEA hosting — no transfer": ["intra_eea"],
    "Intra-EEA": ["intra_eea"],
    "EU-based processing (no transfer outside EU/EEA)": ["intra_eea"],
    "EU residency": ["intra_eea"],
    "N/A (EU processing)": ["intra_eea"],
    "GDPR": ["intra_eea"],
    "Not required as Ireland is a part of the EEA": ["intra_eea"],
    "Not required as it uses Europe region": ["intra_eea"],
    "Verarbeitung im EWR": ["intra_eea"],
    "Pas de transfert hors UE": ["intra_eea"],
    "Dentro del EEE": ["intra_eea"],
    # adequacy
    "Adequacy": ["adequacy"],
    "UK (Adequacy)": ["adequacy"],
    "Swiss adequacy decision": ["adequacy"],
    "Angemessenheitsbeschluss": ["adequacy"],
    "Décision d'adéquation": ["adequacy"],
    "Decisión de adecuación": ["adequacy"],
    "Adequacy decision (EU) 2019/419": ["adequacy"],
    "(EU) 2023/1795": ["dpf"],
    "(EU) 2016/1250": ["privacy_shield"],
    # programmes
    "EU-US Data Privacy Framework": ["dpf"],
    "EU-U.S. DPF": ["dpf"],
    "EU-US data privacy framework (certification)": ["dpf"],
    "Data Privacy Framework (DPF)": ["dpf"],
    "EU-US-Datenschutzrahmen": ["dpf"],
    "Marco de Privacidad de Datos UE-EE. UU.": ["dpf"],
    "UK Extension": ["uk_extension"],
    "Swiss-U.S. DPF": ["swiss_us_dpf"],
    "EU-US DPF with UK Extension": ["dpf", "uk_extension"],
    "EU-U.S. Privacy Shield": ["privacy_shield"],
    "Swiss-U.S. Privacy Shield": ["swiss_privacy_shield"],
    "EU-US-Datenschutzschild": ["privacy_shield"],
    "Bouclier de protection des données": ["privacy_shield"],
    "Safe Harbor": ["safe_harbour"],
    # standard clauses
    "SCC": ["scc"],
    "SCCs (EU Standard Contractual Clauses)": ["scc"],
    "Standard contractual clauses approved by the European Commission": ["scc"],
    "SCCs incorporated by reference in the DPA": ["scc"],
    "Standardvertragsklauseln": ["scc"],
    "Clauses contractuelles types": ["scc"],
    "CCT": ["scc"],
    "Cláusulas contractuales tipo": ["scc"],
    "SCC M3": ["scc M3"],
    "SCC Module Three": ["scc M3"],
    "SCC, Module 3": ["scc M3"],
    "SCC M2/M3": ["scc M2", "scc M3"],
    "SCCs (Modules 2 and 3)": ["scc M2", "scc M3"],
    "EU SCCs (C2P)": ["scc M2"],
    "SVK Modul 2": ["scc M2"],
    "Standardvertragsklauseln (Modul zwei)": ["scc M2"],
    "Clauses contractuelles types, module trois": ["scc M3"],
    "Cláusulas contractuales tipo, módulo dos": ["scc M2"],
    "2021 SCCs (Module 2)": ["scc_2021_914 M2"],
    "SCC 2021/914 + DPA": ["scc_2021_914", "dpa"],
    'SCC of 2010 (2010/87/EU, "Article 26(2) of Directive 95/46/EC")': ["scc_2010_87"],
    "SCCs + UK Addendum": ["scc", "uk_addendum"],
    "CCT/Addendum du Royaume-Uni, le cas échéant": ["scc", "uk_addendum"],
    "IDTA": ["uk_idta"],
    "UK SCCs": ["uk_scc"],
    # under which law
    "SCC with Swiss adaptations": ["scc", "ch_scc_2021_914"],
    "SCC with Swiss addendum": ["scc", "ch_scc_2021_914"],
    "EU SCC + Swiss amendments": ["scc", "ch_scc_2021_914"],
    "SCCs as adapted for Switzerland": ["scc", "ch_scc_2021_914"],
    "EU-Standardvertragsklauseln (angepasst an das DSG)": ["scc", "ch_scc_2021_914"],
    "CCT adaptées à la Suisse": ["scc", "ch_scc_2021_914"],
    "CCT con adenda suiza": ["scc", "ch_scc_2021_914"],
    "SCC M2 (2021-10-01) + Swiss addendum (2022-01-01)": ["scc M2", "ch_scc_2021_914"],
    "EU SCCs (incl. UK & Swiss addenda)": ["scc", "uk_addendum", "ch_scc_2021_914"],
    "SCCs (EU 2021/914) with UK and Swiss addendum": ["scc_2021_914", "uk_addendum", "ch_scc_2021_914"],
    "SCC mit UK- und CH-Addendum": ["scc", "uk_addendum", "ch_scc_2021_914"],
    "SCC (Swiss)": ["ch_scc_2021_914"],
    "Swiss SCC": ["ch_scc_2021_914"],
    "CH-SCC M3": ["ch_scc_2021_914 M3"],
    "SVK Schweiz": ["ch_scc_2021_914"],
    "clauses contractuelles types (Suisse)": ["ch_scc_2021_914"],
    "SCC (UK)": ["uk_scc"],
    "SCC M2 (EU, UK, CH)": ["scc M2", "uk_scc", "ch_scc_2021_914 M2"],
    "DPF, UK Extension": ["dpf", "uk_extension"],
    "DPF/UK Extension/Swiss": ["dpf", "swiss_us_dpf", "uk_extension"],
    "EU, UK and Swiss DPF": ["dpf", "uk_extension", "swiss_us_dpf"],
    "EU-US & Swiss-US Data Privacy Framework": ["dpf", "swiss_us_dpf"],
    "EU-U.S. and Swiss-U.S. Privacy Shield": ["privacy_shield", "swiss_privacy_shield"],
    "UK BCR-P": ["uk_bcr_p"],
    "BCR-P (EU and UK)": ["bcr_p", "uk_bcr_p"],
    "EU and UK BCRs": ["bcr", "uk_bcr"],
    "UK (Adequacy), Swiss": ["adequacy"],
    "SCC 2021/914 Module II": ["scc_2021_914 M2"],
    # other tools
    "Binding Corporate Rules": ["bcr"],
    "BCR (processor policy)": ["bcr_p"],
    "BCR-C": ["bcr_c"],
    "Verbindliche interne Datenschutzvorschriften": ["bcr"],
    "Règles d'entreprise contraignantes": ["bcr"],
    "Normas corporativas vinculantes": ["bcr"],
    "Intra-group Agreement with SCCs": ["intra_group_agreement", "scc"],
    "Art. 49(1)(a) GDPR": ["art49_1_a"],
    "Art. 49 Abs. 1 lit. b DSGVO": ["art49_1_b"],
    "Explicit consent": ["art49_1_a"],
    # several at once
    "SCC, EU-US data privacy framework": ["scc", "dpf"],
    "EU-US Data Privacy Framework, SCCs": ["dpf", "scc"],
    "2021 SCCs supplemented by EU-US DPF where certified": ["scc_2021_914", "dpf"],
    "SCC M3\nDPF": ["scc M3", "dpf"],
    "SCC's and DPF": ["scc", "dpf"],
    "SCC’s": ["scc"],
    "SCCs, data encryption": ["scc", "encryption"],
    # as European lawyers write
    "kein Drittlandtransfer": ["intra_eea"],
    "keine Übermittlung in Drittländer": ["intra_eea"],
    "EU/EEA only": ["intra_eea"],
    "Adäquanzbeschluss": ["adequacy"],
    "adequacy (PIPEDA)": ["adequacy_pipeda"],
    "PIPEDA": ["adequacy_pipeda"],
    "EU-US DPF (active)": ["dpf"],
    "CCT module 3 (2021)": ["scc_2021_914 M3"],
    "Article 26(2) of Directive 95/46/EC": ["scc_2010_87"],
    "SCC M2 (2021-10-01) + UK Addendum (2022-10-01)": ["scc M2", "uk_addendum"],
    # nothing is in place, which is more than nothing said
    "none": ["none"],
    "keine": ["none"],
    "aucun": ["none"],
    "ninguno": ["none"],
    # nothing
    "": [],
    "N/A": [],
    "nicht anwendbar": [],
}


@pytest.mark.parametrize(("text", "expected"), WRITTEN.items())
def test_what_people_write_is_understood(text: str, expected: list[str]) -> None:
    """Words seen on published lists."""
    assert instruments(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Data encryption", ClaimKind.MEASURE),
        ("Data minimization", ClaimKind.MEASURE),
        ("Data aggregation", ClaimKind.MEASURE),
        ("Verschlüsselung", ClaimKind.MEASURE),
        ("chiffrement", ClaimKind.MEASURE),
        ("ZDR in review", ClaimKind.MEASURE),
        ("DPA on file", ClaimKind.OTHER),
        ("DPA executed (2021-03-04)", ClaimKind.OTHER),
        ("AVV", ClaimKind.OTHER),
        ("Signed", ClaimKind.OTHER),
        ("Customer-controlled", ClaimKind.OTHER),
        ("Self-hosted on our servers", ClaimKind.OTHER),
        ("ISO 27001", ClaimKind.OTHER),
        ("SOC 2", ClaimKind.OTHER),
        ("SCC 2021/915", ClaimKind.OTHER),
        ("scc_2021_915", ClaimKind.OTHER),
        ("SCC 2021/914", ClaimKind.MECHANISM),
    ],
)
def test_measures_and_other_papers_are_told_apart_from_mechanisms(text: str, kind: ClaimKind) -> None:
    """Encryption carries no transfer, and the clauses of 2021/915 say so of themselves (Clause 1(f))."""
    claims, strange = understand(text)
    assert ([claim.kind for claim in claims], strange) == ([kind], ())


@pytest.mark.parametrize(
    ("text", "signed", "until"),
    [
        ("SCC M3 (2021-10-01)", date(2021, 10, 1), None),
        ("SCC M3 (since 2021-10-01)", date(2021, 10, 1), None),
        ("SCC M3 signed 2021-10-01", date(2021, 10, 1), None),
        ("SVK Modul 3 (seit 2021-10-01)", date(2021, 10, 1), None),
        ("DPF (2023-09-01 to 2026-09-01)", date(2023, 9, 1), date(2026, 9, 1)),
        ("DPF (from 2023-09-01 to 2026-09-01)", date(2023, 9, 1), date(2026, 9, 1)),
        ("DPF (2023-09-01 – 2026-09-01)", date(2023, 9, 1), date(2026, 9, 1)),
        ("DPF (2023-09-01 bis 2026-09-01)", date(2023, 9, 1), date(2026, 9, 1)),
        ("DPF (until 2026-09-01)", None, date(2026, 9, 1)),
        ("DPF (seit 01.09.2023)", date(2023, 9, 1), None),
        ("SCC-Modul 2 vom 1. 10. 2021", date(2021, 10, 1), None),
        ("DPF (01.09.2023 bis 31.08.2024)", date(2023, 9, 1), date(2024, 8, 31)),
        ("DPF", None, None),
    ],
)
def test_days_in_brackets_are_the_signature_or_the_certificate(
    text: str, signed: date | None, until: date | None
) -> None:
    """One day: signed, or certified from; two: the period of the certificate or contract."""
    [claim] = understand(text)[0]
    assert (claim.signed, claim.until, claim.written) == (signed, until, text)


def test_an_entry_keeps_its_own_words_and_days() -> None:
    """Ordered claims, each with its day."""
    dpf, scc = understand("DPF (2023-09-01 to 2026-09-01); SCC M3 (2021-10-01)")[0]
    assert (dpf.written, dpf.until) == ("DPF (2023-09-01 to 2026-09-01)", date(2026, 9, 1))
    assert (scc.written, scc.signed, scc.until) == ("SCC M3 (2021-10-01)", date(2021, 10, 1), None)


def test_the_reference_of_an_approval_is_kept() -> None:
    """Codes and certifications need one."""
    [claim] = understand("Code of conduct (ref EXA-2024-7, 2024-05-01)")[0]
    assert (claim.instrument, claim.reference, claim.signed) == ("code_of_conduct", "EXA-2024-7", date(2024, 5, 1))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Privcy Shield", "did you mean Privacy Shield?"),
        ("Binding Corprate Rules", "did you mean Binding Corporate Rules?"),
        ("standart contractual clauses", "did you mean Standard Contractual Clauses?"),
        ("SCC M3 (2024-02-30)", '"2024-02-30" is not a day of the calendar; write it as in 2026-01-31'),
        ("SCC (31.12.21)", '"31.12.21" is not a day as we read it; write it as in 2026-01-31'),
        ("SCC (03/04/2021)", '"03/04/2021" is not a day as we read it; write it as in 2026-01-31'),
        ("SCC (31.02.2021)", '"31.02.2021" is not a day of the calendar; write it as in 2026-01-31'),
        ("SCC (1600-01-01)", '"1600-01-01" is too far away to be meant; years run from 1900 to 2199'),
        ("SCC (2200-01-01)", '"2200-01-01" is too far away to be meant; years run from 1900 to 2199'),
        ("DPF (2021)", ""),
        ("DPF (2023-01-02 to 2023-01-01)", "it ends on 2023-01-01, before it begins on 2023-01-02"),
        ("DPF (2023-01-02), (2024-01-02)", "more than one period stands beside it; write one entry for each"),
        ("Module 3", "modules are 1 to 4 and stand beside their clauses, as in SCC M3"),
        ("SCC M5", "modules are 1 to 4 and stand beside their clauses, as in SCC M3"),
        ("no SCC", "leave out what is not in place; none stands alone and says that nothing is"),
        ("TBD", "leave the cell blank while it is not known"),
        ("?", "leave the cell blank while it is not known"),
        ("unbekannt", "leave the cell blank while it is not known"),
        ("SCC?", "leave the cell blank while it is not known"),
        ("SCC (tbc)", "leave the cell blank while it is not known"),
        ("SCC + addendum", "say of which law the addendum is, as in UK Addendum or Swiss addendum"),
        ("quantum teleportation", ""),
    ],
)
def test_what_means_nothing_is_handed_back_with_a_suggestion(text: str, hint: str) -> None:
    """Nothing is guessed: the entry is a fault, and the hint says what was probably meant."""
    assert understand(text) == ((), (text,))
    assert suggest(text) == hint


@pytest.mark.parametrize(
    ("text", "scope"),
    [("DPF (non-HR, 2023-09-01)", "non_hr"), ("DPF HR data", "hr"), ("DPF (HR and non-HR)", ""), ("DPF", "")],
)
def test_a_certificate_may_be_limited_to_some_data(text: str, scope: str) -> None:
    """Data on the exporter's own staff has boxes of its own on the list of the programme."""
    assert [(claim.instrument, claim.scope) for claim in understand(text)[0]] == [("dpf", scope)]


def test_what_is_understood_stays_beside_what_is_not() -> None:
    """A good entry and a strange one."""
    claims, strange = understand("SCC M3 (2021-10-01); pixie dust")
    assert [claim.instrument for claim in claims] == ["scc"]
    assert strange == ("pixie dust",)


def test_none_beside_a_mechanism_is_handed_back() -> None:
    """Both cannot be; beside a paper that is no mechanism it says what the paper says."""
    for text in ("none; SCC", "SCC, none", "SCC; keine"):
        claims, strange = understand(text)
        assert ([claim.instrument for claim in claims], len(strange)) == (["scc"], 1), text
    assert [claim.instrument for claim in understand("none; DPA signed")[0]] == ["none", "dpa"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("SCC 2021/914 + DPA", "DPA"),
        ("Intra-group Agreement with SCCs", "Intra-group Agreement"),
        ("SCCs with Datenverschlüsselung", "Datenverschlüsselung"),
    ],
)
def test_of_what_is_no_mechanism_only_its_own_words_are_kept(text: str, part: str) -> None:
    """What a note quotes is what it is about; the mechanism beside it keeps what stands around it."""
    assert [claim.written for claim in understand(text)[0] if claim.kind is not ClaimKind.MECHANISM] == [part]


def test_every_id_and_every_name_of_the_table_is_understood() -> None:
    """In all four languages; a new row brings its own words."""
    for row in tables().mechanisms:
        instrument, module = split_id(row.id)
        for text in (row.id, row.name_en, row.name_de, row.name_fr, row.name_es):
            claims, strange = understand(text)
            assert not strange, text
            assert {(claim.instrument, claim.module) for claim in claims} == {(instrument, module)}, (text, row.id)


def test_every_word_of_the_list_means_what_its_row_says() -> None:
    """No phrase is hidden by a longer one or by two shorter ones."""
    for word in vocabulary():
        if word.kind in {"mechanism", "measure", "other"}:
            claims, strange = understand(word.phrase)
            assert not strange, word
            assert word.instrument in {claim.instrument for claim in claims}, word


@pytest.mark.parametrize(
    "written",
    [
        "IDTA (signed 3 March 2024)",
        "IDTA, signed on March 3, 2024",
        "IDTA (vom 3. März 2024)",
        "IDTA (executed 3-Mar-2024)",
    ],
)
def test_a_day_with_the_name_of_its_month_is_the_day_signed(written: str) -> None:
    """As contracts write it."""
    [claim], strange = understand(written)
    assert (claim.instrument, claim.signed, strange) == ("uk_idta", date(2024, 3, 3), ())


def test_a_huge_cell_is_read_in_reasonable_time() -> None:
    """131,072 characters, the most a cell may hold."""
    claims, strange = understand("SCC M3, " * 16384)
    assert {claim.instrument for claim in claims} == {"scc"}
    assert not strange


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("SCDPF M123();,/-+&.\n aé2021-09enotr"), max_size=60) | st.text(max_size=40))
def test_any_text_is_understood_or_handed_back(text: str) -> None:
    """Never an error; what is handed back stands in the text."""
    claims, strange = understand(text)
    assert all(claim.written in text for claim in claims)
    assert all(entry in text for entry in strange)
    assert all(isinstance(suggest(entry), str) for entry in strange)
