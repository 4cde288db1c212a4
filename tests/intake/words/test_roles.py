"""Roles as people write them."""

import pytest

from vendor_registry.intake.words.complaints import UnclearError
from vendor_registry.intake.words.roles import role
from vendor_registry.model.register.engagement import Role


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sub-processor", Role.SUB_PROCESSOR),
        ("Subprocessor", Role.SUB_PROCESSOR),
        ("Unterauftragsverarbeiter", Role.SUB_PROCESSOR),
        ("sous-traitant", Role.PROCESSOR),
        ("Independent Controller", Role.CONTROLLER),
        ("gemeinsam Verantwortliche", Role.JOINT_CONTROLLER),
        ("Empfänger", Role.RECIPIENT),
    ],
)
def test_a_role_in_the_words_of_the_law(written: str, meant: Role) -> None:
    assert role(written) is meant


def test_what_is_no_role() -> None:
    with pytest.raises(UnclearError):
        role("vendor")
