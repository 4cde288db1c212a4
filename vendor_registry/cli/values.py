"""Values of the command line, taken as they are where they are plainly right.

Typer checks every value, defaults included, with a library that takes longer to load than most commands take to run.
Here it is asked only where it has something to say.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import typer
from typer.core import TyperCommand, TyperGroup


def take_plainly(app: typer.Typer) -> None:
    """Let typer check only the values that are not plainly right, in every command and group of a program."""
    if not isinstance(app.info.cls, type):  # a group of its own kind says itself how it reads its values
        app.info.cls = QuickGroup
    for command in app.registered_commands:
        command.cls = _QuickCommand
    for group in app.registered_groups:
        if group.typer_instance:
            take_plainly(group.typer_instance)


class _QuickCommand(TyperCommand):
    """What stands behind the name of a command."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _taken_plainly(super().get_params(ctx))


class QuickGroup(TyperGroup):
    """What stands before the name of a command."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _taken_plainly(super().get_params(ctx))


def _taken_plainly(parameters: Iterable[Any]) -> list[Any]:
    found = list(parameters)
    for one in found:
        if hasattr(one, "get_runtime_param"):  # typer before 0.29 checks without that library
            vars(one)["_runtime_param"] = _Plain()
    return found


class _Plain:
    """Stands where typer would put its check of one parameter, and makes way for it."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        several = param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        wanted, about = param.type_descriptor.annotation, param.type_descriptor.parameter_info
        try:
            if not several:
                return _taken(value, wanted, about)
            if not isinstance(value, str):
                (kind,) = get_args(wanted)
                return [_taken(one, kind, about) for one in value]
        except (TypeError, ValueError, typer.BadParameter):
            pass  # for typer to say
        vars(param)["_runtime_param"] = None
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def _taken(value: Any, wanted: object, about: Any) -> Any:
    """The value as the command gets it; raises TypeError, ValueError or BadParameter where typer has to look at it."""
    if about.parser:
        return about.parser(value)
    if wanted is str and isinstance(value, str):
        return value
    if wanted is int and not about.clamp and str(value).isascii() and str(value).isdecimal():
        return _within(int(value), about)
    if wanted is Path and about.file_okay and about.dir_okay and not (about.exists or about.resolve_path):
        return _readable(Path(value))
    raise TypeError(wanted)


def _within(number: int, about: Any) -> int:
    if (about.min is not None and number < about.min) or (about.max is not None and number > about.max):
        raise ValueError(number)
    return number


def _readable(path: Path) -> Path:
    """A file that can be read, or is not there: whoever needs it says so in words of ours."""
    if path.exists() and not os.access(path, os.R_OK):
        raise ValueError(path)
    return path
