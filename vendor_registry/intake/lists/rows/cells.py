"""The cells of one row to be: each is filled only with what our sheet will understand, with how sure that is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from vendor_registry.intake.lists.entries.entry import GUESSED, INHERITED, LIKELY, Findings, ListEntry, Said
from vendor_registry.intake.lists.formats.page import Text
from vendor_registry.intake.lists.words.data import categories_of
from vendor_registry.intake.lists.words.grounds import is_safeguard, says_none
from vendor_registry.intake.lists.words.names import Name
from vendor_registry.intake.lists.words.where import Where, country_of_address, is_place, where, where_in_sentence
from vendor_registry.intake.policy.tables import built_in_categories
from vendor_registry.intake.words import cells, declared
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import UnclearError, quote
from vendor_registry.intake.words.country_names import country_code
from vendor_registry.intake.words.dates import day
from vendor_registry.intake.words.day_orders import Order, evidence, in_iso
from vendor_registry.intake.words.mechanisms import mechanism
from vendor_registry.intake.words.roles import role
from vendor_registry.model.policy.policy import Category, Policy
from vendor_registry.model.register.place import Region
from vendor_registry.model.text.unsaid import unsaid

DAYS = ("since", "until", "reviewed", "notified")
OFTEN = ("data_subjects",)  # hardly a list has them in our words: told once a column, not once a row
_YES = re.compile(r"^(?:yes|ja|oui|sí|si)\b[\s,:;–—-]*\(?(?P<ground>[^()]+)\)?\.?$", re.IGNORECASE)  # "Yes (SCCs)"
_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]")
_BEHIND_COLON = re.compile(r"(?:^|(?<=[;\n]))\s*(?P<place>[^:;\n()]{2,60}):\s*(?P<ground>[^;\n()]{2,80})")  # US: DPF
LINK = re.compile(r"https?://[^\s|<>\"]+")


class Cells:
    """One row as it is filled; what is not understood is told, and stays in the notes."""

    def __init__(
        self, entry: ListEntry, policy: Policy | None, findings: Findings, orders: Mapping[str, Order | None]
    ) -> None:
        self.orders = orders
        self.entry = entry
        self.policy = policy
        self.findings = findings
        self.row: dict[str, str] = {}
        self.scores: dict[str, float] = {}

    def put(self, column: str, text: str, said: Said | None, most: float = 1.0) -> None:
        """Fill a cell, unless there is nothing to say; a text with line breaks stays on one line."""
        if text and not unsaid(text):
            self.row[column] = "; ".join(filter(None, map(trim, text.split("\n"))))
            self.scores[column] = min(said.score if said else LIKELY, most)

    def name(self, name: Name) -> None:
        """Legal name and address, from columns of their own or from the cell of the name."""
        legal, address = self.entry.of("legal_name"), self.entry.of("address")
        self.put("legal_name", legal.text.text if legal else name.legal_name, legal)
        written = address.text.text if address else name.address
        self.put("address", re.sub(r",*\n", ", ", written), address)

    def seat_and_places(self) -> None:
        """The seat from its column, else from the address; places of processing from theirs, never from the seat."""
        seat, legal = self.entry.of("country"), self.entry.of("legal_name")
        for one in self.entry.every("region"):
            self._places(self._grounds_apart(one))
        if seat:
            self._seat(seat)
        for text, said in ((self.row.get("address", ""), None), (legal.text.text if legal else "", legal)):
            if text and "country" not in self.row:
                self.put("country", country_of_address(text), said, LIKELY)

    def _places(self, said: Said) -> None:
        said_above = said.title == INHERITED
        found = Where(where_in_sentence(said.text.text), True) if said_above else where(said.text.text.rstrip("."))
        text = str(found.region)
        if text:
            self._add_places(found, said)
        if not found.whole and not unsaid(said.text.text):
            how = f"is read as {text}; is that all" if text else "is no place; the cell stays blank"
            self._tell(said, f"{how}{'?' if text else ''}")

    def _grounds_apart(self, said: Said) -> Said:
        """The places without the grounds in brackets behind them, which hold for the row: "US (DPF), India (SCCs)"."""
        text = _BEHIND_COLON.sub(_bracketed, said.text.text)
        grounds = [one for one in _IN_BRACKETS.findall(text) if is_safeguard(one)]
        if not grounds:
            return said
        if not self.entry.of("mechanism"):
            self.put("mechanism", "; ".join(dict.fromkeys(grounds)), said, LIKELY)
        bare = _IN_BRACKETS.sub(lambda one: "" if one[1] in grounds else one[0], text)
        return replace(said, text=Text("\n".join(trim(line) for line in bare.split("\n"))))

    def access(self) -> None:
        """From where it may reach in, as far as all of that is understood."""
        said = self.entry.of("access_from")
        found = where(said.text.text.rstrip(".")) if said and not unsaid(said.text.text) else None
        if said and found and found.whole:
            self.put("access_from", str(found.region), said)
        elif said and found:
            self._tell(said, "is no place; the cell stays blank")

    def _add_places(self, found: Where, said: Said) -> None:
        """Places beside those that another title has said, each once: the surer one was said first."""
        before = self.row.get("region", "")
        codes = set(where(before).region.codes) if before else set()
        more = Region(tuple(place for place in found.region.places if place.code not in codes))
        sure = min(1.0 if found.whole else GUESSED, self.scores.get("region", 1.0))
        if more.places:
            self.put("region", "; ".join(filter(None, (before, str(more)))), said, sure)

    def _seat(self, said: Said) -> None:
        codes = {place.code for place in where(said.text.text).region.places}
        named = country_code(said.text.text) or ("" if len(codes) > 1 else country_of_address(said.text.text))
        found = named or (codes.pop() if len(codes) == 1 else "")
        if len(found) == 2 and found.isupper() and found != "EU":
            self.put("country", found, said)
        elif not unsaid(said.text.text):
            self._tell(said, "is no country; the cell stays blank")

    def purpose(self) -> None:
        """What the vendor does; without such a column, the category."""
        said = self.entry.of("purpose") or self.entry.of("service")
        if said:
            self.put("purpose", said.text.text, said, 1.0 if said.column == "purpose" else LIKELY)

    def text(self, column: str) -> None:
        """A cell that takes any text, or a link."""
        said = self.entry.of(column)
        if said is None:
            return
        links = [address for _, address in said.text.links] + LINK.findall(said.text.text)
        if column.endswith("_url"):
            self.put(column, next((link for link in links if _is_link(link)), ""), said)
        else:
            self.put(column, said.text.text, said)

    def understood(self, column: str) -> None:
        """A cell of words that our sheet has to understand."""
        said = self.entry.of(column)
        if said is None or unsaid(said.text.text):
            return
        if column == "mechanism" and says_none(said.text.text):
            self._tell(said, "says that there is none, or that none is needed; the cell stays blank")
            return
        try:
            self.put(column, self._as_ours(column, said.text.text), said)
        except UnclearError:
            if column in OFTEN:
                sentence = f"{quote(said.title or column)}: its words are none of the policy's; they stay in the notes"
                self.findings.remark(self.entry.place, sentence)
            else:
                what = "is not as our sheet has it" if column in DAYS else f"is no {column} that we know"
                self._tell(said, f"{what}; the cell stays blank")

    def _as_ours(self, column: str, text: str) -> str:
        if column == "mechanism":
            text = _YES.sub(r"\g<ground>", text)
            mechanism(text)
            return text.replace("\n", "; ").rstrip(".")
        if column == "role":
            return str(role(text))
        if column in DAYS:
            return day(in_iso(text, self.orders.get(column))).isoformat()
        known = self.policy.data_subjects if self.policy else {}
        return "; ".join(declared.DATA_SUBJECTS.words(text, known))

    def data(self) -> None:
        """The categories of data, where all of the words name one: of some alone, the row would say too little."""
        said = self.entry.of("data")
        if said is None or unsaid(said.text.text):
            return
        known = self.policy.data if self.policy else _built_in()
        keys, strange = categories_of(said.text.text, known)
        if not strange:
            self.put("data", "; ".join(keys), said)
        else:
            title = quote(said.title or "data")
            which = f"{quote(', '.join(strange))} of its words" if keys else "its words"
            are = "are no categories" if not keys or len(strange) > 1 else "is no category"
            sentence = f"{title}: {which} {are} of the policy; the cell stays blank, they stay in the notes"
            self.findings.remark(self.entry.place, sentence)

    def _tell(self, said: Said, what: str) -> None:
        self.findings.remark(self.entry.place, f"{said.title or said.column}: {quote(said.text.text)} {what}")


@cache
def _built_in() -> Mapping[str, Category]:
    """The categories of a policy that declares none, read once for all rows."""
    return built_in_categories()


def orders_of(entries: Sequence[ListEntry]) -> dict[str, Order | None]:
    """In which order each column of days is written, as far as its cells prove it."""
    proofs = {
        column: evidence(said.text.text for entry in entries if (said := entry.of(column))).proofs for column in DAYS
    }
    return {column: next(iter(found)) if len(found) == 1 else None for column, found in proofs.items()}


def _bracketed(found: re.Match[str]) -> str:
    """A place and the ground behind its colon as "US (DPF)"; anything else as it was."""
    apart = is_place(found["place"]) and is_safeguard(trim(found["ground"]))
    return f"{found['place']} ({trim(found['ground'])})" if apart else found[0]


def _is_link(text: str) -> bool:
    try:
        return bool(cells.link(text))
    except UnclearError:
        return False
