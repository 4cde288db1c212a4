"""The desk on a port (the door to uvicorn)."""

import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import uvicorn

from vendor_registry.desk.app import desk
from vendor_registry.desk.office import Office
from vendor_registry.desk.security.connections import ImpatientProtocol
from vendor_registry.desk.settings import Settings
from vendor_registry.model.text.origin import UsageError

_QUEUE, _AT_ONCE, _IDLE = 128, 200, 15
_LAST = 10  # seconds that a desk which stops still has for who was asking
_SWITCH = 0.0005  # seconds after which the thread that judges lets pages have the processor, each time they ask


@dataclass(frozen=True, kw_only=True, slots=True)
class Listening:
    """How the port is served."""

    proxies: str = "127.0.0.1"  # whose X-Forwarded-* headers are believed
    certificate: Path | None = None
    key: Path | None = None


def serve(settings: Settings, how: Listening, say: Callable[[str], None], log: Callable[[str], None]) -> None:
    """Until it is stopped. Raises UsageError where the address is taken or none of ours."""
    listening = _socket(settings.host, settings.port)
    settings = replace(settings, port=listening.getsockname()[1])
    app, office = desk(settings, log)
    config = uvicorn.Config(
        app,
        http=ImpatientProtocol,
        proxy_headers=True,
        forwarded_allow_ips=how.proxies,
        access_log=False,  # addresses hold what people look for, and once the token
        log_level="critical",  # what goes wrong inside is told by the desk itself
        server_header=False,
        lifespan="off",
        ws="none",
        limit_concurrency=_AT_ONCE,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=_LAST,
        ssl_certfile=how.certificate,
        ssl_keyfile=how.key,
    )
    say(_address(settings, office.token.secret, how.certificate))
    sys.setswitchinterval(_SWITCH)
    signal.signal(signal.SIGTERM, _stop)  # after it has answered whom it was answering, uvicorn raises it again
    _Server(config, office).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that judges the register before anybody has asked."""

    def __init__(self, config: uvicorn.Config, office: Office) -> None:
        super().__init__(config)
        self._office = office

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._office.register.judge_soon()


def _stop(*_: object) -> None:
    """Ends the program as SIGTERM does, with what is to be tidied up."""
    raise SystemExit(128 + signal.SIGTERM)


def _address(settings: Settings, token: str, certificate: Path | None) -> str:
    """By the first name where there is one: behind a proxy that is the proxy's, which ends TLS."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    place = settings.names[0] if settings.names else f"{host}:{settings.port}"
    base = f"{'https' if certificate or settings.names else 'http'}://{place}{settings.root_path}"
    return f"{base}/" if settings.users else f"{base}/enter?token={token}"


def _socket(host: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        opened = socket.socket(*found[:3])  # with its protocol named asyncio sends at once (TCP_NODELAY)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(found[4])
        opened.listen(_QUEUE)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"The desk cannot listen on {host} port {port}: {reason}. Try another --port.") from None
    return opened
