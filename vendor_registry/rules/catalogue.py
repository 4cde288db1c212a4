"""The list of all rules, in the order people see them."""

from vendor_registry.model.text.origin import UsageError
from vendor_registry.rules.customers import commitments, contract_complete, disclosed, notice_chain, notice_due
from vendor_registry.rules.law import onward_subset, transfer_reservations, transfer_without_ground
from vendor_registry.rules.policy import concentration, forbid, fresh, isolation, max_depth, only, require
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.sheet import (
    complete,
    dates_in_order,
    one_vendor_name,
    undeclared_source,
    vendor_rows_agree,
    waivers,
)

RULES: tuple[Rule, ...] = (
    complete.RULE,
    contract_complete.RULE,
    dates_in_order.RULE,
    notice_due.RULE,
    notice_chain.RULE,
    vendor_rows_agree.RULE,
    one_vendor_name.RULE,
    undeclared_source.RULE,
    transfer_without_ground.RULE,
    transfer_reservations.RULE,
    isolation.RULE,
    forbid.RULE,
    only.RULE,
    require.RULE,
    max_depth.RULE,
    onward_subset.RULE,
    concentration.RULE,
    disclosed.RULE,
    fresh.RULE,
    commitments.RULE,
    waivers.RULE,
)


def rule(wanted: str) -> Rule:
    """The rule with this id (for a rule of the policy: its type). Raises UsageError for an id that is none."""
    for one in RULES:
        if one.id == wanted:
            return one
    raise UsageError(f'"{wanted}" is no rule; known are {", ".join(one.id for one in RULES)}.')
