"""How a file leaves: in which format, under which name, with what is said beside it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from vendor_registry.model.text.origin import UsageError


class FileFormat(Protocol):
    """A format in which a file leaves: of a document, a diagram, a calendar, a feed."""

    @property
    def name(self) -> str: ...
    @property
    def suffix(self) -> str: ...
    @property
    def text(self) -> bool: ...


class TextFormat(NamedTuple):
    """One that can be read on a terminal, where nothing but its name and its suffix is to be known."""

    name: str
    suffix: str
    text: bool = True


Form = TypeVar("Form", bound=FileFormat)


def form_called(wanted: str, output: str, forms: Mapping[str, Form], usual: str) -> Form:
    """By name, by the suffix of the file, or the usual one. Raises UsageError where none fits."""
    from vendor_registry.cli.opening import chosen

    by_suffix = {form.suffix: form.name for form in forms.values()}
    suffix = Path(output).suffix.lower()
    if not wanted and suffix and suffix not in by_suffix:
        raise UsageError(f'No format has the suffix "{suffix}"; choose one with --format: {", ".join(forms)}.')
    form = chosen("format", wanted or by_suffix.get(suffix, usual), forms)
    if by_suffix.get(suffix, form.name) != form.name:
        raise UsageError(f'"{output}" would hold {form.name}; end its name in {form.suffix}, or leave --format out.')
    if output == "-" and not form.text:
        texts = " or ".join(name for name, one in forms.items() if one.text)
        raise UsageError(f"{form.name} is not for the terminal; name a file with -o, or choose --format {texts}.")
    return form


def hand_out(content: bytes, output: str, usual: Path, remarks: Sequence[str], inputs: Iterable[Path]) -> None:
    """To stdout for `-`, else into a file whose path is printed; remarks go to stderr.

    `inputs` were read and stay as they are: raises UsageError where the file is one of them.
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.cli.talk import talk
    from vendor_registry.use_cases.files.output import refuse_outputs, write

    if output == "-":
        print_text(content.decode("utf-8"))
    else:
        path = Path(output) if output else usual
        refuse_outputs([path], inputs)
        write(path, content)
        print_text(f"{path}\n")
    for remark in remarks:
        talk(remark)
