"""Same input, same bytes: whatever the order of rows and the seed of Python's hashes."""

import hashlib
import os
import random
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from tests.drawing import acme
from vendor_registry.case.case import Case
from vendor_registry.drawing.album import album
from vendor_registry.drawing.formats.catalogue import FORMATS
from vendor_registry.drawing.picture.question import Question
from vendor_registry.model.register.registry import Registry

ROOT = Path(__file__).parents[2]
FORMATS_WITHOUT_PAPER = tuple(name for name, form in FORMATS.items() if form.text)


@cache
def digests(seed: int) -> str:
    """The digest of every view in every text format, of a register whose rows are shuffled."""
    case = acme.large()
    engagements = list(case.registry.engagements)
    random.Random(seed).shuffle(engagements)
    shuffled = Case(Registry(tuple(engagements)), case.policy, case.as_of)
    found = [acme.finding(case, "v001"), acme.finding(case, "v002")]
    random.Random(seed).shuffle(found)
    total = hashlib.sha256()
    for view in acme.VIEWS:
        drawn = album(Question(case=shuffled, transfers=acme.transfers(case), findings=found), view, engine="wasm")
        for name in FORMATS_WITHOUT_PAPER:
            total.update(import_module(FORMATS[name].module).write(drawn))
    return total.hexdigest()


@pytest.mark.parametrize("seed", ["1", "2", "random"])
def test_the_hash_seed_and_the_order_of_rows_change_no_byte(seed: str) -> None:
    code = f"from tests.drawing.test_same_bytes import digests; print(digests({len(seed) + ord(seed[0])}))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == digests(0)
