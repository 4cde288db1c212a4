"""Faults in a report: what cannot be understood stands in every format, so that a build shows it at its cell."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import Fault

FAULT = "fault"  # where findings have their rule and their verdict
STATEMENT = "The sheet, the policy and what stands beside them can be understood"


def no_judgement(report: Report) -> str:
    """`3 faults; nothing was judged.`"""
    return f"{counted(len(report.faults), 'fault')}; nothing was judged."


def explained(fault: Fault) -> str:
    """What is wrong and what was expected, in one line."""
    message = fault.message if fault.message.endswith((".", "?", "!")) else f"{fault.message}."
    return " ".join(filter(None, (message, f"{fault.hint[:1].upper()}{fault.hint[1:]}")))


def names_of(faults: Sequence[Fault]) -> Iterator[str]:
    """One `hash:number` a fault, of its file, its column and what it says: the same while rows move."""
    seen: Counter[str] = Counter()
    for fault in faults:
        said = "\0".join((FAULT, fault.cell.file, fault.cell.column, fault.message))
        name = sha256(said.encode("utf-8", "backslashreplace")).hexdigest()[:32]
        seen[name] += 1
        yield f"{name}:{seen[name]}"
