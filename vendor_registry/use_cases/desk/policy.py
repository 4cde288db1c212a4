"""The policy as people mend it: the table around a line, what a change would settle, and keeping it."""

import difflib
from dataclasses import dataclass
from hashlib import sha256

from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.policy.toml_lines import headers
from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.intake.sheet.limits import POLICY_BYTES
from vendor_registry.model.desk.activity import Activity
from vendor_registry.model.text.origin import Fault, RefusedError
from vendor_registry.store.activity import recording
from vendor_registry.use_cases.desk.saving import ChangedUnderneathError
from vendor_registry.use_cases.files.output import write
from vendor_registry.use_cases.files.repository import Repository

_MARK = "\ufeff"


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Lines of the policy that are changed together."""

    first: int  # from 1
    last: int  # inclusive; before `first` where there is none
    text: str  # its lines end with a line feed each, whatever they do in the file


@dataclass(frozen=True, kw_only=True, slots=True)
class PolicyFile:
    """The policy as it stands on the disk. Its text has no byte order mark, and line feeds alone."""

    text: str
    version: str  # digest of its bytes
    mark: str
    ends: str  # how its lines end

    def whole(self) -> Part:
        return Part(first=1, last=self.text.count("\n") + 1, text=self.text)

    def part(self, line: int) -> Part:
        """The table in which a line stands, with the comments right above it; the whole where there is no such line."""
        lines = self.text.split("\n")
        if not 0 < line <= len(lines):
            return self.whole()
        starts = [1, *(_with_comments(lines, one) for one in headers(self.text)), len(lines) + 1]
        first = max(one for one in starts if one <= line)
        last = min(one for one in starts if one > line) - 1
        return Part(first=first, last=last, text="\n".join(lines[first - 1 : last]))

    def with_part(self, part: Part) -> bytes:
        """The bytes of the file with other lines in place of some."""
        lines = self.text.split("\n")
        said = part.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines[max(0, part.first - 1) : max(0, part.last)] = said
        return (self.mark + "\n".join(lines).replace("\n", self.ends)).encode("utf-8", "surrogatepass")


def _with_comments(lines: list[str], header: int) -> int:
    first = header
    while first > 1 and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    return first


def policy_file(repository: Repository) -> PolicyFile:
    """Raises RefusedError where the file cannot be read, or is no UTF-8."""
    raw = read_bytes(repository.policy, str(repository.policy), POLICY_BYTES)
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        read_policy(repository.policy, str(repository.policy))  # which says on which line
        raise
    mark = _MARK if text.startswith(_MARK) else ""
    ends = "\r\n" if 0 < text.count("\n") == text.count("\r\n") else "\n"
    shown = text.removeprefix(mark).replace(ends, "\n")
    return PolicyFile(text=shown, version=sha256(raw).hexdigest(), mark=mark, ends=ends)


def faults_of(repository: Repository, draft: bytes | None = None) -> tuple[Fault, ...]:
    """What cannot be understood in the policy itself, or in what it is to say."""
    try:
        read_policy(repository.policy, str(repository.policy), draft)
    except RefusedError as refused:
        return refused.faults
    return ()


def save_policy(repository: Repository, draft: bytes, seen: str, activity: Activity) -> None:
    """Write the policy, and into the ledger who did; both or neither.

    `seen` is the digest of the file that was looked at. Raises ChangedUnderneathError where it is another by now,
    RefusedError where the draft cannot be understood.
    """
    if faults := faults_of(repository, draft):
        raise RefusedError(faults)
    with recording(repository.ledger, (activity,)):
        if sha256(read_bytes(repository.policy, str(repository.policy), POLICY_BYTES)).hexdigest() != seen:
            raise ChangedUnderneathError(
                f'"{repository.policy}" was changed since you looked; nothing was written. What you wrote is below.'
            )
        write(repository.policy, draft)


def changed_lines(before: str, after: str) -> tuple[str, str]:
    """The lines that differ, as they were and as they are."""
    old, new = before.splitlines(), after.splitlines()
    gone, come = list[str](), list[str]()
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += old[a:b]
            come += new[c:d]
    return "\n".join(gone), "\n".join(come)
