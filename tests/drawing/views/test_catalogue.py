"""The list of views."""

from importlib import import_module
from pathlib import Path

from vendor_registry.drawing.views import catalogue


def test_every_view_is_listed_under_its_own_name() -> None:
    for name, module in catalogue.VIEWS.items():
        assert import_module(module).VIEW.name == name
    files = {path.stem for path in Path(catalogue.__file__).parent.glob("*.py")} - {"__init__", "catalogue"}
    assert files == {module.rpartition(".")[2] for module in catalogue.VIEWS.values()}
    assert catalogue.DEFAULT in catalogue.VIEWS
