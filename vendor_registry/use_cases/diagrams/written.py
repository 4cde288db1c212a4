"""Pages in a format: the only place where writers are looked up, so that none loads the others' libraries."""

import warnings
from importlib import import_module

from vendor_registry.drawing.album import Album
from vendor_registry.drawing.formats.catalogue import Format
from vendor_registry.drawing.page.supplement import Supplement


def written(
    drawn: Album, wanted: Format, theme: str, *, tables: bool = True, supplement: Supplement | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what its writer warned of; `tables`: with the findings and flows below an SVG."""
    module = import_module(wanted.module)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        if supplement:
            content: bytes = module.write(drawn, supplement)
        elif not wanted.themed:
            content = module.write(drawn)
        elif wanted.name == "svg" and not tables:
            content = module.pictures(drawn.pages, module.Theme(theme))
        else:
            content = module.write(drawn, module.Theme(theme))
    return content, tuple(
        dict.fromkeys(str(warning.message) for warning in caught if issubclass(warning.category, UserWarning))
    )
