"""The sheet of customers: all faults at once, each with its cell."""

from datetime import date
from pathlib import Path

import pytest

from tests import make
from vendor_registry.intake.customers import read_customers
from vendor_registry.model.policy.policy import Named, RuleSpec
from vendor_registry.model.register.customer import Commitment, Customer
from vendor_registry.model.text.origin import RefusedError

AI = {"ai": Named(key="ai", name={"": "AI features"})}
RULES = (RuleSpec(id="regions-apart", type="isolation"),)


def read(tmp_path: Path, text: str) -> tuple[Customer, ...]:
    path = tmp_path / "customers.csv"
    path.write_text(text, encoding="utf-8")
    return read_customers(path, make.policy(conditions=AI, rules=RULES), "customers.csv")


def refused(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(RefusedError) as told:
        read(tmp_path, text)
    return [f"{fault.cell} {fault.message}" for fault in told.value.faults]


def test_a_full_row_is_understood(tmp_path: Path) -> None:
    text = (
        "key,name,Legal name,country,address,contact,products,zone,conditions,language,contract date,notice address,"
        "notice days,objection days,days,commitments\n"
        "acme,Acme,Acme Ltd,Ireland,1 Quay Dublin,Ada Lee DPO,mail,eu,ai,EN,2024-05-01,legal@acme.example,45,10,"
        "business,zone EEA only; regions-apart\n"
    )
    assert read(tmp_path, text) == (
        Customer(
            key="acme",
            name="Acme",
            legal_name="Acme Ltd",
            country="IE",
            address="1 Quay Dublin",
            contact="Ada Lee DPO",
            products=("mail",),
            zone="eu",
            conditions=("ai",),
            language="en",
            contract_date=date(2024, 5, 1),
            notice_address="legal@acme.example",
            notice_days=45,
            objection_days=10,
            days="business",
            commitments=(
                Commitment(text="zone EEA only", zone="EEA"),
                Commitment(text="regions-apart", rule="regions-apart"),
            ),
            file="customers.csv",
            line=2,
        ),
    )


def test_key_and_name_are_enough_and_a_blank_condition_is_not_known(tmp_path: Path) -> None:
    """key,name,conditions: blank; none"""
    first, second = read(tmp_path, "key,name,conditions\nb,Bolt,none\na,Acme,\n")
    assert (first.key, first.conditions, first.zone, first.notice_days) == ("a", None, "*", None)
    assert second.conditions == ()


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    text = (
        "key,name,country,products,zone,language,notice_days,days,commitments\n"
        "A B,,Atlantis,fax,mars,xx,soon,lunar,zone mars only; regions-appart\n"
        "a,Acme,,*,,,-1,,\n"
    )
    assert refused(tmp_path, text) == [
        'customers.csv:2 [commitments] "regions-appart" is not a commitment that can be checked',
        'customers.csv:2 [commitments] "zone mars only" is not a commitment that can be checked',
        'customers.csv:2 [country] "Atlantis" is not a country',
        'customers.csv:2 [days] "lunar" is not a way to count days',
        'customers.csv:2 [key] "A B" cannot be a key',
        'customers.csv:2 [language] "xx" is not a language',
        "customers.csv:2 [name] this cell is blank, and every customer needs it",
        'customers.csv:2 [notice_days] "soon" is not a number of days',
        'customers.csv:2 [products] "fax" is not a product of the policy',
        'customers.csv:2 [zone] "mars" is not a data region of the policy',
        'customers.csv:3 [notice_days] "-1" is not a number of days',
    ]


def test_a_key_stands_once(tmp_path: Path) -> None:
    assert refused(tmp_path, "key,name,zone\na,Acme,\na,Acme two,\n") == [
        'customers.csv:3 [key] "a" is the key of the customer in line 2 already'
    ]


def test_a_misspelt_column_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path, "key,name,comitments\na,Acme,\n") == [
        "customers.csv:1 [comitments] this is no column of a sheet of customers"
    ]


def test_a_header_alone_is_a_sheet_without_customers(tmp_path: Path) -> None:
    assert read(tmp_path, "key,name,zone\n") == ()
