"""The pictures in diagrams/review are those of the demo register: what a visitor sees first is not stale.

The summary stands for all, since to draw all takes five seconds; `vendors graph --check diagrams/review` does it.
"""

import json
from hashlib import sha256
from pathlib import Path

from tests.running import vendors

ROOT = Path(__file__).parents[2]
REVIEW = ROOT / "diagrams" / "review"
STALE = "diagrams/review is stale: make pictures, and look at them"


def test_the_set_shows_the_demo_register_on_its_day(tmp_path: Path) -> None:
    day = json.loads((REVIEW / "set.json").read_text("utf-8"))["as_of"]
    source = ("--sheet", str(ROOT / "data" / "vendors.csv"), "--policy", str(ROOT / "data" / "policy.toml"))
    asked = ("graph", "--as-of", day, *source)
    for name in ("flows.csv", "flows.md"):  # the flows, and the findings in their words
        assert vendors(*asked, "-o", str(tmp_path / name)).status == 0
        assert (tmp_path / name).read_bytes() == (REVIEW / name).read_bytes(), f"{name}: {STALE}"
    assert vendors(*asked, "-o", str(tmp_path / "summary.svg")).status == 0
    lines = (tmp_path / "summary.svg").read_text("utf-8").splitlines()
    kept = (REVIEW / "summary.svg").read_text("utf-8")
    titles = [line for line in lines[:12] if line.strip().startswith("<text")]
    assert len(titles) >= 4
    assert all(line.strip() in kept for line in titles), STALE


def test_no_file_of_the_set_was_changed_or_lost() -> None:
    told = json.loads((REVIEW / "set.json").read_text("utf-8"))["files"]
    assert "interactive.html" in told
    for name, digest in told.items():
        assert sha256((REVIEW / name).read_bytes()).hexdigest() == digest, f"{name}: {STALE}"
    assert {path.name for path in REVIEW.iterdir()} == {*told, "set.json"}
