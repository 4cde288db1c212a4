"""What another list says: the third parties that it names, or whose hosts and resources it shows."""

from dataclasses import dataclass
from datetime import date

from vendor_registry.model.register.place import UNKNOWN_REGION, Region


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """One third party in another list."""

    place: str  # `hosts.txt:3`, or `state.json#/resources/0` (RFC 6901)
    written: str  # as it stands there: a name, a host, a provider
    names: tuple[str, ...] = ()  # by which a register may know it, the likeliest first; none: nobody is known by it
    by_name: bool = True  # whether the list writes a name; a host and a resource are only a sign of somebody
    sure: bool = (
        True  # whether it is surely a third party, and by these names: of a host nobody knows it may be anybody
    )
    own: bool = False  # a host of our own, or of nobody's
    region: Region = UNKNOWN_REGION  # where, as far as the list says it and we understand it
    unread: str = ""  # words about places of which not all were understood
    begins: date | None = None  # the first day of it, where the list says one
    more: int = 0  # how many further places of the list say the same


@dataclass(frozen=True, slots=True)
class Inventory:
    """Another list as it was read."""

    file: str
    kind: str  # list, terraform, hosts, cookies, bearer, privado, cyclonedx, text
    mentions: tuple[Mention, ...]
    whole: bool  # whether it means to name everybody, so that whoever it leaves out is a difference
    remarks: tuple[str, ...] = ()  # what was left out
