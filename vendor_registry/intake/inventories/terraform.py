"""Terraform: a state (`terraform.tfstate`, version 4), or what `terraform show -json` prints of a state or a plan.

Source: https://developer.hashicorp.com/terraform/internals/json-format. Sensitive values are never looked at: of a
resource only its type, its provider and what says where it is.
"""

import re
from collections.abc import Iterator
from typing import Any

from vendor_registry.intake.catalogue.signs import names_of_provider
from vendor_registry.intake.inventories.json_file import entries, escaped, inside, texts
from vendor_registry.intake.inventories.sighting import KnownNames, gathered
from vendor_registry.intake.lists.formats.text import refused
from vendor_registry.intake.lists.words.where import where
from vendor_registry.intake.words.place_tables import cloud_region
from vendor_registry.model.ledger.mention import Inventory, Mention
from vendor_registry.model.register.place import UNKNOWN_REGION, Place, Region

_PLACES = ("region", "location", "zone", "availability_zone", "region_name", "data_location")
_PROVIDER = re.compile(r"(?:.*/)?(?P<type>[\w-]+)")
_ARN = re.compile(r"arn:aws[\w-]*:[\w-]*:(?P<region>[a-z]{2}(?:-gov)?-[a-z]+-\d):")
_NOWHERE = {"global", ""}  # of services that have no place of their own
_FIRST_VERSION = 4


def is_terraform(value: Any) -> bool:
    """Whether this is what Terraform writes."""
    if not isinstance(value, dict):
        return False
    return "terraform_version" in value or ("lineage" in value and "serial" in value)


def read(value: Any, file: str, known: KnownNames) -> Inventory:
    """Who runs the resources, and where; raises RefusedError for a state of old."""
    if isinstance(value.get("version"), int) and value["version"] < _FIRST_VERSION:
        hint = "Let Terraform 0.12 or newer write it again."
        raise refused(file, 0, f"this state is of version {value['version']}, older than {_FIRST_VERSION}", hint)
    found = list(_resources(value))
    seen = [one for provider, places, pointer in found for one in _mentions(provider, places, f"{file}#{pointer}")]
    helpers = sorted({provider for provider, _, _ in found if names_of_provider(provider) == ()})
    left = (f"providers that give nobody data were left out: {', '.join(helpers)}",) if helpers else ()
    return Inventory(file, "terraform", gathered(seen), whole=False, remarks=left)


def _resources(value: dict[str, Any]) -> Iterator[tuple[str, list[str], str]]:
    """Provider, words about places and pointer of each resource, and of each provider that is set up."""
    for resource, pointer in entries(value.get("resources"), "/resources"):
        for instance, inner in entries(resource.get("instances"), f"{pointer}/instances"):
            yield _type(resource.get("provider")), _places(instance.get("attributes")), inner
    for top in ("values", "planned_values"):
        yield from _module(inside(value, top, "root_module"), f"/{top}/root_module")
    configured = inside(value, "configuration", "provider_config")
    for key, one in configured.items() if isinstance(configured, dict) else ():
        region = texts(inside(one, "expressions", "region", "constant_value"))
        name = inside(one, "full_name") or inside(one, "name")
        yield _type(name), list(region), f"/configuration/provider_config/{escaped(key)}"


def _module(module: Any, pointer: str) -> Iterator[tuple[str, list[str], str]]:
    for resource, inner in entries(inside(module, "resources"), f"{pointer}/resources"):
        yield _type(resource.get("provider_name")), _places(resource.get("values")), inner
    for child, inner in entries(inside(module, "child_modules"), f"{pointer}/child_modules"):
        yield from _module(child, inner)


def _type(provider: object) -> str:
    """`aws` of `provider["registry.terraform.io/hashicorp/aws"].west`, of `provider.aws` and of its address."""
    text = provider if isinstance(provider, str) else ""
    quoted = re.search(r'"([^"]+)"', text)
    bare = quoted[1] if quoted else text.removeprefix("provider.").split(".")[0] if "/" not in text else text
    match = _PROVIDER.fullmatch(bare)
    return match["type"] if match else "unknown"


def _places(attributes: Any) -> list[str]:
    """What a resource says of where it is, replicas too."""
    found: list[str] = []
    if isinstance(attributes, dict):
        for key, one in attributes.items():
            if key in _PLACES or key in {f"{name}s" for name in _PLACES}:
                found += texts(one)
            if isinstance(one, list | dict):
                nested = one if isinstance(one, list) else [one]
                found += [place for inner in nested for place in _places(inner)]
        arn = _ARN.match(attributes["arn"]) if isinstance(attributes.get("arn"), str) else None
        found += [arn["region"]] if arn else []
    return list(dict.fromkeys(found))


def _mentions(provider: str, places: list[str], place: str) -> Iterator[Mention]:
    """One for each place, so that each can be told by itself."""
    names = names_of_provider(provider)
    if names == ():
        return
    said = [word for word in places if word.strip().casefold() not in _NOWHERE]
    for region, unread in dict.fromkeys(_region(word) for word in said or [""]):
        yield Mention(
            place=place,
            written=f"provider {provider}",
            names=names or (provider,),
            by_name=False,
            sure=bool(names),
            region=region,
            unread=unread,
        )


def _region(word: str) -> tuple[Region, str]:
    """`eu-west-1`, `europe-west3-a`, `West Europe`, `EU`: a place, else the word itself as not understood."""
    if not word:
        return UNKNOWN_REGION, ""
    cloud = cloud_region(word) or cloud_region(word.replace(" ", ""))
    if cloud:
        return Region((Place(cloud.country, cloud.name),)), ""
    found = where(word)
    return (found.region, "") if found.whole else (UNKNOWN_REGION, word)
