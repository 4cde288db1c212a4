"""A report with one of everything: a kept rule, a broken one with a chain, a gap, a waived finding."""

from dataclasses import replace
from datetime import date

from vendor_registry.model.findings.finding import Finding, Hop, Outcome, Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.flow import Flow
from vendor_registry.model.text.origin import Cell

HOSTILE = "Evil \x1b[31m‮Corp"

HOSTILE_TEXTS = (
    HOSTILE,
    "::error title=x::y",
    "one\n::add-mask::two",
    "x" * 106 + "::error::wrapped to the start of a line",
    "##[error]old command",
    "100%0A::error::%25",
    "a | b | c",
    "<script>alert(1)</script>",
    "]]></failure><testcase/>",
    "=cmd|' /C calc'!A0",
    "  +1-1",
    "＝1+1",
    "@SUM(A1)",
    "```\n# heading\n```",
    "`code` *bold* _it_ ~gone~",
    "[click](javascript:alert(1)) ![pixel](https://example.com/x.png)",
    "https://example.com/x www.example.com #12 @somebody",
    "{0} {{1}} {name}",
    "&amp; &#8203; &lt;",
    'end; n1 --> n2 "quoted" %% comment',
    "\x00\x07\x7f\x85\x9b31m\u2028\u2066\ufeff\ufffe\uffff",
    "half a character \udcff",
    "back\\slash\\",
    "---\n| a |\n|---|",
    "\r\n\t",
)


def flow(source: str, target: str, line: int, *claims: str) -> Flow:
    return Flow(
        source=source,
        target=target,
        key=target,
        data=("content",),
        claims=tuple(Claim(written, "scc") for written in claims),
        cell=Cell("data/vendors.csv", line, "data"),
    )


FIRST, SECOND = flow("platform-eu", "desk", 3, "SCC M3"), flow("desk", "lake", 4)

BROKEN = Finding(
    rule="regions-apart",
    verdict=Verdict.BROKEN,
    cell=Cell("data/vendors.csv", 4, "region"),
    message="content of eu reaches lake in us.",
    mend="Drop content from the flow desk -> lake.",
    law=("Privacy policy section 6",),
    data=("content",),
    source="platform-eu",
    sink="lake",
    home="eu",
    witness=(Hop(FIRST, ("content",)), Hop(SECOND, ("content",))),
    routes=1,
    on_every_route=(FIRST, SECOND),
    cut=(SECOND,),
)

GAP = Finding(
    rule="complete",
    verdict=Verdict.GAP,
    cell=Cell("data/vendors.csv", 2, "region"),
    message=f"{HOSTILE}: region is blank.",
    mend="Fill region of row evil.",
    law=("GDPR Art. 28(3)",),
)

WAIVED = Finding(
    rule="complete",
    verdict=Verdict.GAP,
    cell=Cell("data/vendors.csv", 9, "data"),
    message="Slow: data is blank.",
    mend="Fill data of row slow.",
    waived_by="data/waivers.csv:2, until 2027-01-31",
)


KNOWN = Finding(
    rule="complete",
    verdict=Verdict.GAP,
    cell=Cell("data/vendors.csv", 12, "contact"),
    message="Old: contact is blank.",
    mend="Fill contact of row old.",
    sink="old",
    known_in="baseline known.json",
)

WARNING = Finding(
    rule="dates-in-order",
    verdict=Verdict.WARNING,
    cell=Cell("data/policy.toml", 0, "notice.change_days"),
    message="Nobody is told before a change.",
    mend="Write change_days.",
    related=(Cell("data/vendors.csv", 3, "notified"), Cell("data/vendors.csv", 4, "notified")),
)

OTHER = flow("platform-eu", "lake", 7)
TWO_WAYS = replace(
    BROKEN,
    witness=(Hop(OTHER, ()),),
    more_witnesses=(BROKEN.witness,),
    routes=2,
    on_every_route=(),
    cut=(OTHER, SECOND),
)


def saying(text: str) -> Finding:
    """A finding that says the text wherever a sheet or a policy could put it."""
    said = replace(FIRST, claims=(Claim(text, "scc"),), target="lake")
    return replace(
        BROKEN,
        message=text,
        mend=text,
        law=(text,),
        witness=(Hop(said, (text,)),),
        related=(Cell(text, 3, text),),
        on_every_route=(),
        cut=(),
    )


def report_saying(text: str) -> Report:
    """A report with one finding, which says the text, and a kept rule, which says it too."""
    plain = report(saying(text))
    told = (replace(one, statement=text, why=text, how=text, examined=text, nearest=text) for one in plain.outcomes)
    return replace(plain, outcomes=tuple(told))


def report(*findings: Finding) -> Report:
    """The sample report; with findings given, these alone."""
    shown = findings or (BROKEN, GAP, WAIVED)
    outcomes = (
        Outcome(
            rule="regions-apart",
            type="isolation",
            statement="Content stays in its region.",
            why="DPA section 4.2",
            how="Ask privacy@example.com.",
            findings=tuple(one for one in shown if one.rule == "regions-apart"),
            examined="4 flows, 2 zones",
        ),
        Outcome(
            rule="complete",
            type="complete",
            statement="Every row says what the annex needs",
            findings=tuple(one for one in shown if one.rule == "complete"),
            examined="4 engagements in force",
        ),
        Outcome(
            rule="dates-in-order",
            type="dates-in-order",
            statement="The dates of an engagement can all be true",
            findings=tuple(one for one in shown if one.rule == "dates-in-order"),
            examined="4 engagements",
            nearest="desk, notified 31 days before",
        ),
    )
    return Report(
        as_of=date(2026, 11, 23),
        sheets=(("data/vendors.csv", "ab" * 32),),
        policy="data/policy.toml",
        outcomes=outcomes,
        engagements=4,
        flows=6,
        transfers=2,
    )
