"""Transfers that are covered, with something a person should know or do."""

from collections.abc import Iterator

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Outcome, Shared, Verdict, Ways
from vendor_registry.model.findings.transfer import Note, TransferVerdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.transfers_by_row import Judged, categories, chain, judged, places

_MENDS = {  # by the code of the note: what a person can do about it in the sheet
    "wrong-module": "name the right module",
    "module-assumed": "write the module, e.g. SCC M3",
    "set-assumed": "add the day signed, e.g. (2021-10-01)",
    "mechanism-not-yet": "take out what does not exist yet",
    "mechanism-ended": "take out what has ended",
    "mechanism-dead": "take out what is dead",
    "no-row-for-day": "look at the old law by hand: the tables begin later",
    "signed-too-late": "sign clauses that can still be signed",
    "signed-before-existing": "write the day on which it was signed",
    "addendum-alone": "write the EU SCC that the addendum is added to",
    "certificate-does-not-cover": "write the period of the certificate in force",
    "approval-doubtful": "look for the approval",
    "public-bodies-only": "make sure that the recipient is a public body",
    "onward-contract": "make sure that the contract binds the recipient to the Principles",
    "earlier-hop-open": "mend the transfer before it first",
    "not-a-mechanism": "keep what is no transfer tool in notes",
    "measure-not-mechanism": "move measures to the column measures",
    "no-tia": "date the assessment in tia",
    "tia-failed": "suspend the transfer, or have it assessed anew with measures that hold",
    "government-access": "write the supplementary measures in measures",
    "dpf-no-fallback": "agree on standard clauses beside the certificate",
    "ends-soon": "prepare what comes after",
    "certificate-ends-soon": "ask for the renewal of the certificate",
    "grandfathered": "sign the clauses of 2021/914",
    "derogation": "find a ground that carries systematic use",
    "condition-assumed": "check what is assumed",
    "certificate-limited": "make sure that the certificate covers the data that goes",
    "under-challenge": "watch the decision and keep a fallback",
    "unnecessary": "leave mechanism blank, or give the onward leg it is for a row of its own",
}

_CELLS = {  # of these, the column that answers them
    "wrong-module": "mechanism",
    "module-assumed": "mechanism",
    "set-assumed": "mechanism",
    "mechanism-ended": "mechanism",
    "mechanism-dead": "mechanism",
    "signed-too-late": "mechanism",
    "grandfathered": "mechanism",
    "unnecessary": "mechanism",
    "dpf-no-fallback": "mechanism",
    "no-tia": "tia",
    "government-access": "measures",
}


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One warning for each row, with all reservations about the answers that hold."""
    found = judged(case)
    return RULE.outcome(
        spec,
        (finding for one in found.told if any(one.notes) for finding in _findings(case, one)),
        f"{counted(found.looked_at, 'row')} with data from another party",
    )


def _findings(case: Case, group: Judged) -> Iterator[Finding]:
    notes = tuple(dict.fromkeys(_notes(group)))
    if not notes:
        return
    needless = group.verdict is TransferVerdict.NOT_RESTRICTED
    concerned = group.transfers if needless else tuple(one for one in group.transfers if one.answer.restricted)
    told = "; ".join(note.text.rstrip(".") for note in notes)
    one, held = ("For ", ", ") if needless else ("The transfer to ", " is covered, with reservations: ")
    many = "For these vendors, " if needless else "Transfers to these vendors are covered, with reservations: "
    who = group.who if needless else f"{group.who} in {places(concerned)}"
    mend = _sentence(dict.fromkeys(_MENDS[note.code] for note in notes))
    yield Finding(
        rule=RULE.id,
        verdict=Verdict.WARNING,
        cell=group.cell("mechanism"),
        message=f"{one}{who}{held}{told}.",
        mend=mend,
        law=tuple(dict.fromkeys(one.answer.citation for one in concerned if one.answer.citation)),
        data=categories(concerned),
        source=concerned[0].flow.source,
        sink=concerned[0].flow.target,
        witness=chain(case, concerned[0].flow),
        shared=Shared(f"{many}{told}.", mend, who),
        settled_by=_settled_by(group, [note.code for note in notes]),
    )


def _settled_by(group: Judged, codes: list[str]) -> Ways:
    """The cells of a row that answer all of the reservations; none where one asks for more than a cell."""
    columns = [_CELLS.get(code) for code in codes]
    if group.row is None or None in columns:
        return ()
    return (tuple(group.row.cell(column) for column in dict.fromkeys(filter(None, columns))),)


def _notes(group: Judged) -> Iterator[Note]:
    """Notes that ask for something. Where nothing holds, the rule on grounds speaks."""
    if group.verdict in (TransferVerdict.NOT_COVERED, TransferVerdict.UNKNOWN):
        return
    needless = group.verdict is TransferVerdict.NOT_RESTRICTED
    for note in group.notes:
        if note.code not in _MENDS or (note.code == "government-access" and group.row and group.row.measures):
            continue
        if (note.code == "unnecessary") == needless:
            yield note


def _sentence(parts: dict[str, None]) -> str:
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


RULE = Rule(
    id="transfer-reservations",
    title="No reservations about transfers that are covered",
    law=("GDPR Art. 44 to 49", "CJEU C-311/18", "EDPB Recommendations 01/2020"),
    check=check,
)
