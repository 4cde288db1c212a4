"""What the columns of a published table mean: by their titles, by what stands in them, and beside each other."""

import re
from collections.abc import Mapping, Sequence

from vendor_registry.intake.columns import language_of
from vendor_registry.intake.lists.entries.entry import EXTRA, GUESSED, LIKELY, PUBLISHER, SURE, WEBSITE
from vendor_registry.intake.lists.entries.titles import PSEUDO, Meaning, by_title
from vendor_registry.intake.lists.words.grounds import is_mechanism
from vendor_registry.intake.lists.words.names import is_address, is_company
from vendor_registry.intake.lists.words.where import is_place, where
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.register.place import GLOBAL
from vendor_registry.model.text.unsaid import unsaid

MOST = 0.7  # of the filled cells of a column
ANSWERED = ("vendor", "legal_name", "mechanism", "parent", "data", "region", "dpa_url")
YES_OR_NO = frozenset("yes no y n true false ja nein oui non sí si no nee x ✓ ✔ ✅ checked unchecked".split())
TRACKER = frozenset(("issue key", "vorgangsschlussel", "cle de ticket", "clave de incidencia"))
TOWNS = frozenset("ort stadt city town ville ciudad plaats stad citta".split())
STREETS = frozenset(
    "strasse,straße,str,street,street address,plz,postleitzahl,postcode,post code,postal code,zip,zip code,rue,"
    "code postal,calle,codigo postal,straat,via".split(",")
)
PRODUCTS = frozenset(
    "product,products,tool,tools,software,app,application,service,system,platform,solution,produkt,dienst,anwendung,outil,"
    "logiciel,herramienta,aplicacion".split(",")
)  # of a vendor whom nothing else names
SUMMARIES = frozenset(("summary", "zusammenfassung", "resume", "resumen"))
SUB = re.compile(r"sub-?processor|unterauftrag|subunternehm|sous-traitant|subencargad|subprocesador", re.IGNORECASE)
PLAIN = re.compile(r"^(?:company|name|entity|organi[sz]ation|unternehmen|firma)\b", re.IGNORECASE)
PLAIN_COUNTRY = re.compile(r"^(?:country|countries|land|länder|pays|país(?:es)?)$", re.IGNORECASE)
PROCESSING = re.compile(r"region|data|server|hosting|processing|verarbeit|traitement|tratamiento", re.IGNORECASE)
LINK = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


def columns_of(titles: Sequence[str], cells: Sequence[Sequence[str]], fixed: Mapping[str, str]) -> dict[int, Meaning]:
    """The meaning of each column of a table, by its number. `cells` are the texts of each column."""
    found = {number: said for number, title in enumerate(titles) if (said := by_title(title, fixed))}
    for number, texts in enumerate(cells):
        if number < len(titles) and titles[number] not in fixed:
            _look_inside(number, [text for text in texts if text], found)
    _by_tracker(titles, found)
    _one_vendor(titles, found)
    _places_by_content(titles, cells, found)
    _purpose_by_place(titles, cells, found)
    _seat_and_place(titles, found, fixed)
    _country_of_processing(titles, cells, found, fixed)
    _town_of_an_address(titles, found)
    _one_each(found)
    return found


def name_column(cells: Sequence[Sequence[str]], found: Mapping[int, Meaning]) -> int | None:
    """The column whose cells are mostly names of companies, for tables whose titles do not say which it is."""
    for number, texts in enumerate(cells):
        filled = [text for text in texts if text]
        if number not in found and filled and _share(filled, is_company) >= MOST:
            return number
    return None


def product_column(titles: Sequence[str], found: Mapping[int, Meaning]) -> int | None:
    """The column of products or tools beside what they do and where, for lists of vendors that name no company."""
    columns = {said.column for said in found.values()}
    if "purpose" not in columns or not columns & {"region", "country"}:
        return None
    return next((number for number, title in enumerate(titles) if fold(title) in PRODUCTS), None)


def _look_inside(number: int, texts: Sequence[str], found: dict[int, Meaning]) -> None:
    """Addresses under a title of places, and what stands under a title that nobody knows."""
    if not texts:
        return
    said = found.get(number)
    if said and said.column in ANSWERED and all(text.casefold().strip(".") in YES_OR_NO for text in texts):
        found[number] = Meaning(EXTRA, LIKELY)  # "Group company: no", "SCCs: yes": an answer, no name and no ground
    elif said and said.column in ("country", "region", "contact"):
        if _share(texts, is_address) >= MOST:
            found[number] = Meaning("address", LIKELY)
    elif said is None and _are_grounds(texts) and not any(one.column == "mechanism" for one in found.values()):
        found[number] = Meaning("mechanism", GUESSED)
    elif said is None and _share(texts, lambda text: bool(LINK.fullmatch(text))) >= MOST:
        found[number] = Meaning(WEBSITE, LIKELY)


def _are_grounds(texts: Sequence[str]) -> bool:
    told = [text for text in texts if not unsaid(text)]
    return bool(told) and _share(told, is_mechanism) >= MOST


def _places_by_content(titles: Sequence[str], cells: Sequence[Sequence[str]], found: dict[int, Meaning]) -> None:
    """Places under a title that nobody knows, where no title says where; IT and HR alone are departments as well."""
    if any(one.column == "region" for one in found.values()):
        return
    best, most = -1, 0
    for number, title in enumerate(titles):
        texts = [] if number in found or number >= len(cells) else [text for text in cells[number] if text]
        hinted = bool(PROCESSING.search(title))
        spelt = any(len(text) > 2 for text in texts)
        if texts and _share(texts, is_place) >= MOST and (hinted or spelt) and 2 * hinted + spelt > most:
            best, most = number, 2 * hinted + spelt
    if best >= 0:
        found[best] = Meaning("region", GUESSED)


def _purpose_by_place(titles: Sequence[str], cells: Sequence[Sequence[str]], found: dict[int, Meaning]) -> None:
    """In a table without any titles, the one column of words beside the names and the places says what they do."""
    if any(titles) or any(one.column == "purpose" for one in found.values()):
        return
    words = [number for number, texts in enumerate(cells) if number not in found and any(texts)]
    left = [number for number in words if not _share([text for text in cells[number] if text], is_company) >= MOST]
    if len(left) == 1:
        found[left[0]] = Meaning("purpose", GUESSED)


def _share(texts: Sequence[str], is_one: object) -> float:
    return sum(bool(is_one(text)) for text in texts) / len(texts) if callable(is_one) else 0.0


def _one_vendor(titles: Sequence[str], found: dict[int, Meaning]) -> None:
    """Of several columns of names the one that says sub-processor; "Company" beside it is who published the entry.

    Where legal names are all that is said, they are the names.
    """
    names = [number for number, said in found.items() if said.column == "vendor"]
    if not names:
        legal = [number for number, said in found.items() if said.column == "legal_name"]
        found |= {number: found[number]._replace(column="vendor") for number in legal[:1]}
    if len(names) < 2:
        return
    best = max(names, key=lambda number: (bool(SUB.search(titles[number])), not PLAIN.match(titles[number]), -number))
    for number in names:
        if number != best:
            other = PUBLISHER if SUB.search(titles[best]) and PLAIN.match(titles[number]) else "legal_name"
            found[number] = Meaning(other, LIKELY)


def _seat_and_place(titles: Sequence[str], found: dict[int, Meaning], fixed: Mapping[str, str]) -> None:
    """A plain "Location" beside "Data regions" is the seat, the other is where data is processed."""
    places = [number for number, said in found.items() if said.column == "region" and titles[number] not in fixed]
    if len(places) == 2 and not any(said.column == "country" for said in found.values()):
        telling = [number for number in places if PROCESSING.search(titles[number])]
        if len(telling) == 1:
            (seat,) = (number for number in places if number not in telling)
            found[seat] = Meaning("country", LIKELY)


def _country_of_processing(
    titles: Sequence[str], cells: Sequence[Sequence[str]], found: dict[int, Meaning], fixed: Mapping[str, str]
) -> None:
    """A plain "Country" is the seat; where a cell of it names several, or a union, it can only be where data goes."""
    if any(said.column == "region" for said in found.values()):
        return
    for number, said in found.items():
        plain = number < len(titles) and PLAIN_COUNTRY.match(titles[number]) and titles[number] not in fixed
        if plain and said.column == "country" and any(map(_is_several, cells[number])):
            found[number] = Meaning("region", LIKELY)
            return


def _is_several(text: str) -> bool:
    codes = where(text).region.codes if text else ()
    return len(set(codes)) > 1 or any(code in ("EU", "EEA", GLOBAL) for code in codes)


def _town_of_an_address(titles: Sequence[str], found: dict[int, Meaning]) -> None:
    """Beside a street or a post code, a town is a part of the address, and no place of processing."""
    folded = [fold(title).rstrip(".") for title in titles]
    if not STREETS.isdisjoint(folded):
        towns = (number for number, title in enumerate(folded) if title in TOWNS and number in found)
        found |= {number: Meaning(EXTRA, LIKELY) for number in towns if found[number].column in ("region", "country")}


def _by_tracker(titles: Sequence[str], found: dict[int, Meaning]) -> None:
    """In what an issue tracker exports, the summary of an issue is its name."""
    folded = [fold(title) for title in titles]
    names = [number for number, title in enumerate(folded) if title in SUMMARIES]
    if names and not TRACKER.isdisjoint(folded) and all(said.column != "vendor" for said in found.values()):
        found[names[0]] = Meaning("vendor", LIKELY)


def _one_each(found: dict[int, Meaning]) -> None:
    """Of several columns for one the surest, then the first, stays; the others are kept as notes.

    Where several say where data is processed, for customers here and there, it is processed in all of these places.
    """
    taken: set[str] = set()
    for number in sorted(found, key=lambda one: (-found[one].score, one)):
        column = found[number].column
        again = column in PSEUDO or language_of(column) or (column == "region" and found[number].score == SURE)
        if column in taken and not again:
            found[number] = Meaning(EXTRA, found[number].score)
        taken.add(column)
