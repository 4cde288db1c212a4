"""The table by which hosts and providers are known: dated, with sources, each sign once."""

import csv
from datetime import date
from importlib import resources

from vendor_registry.intake.catalogue.signs import names_of_host, names_of_provider

TABLE = resources.files("vendor_registry.intake.catalogue") / "signs.csv"
ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines()))


def test_each_sign_stands_once_with_source_and_day() -> None:
    signs = [(row["kind"], row["sign"]) for row in ROWS]
    assert signs == sorted(set(signs))
    for row in ROWS:
        assert row["kind"] in ("domain", "terraform")
        assert row["source"].startswith("https://")
        assert date.fromisoformat(row["seen"]) <= date(2026, 12, 31)
        assert row["sign"] == row["sign"].casefold()


def test_the_longest_domain_decides_at_the_border_of_a_label() -> None:
    assert names_of_host("maps.googleapis.com")[0] == "Google Maps"
    assert names_of_host("www.googleapis.com") == ("Google",)
    assert names_of_host("notstripe.com") == ()
    assert names_of_host("api.stripe.com") == ("Stripe",)


def test_domains_of_the_register_count_before_the_table() -> None:
    assert names_of_host("api.stripe.com", {"api.stripe.com": ("Our Bank",)}) == ("Our Bank",)


def test_a_domain_under_which_several_vendors_publish_is_its_own_companys() -> None:
    """The agreement of Segment and SendGrid stands on the pages of Twilio."""
    assert names_of_host("www.twilio.com") == ("Twilio",)
    assert names_of_host("api.datadoghq.com") == ("Datadog",)


def test_helpers_of_terraform_are_nobody_and_others_unknown() -> None:
    assert names_of_provider("random") == ()
    assert names_of_provider("frobnicate") is None
    assert (names_of_provider("aws") or ("",))[0] == "Amazon Web Services"
