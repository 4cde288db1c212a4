"""How a desk was started."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from vendor_registry.use_cases.files.repository import Repository

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Where the register is, who may come in and by which names, and how long and large things may be."""

    repository: Repository
    today: Callable[[], date]
    clock: Callable[[], datetime]  # in UTC
    owner: str = ""  # who started the desk: the one person on loopback, where there are no users
    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()  # further names by which people reach the desk, behind a proxy or in the company
    root_path: str = ""  # what a proxy puts in front of every path, "/desk"
    users: bool = False  # whether people sign in with a password
    patience: float = 30.0  # seconds for one judgement
    page_rows: int = 50
    form_bytes: int = 1_000_000
    upload_bytes: int = 20_000_000
    body_seconds: float = 60.0  # for all of a body to come
    idle_seconds: int = 8 * 3600  # after which a session nobody used has ended

    @property
    def authorities(self) -> frozenset[str]:
        """What may stand in the Host header: everything else is somebody else's name for this address."""
        own = {self.host, *LOOPBACK} if self.host in LOOPBACK else {self.host}
        bare = {f"[{name}]" if ":" in name else name.casefold() for name in own}
        with_port = {f"{name}:{self.port}" for name in bare}
        return frozenset((*with_port, *(bare if self.port in (80, 443) else ()), *map(str.casefold, self.names)))
