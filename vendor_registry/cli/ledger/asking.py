"""What would happen, and whether it shall: shown and asked beside the result, on stderr."""

import sys

from vendor_registry.case.case import Case
from vendor_registry.cli.talk import talk
from vendor_registry.documents.difference import difference
from vendor_registry.documents.formats.as_text import as_text
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.ledger.revisions import Proposal

_YES = ("y", "yes")


def show(proposal: Proposal, case: Case) -> None:
    """What publishing the case would change."""
    if proposal.difference is None:
        talk(f"Revision {proposal.base} cannot be read by the policy of today, so what differs is not shown.")
    else:
        talk(as_text(difference(proposal.difference, case)).decode("utf-8"))


def ask(question: str) -> None:
    """Raises UsageError where the answer is no, and where nobody answers."""
    talk(f"{question} [y/N]")
    try:
        answer = sys.stdin.readline() if sys.stdin else ""
    except (OSError, ValueError):  # closed, or not to be read
        answer = ""
    if not answer:
        raise UsageError("Nobody answered, so nothing was stored; --yes answers beforehand.")
    if answer.strip().casefold() not in _YES:
        raise UsageError("Nothing was stored.")
