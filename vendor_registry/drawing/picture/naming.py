"""What there is not is refused, with what was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from vendor_registry.model.text.origin import UsageError

_LISTED = 12


def nothing_of_that_name(sentence: str, wanted: str, known: Iterable[str]) -> UsageError:
    """The sentence, a suggestion where a known name is close, and otherwise what there is, as long as it is short."""
    names = {name.casefold(): name for name in sorted(known)}
    close = get_close_matches(wanted.casefold()[:60], names, 1)
    if close:
        return UsageError(f'{sentence} Did you mean "{names[close[0]]}"?')
    listed = f" Known: {', '.join(sorted(names.values()))}." if 0 < len(names) <= _LISTED else ""
    return UsageError(sentence + listed)
