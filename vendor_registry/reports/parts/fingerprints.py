"""Names of findings that stay the same while rows move, so that a service can tell old findings from new."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from vendor_registry.model.findings.finding import Finding


def fingerprints(findings: Sequence[Finding]) -> Iterator[str]:
    """One `hash:number` a finding, in the order given.

    The hash is of `Finding.identity`, which baselines use too. Findings of one identity are numbered by
    what they say, never by where they stand, so that moving rows keeps the numbers.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    names: dict[int, str] = {}
    for finding in sorted(findings, key=_said):
        seen[finding.identity] += 1
        names[id(finding)] = f"{_hash(finding.identity)}:{seen[finding.identity]}"
    return (names[id(finding)] for finding in findings)


def _said(finding: Finding) -> tuple[object, ...]:
    return (finding.source, finding.cell.column, finding.data, finding.message)


def _hash(identity: tuple[str, ...]) -> str:
    return sha256("\0".join(identity).encode("utf-8", "backslashreplace")).hexdigest()[:32]
