"""The difference as people read it."""

import re
from datetime import date

import pytest

from tests import make
from tests.changes.compared import concerning, customer, difference
from vendor_registry.changes.change import Kind
from vendor_registry.changes.state import SHEET, State, StateKind
from vendor_registry.documents.difference import difference as document
from vendor_registry.documents.formats.as_text import as_text
from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.customer import Commitment
from vendor_registry.use_cases.ledger.comparison.difference import between

_SIDES = {"en": ("Before", "After"), "de": ("Vorher", "Nachher"), "fr": ("Avant", "Après"), "es": ("Antes", "Después")}

BEFORE = [make.engagement("host"), make.engagement("desk", line=3)]
AFTER = [make.engagement("host", region="DE; US"), make.engagement("lake", engaged_by=("host",), line=3)]


def told(language: str = "en") -> str:
    return as_text(document(difference(BEFORE, AFTER), make.case(*AFTER), language=language)).decode()


def test_changes_stand_by_vendor_with_both_sides() -> None:
    shown = told()
    assert "Vendors added     Lake\nVendors removed   Desk\n" in shown
    assert "Host, host\n  Change  place widened\n          [region]\n  Before  DE\n  After   DE; US\n" in shown
    assert "Desk, desk\n  Change  vendor removed\n  Before  Hosting: Hosting\n  After   –\n" in shown


def test_what_follows_is_told_with_its_chain_its_law_and_its_cell() -> None:
    shown = told()
    assert "Chain of flows  platform-eu → Host\n" in shown
    assert "Before   no transfer\n  After    not covered\n" in shown
    assert "transfer-without-ground, gap\n  Where  vendors.csv:2 [mechanism]\n" in shown


@pytest.mark.parametrize("language", languages())
def test_a_new_transfer_names_its_law_and_its_ground_in_the_language(language: str) -> None:
    """Not by the code of the regime and the column, and not by an act in English."""
    words, carried = phrases(language), Claim("SCC M3", "scc_2021_914", module=3, signed=date(2022, 1, 15))
    after = [make.engagement("host", region="DE; US", mechanism=(carried,)), AFTER[1]]
    shown = as_text(document(difference(BEFORE, after), make.case(*after), language=language)).decode()
    say = words.say
    transfers = shown.partition(say("consequence.transfers"))[2].partition(say("consequence.new"))[0]
    assert words.opening(say("ground.eu")) in transfers
    assert say("transfers.via_region") in transfers
    assert "2021/914" in transfers
    assert "[region]" not in transfers
    assert "OJ L 199" not in transfers


def test_what_is_settled_says_what_it_was() -> None:
    found = difference(AFTER, [make.engagement("host"), AFTER[1]])
    shown = as_text(document(found, make.case(*BEFORE))).decode()
    settled = shown.partition("Findings that are settled")[2]
    assert "transfer-without-ground, gap\n  Where  host\n  What   Host receives" in settled


def test_who_came_is_told_by_the_name_of_the_service_and_the_purpose_in_the_language() -> None:
    came = make.engagement("lake", purpose="Lakes", translations=(("purpose_es", "Lagos de datos"),))
    after = [*BEFORE, came]
    shown = as_text(document(difference(BEFORE, after), make.case(*after), language="es")).decode()
    assert "Después  Hosting: Lagos de datos\n" in shown


def test_of_a_new_translation_the_language_of_the_document_is_told() -> None:
    then, now = (
        [make.engagement("host", translations=(("purpose_de", word), ("purpose_es", f"Aloja {word}"))), BEFORE[1]]
        for word in ("eins", "zwei")
    )
    shown = as_text(document(difference(then, now), make.case(*now), language="es")).decode()
    assert re.search(r"Antes +Aloja eins\n +Después +Aloja zwei\n", shown)


def test_findings_are_told_in_english_and_say_so() -> None:
    assert "Qué (inglés)" in told("es")
    assert "What   Host receives" in told("en")


def test_names_in_a_row_and_laws_are_told_as_the_language_does_it() -> None:
    assert "Droit de l’Union\u202f; " in told("fr")
    gone = as_text(document(difference(BEFORE, []), make.case(), language="fr")).decode()
    assert "Desk\u202f; Host\n" in gone


def test_registers_that_say_the_same_say_so() -> None:
    same = document(difference(BEFORE, BEFORE), make.case(*BEFORE))
    assert "Both say the same." in as_text(same).decode()


def test_every_language_has_a_word_for_every_kind() -> None:
    for language in languages():
        texts = phrases(language).texts
        assert [kind for kind in Kind if not texts.get(f"change.{kind}")] == []
        assert told(language)


def test_verdicts_and_laws_are_said_in_the_language_and_english_is_marked() -> None:
    """What rules say is English everywhere."""
    shown = as_text(document(difference(BEFORE, AFTER), make.case(*AFTER), language="de")).decode()
    assert "transfer-without-ground, Lücke\n" in shown
    assert "EU-Recht; Ort der Verarbeitung" in shown
    assert "(Englisch)" in " ".join(shown.partition("Neue Feststellungen")[2].split())
    assert "(English)" not in told()


def test_customers_are_named_with_their_vendors_and_why() -> None:
    acme = customer("acme", zone="eu", commitments=(Commitment(text="zone eu only", zone="eu"),))
    for language in languages():
        shown = as_text(document(concerning([acme], BEFORE, AFTER), make.case(*AFTER), language=language)).decode()
        assert "Acme, acme\n" in shown
        assert "zone eu only" in shown


@pytest.mark.parametrize(
    ("language", "revision", "sheet", "known"),
    [
        ("en", "revision 3", "the sheet", "what acme knows"),
        ("de", "Fassung 3", "die Tabelle", "was acme kennt"),
        ("fr", "version 3", "le tableau", "ce que le client acme connaît"),
        ("es", "versión 3", "la tabla", "lo que acme conoce"),
    ],
)
def test_states_are_called_in_the_language_of_the_document(
    language: str, revision: str, sheet: str, known: str
) -> None:
    """A file as somebody wrote it; as a text for programs all of them stay English."""
    case = make.case(make.engagement("a"))
    for before, after, said in (
        (State("3", StateKind.REVISION), SHEET, (revision, sheet)),
        (State("acme", StateKind.KNOWN), State("data/vendors.csv"), (known, "data/vendors.csv")),
    ):
        text = as_text(document(between(case, case, (before, after)), case, language=language)).decode()
        assert [line.split("  ")[-1].strip() for line in text.splitlines() if line.startswith(_SIDES[language])] == [
            *said
        ]
    assert str(State("3", StateKind.REVISION)) == "revision 3"
