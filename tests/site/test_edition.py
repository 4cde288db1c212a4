"""What leaves the house: rows of the list, and of them the public columns."""

from dataclasses import replace
from datetime import date

from tests.make import case, engagement
from tests.site.published import HOSTILE, SECOND, editions, names
from vendor_registry.changes.change import Change, Kind
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.policy.policy import Category, Named
from vendor_registry.model.policy.terms import SiteTerms
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.engagement import Role
from vendor_registry.model.text.origin import Cell
from vendor_registry.site.edition import Edition, differing, public
from vendor_registry.site.public_changes import public_changes
from vendor_registry.site.rows import groups

CHANGE = Change(
    kind=Kind.CHAIN, vendor="Acme", keys=("acme",), role=Role.SUB_PROCESSOR, cell=Cell("vendors.csv", 2, "engaged_by")
)


def test_only_listed_and_announced_rows_are_public_and_of_them_no_contact_or_note() -> None:
    _, after = editions()
    assert [one.key for one in after.case.registry.engagements] == ["cloud", "evil"]
    assert {(one.contact, one.notes, one.source) for one in after.case.registry.engagements} == {("", "", "")}


def test_who_comes_later_and_was_not_announced_is_nobodys_business() -> None:
    coming = engagement("soon", since=date(2027, 1, 1))
    assert not public(case(coming)).registry.engagements


def test_a_column_that_the_policy_does_not_name_is_blank_and_no_change_of_it_is_told() -> None:
    terms = SiteTerms(columns=("legal_name", "contact"))
    then, now = (public(case(engagement("cloud", region=text, contact="Ada"), site=terms)) for text in ("DE", "DE; US"))
    assert (str(now.registry.engagements[0].region), now.registry.engagements[0].contact) == ("", "Ada")
    assert differing(then, now) == ()


def test_a_row_that_becomes_a_processor_is_gone_from_the_public_list() -> None:
    then = public(case(engagement("cloud")))
    now = public(case(engagement("cloud", role=Role.PROCESSOR)))
    assert [one.kind for one in differing(then, now)] == ["removed"]


def test_references_to_rows_that_are_not_public_are_left_out() -> None:
    rows = (engagement("cloud", instead_of=("crm",)), engagement("crm", role=Role.PROCESSOR))
    assert public(case(*rows)).registry.by_key["cloud"].instead_of == ()


def test_what_is_said_in_another_language_is_public_where_its_column_is() -> None:
    told = (("measures_de", "Verschlüsselung"), ("retention_de", "90 Tage"), ("purpose_de", "Betrieb"))
    row = replace(engagement("cloud", measures=("encryption",)), translations=told)
    [usual] = public(case(row)).registry.engagements
    assert [name for name, _ in usual.translations] == ["measures_de", "purpose_de"]
    [few] = public(case(row, site=SiteTerms(columns=("legal_name",)))).registry.engagements
    assert [name for name, _ in few.translations] == ["purpose_de"]


def test_measures_are_shown_in_the_language_of_the_page() -> None:
    row = replace(engagement("cloud", measures=("encryption",)), translations=(("measures_de", "Verschlüsselung"),))
    one = Edition(number=1, published_at=SECOND, digest="aa", case=public(case(row)))
    for language, shown in (("de", "Verschlüsselung"), ("en", "encryption")):
        [(_, [block])] = groups(one.selection.entries, names(one, language))
        assert [lines for label, lines in block.fields if label in ("Safeguards", "Garantien")] == [(shown,)]


def test_what_differs_by_product_is_told_by_product_where_the_data_regions_are_the_same() -> None:
    products = {key: Named(key=key, name={"": key.upper()}) for key in ("mail", "voice")}
    rows = [
        engagement("mail", vendor="Cloud", products=("mail",), zone="*", purpose="Sends"),
        engagement("voice", vendor="Cloud", products=("voice",), zone="*", purpose="Calls"),
    ]
    one = Edition(number=1, published_at=SECOND, digest="aa", case=public(case(*rows, products=products)))
    [(_, [block])] = groups(one.selection.entries, names(one))
    told = dict(block.fields)
    assert (told["Purpose"], told["Products"]) == (("MAIL: Sends", "VOICE: Calls"), ("MAIL", "VOICE"))


def test_who_came_is_told_with_the_service_by_its_name_in_each_language() -> None:
    hosting = Named(key="hosting", name={"": "Hosting", "de": "Rechenzentren"})
    _, after = editions()
    policy = replace(after.case.policy, services={"hosting": hosting})
    for language, told in (("en", "Hosting: =1+1 <b>bold</b>"), ("de", "Rechenzentren: =1+1 <b>bold</b> (Englisch)")):
        lines = public_changes(after.changes, Names(policy, phrases(language)))
        assert [one.after for one in lines if one.vendor == HOSTILE] == [told]


def test_a_change_is_told_in_the_language_of_the_page_where_the_sheet_has_it() -> None:
    """A new purpose by its translation, without the name of the column; one of another language alone is none here."""
    spanish = (("purpose_de", "Betrieb"), ("purpose_es", "Alojamiento; copias"))
    new = (("purpose_de", "Hosting"), ("purpose_es", "Alojamiento; copias y soporte"))
    came = engagement("mail", vendor="Mail", purpose="Sends mail", translations=(("purpose_es", "Envía correo"),))
    then = public(case(engagement("cloud", translations=spanish)))
    now = public(case(engagement("cloud", translations=new), came))
    told = {
        language: [
            (one.vendor, one.before, one.after)
            for one in public_changes(differing(then, now), Names(now.policy, phrases(language)))
        ]
        for language in ("es", "fr")
    }
    assert told["es"] == [
        ("Cloud", "Alojamiento; copias", "Alojamiento; copias y soporte"),
        ("Mail", "", "Hosting: Envía correo"),
    ]
    assert [vendor for vendor, _, _ in told["fr"]] == ["Mail"]


def test_a_safeguard_and_its_change_have_their_days_as_people_write_them() -> None:
    dpf = Claim("DPF (2023-09-01 to 2027-09-01)", "dpf", signed=date(2023, 9, 1), until=date(2027, 9, 1))
    then, now = public(case(engagement("cloud"))), public(case(engagement("cloud", mechanism=(dpf,))))
    spanish = Names(now.policy, phrases("es"))
    [change] = public_changes(differing(then, now), spanish)
    assert change.after == "DPF (1 sept 2023 – 1 sept 2027)"
    edition = Edition(number=1, published_at=SECOND, digest="aa", case=now)
    assert "DPF (1 sept 2023 – 1 sept 2027)" in str(groups(edition.selection.entries, spanish))


def test_days_of_a_change_are_written_as_people_do() -> None:
    _, after = editions()
    change = Change(
        kind=Kind.TERM,
        vendor="Acme",
        keys=("acme",),
        column="until",
        before="2026-01-31",
        role=Role.SUB_PROCESSOR,
        cell=Cell("vendors.csv", 2, "until"),
    )
    [said] = public_changes([change], names(after, "de"))
    assert said.before == "31. Januar 2026"


def test_cells_of_a_change_are_told_by_names_in_each_language() -> None:
    _, after = editions()
    policy = replace(
        after.case.policy, data={"contact": Category(key="contact", name={"": "Contact", "de": "Kontakt"})}
    )
    told = Change(
        kind=Kind.PLACE_WIDENED,
        vendor="Acme",
        keys=("acme",),
        column="region",
        before="DE (Frankfurt)",
        after="DE; US",
        role=Role.SUB_PROCESSOR,
        cell=Cell("vendors.csv", 2, "region"),
    )
    changes = [
        told,
        replace(told, column="data", before="", after="contact"),
        replace(told, column="role", before="processor", after="sub-processor"),
    ]
    said = public_changes(changes, Names(policy, phrases("de")))
    assert [(one.before, one.after) for one in said] == [
        ("Deutschland (Frankfurt)", "Deutschland; Vereinigte Staaten"),
        ("leer", "Kontakt"),
        ("Auftragsverarbeiter", "Unterauftragsverarbeiter"),
    ]


def test_a_change_of_a_translation_is_told_in_its_language_alone() -> None:
    _, after = editions()
    told = replace(
        CHANGE,
        kind=Kind.PURPOSE,
        column="purpose",
        before="purpose_de: Alt; purpose_fr: Ancien; encore ancien",
        after="purpose_de: Alt; purpose_fr: Nouveau",
    )
    [said] = public_changes([told], names(after, "fr"))
    assert (said.before, said.after) == ("Ancien; encore ancien", "Nouveau")
    assert public_changes([told], names(after, "de")) == ()
    assert public_changes([told], names(after, "en")) == ()


def test_how_data_are_handed_over_and_who_engages_is_told_without_keys() -> None:
    _, after = editions()
    treated = replace(CHANGE, column="de_identified", before="", after="pseudonymised")
    engaged = replace(CHANGE, column="engaged_by", before="gone", after="cloud")
    [one, other] = public_changes([treated, engaged], names(after, "fr"), {"cloud": "Cloud SARL"})
    assert one.after == "pseudonymisées avant leur remise"
    assert (other.before, other.after) == ("gone", "Cloud SARL")
    assert after.vendors["cloud"] == after.case.registry.by_key["cloud"].vendor
