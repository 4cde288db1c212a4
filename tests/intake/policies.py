"""Policies as people hand them in, and what is said of them."""

from pathlib import Path

import pytest

from tests.small import POLICY
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.origin import RefusedError

SOUND = (
    POLICY.replace("[systems.platform]", "[systems.platform-eu]")
    + """
[zones.us]
name = "US data region"
places = ["US"]

[systems.platform-us]
name = "Platform"
zone = "us"
"""
)
"""The short policy with a second data region; what a test adds stands below its last line."""

BELOW = SOUND.count("\n")


def read(tmp_path: Path, text: str | bytes) -> Policy:
    """The policy of a file with this content, called policy.toml."""
    path = tmp_path / "policy.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_policy(path, "policy.toml")


def faults(tmp_path: Path, text: str | bytes) -> list[str]:
    """Every fault as it is printed: place and message, then the hint behind a bar."""
    with pytest.raises(RefusedError) as refused:
        read(tmp_path, text)
    return [f"{fault.cell} {fault.message} | {fault.hint}" for fault in refused.value.faults]


def faults_below(tmp_path: Path, text: str) -> list[str]:
    """The faults of what is added to a sound policy; lines are counted from its first one."""
    said = faults(tmp_path, SOUND + text)
    for line in range(1, text.count("\n") + 2):
        said = [fault.replace(f"policy.toml:{BELOW + line} ", f"+{line} ") for fault in said]
    return said
