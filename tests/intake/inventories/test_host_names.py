"""Hosts as people and programs write them."""

import pytest

from vendor_registry.intake.inventories.host_names import company_label, host_of, is_own


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("api.example.com", "api.example.com"),
        ("API.Example.COM.", "api.example.com"),
        ("*.example.com", "example.com"),
        (".example.com", "example.com"),
        ("example.com:443", "example.com"),
        ("https://user:p@ss@api.example.com:8443/v1?x=1", "api.example.com"),
        ("example.com/path", "example.com"),
        ("192.0.2.1:80", "192.0.2.1"),
        ("[2001:db8::1]:443", "2001:db8::1"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("localhost", "localhost"),
        ("Acme GmbH", ""),
        ("word", ""),
        ("", ""),
        ("https://[broken", ""),
    ],
)
def test_a_host_is_found_in_what_people_write(written: str, host: str) -> None:
    assert host_of(written) == host


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("10.0.0.7", True),
        ("8.8.8.8", False),
        ("db.internal", True),
        ("localhost", True),
        ("mail.acme.example", True),
        ("notacme.example", False),
    ],
)
def test_the_own_network_and_own_domains_are_nobody_else(host: str, own: bool) -> None:
    assert is_own(host, ("acme.example",)) is own


def test_the_label_of_the_owner_stands_before_the_ending() -> None:
    assert [company_label(host) for host in ("api.acme.com", "a.b.acme.co.uk", "acme.io", "10.0.0.1", "x")] == [
        *("acme", "acme", "acme"),
        "",
        "",
    ]
