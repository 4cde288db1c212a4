"""`[[rules.examples]]`: a few rows beside a rule, and what it is to say of them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from vendor_registry.intake.columns import BY_HEADER
from vendor_registry.intake.policy.tables import declared, own_flow
from vendor_registry.intake.policy.toml_file import TomlEntry
from vendor_registry.intake.policy.typed_values import check_names, is_table, read_table
from vendor_registry.model.policy.policy import Example, OwnFlow
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.text.sheet import Row, Sheet

NESTED = ("rows", "flows")
SAID = [field.name for field in fields(Example) if field.name not in ("sheet", "flows", "cell")]


def examples(rule: TomlEntry) -> tuple[Example, ...]:
    """The examples of a rule, their rows as a sheet in hand: what its cells mean is found out when it is tried."""
    found = (_example(entry) for entry in _each(rule.inside("examples")) if is_table(entry))
    return tuple(example for example in found if example)


def _example(entry: TomlEntry) -> Example | None:
    before = len(entry.book.faults)
    check_names(entry, [*SAID, *NESTED])
    sheet = _sheet([one for one in _each(entry.inside("rows")) if is_table(one)], entry)
    flows = [own_flow(one) for one in _each(entry.inside("flows")) if is_table(one)]
    given = {"sheet": sheet, "flows": _sound(flows), "cell": entry.cell}
    table = entry.holding({name: value for name, value in entry.value.items() if name not in NESTED})
    example = read_table(Example, table, given)
    return example if len(entry.book.faults) == before else None


def _each(entry: TomlEntry) -> Iterator[TomlEntry]:
    if isinstance(entry.value, list):
        yield from (entry.inside(number) for number in range(len(entry.value)))
    elif entry.value is not None:
        entry.say("this is not a list of tables", "Write [{ ... }, { ... }].")


def _sound(flows: list[OwnFlow | None]) -> tuple[OwnFlow, ...]:
    return tuple(flow for flow in flows if flow)


def _sheet(rows: list[TomlEntry], example: TomlEntry) -> Sheet:
    """The rows as a sheet. Cells that every row must fill may be left out: they say something harmless then."""
    usual = _usual(example)
    texts = []
    for row in rows:
        check_names(row, BY_HEADER)
        written = {name: _text(row.inside(name)) for name in row.value if name in BY_HEADER}
        texts.append({**usual, "vendor": written.get("key", ""), **written})
    header = tuple(name for name in BY_HEADER if any(name in one for one in texts) or name in _ASKED)
    lines = (row.cell.line for row in rows)
    return Sheet(
        file=example.book.file,
        header=header,
        rows=tuple(
            Row(line, tuple(one.get(name, "") for name in header)) for line, one in zip(lines, texts, strict=True)
        ),
    )


_ASKED = [name for name, column in BY_HEADER.items() if column.required]


def _usual(example: TomlEntry) -> Mapping[str, str]:
    """A sub-processor for all products and data regions, with its seat where ours is."""
    company = example.book.root.inside("company").value
    seat = company.get("country") if isinstance(company, dict) else ""
    return {
        "country": seat if isinstance(seat, str) and seat else "DE",
        "role": "sub-processor",
        "service": min(map(str, declared("services", example.book)), default=""),
        "purpose": "Example",
        "products": ALL,
        "zone": ALL,
    }


def _text(entry: TomlEntry) -> str:
    """A value as the cell of a sheet would say it."""
    value: Any = entry.value
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    entry.say("this is not the text of a cell", 'Write it as in the sheet: "DE; BE".')
    return ""
