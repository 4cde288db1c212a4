"""What a reader of cells says when it does not understand one."""


class UnclearError(Exception):
    """A text that means nothing here: one complaint or several, each with what was expected."""

    def __init__(self, message: str, hint: str, *more: tuple[str, str]) -> None:
        self.complaints = ((message, hint), *more)
        super().__init__(message)


def all_unclear(complaints: list[tuple[str, str]]) -> UnclearError:
    """Several complaints about one cell, told together; there must be at least one."""
    (message, hint), *more = complaints
    return UnclearError(message, hint, *more)
