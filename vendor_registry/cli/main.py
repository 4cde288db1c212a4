"""The command line. To add a command: one file in a room beside this, one line in this list."""

import io
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from copy import copy
from typing import Annotated, Any, NoReturn, cast

import typer

from vendor_registry.cli.customers import calendar, feed, notice, objection, site
from vendor_registry.cli.desk import serve, users
from vendor_registry.cli.diagrams import graph
from vendor_registry.cli.documents import annex, records, verify
from vendor_registry.cli.judgement import check, law, rules, transfer
from vendor_registry.cli.ledger import diff, fsck, ledger, log, publish
from vendor_registry.cli.register import add, columns, doctor, fmt, import_, init, list_, reconcile, review, show
from vendor_registry.cli.talk import talk
from vendor_registry.cli.values import take_plainly
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import Fault, RefusedError, UsageError, VendorsError

INTERRUPTED = 130  # 128 and the number of the signal, as shells say it

app = typer.Typer(
    name="vendors",
    rich_markup_mode=None,  # plain help starts twice as fast
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Know, prove and publish who gets your personal data, from one sheet (data/vendors.csv).",
    epilog="Exit status: 0 sound, 1 findings (check), 2 the sheet or the request cannot be understood, 70 our failure.",
)


_ALL_FAULTS = "--all-faults"
_SHOWN = 50  # faults: more than anybody mends before the next try


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"vendors {version('vendor-registry')}")
        raise typer.Exit


@app.callback()
def vendors(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a failure.")] = False,
    all_faults: Annotated[
        bool, typer.Option(_ALL_FAULTS, help=f"Show every fault of a sheet, not the first {_SHOWN} only.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Know, prove and publish who gets your personal data, from one sheet (data/vendors.csv)."""


app.command("check")(check.check)
app.command("annex")(annex.annex)
app.command("records")(records.records)
app.command("graph")(graph.graph)
app.command("list")(list_.list_)
app.command("show")(show.show)
app.command("transfer")(transfer.transfer)
app.add_typer(law.app, name="law")
app.command("publish")(publish.publish)
app.command("log")(log.log)
app.command("diff")(diff.diff)
app.command("site")(site.site)
app.command("feed")(feed.feed)
app.add_typer(notice.app, name="notice")
app.command("calendar")(calendar.calendar)
app.add_typer(objection.app, name="objection")
app.command("verify")(verify.verify)
app.command("fsck")(fsck.fsck)
app.add_typer(ledger.app, name="ledger")
app.command("serve")(serve.serve)
app.add_typer(users.app, name="users")
app.command("columns")(columns.columns)
app.add_typer(rules.app, name="rules")
app.add_typer(review.app, name="review")
app.command("add")(add.add)
app.command("import")(import_.import_)
app.command("reconcile")(reconcile.reconcile)
app.command("fmt")(fmt.fmt)
app.command("init")(init.init)
app.command("doctor")(doctor.doctor)

take_plainly(app)


def program() -> NoReturn:
    """The `vendors` program in a process of its own.

    It ends without taking down, object by object, what was built: that takes a tenth of the time of a large check.
    Everything is written, flushed and closed by then.
    """
    status: object = 0
    try:
        run()
    except SystemExit as end:
        status = end.code
    except KeyboardInterrupt:  # between two commands of the parser's own; whoever pressed the keys knows why
        status = INTERRUPTED
    for stream in filter(None, (sys.stdout, sys.stderr)):  # None where the stream was closed from outside
        with suppress(OSError, ValueError):  # a reader that left was told of by whoever wrote to it
            stream.flush()
    os._exit(status if isinstance(status, int) else int(status is not None))


def run() -> None:
    """Carry out the command line: whatever goes wrong becomes a sentence and an exit status."""
    try:
        words = [word for word in sys.argv[1:] if word != _ALL_FAULTS]  # it may stand behind the command as well
        sys.exit(asked(words)(words, standalone_mode=False))
    except typer.TyperException as refusal:
        _leave(_said_by_the_parser(refusal), refusal.exit_code)
    except typer.Abort:
        _leave("Stopped; nothing was done.", 1)
    except RefusedError as refusal:
        _leave(_told(refusal.faults, refusal.consequence), 2)
    except UsageError as refusal:
        _leave(str(refusal), 2)
    except Exception as failure:
        _fail(failure)


def asked(words: Sequence[str]) -> typer.Typer:
    """The program with the one command that is asked for, where that stands first: forty take longer to set up."""
    named = [command for command in app.registered_commands if words and command.name == words[0]]
    if not named:
        return app
    narrow = copy(app)
    narrow.registered_commands, narrow.registered_groups = named, []
    return narrow


def _told(faults: Sequence[Fault], consequence: str) -> str:
    """The faults, the first of them where there are many, and their number."""
    shown = faults if _ALL_FAULTS in sys.argv else faults[:_SHOWN]
    lines = list(map(str, shown))
    if len(faults) > len(shown):
        lines.append(f"... and {counted(len(faults) - len(shown), 'more fault')}; {_ALL_FAULTS} shows all of them.")
    return "\n".join([*lines, f"{counted(len(faults), 'fault')}; {consequence}."])


def _said_by_the_parser(refusal: typer.TyperException) -> str:
    """Usage and message, to leave by the same door as all other talk: they quote the request, secrets and all."""
    said = io.StringIO()
    cast(Any, refusal).show(said)  # which every refusal of the parser has, though its public class does not say so
    return said.getvalue().rstrip()


def _fail(failure: Exception) -> None:
    if "--debug" in sys.argv:
        talk("".join(traceback.format_exception(failure)).rstrip())
    ours = not isinstance(failure, VendorsError | OSError)
    what = f"{type(failure).__name__}: {failure}" if ours else str(failure)
    hint = " This is our fault, not yours; vendors --debug shows where." if ours else ""
    _leave(f"vendors failed: {' '.join(what.split())}{hint}", 70)


def _leave(text: str, status: int) -> None:
    talk(text)
    sys.exit(status)
