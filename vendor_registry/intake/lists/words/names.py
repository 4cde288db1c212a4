"""The name of a vendor: apart from its address, from marks of footnotes, and from a second vendor in the same cell."""

import re
from dataclasses import dataclass

from vendor_registry.intake.lists.words.where import country_of_address, is_place
from vendor_registry.intake.words.characters import trim
from vendor_registry.model.text.unsaid import unsaid

LONGEST = 120  # characters of a name

_FORM = (
    r"(?:Inc|Incorporated|L\.?L\.?C|Ltd|Limited|L\.?L\.?P|L\.?P|PBC|Corp|Corporation|Co|PLC|DAC|U\.?C|"
    r"Unlimited Company|GmbH(?: & Co\. KG)?|gGmbH|mbH|AG|SE|UG(?: \(haftungsbeschränkt\))?|KG|KGaA|"
    r"e\.K|e\.V|S\.?A\.?S\.?U|S\.?A\.?S|"
    r"S\.?à r\.l|SARL|S\.?A\.?U|S\.?A|"
    r"B\.?V|N\.?V|AB|A/S|ApS|Oy|OÜ|AS|ASA|s\.r\.o|a\.s|sp\. z o\.o|d\.o\.o|Pty|Pte|K\.?K|S\.?p\.?A|S\.?r\.?l|S\.?L\.?U|"
    r"S\.?L|Lda|SRL|O\.E|FZ-LLC|EOOD|OOD|Kft|Zrt|Bhd|Pvt)"
)
_WITH_FORM = re.compile(rf"(?:^|[\s,.-]){_FORM}(?![\w])\.?", re.IGNORECASE)
_EXACT_FORM = re.compile(rf"(?:^|[\s,])(?:{_FORM})\.?(?:[\s,)]|$)|\(주\)|주식회사|株式会社")
_FUSED = re.compile(rf"^(?P<name>.{{2,80}}?\b{_FORM}(?!\w)\.?)(?P<rest>(?:\d|,?\s+\d|,\s*\w).+)$", re.DOTALL)
_MARKS = re.compile(
    r"[®™©†‡]|(?<=\S)\s*(?:\\?\*)+$"
    r"|(?<=\S)\s*(?:[⁰¹²³⁴-⁹]+|\[\^?\d{1,2}\]|\(\d{1,2}\))$|(?<=\w)[⁰¹²³⁴-⁹]+"
    r"|^[^\w(\[\"']+(?=\w)|^[⁰¹²³⁴-⁹]+\s*"
)
_ABBREVIATED = re.compile(r"(?:\b(?:Inc|Corp|Ltd|Co|Pty|Pte|Bhd|Cia|Lda)|\.\s?\w{1,2})\.$", re.IGNORECASE)
_BRAND = re.compile(r"\s*\((?P<inner>[^()]*)\)\s*$")
_ANOTHER = re.compile(
    r"\b(?:former\w*|previously|once|part|owned|division|brand|subsidiary|parent|via|through|acquired|member|"
    r"ehemals|vormals|früher|teil|tochter|anciennement|filiale|antes|antiguamente|formalmente|filial)\b",
    re.IGNORECASE,
)  # says of the company in a bracket that it is not the one that contracts
_COMPANY = re.compile(rf"[^\n;:()]{{1,60}}?[\s,](?:{_FORM})(?!\w)\.?(?=\s)(?:\s(?:{_FORM})(?!\w)\.?(?=\s))?")
_POST_CODE = re.compile(r"\d.*,\s*(?:[A-Z]{1,2}-)?\d{4,5}\s+\w", re.DOTALL)  # a street with a number, and a town
_PLACEHOLDER = re.compile(r"\[[^\[\]]*\]|<[^<>]*>|\{+[^{}]*\}+")
_TWO = re.compile(r"\s\+\s|\s(?:or|oder|ou)\s")
_SENTENCE = re.compile(r"[.!?;:]\s|[.!?;:]$")
_NO_NAME = re.compile(
    r"\b(?:polic(?:y|ies)|agreements?|terms|privacy|compliance|addendum|information|website|overview|click|read more|"
    r"contact us|disclaimer|introduction|contents|faq|updates?|changes?|version|notifications?|objections?|"
    r"definitions?|section|annex|schedule|appendix|list of|our |your |we |you |they )\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Name:
    """What a cell of names says."""

    vendor: str
    legal_name: str = ""
    address: str = ""
    more: tuple[str, ...] = ()  # further vendors in the same cell
    rest: str = ""  # lines that are neither


def name_of(cell: str) -> Name:
    """The name on the first line, what stands below or behind it as address; "" as vendor where there is none."""
    first, *below = cell.split("\n") if cell else [""]
    address = trim("\n".join(below))
    fused = _FUSED.match(first)
    if fused and (country_of_address(fused["rest"]) or _POST_CODE.search(fused["rest"])):
        first, address = fused["name"], "\n".join(filter(None, (fused["rest"].lstrip(", "), address)))
    vendor = without_marks(first)
    if (
        unsaid(vendor)
        or _PLACEHOLDER.fullmatch(vendor)
        or not any(letter.isalnum() for letter in vendor)
        or len(vendor) > LONGEST
    ):
        return Name("", rest=cell)
    is_there = bool(address) and (country_of_address(address) or any(letter.isdigit() for letter in address))
    sides = [trim(side) for side in _TWO.split(vendor)]
    two = len(sides) > 1 and all(map(is_name, sides))
    legal = legal_name(vendor) or (without_marks(below[0]) if below and is_company(below[0]) else "")
    return Name(
        vendor=sides[0] if two else vendor,
        legal_name="" if two else legal,
        address=address if is_there else "",
        more=tuple(sides[1:]) if two else (),
        rest="" if is_there else address,
    )


def without_marks(text: str) -> str:
    """A name without signs of trade marks, footnotes and bullets."""
    return trim(_MARKS.sub("", trim(text)))


def without_full_stop(name: str) -> str:
    """A name without the full stop of the sentence that it ends; that of "Inc." is its own."""
    return name if _ABBREVIATED.search(name) else name.rstrip(".")


def legal_name(vendor: str) -> str:
    """The name of the company where the published name has its legal form: before a bracket, else in it."""
    if vendor.endswith("(haftungsbeschränkt)"):
        return vendor
    bare, inner = _BRAND.sub("", vendor), _BRAND.search(vendor)
    if _EXACT_FORM.search(bare):
        return trim(bare)
    behind = trim(inner["inner"]) if inner else ""  # "Sentry (Functional Software, Inc.)"
    told = is_company(behind) and is_name(behind) and not _ANOTHER.search(behind)
    return behind if told else ""


def company_at_start(text: str) -> str:
    """The name with which a text begins, up to its legal form; "" where none does."""
    found = _COMPANY.match(text)
    return found[0] if found and found[0][:1].isupper() else ""


def is_company(text: str) -> bool:
    """Whether a text is surely the name of a company: short, and with a legal form."""
    return len(text.split("\n")[0]) < LONGEST and bool(_EXACT_FORM.search(text.split("\n")[0]))


def is_name(text: str) -> bool:
    """Whether a text can be a name: a few words, with a capital or a digit, no sentence, no title of a document."""
    bare = trim(_WITH_FORM.sub(" ", text))
    words = text.split()
    return (
        0 < len(words) <= 9
        and len(text) <= 80
        and not _NO_NAME.search(text)
        and not _SENTENCE.search(bare)
        and any(letter.isupper() or letter.isdigit() for letter in text)
        and not unsaid(text)
    )


def is_address(text: str) -> bool:
    """Whether a text is a postal address: several parts, with a number, that end in a country."""
    parts = [part for part in re.split(r"[,\n]", text) if part.strip()]
    numbered = len(parts) > 1 and any(letter.isdigit() for letter in text)
    return numbered and bool(country_of_address(text)) and not is_place(text.split("\n")[0])
