"""A fault as SARIF tells it: a result of a rule of its own, as linters tell of what they cannot parse."""

from typing import Any

from vendor_registry.model.text.origin import Fault
from vendor_registry.model.text.span import Locate
from vendor_registry.reports.formats.sarif.place import location
from vendor_registry.reports.formats.sarif.text import plain
from vendor_registry.reports.parts.fault_words import FAULT, STATEMENT, explained, names_of

REFUSED = {"invocations": [{"executionSuccessful": False, "exitCode": 2, "exitCodeDescription": "nothing was judged"}]}
"""Of the run (section 3.20): who reads it knows that the absence of other results proves nothing."""


def sarif_fault_rule() -> dict[str, Any]:
    """What every fault is about (reportingDescriptor, section 3.49)."""
    return {
        "id": FAULT,
        "name": FAULT,
        "shortDescription": {"text": STATEMENT},
        "fullDescription": {"text": f"{STATEMENT}; while something cannot be, nothing is judged."},
        "help": {"text": "Correct the cell as the message says; `vendors columns` tells what each column takes."},
    }


def sarif_faults(faults: tuple[Fault, ...], rule_index: int, locate: Locate) -> list[dict[str, Any]]:
    """A result for each, an error at its cell."""
    return [
        {
            "ruleId": FAULT,
            "ruleIndex": rule_index,
            "level": "error",
            "message": {"text": plain(explained(fault))},
            "locations": [location(fault.cell, locate)],
            "partialFingerprints": {"primaryLocationLineHash": name},
            "suppressions": [],
        }
        for fault, name in zip(faults, names_of(faults), strict=True)
    ]
