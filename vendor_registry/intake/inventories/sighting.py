"""A host or a name as it is seen in another list > a mention, with the names by which a register knows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from vendor_registry.intake.catalogue.signs import Names, names_of_host
from vendor_registry.intake.catalogue.vendors import ALSO, facts_of
from vendor_registry.intake.inventories.host_names import company_label, host_of, is_own
from vendor_registry.intake.lists.words.names import without_marks
from vendor_registry.intake.words.place_tables import cloud_region
from vendor_registry.model.ledger.mention import Mention
from vendor_registry.model.register.place import UNKNOWN_REGION, Place, Region


@dataclass(frozen=True)
class KnownNames:
    """What is known before a list is read: domains of vendors in the register, our own, and names to look for."""

    domains: Mapping[str, Names] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    own_names: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # of vendors in the register, all that there are of them


def seen_host(written: str, place: str, known: KnownNames) -> Mention | None:
    """The mention that a host makes; None where the text names no host."""
    host = host_of(written)
    if not host:
        return None
    label = company_label(host)
    told = names_of_host(host, known.domains)
    names = told or ((label,) if label else ())
    own, region = is_own(host, known.own), _region(host)
    sure = bool(told)
    return Mention(place=place, written=host, names=names, by_name=False, sure=sure, own=own, region=region)


def seen_name(
    written: str, place: str, known: KnownNames, hosts: Iterable[str] = (), region: Region = UNKNOWN_REGION
) -> Mention:
    """The mention that a name makes; hosts that stand beside it tell more names."""
    name = without_marks(written)
    told = [one for host in hosts if (one := seen_host(host, place, known)) and one.sure and not one.own]
    names = (name, *synonyms(name), *(by for one in told for by in one.names))
    own = name in known.own_names
    return Mention(place=place, written=name, names=tuple(dict.fromkeys(names)), own=own, region=region)


def _region(host: str) -> Region:
    """The region of a cloud that a host names: eu-central-1 of s3.eu-central-1.amazonaws.com."""
    clouds = [cloud for label in host.split(".")[:-2] if (cloud := cloud_region(label))]
    return Region(tuple(Place(cloud.country, cloud.name) for cloud in clouds[:1]))


def synonyms(name: str) -> Names:
    """Further names of a well-known vendor, by our table of facts."""
    facts = facts_of(name)
    also = (one for fact in facts if fact.column in (ALSO, "legal_name") for one in fact.value.split("; "))
    return tuple(dict.fromkeys((*(fact.vendor for fact in facts[:1]), *also)))


def gathered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions that say the same as one, at the first place, with how many more there are."""
    first: dict[object, Mention] = {}
    for one in mentions:
        same = (one.written, one.names, one.by_name, one.own, one.region, one.unread)
        first[same] = replace(first[same], more=first[same].more + 1) if same in first else one
    return tuple(first.values())
