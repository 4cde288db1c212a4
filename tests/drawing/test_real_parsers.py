"""Mermaid and D2 opened by their own parsers, where node has them; the tests of each format read a grammar of ours.

`npm install --no-package-lock` in tests/drawing/node fetches the parsers.
"""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests import make
from tests.drawing import acme
from tests.drawing.hostile import TEXTS
from vendor_registry.case.case import Case
from vendor_registry.drawing.compose import compose, ways_to_fold
from vendor_registry.drawing.formats import as_d2, as_mermaid
from vendor_registry.drawing.picture.folding import Folding
from vendor_registry.drawing.picture.folding_steps import PLANS
from vendor_registry.drawing.picture.picture import Picture
from vendor_registry.drawing.picture.selection import select
from vendor_registry.drawing.views import region

NODE = Path(__file__).parent / "node"


def read(files: Iterable[Path]) -> list[dict[str, object]]:
    if not shutil.which("node") or not (NODE / "node_modules").is_dir():
        pytest.skip("node or the parsers are not here: npm install --no-package-lock in tests/drawing/node")
    command = ["node", str(NODE / "read.mjs"), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=400)
    return [json.loads(line) for line in done.stdout.splitlines()]


def hostile(text: str) -> Picture:
    case = make.case(make.engagement("oak", vendor=text), make.engagement("elm", country="IN", vendor=f"{text}!"))
    return acme.picture(case, acme.VIEWS[0], acme.finding(case, "elm", message=text))


def pictures() -> list[Picture]:
    return [acme.picture(acme.small()), acme.picture(acme.large()), *map(hostile, TEXTS.values())]


def test_mermaid_reads_the_same_boxes_and_lines_whatever_names_are_made_of(tmp_path: Path) -> None:
    files = []
    for number, picture in enumerate(pictures()):
        files.append(tmp_path / f"{number}.mermaid")
        files[-1].write_bytes(as_mermaid.write(acme.album(picture)))
    expected = [{"nodes": len(one.boxes) + len(one.clusters), "edges": len(one.lines)} for one in pictures()]
    assert read(files) == expected


def test_d2_reads_the_same_boxes_and_lines_whatever_names_are_made_of(tmp_path: Path) -> None:
    """All names in one picture: D2 takes seconds for each."""
    case = make.case(*(make.engagement(f"v{number}", vendor=text) for number, text in enumerate(TEXTS.values())))
    picture = compose(acme.question(case), region.VIEW, folding=unfolded(case))
    file = tmp_path / "names.d2"
    file.write_bytes(as_d2.write(acme.album(picture)))
    assert len(picture.boxes) > len(TEXTS)
    assert read([file]) == [{"nodes": len(picture.boxes) + len(picture.clusters), "edges": len(picture.lines)}]


def unfolded(case: Case) -> Folding:
    question = acme.question(case)
    return next(ways_to_fold(question, region.VIEW, select(question), PLANS))
