"""Places in the words of people: "EU/US", "Frankfurt, Germany", "us-east-1", "EEA or US depending on the customer".

Nothing is guessed: every part of a phrase has to be known, a "not" or an "except" makes it unclear, and two parts that
contradict each other are told.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import UnclearError, quote
from vendor_registry.intake.words.country_names import country_name
from vendor_registry.intake.words.details import with_detail
from vendor_registry.intake.words.place_tables import city, cloud_region, codes_of, state_code, wider
from vendor_registry.model.register.place import Place

LONGEST = 400  # characters; whoever writes more writes no place

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BETWEEN = re.compile(
    r"\s*(?:;|/|\+|&|·|\||,|\n|\b(?:and/or|or|and|und|oder|sowie|bzw\.?|et|ou|y|o)\b(?=\s|$))\s*", re.IGNORECASE
)
_CONDITION = re.compile(
    r"[\s,:–—-]+\b(?:depending|depends|based on|according to|as (?:selected|chosen|determined)|selected|chosen|"
    r"subject to|at the (?:customer|choice|option)|if|where|when|whichever|for|per|only|by default|default|primary|"
    r"respectively|je nach|abhängig|sofern|falls|wenn|für|nur|selon|en fonction|si|pour|uniquement|según|para|"
    r"dependiendo|solo)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_DENIAL = re.compile(
    r"\b(?:not|no|non|except\w*|excl\w*|outside|without|never|other than|unless|nicht|kein\w*|außer\w*|ohne|"
    r"ausgenommen|hors|sauf|pas|excepto|fuera|sin|salvo)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:(?:primarily|mainly|located|hosted|stored|processed|based|hosting|data ?cent(?:er|re)s?|servers?|in|within|"
    r"inside|at|the|aws|amazon(?: web services)?|gcp|google(?: cloud)?|(?:microsoft )?azure|availability zones?|"
    r"(?:multi-?)?regions?|"
    r"country|standort|rechenzentrum|im|en|dans|los)[\s:]+)+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s+(?:data ?cent(?:er|re)s?|servers?|(?:multi-?)?regions?|zones?|residency|hosting|based|residents?))+$",
    re.IGNORECASE,
)
_DIRECTION = (
    r"(?:north|south|east|west|central|northeast|northwest|southeast|southwest|northern|southern|eastern|western)"
)
_DIRECTED = re.compile(
    rf"(?:(?P<before>{_DIRECTION}(?:[ -]{_DIRECTION})*)[ -])?(?P<name>.+?)"
    rf"(?P<after>(?:[ -]{_DIRECTION})*(?:[ -]?\d)?)",
    re.IGNORECASE,
)
_DIRECTION_ONLY = re.compile(rf"{_DIRECTION}(?:[ -]{_DIRECTION})*(?: ?\d)?", re.IGNORECASE)
_OF_CARS = {"A": "AT", "B": "BE", "D": "DE", "E": "ES", "F": "FR", "I": "IT", "L": "LU", "CHN": "CN"}  # "Köln, D"
_OF_AZURE = re.compile(r"^(?:microsoft )?azure[\s:]+", re.IGNORECASE)  # whose "West Europe" is the Netherlands
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_FLAG_LETTERS = {0x1F1E6 + number: chr(ord("A") + number) for number in range(26)}
_ZIP = re.compile(r"([A-Z]{2})[ -]\d{5}(?:-\d{4})?")


@dataclass(slots=True)
class _Walk:
    """The parts of a phrase read so far, and cities that wait for their country."""

    zones: Collection[str]
    places: list[Place] = field(default_factory=list)
    waiting: list[tuple[str, str]] = field(default_factory=list)  # (city, its country)

    def go_on(self, part: str) -> bool:
        """Take in the next part; whether it means something. Raises UnclearError where it contradicts the city."""
        inner = self._within_the_city(part)
        if inner or (self.places and _DIRECTION_ONLY.fullmatch(part)):
            self.waiting += [(part, inner)] if inner else []
            return True
        found = self._of_cars(part) or _part(part, self.zones)
        if self.waiting and found and found[0].code != self.waiting[0][1] and len(found) == 1:
            self._join_wider(found[0])
            return True
        if self.waiting and found:
            names = ", ".join([name for name, _ in self.waiting] + [one.detail for one in found if one.detail])
            found = [Place(one.code, names) for one in found]
            self.waiting = []
        elif not found and city(part):
            self.waiting.append((part, city(part)))
            return True
        self.places += found
        return bool(found)

    def _within_the_city(self, part: str) -> str:
        """The country of the city before, for its state ("Atlanta, Georgia") or its postal code ("EC3A 7LN")."""
        if not self.waiting:
            return ""
        country = self.waiting[-1][1]
        zipped = _ZIP.fullmatch(part)
        name = zipped[1] if zipped else part
        if country == "US" and (state_code(name) or city(name) == "US"):
            return country
        return country if any(letter.isdigit() for letter in part) and not _part(part, self.zones) else ""

    def _of_cars(self, part: str) -> list[Place]:
        """The letters that cars bear, behind a city of that country."""
        code = _OF_CARS.get(part, "")
        return [Place(code)] if code and self.waiting and self.waiting[-1][1] == code else []

    def _join_wider(self, place: Place) -> None:
        """A city with a union behind it ("Frankfurt, EU"); a city with another country behind it is a contradiction."""
        name, country = self.waiting[0]
        if len(place.code) == 2 and place.code not in ("EU", *self.zones):
            there = (
                f"{quote(name)} is in {country_name(country)}, and {quote(place.code)} is {country_name(place.code)}"
            )
            raise UnclearError(there, f"Write the one that is right, such as {country} ({name}).")
        self._settle()
        self.places.append(place)

    def _settle(self) -> None:
        """Cities without a country behind them: each country once, with its cities."""
        for country in dict.fromkeys(country for _, country in self.waiting):
            self.places.append(Place(country, ", ".join(name for name, of in self.waiting if of == country)))
        self.waiting = []

    def end(self) -> tuple[Place, ...]:
        """All places of the phrase, each once."""
        self._settle()
        return tuple(dict.fromkeys(self.places))


def phrase(written: str, zones: Collection[str]) -> tuple[Place, ...]:
    """The places of one entry of a cell; () where not all is understood, UnclearError where it contradicts itself."""
    written = _FLAG.sub(lambda flag: f", {flag[0].translate(_FLAG_LETTERS)}, ", written)
    if len(written) > LONGEST or written.count("(") != written.count(")"):
        return ()
    whole = _part(written, zones)
    if whole:
        return tuple(whole)
    condition = _CONDITION.search(_masked(written))
    said = trim(written[condition.start() :].strip(" ,:–—-")) if condition else ""
    rest = trim(written[: condition.start()] if condition else written)
    if not rest or _DENIAL.search(_masked(rest)):
        return ()
    walk = _Walk(zones)
    if not all(walk.go_on(part) for part in _parts(rest)):
        return ()
    return tuple(Place(one.code, ", ".join(filter(None, (one.detail, said)))) for one in walk.end())


def _masked(text: str) -> str:
    """The text with what stands in brackets blotted out, letter for letter."""
    while found := _BRACKETS.search(text):
        text = f"{text[: found.start()]}{chr(0) * len(found[0])}{text[found.end() :]}"
    return text


def _parts(text: str) -> Iterator[str]:
    start = 0
    for cut in _BETWEEN.finditer(_masked(text)):
        yield from filter(None, [trim(text[start : cut.start()])])
        start = cut.end()
    yield from filter(None, [trim(text[start:])])


def _part(text: str, zones: Collection[str]) -> list[Place]:
    """One place with its detail in brackets; [] where it is none, or a city alone."""
    if found := _named(text, zones):
        return found
    name, detail = with_detail(text)
    if name == text:
        return []
    if found := _named(name, zones):
        _agree(name, detail, zones)
        return [Place(one.code, ", ".join(filter(None, (one.detail, detail)))) for one in found]
    inner = _named(detail, zones)
    if city(name) and [one.code for one in inner] == [city(name)]:
        return [Place(city(name), name)]
    return inner if inner and name and not trim(_BEFORE.sub("", f"{name} ")) else []


def _named(text: str, zones: Collection[str]) -> list[Place]:
    """A place by its name: as it stands, without the words around it, as a cloud region, as a part of a country."""
    bare = trim(_AFTER.sub("", _BEFORE.sub("", text, count=1)))
    region = cloud_region("".join(bare.split())) if _OF_AZURE.match(text) else None
    if region and region.provider == "Azure":
        return [Place(region.country, bare)]
    for name in dict.fromkeys((text, bare)):
        if codes := codes_of(name, zones):
            wide = wider(name)
            return [Place(code, name if wide and wide.narrower and name not in zones else "") for code in codes]
        if region := cloud_region(name):
            return [Place(region.country, name)]
    directed = _DIRECTED.fullmatch(bare)
    if directed and (directed["before"] or directed["after"]):
        return [Place(code, bare) for code in codes_of(directed["name"], ())]
    return []


def _agree(name: str, detail: str, zones: Collection[str]) -> None:
    """A cloud region and the place beside it are in one country; raises UnclearError where they are not."""
    region = cloud_region(trim(_BEFORE.sub("", name, count=1)))
    for part in _parts(detail) if region else ():
        there = [one.code for one in _named(part, zones)] or [code for code in [city(part)] if code]
        if region and there and len(there[0]) == 2 and region.country not in there and there != ["EU"]:
            where = ", ".join(dict.fromkeys((region.place, country_name(region.country))))
            message = f"{quote(region.name)} is a region of {region.provider} in {where}, and {quote(detail)} is not"
            raise UnclearError(message, f"Write the one that is right, such as {there[0]} ({part}).")
