"""The sign of a company."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that was looked into: it runs nothing and fetches nothing."""

    kind: Literal["image/svg+xml", "image/png"]  # media type
    content: bytes
    width: int  # pixels, as far as it says; what counts is the ratio of the two
    height: int

    @property
    def name(self) -> str:
        """Of its file beside the pages."""
        return "logo.svg" if self.kind == "image/svg+xml" else "logo.png"
