"""Every column of the sheet, in the order of the manual.

To add one: a line in COLUMNS, and a field of the same name in model/register/engagement.py.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vendor_registry.intake import kinds
from vendor_registry.intake.kinds import Kind, Reader
from vendor_registry.intake.words.headers import column_of, columns_of
from vendor_registry.intake.words.languages import LANGUAGES
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.register.engagement import VENDOR_LEVEL

NEVER, UNKNOWN = "", "unknown"
SHARED = "as in the newest row of the vendor in force with it, else unknown"
SHARED_NO = "as in the newest row of the vendor in force with it, else no"
SHARED_NONE = "as in the newest row of the vendor in force with it, else none"
UNSTATED, HANDED = "none stated", "those who engage it, else the systems of its products in its zone"
TRANSLATED = ("purpose", "retention", "measures")  # may stand in further languages: purpose_de, after ISO 639-1
IN_A_LANGUAGE = re.compile(r"(.+?)\s*[ (\[/_-]\s*([A-Za-z]{2})[)\]]?")  # "Zweck (de)"
UNMAPPED: Mapping[str, str] = {}


class Column(NamedTuple):
    """One column. Its header is the name of the field of an engagement."""

    header: str
    kind: Kind
    meaning: str
    example: str
    required: bool = False  # whether the sheet must have the column
    blank: str = UNKNOWN  # what a blank cell says; NEVER: it must be filled

    @property
    def accepted(self) -> str:
        return self.kind.accepted

    @property
    def reader(self) -> Reader:
        return self.kind.reader

    @property
    def vendor_level(self) -> bool:
        """Whether it tells of the vendor: a blank cell then says what another row of the vendor says."""
        return self.header in VENDOR_LEVEL


COLUMNS: tuple[Column, ...] = (
    Column("key", kinds.KEY, "short name of the row; never changes", "gcp-eu", True, NEVER),
    Column("vendor", kinds.TEXT, "name as published", "Google Cloud Platform", True, NEVER),
    Column("legal_name", kinds.TEXT, "name of the contracting entity", "Google Cloud EMEA Limited", blank=SHARED),
    Column("address", kinds.TEXT, "its address", "70 Sir John Rogerson's Quay, Dublin 2", blank=SHARED),
    Column("contact", kinds.TEXT, "contact person: name, position, details", "Ada Lee, DPO, +353 1 23", blank=SHARED),
    Column(
        "country",
        kinds.COUNTRY,
        "seat of the contracting entity",
        "IE",
        True,
        "as in the newest row of the vendor in force with it",
    ),
    Column("parent", kinds.TEXT, "ultimate parent of its group", "Alphabet Inc.", blank=SHARED),
    Column("parent_country", kinds.COUNTRY, "seat of the ultimate parent", "US", blank=SHARED),
    Column("affiliate", kinds.YES_OR_NO, "whether it belongs to our own group", "no", blank=SHARED_NO),
    Column("role", kinds.ROLE, "what it is under the GDPR (Art. 4, 26, 28)", "sub-processor", True, NEVER),
    Column("service", kinds.SERVICE, "group of services it belongs to", "hosting", True, NEVER),
    Column("purpose", kinds.TEXT, "what it does with the data; purpose_de translates", "Data centres", True, NEVER),
    Column("products", kinds.PRODUCTS, "products it works for", "mail; archive", True, NEVER),
    Column("zone", kinds.ZONE, "our data region that it serves", "eu", True, NEVER),
    Column("engaged_by", kinds.KEYS, "rows of the vendors that engage it", "rackspace-eu", blank="we do"),
    Column("receives_from", kinds.KEYS, "systems and rows that hand it data", "platform-eu", blank=HANDED),
    Column("data_subjects", kinds.DATA_SUBJECTS, "whose data it gets", "customers; recipients", True),
    Column("data", kinds.DATA, "categories of data it gets", "contact.email; content", True),
    Column("de_identified", kinds.DE_IDENTIFIED, "what is done to the data before", "pseudonymised", blank="nothing"),
    Column("region", kinds.PLACES, "where it stores or processes", "DE (Frankfurt, eu-central-1); BE", True),
    Column("access_from", kinds.PLACES, "from where it may reach in; unknown: anywhere", "IN; US", blank=UNSTATED),
    Column("mechanism", kinds.MECHANISM, "what carries a transfer", "DPF (2023-09-01); SCC M3", blank=UNSTATED),
    Column("measures", kinds.TEXTS, "supplementary measures", "encryption at rest; EU-only support", blank=UNSTATED),
    Column("tia", kinds.DAY, "day of the transfer impact assessment", "2024-05-31", blank="none made"),
    Column("since", kinds.DAY, "first day in force", "2023-01-16"),
    Column("until", kinds.DAY, "last day in force", "2026-12-31", blank="no end known"),
    Column("notified", kinds.DAY, "day on which customers were told", "2022-12-15"),
    Column("reviewed", kinds.DAY, "day of the last review", "2026-02-01", blank="never"),
    Column("notice_days", kinds.DAYS, "days before it changes its own sub-processors", "30", blank=SHARED),
    Column("condition", kinds.CONDITIONS, "when it applies at all", "ai-features", blank="always"),
    Column("instead_of", kinds.KEYS, "rows it is the alternative to", "gcp-us", blank="no alternative"),
    Column("replaces", kinds.KEYS, "rows whose place it takes", "cyxtera-us", blank="nothing"),
    Column("formerly", kinds.TEXTS, "former names of the vendor", "SendGrid; Twilio SendGrid", blank=SHARED_NONE),
    Column("certifications", kinds.TEXTS, "certificates it holds", "ISO 27001; SOC 2 Type II", blank=UNSTATED),
    Column("lei", kinds.LEI, "legal entity identifier", "549300DRQQI75D2JP341", blank=SHARED),
    Column("retention", kinds.TEXT, "how long it keeps the data", "90 days after the end of the contract"),
    Column("dpa_url", kinds.LINK, "its data processing agreement", "https://acme.example/dpa", blank=SHARED),
    Column("subprocessors_url", kinds.LINK, "its own list of vendors", "https://acme.example/vendors", blank=SHARED),
    Column("source", kinds.TEXT, "where the facts of the row are from", "DPA of 2023-01-16, Annex 3"),
    Column("notes", kinds.TEXT, "anything else", "contract under review", blank="none"),
)

BY_HEADER = {column.header: column for column in COLUMNS}


def column(header: str) -> Column | None:
    """The column of a header, a translated one (`purpose_de`) included; None for a header that is none of ours."""
    language = language_of(header)
    if language:
        meant = f"the {original_of(header)} in the language {language}"
        return Column(header, kinds.TEXT, meant, "", blank="not translated")
    return BY_HEADER.get(header)


def language_of(header: str) -> str:
    """The language of a translated column; "" for every other header."""
    original, _, language = header.rpartition("_")
    return language if original in TRANSLATED and language in LANGUAGES else ""


def original_of(header: str) -> str:
    """The column that a translated one translates."""
    return header.rpartition("_")[0]


def as_ours(titles: Sequence[str], mapped: Mapping[str, str] = UNMAPPED) -> tuple[str, ...]:
    """A header with our columns by their names: "Legal Name", "Legal entity" and "Raison sociale" are legal_name.

    `mapped` is what the policy says of titles that no table knows, or knows otherwise. Of two titles for one column
    the one that has its name is the column, else the first; `clashes` tells of the other. One that can be two of ours
    is the one that no other title is.
    """
    named = {title: title for title in titles if column(title) and title not in mapped}
    taken = set(named)
    others = [title for title in titles if title not in named]
    for title in sorted(others, key=_is_ambiguous):  # which waits for those that can be one column only
        meant = meaning(title, mapped)
        if meant in taken and title not in mapped:
            meant = next((other for other in columns_of(title) if other not in taken), "")
        if meant and meant not in taken:
            named[title] = meant
            taken.add(meant)
    return tuple(named.get(title, title) for title in titles)


def _is_ambiguous(title: str) -> bool:
    return len(columns_of(title)) > 1


def clashes(titles: Sequence[str], mapped: Mapping[str, str] = UNMAPPED) -> list[tuple[str, str, str]]:
    """Titles that mean a column which another title is already: the other title, this one, the column."""
    named = dict(zip(titles, as_ours(titles, mapped), strict=True))
    ours = {name: title for title, name in named.items() if column(name)}
    meant = ((title, meaning(title, mapped)) for title, name in named.items() if name == title)
    return [(ours[name], title, name) for title, name in meant if name and ours.get(name, title) != title]


def meaning(title: str, mapped: Mapping[str, str] = UNMAPPED) -> str:
    """The column of ours that a title means: by the policy, by its name, by the table of titles; "" for none."""
    if title in mapped:
        return mapped[title]
    name = fold(title).replace(" ", "_")
    if column(name):
        return name
    language = IN_A_LANGUAGE.fullmatch(title)
    if language and language[2].casefold() in LANGUAGES:
        original = column_of(language[1]) or fold(language[1]).replace(" ", "_")
        if original in TRANSLATED:
            return f"{original}_{language[2].casefold()}"
    return column_of(title) or ""
