"""What an instrument is called under each law: every name leads back, and the law is one that is judged."""

from vendor_registry.law.tables.forms import form, forms
from vendor_registry.law.tables.read import read_records
from vendor_registry.law.tables.zones import REGIMES


def test_every_form_leads_back_to_an_instrument_of_that_law() -> None:
    for record in read_records("forms.csv"):
        found = form(record["form"])
        assert found is not None
        assert found.regime == record["regime"]
        assert forms(found.instrument)[found.regime] == record["form"]


def test_the_laws_that_words_name_are_those_that_are_judged() -> None:
    named = {record["regime"] for name in ("forms.csv", "law_names.csv") for record in read_records(name)}
    assert named == {*REGIMES}


def test_what_is_of_one_law_only_has_no_forms() -> None:
    """The IDTA is British, the Data Privacy Framework has three names."""
    assert (form("uk_idta"), forms("uk_idta")) == (None, {})
    assert forms("dpf") == {"eu": "dpf", "uk": "uk_extension", "ch": "swiss_us_dpf"}
