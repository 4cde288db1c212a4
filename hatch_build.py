"""Man pages and completions of shells go into the wheel, where `make dist` has written them before it is built."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Manual(BuildHookInterface):
    """Lays `dist/share` below the `share/` of the environment, where pipx looks for man pages."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the wheel is written; a build without the pages is sound, it only has none."""
        share = Path(self.root, "dist", "share")
        if version == "standard" and share.is_dir():
            build_data["shared_data"][str(share)] = "share"
