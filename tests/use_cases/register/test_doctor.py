"""Parts are tried, not assumed."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.law.tables.read import tables
from vendor_registry.use_cases.register.doctor import Part, examine, wording

DAY = date(2026, 11, 23)


def parts(day: date = DAY) -> dict[str, Part]:
    return {part.name: part for part in examine(day)}


def test_what_is_needed_works_here() -> None:
    found = parts()
    assert [part for part in found.values() if not (part.works or part.optional)] == []
    assert found["vendor-registry"].detail.count(".") == 2
    assert all(part.detail for part in found.values())


def test_old_tables_of_the_law_are_told_from_the_first_day_on() -> None:
    checked = tables().checked
    last = checked.last_checked + timedelta(days=checked.stale_after_days)
    assert "Official Journal" not in parts(last)["law"].detail
    assert parts(last + timedelta(days=1))["law"].detail.endswith("look at the Official Journal before relying on them")


def test_a_program_dot_that_fails_is_broken_and_a_missing_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    missing = parts()["diagrams, dot"]
    assert (missing.works, missing.optional) == (False, True)
    (tmp_path / "dot").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "dot").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    failing = parts()["diagrams, dot"]
    assert (failing.works, failing.optional) == (False, False)


def test_phrases_that_were_not_compared_with_the_law_are_told_by_language() -> None:
    told = list(wording())
    for language in languages():
        unseen = phrases(language).unverified
        lines = [one.detail for one in told if one.name == f"wording, {language}"]
        if not unseen:
            assert lines == ["every phrase that quotes the law was compared with it"]
        for key in unseen:
            assert f"[{key}] quotes the law, not compared with it: {phrases(language).texts[key]}" in lines
    assert any(one.name == "wording, fr" and "[annex.title]" in one.detail for one in told)
