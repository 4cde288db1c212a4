"""What is an address of a store, and that no message repeats a secret of one."""

import itertools

import pytest

from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.store.address import address_of, shown, without_secrets
from vendor_registry.store.connection import reading

FORMS = "write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE."
NO_PORT = "The port in the address of the store is not a number from 1 to 65535."
TWO_WAYS = (
    "The address of the store can be read in two ways: in a user, password or name write @ as %40, : as %3A and "
    "/ as %2F."
)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("nonsense", f"The address of the store is not one: {FORMS}"),
        ("postgresql:/u:hunter2@host/x", f"The address of the store is not one: {FORMS}"),
        ("sqlite://u:hunter2@host/x", f"The address of the store is not one: {FORMS}"),
        ("sqlite:///registry.db?password=hunter2", f"The address of the store is not one: {FORMS}"),
        ("sqlite:///reg%00istry.db", f"The address of the store is not one: {FORMS}"),
        ("oracle+nothing://x", f'There is no store of the kind "oracle+nothing": {FORMS}'),
        ("mysql://user:hunter2@host/x", f'There is no store of the kind "mysql": {FORMS}'),
        ("sqlite://", f"A store in memory would be forgotten at once: {FORMS}"),
        ("sqlite:///:memory:", f"A store in memory would be forgotten at once: {FORMS}"),
        ("postgresql://u:p@hunter2@host/x", TWO_WAYS),
        ("postgresql://u:p@hunter2/x@host/x", TWO_WAYS),
        ("postgresql://u:p@hunter2?x@host/x", TWO_WAYS),
        ("postgresql://u/x:hunter2@host/x", TWO_WAYS),
        ("postgresql://host/x?password=hunter2@x", TWO_WAYS),
        ("postgresql://u:hunter2@host:abc/x", NO_PORT),
        ("postgresql://u:hunter2@host:-1/x", NO_PORT),
        ("postgresql://u:hunter2@host:0/x", NO_PORT),
        ("postgresql://u:hunter2@host:65536/x", NO_PORT),
        ("postgresql://u:hunter2@a:1,b:2/x", NO_PORT),
        ("postgresql://u:p@hunter2:p@host:1/x", NO_PORT),
        ("postgresql://u:hunter2", NO_PORT),
        ("postgresql://u:hunter2@/x?host=a&port=abc", NO_PORT),
        ("postgresql://u:hunter2@/x?host=a:abc", NO_PORT),
        ("postgresql://u:hunter2@/x?host=a,b&port=1,70000", NO_PORT),
    ],
)
def test_an_address_that_is_none_is_refused_and_not_repeated(address: str, message: str) -> None:
    with pytest.raises(UsageError) as refused, reading(address):
        raise AssertionError("nothing is opened")
    assert str(refused.value) == message
    assert refused.value.__cause__ is None  # --debug prints causes


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://host/x",
        "postgresql://user@host/x",
        "postgresql://user%40server:p%40ss%3A@host:5432/x",
        "postgresql://user:p/a:b?c#d@[::1]:5432/x",
        "postgresql://user:pass@/x?host=/var/run/postgresql",
        "postgresql://user:pass@/x?host=a,b&port=5432,5433",
        "postgresql://user:pass@/x?host=a:5432&host=::1",
        "sqlite:////home/ada@work/registry.db",
    ],
)
def test_an_address_as_people_write_them_is_one(address: str) -> None:
    assert address_of(address).get_backend_name() == address.partition(":")[0]


def test_an_address_is_shown_without_user_password_and_options() -> None:
    address = address_of("postgres://ada:p%40hunter2@host:5432/registry?sslpassword=hunter2&application_name=ada")
    assert shown(address) == "postgresql://host/registry"
    assert shown(address_of("sqlite:///.vendors/registry.db")) == "sqlite:///.vendors/registry.db"


def test_a_driver_that_repeats_a_password_is_not_believed() -> None:
    address = address_of("postgresql://u:aye@h/x?sslpassword=bee&password=cee&password=dee&connect_timeout=1")
    assert (
        without_secrets("no aye, 'bee' or cee=dee after 1: ayes", address) == "no ***, '***' or ***=*** after 1: ayes"
    )


SECRETS = ["hunter2", "hunter2%40x", "hunter2:x", "hunter2/x", "hunter2?x", "hunter2#x", "hunter2%", "hunter2&x=y"]
SHAPES = [
    "postgresql://user:{0}@127.0.0.1:1/x?connect_timeout=2",
    "postgres://user:{0}@127.0.0.1:1",
    "postgresql+psycopg://user:{0}@127.0.0.1:1/x?sslmode=require",
    "postgresql://user@127.0.0.1:1/x?password={0}",
    "postgresql://user:other@127.0.0.1:1/x?sslpassword={0}&password={0}",
    "postgresql://user:{0}@nowhere.invalid/x",
    "postgresql://user:{0}@127.0.0.1:1/x?no_such_option={0}",
    "postgresql://user:{0}@127.0.0.1:1/x?connect_timeout=hunter2",
    "postgresql://user:{0}@/x?host=/nowhere",
    "postgresql://user:{0}@127.0.0.1:one/x",
    "postgresql://user:x@{0}@127.0.0.1:1/x",
    "postgresql:///user:{0}@127.0.0.1:1/x",
    "{0}@127.0.0.1:1/x",
]


@pytest.mark.parametrize(("shape", "secret"), [*itertools.product(SHAPES, SECRETS)])
def test_no_message_repeats_a_password(shape: str, secret: str) -> None:
    pytest.importorskip("psycopg", reason="the driver for PostgreSQL is not installed")
    with pytest.raises((FailureError, UsageError)) as told, reading(shape.format(secret)):
        raise AssertionError("nothing is opened")
    assert "hunter2" not in str(told.value)
    assert "\n" not in str(told.value)
