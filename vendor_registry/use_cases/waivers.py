"""The waivers that go with a policy."""

from pathlib import Path

from vendor_registry.intake.waivers import read_waivers
from vendor_registry.model.policy import Policy
from vendor_registry.model.waiver import Waiver

USUAL = "waivers.csv"  # beside the policy; a file of that name is never passed over


def waivers_of(path: Path, policy: Policy) -> tuple[Waiver, ...]:
    """The waivers of the file that a policy names, or of waivers.csv beside it; none where neither is there.

    `path` is the policy's. Raises RefusedError with all faults of the file.
    """
    file = path.parent / (policy.waivers or USUAL)
    if not policy.waivers and not file.exists():
        return ()
    return read_waivers(file, policy)
