"""The records, in the order people see. To add one: a module in this folder and a line here.

A module has `paper(contract) -> Paper`; that of the assessment wants the country, too. Modules are named, not imported.
"""

from collections.abc import Mapping

_FOLDER = "vendor_registry.documents.records."

AS: Mapping[str, str] = {  # in which capacity, and the module of the record
    "controller": _FOLDER + "controller",
    "processor": _FOLDER + "processor",
}
TRANSFERS = _FOLDER + "transfers"
ASSESSMENT = _FOLDER + "assessment"
EVERY = "all"  # every country that something is transferred to
