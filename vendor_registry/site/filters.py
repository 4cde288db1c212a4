"""What the list can be narrowed to: a link such as `#zone-eu`, which can be kept, and the rule that follows it.

A link that was followed hides what is for others by selectors of CSS, so that nothing has to run.
"""

import re
from collections.abc import Iterable, Iterator

from vendor_registry.documents.parts.names import Names
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.site.edition import Edition

Filters = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # label, and its links: anchor, name
NO_CONDITION = "-"  # in place of a key, which never looks like this: it applies in any case
_INERT = re.compile(r"[A-Za-z0-9._-]+")  # what may stand in a selector of CSS as it is


def filters(edition: Edition, names: Names) -> Filters:
    """The links of a page, by what they ask, in the language of the page."""
    read = {
        "product": lambda key: names.products([key]),
        "zone": lambda key: names.zones([key]),
        "condition": lambda key: _condition(key, names),
        "place": names.country,
    }
    found = []
    for kind, keys in _choices(edition):
        links = sorted(((_anchor(kind, key), read[kind](key)) for key in keys), key=_by_name)
        if links:
            found.append((names.phrases.say(f"site.{kind}"), tuple(links)))
    return tuple(found)


def rules(editions: Iterable[Edition]) -> str:
    """The style that follows the links of all editions, so that one digest stands for all pages."""
    chosen = {(kind, key) for one in editions for kind, keys in _choices(one) for key in keys}
    return "\n".join(_rule(kind, key) for kind, key in sorted(chosen))


def conditions(rows: Iterable[Engagement]) -> set[str]:
    """The conditions on which some of the rows depend; among them `NO_CONDITION` where one depends on none."""
    return {key for one in rows for key in one.condition or (NO_CONDITION,)}


def conditional(edition: Edition) -> bool:
    """Whether anybody on the list depends on a condition, so that it can be narrowed by them."""
    return bool(dict(_choices(edition))["condition"])


def _choices(edition: Edition) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Only what makes a difference."""
    listed = edition.selection.engagements
    policy = edition.case.policy
    depends = conditions(listed)
    products = {key for one in listed for key in one.products if key in policy.products}
    zones = {one.zone for one in listed if one.zone in policy.zones}
    places = {place.code for one in listed for place in (*one.region.places, *one.access_from.places)}
    found = (
        ("product", products),
        ("zone", zones),
        ("condition", set() if depends == {NO_CONDITION} else depends),
        ("place", places),
    )
    for kind, keys in found:
        yield kind, tuple(sorted(key for key in keys if _INERT.fullmatch(key)))


def _condition(key: str, names: Names) -> str:
    say = names.phrases.say
    return say("site.always") if key == NO_CONDITION else say("site.only_if", condition=names.conditions([key]))


def _anchor(kind: str, key: str) -> str:
    return f"{kind}-{key}" if key != NO_CONDITION else "no-condition"


def _by_name(link: tuple[str, str]) -> tuple[bool, str, tuple[str, str]]:
    """Accents and capitals do not count: Österreich stands before Vereinigte Staaten."""
    return link[0] != "no-condition", fold(link[1]), link


def _rule(kind: str, key: str) -> str:
    anchor = _anchor(kind, key).replace(".", r"\.")
    link, fits = f"main:has(#{anchor}:target)", f'[data-{kind}~="{key}"]'
    return f"{link} li[data-{kind}]:not({fits}),{link} .group:not(:has({fits})){{display:none}}"
