"""vendors serve"""

import gc
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    DatabaseOption,
    PolicyOption,
    SheetOption,
    WorksheetOption,
    today,
)

NameOption = Annotated[
    list[str] | None,
    typer.Option(
        "--name", metavar="HOST", help="A name by which people reach it, as register.acme.example; repeat it."
    ),
]
RootOption = Annotated[
    str, typer.Option("--root-path", metavar="PATH", help="What a proxy puts in front of every address, as /desk.")
]


HostOption = Annotated[str, typer.Option("--host", metavar="HOST", help="Where to listen.")]
PortOption = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="0: any free one.")]
ProxyOption = Annotated[
    str, typer.Option("--proxy", metavar="ADDRESS", help="The proxy whose X-Forwarded headers are believed.")
]
CertificateOption = Annotated[
    Path | None, typer.Option("--certificate", metavar="FILE", help="TLS: the certificate, as PEM.")
]
KeyOption = Annotated[Path | None, typer.Option("--key", metavar="FILE", help="TLS: its key, as PEM.")]
PatienceOption = Annotated[
    float, typer.Option("--patience", metavar="SECONDS", min=1, help="How long one judgement may take.")
]


def serve(
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    name: NameOption = None,
    root_path: RootOption = "",
    proxy: ProxyOption = "127.0.0.1",
    certificate: CertificateOption = None,
    key: KeyOption = None,
    patience: PatienceOption = 30.0,
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
    database: DatabaseOption = "",
) -> None:
    """Open the register in a browser, for Legal.

    On this machine alone the address that is printed lets one browser in. On any other --host, and behind a proxy
    (--name), people sign in: vendors users add.

    Example: vendors serve --port 8080

    Or in the company: vendors serve --host 10.0.0.5 --name register.acme.example --certificate c.pem --key k.pem
    """
    from vendor_registry.cli.desk.starting import safe, said_of
    from vendor_registry.cli.opening import repository_of
    from vendor_registry.cli.talk import talk
    from vendor_registry.desk.settings import Settings
    from vendor_registry.use_cases.ledger.author import author

    asked = Settings(
        repository=repository_of(sheet, policy, database, worksheet),
        host=host,
        port=port,
        names=tuple(name or ()),
        root_path=root_path,
        patience=patience,
        owner=author("", sheet.parent),
        today=today,
        clock=lambda: datetime.now(UTC),
    )
    desk = safe(asked)
    from vendor_registry.desk.server import Listening, serve

    gc.enable()  # a process that stays; rarely, since a judgement makes millions of things that live as long as it does
    gc.set_threshold(200_000, 20, 100)
    for sentence in said_of(desk, certificate):
        talk(sentence)
    serve(desk, Listening(proxies=proxy, certificate=certificate, key=key), print_address, talk)


def print_address(address: str) -> None:
    """To stdout: it is what the command is run for."""
    from vendor_registry.cli.opening import print_text

    print_text(f"{address}\n")
