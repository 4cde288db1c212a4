"""Every page. To add one: a file beside this one, and its line here."""

from collections.abc import Sequence

from vendor_registry.desk.pages import assets, cell, enter, register
from vendor_registry.desk.routing import Page

PAGES: Sequence[Page] = (
    assets.PAGE,
    *enter.PAGES,
    register.PAGE,
    cell.PAGE,
)
