"""A report with one of everything: a kept rule, a broken one with a chain, a gap, a waived finding."""

from datetime import date

from vendor_registry.model.claim import Claim
from vendor_registry.model.finding import Finding, Hop, Outcome, Verdict
from vendor_registry.model.flow import Flow
from vendor_registry.model.origin import Cell
from vendor_registry.model.report import Report

HOSTILE = "Evil \x1b[31m‮Corp"


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
