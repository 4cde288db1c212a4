"""NOTICE names every package of the lock file whose licence asks for more than to be named."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKED = re.findall(
    r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==", (ROOT / "requirements" / "core.txt").read_text("utf-8"), re.M
)
COPYLEFT = re.compile(r"\b(A|L)?GPL|General Public", re.IGNORECASE)


def licence(package: str) -> str:
    """What the package says of itself, in whichever of the three places it says it."""
    said = metadata(package)
    classifiers = [line for line in said.get_all("Classifier") or [] if line.startswith("License ::")]
    texts = [*(said.get_all("License-Expression") or []), *(said.get_all("License") or []), *classifiers]
    return "; ".join(text.split("\n")[0] for text in texts)


def of_kind(pattern: re.Pattern[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for package in LOCKED:
        try:
            found[package] = licence(package)
        except PackageNotFoundError:
            continue  # locked for another system
    assert len(found) > 25
    return {package: said for package, said in found.items() if pattern.search(said)}


@pytest.mark.parametrize("text", ["LGPL-2.1-only", "GNU Lesser General Public License v3", "AGPL-3.0", "GPL v2"])
def test_such_a_licence_is_recognised(text: str) -> None:
    assert COPYLEFT.search(text)
    assert not COPYLEFT.search("MIT; BSD-3-Clause; Apache-2.0; EPL-2.0")


def test_notice_names_the_packages_under_the_lgpl_and_no_other_is() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    named = {word for line in re.findall(r"^- (.*)", notice, re.M) for word in re.findall(r"[a-z][a-z0-9-]+", line)}
    found = of_kind(COPYLEFT)
    assert {"docxtpl", "psycopg", "psycopg-binary"} <= found.keys()
    assert found.keys() - named == set(), "name it in NOTICE, with what its licence asks for"
    assert named & set(LOCKED) == found.keys(), "NOTICE names a package that is not under the LGPL, or no longer used"


def test_none_is_under_the_gpl_itself() -> None:
    assert of_kind(re.compile(r"\bA?GPL|(?<!Lesser )General Public", re.IGNORECASE)) == {}
