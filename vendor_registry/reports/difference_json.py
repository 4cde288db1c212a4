"""A difference for programs: one versioned object, keys in a fixed order (docs/difference.schema.json)."""

from typing import Any

from vendor_registry.changes.change import Change
from vendor_registry.changes.concerned import Concern
from vendor_registry.changes.difference import Difference
from vendor_registry.changes.findings import KnownFinding
from vendor_registry.changes.reached import Arrival
from vendor_registry.changes.transfers import NewTransfer
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.findings.transfer import Answer
from vendor_registry.reports.parts.json_text import json_text

VERSION = 1  # raised when a key changes its meaning or goes; new keys do not raise it


def as_json(found: Difference) -> str:
    """One JSON object with `changes` and `consequences`."""
    return json_text(
        {
            "version": VERSION,
            "before": str(found.before),
            "after": str(found.after),
            "as_of": found.day.isoformat(),
            "changes": [change(one) for one in found.changes],
            "consequences": {
                "reached": [_arrival(one) for one in found.reached],
                "transfers": [_transfer(one) for one in found.transfers],
                "findings": {
                    "new": [_finding(one) for one in found.findings.new],
                    "worse": [_finding(one) for one in found.findings.changed],
                    "fixed": [_known(one) for one in found.findings.fixed],
                },
                "customers": [_concern(one) for one in found.customers],
            },
        }
    )


def change(one: Change) -> dict[str, Any]:
    """One change, as it stands in `changes`."""
    return {
        "kind": str(one.kind),
        "vendor": one.vendor,
        "keys": list(one.keys),
        "role": str(one.role),
        "column": one.column,
        "before": one.before,
        "after": one.after,
        "effective": one.effective.isoformat() if one.effective else None,
        "cell": {"file": one.cell.file, "line": one.cell.line, "column": one.cell.column},
    }


def _arrival(one: Arrival) -> dict[str, Any]:
    return {
        "home": one.home,
        "place": one.place,
        "data": list(one.data),
        "sink": one.sink,
        "sure": one.sure,
        "witness": [
            {"from": hop.flow.source, "to": hop.flow.target, "key": hop.flow.key, "data": list(hop.data)}
            for hop in one.witness
        ],
    }


def _transfer(one: NewTransfer) -> dict[str, Any]:
    return {
        "sink": one.sink,
        "regime": one.regime,
        "country": one.country,
        "via": one.via,
        "before": _answer(one.before) if one.before else None,
        "after": _answer(one.after),
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "verdict": str(answer.verdict),
        "basis": answer.basis,
        "ground": answer.ground,
        "citation": answer.citation,
    }


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "verdict": str(one.verdict),
        "message": one.message,
        "mend": one.mend,
        "sink": one.sink,
        "home": one.home,
        "cell": {"file": one.cell.file, "line": one.cell.line, "column": one.cell.column},
    }


def _known(one: KnownFinding) -> dict[str, Any]:
    identity = one.identity
    return {
        "rule": identity.rule,
        "verdict": str(one.verdict),
        "message": one.message,
        "sink": identity.sink,
        "home": identity.home,
        "column": identity.column,
    }


def _concern(one: Concern) -> dict[str, Any]:
    return {
        "key": one.customer.key,
        "name": one.customer.name,
        "vendors": list(one.vendors),
        "keys": sorted({key for change in one.changes for key in change.keys}),
        "products": list(one.products),
        "zones": list(one.zones),
        "conditions": list(one.conditions),
        "sure": one.sure,
        "commitments": [promised.text for promised in one.commitments],
    }
