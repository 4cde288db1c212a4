"""That nobody can say whether a fourth party began before whoever engages it."""

from vendor_registry.model.findings.finding import Finding, Shared, Verdict
from vendor_registry.model.register.engagement import Engagement

_MANY = "These rows leave since blank, so nobody can say whether a fourth party started before whoever engages it."
_MEND = "Fill in since."


def of_blank_start(rule: str, law: tuple[str, ...], engagement: Engagement, parent: Engagement) -> Finding:
    """A gap at the one of the two days that is blank."""
    blank, dated = (engagement, parent) if engagement.since is None else (parent, engagement)
    said = f"The row of {blank.vendor} leaves since blank, so nobody can say"
    return Finding(
        rule=rule,
        verdict=Verdict.GAP,
        cell=blank.cell("since"),
        message=f"{said} whether {engagement.vendor} started before {parent.vendor}, which engages it.",
        mend=_MEND,
        law=law,
        sink=engagement.key,
        related=(dated.cell("since"),),
        shared=Shared(_MANY, _MEND, f"{blank.vendor}: {parent.vendor} engages {engagement.vendor}"),
        settled_by=((blank.cell("since"),),),
    )
