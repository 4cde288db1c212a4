"""The policy at the desk: what a change of it would do, and keeping it."""

from dataclasses import dataclass

from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.activity import Deed
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.use_cases.desk.drafts import drafts_preview
from vendor_registry.use_cases.desk.policy import (
    Part,
    PolicyFile,
    changed_lines,
    policy_file,
    save_policy,
)
from vendor_registry.use_cases.desk.preview import Preview
from vendor_registry.use_cases.desk.saving import ChangedUnderneathError

_LONGEST = 900_000  # bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """Lines of the policy as somebody wants them, and the version of the file in which they looked at them."""

    version: str
    part: Part


async def opened(visit: Visit) -> PolicyFile:
    """The policy as it stands on the disk."""
    return await visit.register.fetch(policy_file, visit.office.settings.repository)


async def preview(visit: Visit, draft: Draft) -> Preview:
    """What would follow. Raises ChangedUnderneathError where the file is another than the one that was looked at."""
    made = _made(await _same(visit, draft), draft)
    drafts = {visit.office.settings.repository.policy: made}
    return await visit.register.judge(drafts_preview, await visit.standing(), drafts)


async def save(visit: Visit, draft: Draft) -> int:
    """Write it; on how many lines something changed. Raises ChangedUnderneathError as `preview` does, RefusedError for
    a draft that cannot be understood."""
    try:
        before = await _same(visit, draft)
    except ChangedUnderneathError:
        await visit.register.refused(
            visit.register.deed(Deed.REFUSED, visit.name, "a part of the policy", "", draft.part.text)
        )
        raise
    made = _made(before, draft)
    gone, come = changed_lines(before.text, made.decode("utf-8-sig").replace("\r\n", "\n"))
    count = max(len(gone.splitlines()), len(come.splitlines()))
    settings = visit.office.settings
    done = visit.register.deed(Deed.CHANGED, visit.name, f"the policy: {counted(count, 'line')}", gone, come)
    if count:
        await visit.register.fetch(save_policy, settings.repository, made, before.version, done)
        visit.register.forget()
    return count


async def _same(visit: Visit, draft: Draft) -> PolicyFile:
    found = await opened(visit)
    if found.version != draft.version:
        raise ChangedUnderneathError(
            "Somebody changed the policy since you looked; nothing was written. What you wrote is below: open the "
            "policy anew, and put it in where it belongs."
        )
    return found


def _made(before: PolicyFile, draft: Draft) -> bytes:
    part = draft.part
    if not 0 < part.first <= part.last + 1 <= before.text.count("\n") + 2:
        raise UsageError("There are no such lines in the policy; open it anew.")
    try:
        made = before.with_part(part)
        made.decode()
    except UnicodeError:
        raise UsageError("The text holds half a character; type it anew.") from None
    if len(made) > _LONGEST:
        raise FailureError("A policy of more than 900,000 bytes is not written here.")
    return made
