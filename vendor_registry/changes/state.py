"""A state of the register, as people call it: a revision, the sheet as it stands, what a customer knows, a file."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class StateKind(StrEnum):
    """What a state is, as far as each language has a word for it."""

    REVISION = "revision"  # its name is a number
    SHEET = "sheet"  # as it stands, whatever the file is called
    KNOWN = "known"  # what a customer knows, who is its name
    WRITTEN = "written"  # a file or a commit: called as somebody wrote it


_IN_ENGLISH = {
    StateKind.REVISION: "revision {name}",
    StateKind.SHEET: "the sheet",
    StateKind.KNOWN: "what {name} knows",
}


@dataclass(frozen=True, slots=True)
class State:
    """One of the two that are held against each other; as a text it is that of programs, and of messages."""

    name: str
    kind: StateKind = StateKind.WRITTEN

    def __str__(self) -> str:
        return _IN_ENGLISH.get(self.kind, "{name}").format(name=self.name)

    def worded(self, say: Callable[..., str]) -> str:
        """In the language of a wording, which has it below `state`."""
        return self.name if self.kind is StateKind.WRITTEN else say(f"state.{self.kind}", name=self.name)


SHEET = State("", StateKind.SHEET)
