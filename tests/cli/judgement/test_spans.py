"""What is blank in a table inside the policy is shown where a person would write it, in SARIF and on GitHub."""

import json
import re
from pathlib import Path

from tests.running import vendors

ENTRY = re.compile(r"^region = .*\n", re.MULTILINE)


def test_a_blank_entry_of_a_system_is_shown_at_the_head_of_its_table(starter: Path) -> None:
    policy = starter / "data" / "policy.toml"
    text = policy.read_text(encoding="utf-8")
    start = text.index("[systems.app-eu]")
    policy.write_text(text[:start] + ENTRY.sub("", text[start:], count=1), encoding="utf-8", newline="")
    lines = policy.read_text(encoding="utf-8").splitlines()
    ran = vendors("check", "--as-of", "2026-11-23", "--format", "sarif", "--output", "github=annotations.txt")
    assert ran.status == 1
    shown = [
        place["physicalLocation"]["region"]
        for result in json.loads(ran.out)["runs"][0]["results"]
        for place in (*result["locations"], *result.get("relatedLocations", ()))
        if place["physicalLocation"]["artifactLocation"]["uri"] == "data/policy.toml"
    ]
    assert shown
    for one in shown:
        assert one["endLine"] == one["startLine"]
        assert lines[one["startLine"] - 1][one["startColumn"] - 1 : one["endColumn"] - 1] == "[systems.app-eu]"
    [line] = {one["startLine"] for one in shown}
    assert f"file=data/policy.toml,line={line},col=1,endColumn=" in Path("annotations.txt").read_text(encoding="utf-8")
