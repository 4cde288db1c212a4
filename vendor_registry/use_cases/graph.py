"""Draw who hands personal data to whom."""

import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.drawing.compose import compose
from vendor_registry.drawing.formats import Format
from vendor_registry.drawing.picture.picture import Picture
from vendor_registry.drawing.picture.view import View
from vendor_registry.drawing.views.catalogue import DEFAULT, VIEWS
from vendor_registry.intake.words.suggestions import listed, nearest
from vendor_registry.model.finding import Finding
from vendor_registry.model.origin import UsageError
from vendor_registry.use_cases.check import check
from vendor_registry.use_cases.only import Keys

Write = Callable[[Picture, str], bytes]


@dataclass(frozen=True, kw_only=True, slots=True)
class Diagram:
    """The file, and what a person should know of it."""

    content: bytes
    findings: int  # that are about what is drawn
    marked: int  # of these, the ones that stand at lines of the picture
    warnings: tuple[str, ...]

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know of the file, a sentence each."""
        subject = "1 finding concerns" if self.findings == 1 else f"{self.findings} findings concern"
        marked = f" ({self.marked} marked in it)" if self.marked else ""
        return (
            *(f"Warning: {warning}." for warning in self.warnings),
            *([f"{subject} this diagram{marked}; run vendors check."] if self.findings else []),
        )


def graph(
    case: Case, wanted: Format, *, view: str = DEFAULT, product: str = "", engine: str = "auto", only: Keys = None
) -> Diagram:
    """The diagram of a view in one format, for one product or ("") all, or of what touches these nodes.

    Raises UsageError for a view, product or engine that is none, and for a part that is empty; FailureError where the
    engine fails.
    """
    if view not in VIEWS:
        raise UsageError(f'"{view}" is no view; choose one of {", ".join(VIEWS)}.')
    if product:
        _known(product, sorted(case.policy.products))
    seen: View = import_module(VIEWS[view]).VIEW
    found = check(case).findings
    picture = compose(case, seen, transfers(case), found, product, only)
    if product and not picture.boxes:
        among = "" if only is None else " among what --only names"
        raise UsageError(f'Nothing{among} serves the product "{product}" on {case.as_of}; there is nothing to draw.')
    content, told = _written(picture, wanted, engine)
    return Diagram(
        content=content, findings=_concerning(found, picture, case), marked=len(picture.remarks), warnings=told
    )


def _known(product: str, products: Sequence[str]) -> None:
    if product not in products:
        meant = f'; did you mean "{near}"?' if (near := nearest(product, products)) else "."
        raise UsageError(f'"{product}" is no product of the policy{meant} It has {listed(products) or "none"}.')


def _written(picture: Picture, wanted: Format, engine: str) -> tuple[bytes, tuple[str, ...]]:
    write: Write = import_module(wanted.module).write
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        content = write(picture, engine)
    return content, tuple(str(warning.message) for warning in caught if issubclass(warning.category, UserWarning))


def _concerning(findings: Iterable[Finding], picture: Picture, case: Case) -> int:
    """How many findings that stand are at the row of a party that is drawn, or prove themselves by a flow to one."""
    drawn = {member for box in picture.boxes for member in box.members}
    rows = {(one.file, one.line) for one in case.running if one.key in drawn}
    return sum(
        (one.cell.file, one.cell.line) in rows or any(hop.flow.target in drawn for hop in one.witness)
        for one in findings
        if not one.waived_by
    )
