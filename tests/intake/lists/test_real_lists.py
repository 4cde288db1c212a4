"""Lists that companies publish, read against the answers of the benchmark; only where the lists are at hand."""

import importlib.util
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LISTS = Path(os.environ.get("VENDORS_REAL_LISTS", ROOT.parent / "shared" / "real-lists"))


@pytest.mark.skipif(not (LISTS / "INDEX.csv").is_file(), reason="the published lists are not part of the project")
def test_real_lists_are_read_as_the_answers_say(capsys: pytest.CaptureFixture[str]) -> None:
    """At least 95 % of vendors, places, seats, purposes and mechanisms; no entry that is not in the list."""
    spec = importlib.util.spec_from_file_location("import_lists", ROOT / "benchmarks" / "import_lists.py")
    assert spec is not None
    assert spec.loader is not None
    harness = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(harness)
    status = harness.main(LISTS)
    said = capsys.readouterr()
    assert status == 0, said.err
    assert said.out.splitlines()[-1].startswith("| all | ")
