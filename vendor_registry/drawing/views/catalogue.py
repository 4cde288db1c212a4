"""The views, in the order people see. To add one: a module beside this one with a `VIEW`, and a line here."""

from collections.abc import Mapping

_FOLDER = "vendor_registry.drawing.views."

VIEWS: Mapping[str, str] = {  # the module of each; it is loaded when it is asked for
    name: _FOLDER + name
    for name in (
        "summary",
        "region",
        "jurisdiction",
        "product",
        "data",
        "vendor",
        "purpose",
        "chain",
        "transfers",
        "violations",
        "diff",
        "concentration",
    )
}
DEFAULT = "summary"
