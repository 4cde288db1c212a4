"""People who query: the view `engagement`, asked by the programs that come with each database."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.store.postgres import New
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.revisions import publish

ROOT = Path(__file__).parents[2]
[EXAMPLE] = re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "ledger.md").read_text("utf-8"), re.DOTALL)
HEADER = ("key", "vendor", "region")
HISTORY = (
    [("a", "Acme", "DE"), ("b", "Beta", "US")],
    [("b", "Beta", "US"), ("c", "Gamma | Söhne", "NA")],
    [("c", "Gamma | Söhne", "NA"), ("a", "Acme", ""), ("b", "Beta", "US; GB")],
)


def asked(url: str, question: str) -> list[str]:
    """The lines that `sqlite3 FILE` or `psql URL` prints, columns with a tab between."""
    program, *options = ["sqlite3", "-separator", "\t"] if url.startswith("sqlite") else ["psql", "-XAt", "-F", "\t"]
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed: the view is not asked with it")
    address = url.removeprefix("sqlite:///")
    ran = subprocess.run([program, *options, address], input=question, capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    return ran.stdout.splitlines()


def test_each_revision_is_there_as_it_was_in_its_order(new_store: New) -> None:
    url = new_store()
    for number, rows in enumerate(HISTORY):
        sheet = Sheet("vendors.csv", HEADER, tuple(Row(line, row) for line, row in enumerate(rows, start=2)))
        publish(url, [sheet], "", datetime(2026, 11, 23, tzinfo=UTC), HEADER, base=number)
    for number, rows in enumerate(HISTORY, start=1):
        question = EXAMPLE.replace("revision = 3", f"revision = {number}") + ";"
        assert asked(url, question) == ["\t".join(row) for row in rows]
    assert asked(url, "SELECT revision, count(*) FROM engagement GROUP BY revision ORDER BY revision;") == [
        *("1\t2", "2\t2", "3\t3")
    ]
    assert asked(url, "SELECT line FROM engagement WHERE revision = 3 ORDER BY line;") == ["2", "3", "4"]
