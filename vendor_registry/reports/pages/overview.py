"""One line an engagement, for the terminal."""

from collections.abc import Sequence

from vendor_registry.case.case import Case
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.visible import visible

_WIDTHS = (22, 26, 15, 20, 26, 5, 16)


def overview(case: Case, only: frozenset[str] | None = None) -> str:
    """The engagements in force, or those of these keys, as a table of fixed columns."""
    rows = [one for one in case.running if only is None or one.key in only]
    if not rows:
        return f"{'No engagement' if only is None else 'None of these engagements'} is in force on {case.as_of}.\n"
    lines = [_line(("KEY", "VENDOR", "ROLE", "SERVICE", "PRODUCTS", "ZONE", "REGION"))]
    lines += [
        _line((one.key, one.vendor, one.role, one.service, ";".join(one.products), one.zone, _codes(one)))
        for one in rows
    ]
    vendors = len({one.vendor for one in rows})
    lines.append(f"{counted(len(rows), 'engagement')} of {counted(vendors, 'vendor')} in force on {case.as_of}.")
    if only is None and case.policy.recipients:
        lines.append(visible(f"Who gets data on occasion: {', '.join(case.policy.recipients)} (vendors show KEY)."))
    return "\n".join(lines) + "\n"


def _codes(engagement: Engagement) -> str:
    return ";".join(engagement.region.codes) or "?"


def _line(cells: Sequence[str]) -> str:
    shown = (visible(cell) for cell in cells)
    fitted = (
        text if len(text) <= width else text[: width - 1] + "…" for text, width in zip(shown, _WIDTHS, strict=True)
    )
    return "  ".join(text.ljust(width) for text, width in zip(fitted, _WIDTHS, strict=True)).rstrip()
