"""Every page. To add one: a file beside this one, its line here, and its name in the menu of web/rendering.py."""

from collections.abc import Sequence

from vendor_registry.desk.pages import (
    annex,
    assets,
    cell,
    changes,
    diagrams,
    enter,
    findings,
    notices,
    objections,
    policy,
    proposals,
    register,
    row,
    side,
    trail,
    what_if,
)
from vendor_registry.desk.web.routing import Page

PAGES: Sequence[Page] = (
    assets.PAGE,
    *enter.PAGES,
    register.PAGE,
    cell.PAGE,
    *row.PAGES,
    findings.PAGE,
    policy.PAGE,
    *side.PAGES,
    *diagrams.PAGES,
    what_if.PAGE,
    changes.PAGE,
    *notices.PAGES,
    *objections.PAGES,
    *annex.PAGES,
    *proposals.PAGES,
    trail.PAGE,
)
