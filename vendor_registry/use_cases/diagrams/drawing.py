"""A diagram that a notebook shows."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.drawing.album import Album
from vendor_registry.drawing.formats.catalogue import FORMATS
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.diagrams.behind import Behind
from vendor_registry.use_cases.diagrams.views import drawn_for
from vendor_registry.use_cases.diagrams.wish import Wish
from vendor_registry.use_cases.diagrams.written import written
from vendor_registry.use_cases.files.output import write
from vendor_registry.use_cases.judgement.check import check


@dataclass(frozen=True, slots=True)
class Drawing:
    """The pages of a view; Jupyter shows them as SVG, with a text for who cannot see them."""

    album: Album
    theme: str = "light"

    def _repr_svg_(self) -> str:
        return written(self.album, FORMATS["svg"], self.theme, tables=False)[0].decode()

    def _repr_html_(self) -> str:
        """The SVG in the page, its XML declaration left off, under a name."""
        title = self.album.pages[0].picture.title
        svg = self._repr_svg_().partition("?>\n")[2]
        return f'<figure aria-label="{escape(title)}">\n{svg}</figure>'

    def save(self, file: Path | str) -> Path:
        """Write it in the format of the suffix. Raises UsageError for a suffix of no format."""
        path = Path(file)
        forms = {form.suffix: form for form in FORMATS.values()}
        if path.suffix.lower() not in forms:
            raise UsageError(f'No format has the suffix "{path.suffix}"; there are {", ".join(forms)}.')
        write(path, written(self.album, forms[path.suffix.lower()], self.theme)[0])
        return path


def drawing(case: Case, wish: Wish) -> Drawing:
    """Of a case. Raises UsageError as `use_cases.graph.graph` does."""
    report = wish.compared.report if wish.compared else check(case)
    return Drawing(drawn_for(Behind(case), report, wish), wish.theme)
