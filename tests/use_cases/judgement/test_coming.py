"""Days ahead on which engagements begin, judged on the day before they do."""

from datetime import timedelta

from tests.make import DAY
from tests.use_cases.judgement.remedies.registers import Register
from vendor_registry.model.findings.coming import Coming
from vendor_registry.reports.formats.as_markdown import as_markdown
from vendor_registry.reports.formats.as_text import as_text
from vendor_registry.reports.parts.telling import Telling
from vendor_registry.use_cases.judgement.coming import coming

SOON, LATER = str(DAY + timedelta(days=60)), str(DAY + timedelta(days=90))
TOLD = str(DAY - timedelta(days=1))
SOUND = {"key": "host", "vendor": "Sample", "engaged_by": "", "data": "content"}
APART = {"key": "west", "vendor": "West", "legal_name": "West Inc", "country": "US", "region": "US", "notified": TOLD}


def register(*rows: dict[str, str]) -> Register:
    return Register((SOUND, *rows))


def found(*rows: dict[str, str]) -> list[tuple[str, list[str], list[str] | None]]:
    case, report = register(*rows).judged()
    return [_plain(one) for one in coming(case, report, report).coming]


def _plain(one: Coming) -> tuple[str, list[str], list[str] | None]:
    rules = None if one.findings is None else sorted(finding.rule for finding in one.findings)
    return str(one.day), [row.key for row in one.begins], rules


def test_without_anything_announced_there_is_nothing_ahead() -> None:
    assert found() == []
    assert found({**APART, "since": str(DAY)}) == []  # it begins today, and is judged today


def test_what_breaks_only_once_it_begins_is_told_before() -> None:
    [(day, keys, rules)] = found({**APART, "since": SOON})
    assert (day, keys) == (SOON, ["west"])
    assert rules is not None
    assert "apart" in rules
    assert "transfer-without-ground" in rules


def test_what_is_sound_adds_nothing() -> None:
    east = {"key": "east", "vendor": "East", "legal_name": "East Ltd", "since": SOON, "notified": TOLD}
    assert found(east) == [(SOON, ["east"], [])]


def test_days_come_in_order_and_only_the_nearest_three_are_judged() -> None:
    days = [str(DAY + timedelta(days=number)) for number in (90, 60, 120, 150)]
    rows = [{**APART, "key": f"west{number}", "since": day} for number, day in enumerate(days)]
    told = found(*rows)
    assert [day for day, _, _ in told] == sorted(days)
    assert [rules is None for _, _, rules in told] == [False, False, False, True]


def test_a_person_reads_who_begins_when_and_what_it_adds() -> None:
    case, report = register({**APART, "since": SOON}, {**APART, "key": "west2", "vendor": "Also West"}).judged()
    shown = coming(case, report, report)
    line = f"  {SOON}  West (west): adds "
    assert line in as_text(shown)
    assert f"see vendors check --as-of {SOON}." in " ".join(as_text(shown).split())
    assert "AHEAD" not in as_text(report)
    assert "AHEAD" not in as_text(shown, Telling(quiet=True))
    assert f"- {SOON}  West (west): adds " in as_markdown(shown)
