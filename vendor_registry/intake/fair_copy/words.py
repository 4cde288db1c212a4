"""The words that cells may hold, by column, for drop-downs."""

from collections.abc import Mapping
from dataclasses import dataclass

from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.engagement import DeIdentified, Role

PAGE = "Explanations"
FIRST = 5  # the row below the headings
BELOW = 32  # where the lists of words begin, or further down: below the rows in which a header is looked for


@dataclass(frozen=True, slots=True)
class Words:
    """What may stand in the cells of a column."""

    choices: tuple[tuple[str, str], ...]  # each word with what it stands for
    what: str  # one of them, for messages
    several: bool  # whether a cell may hold more than one
    place: int  # of its list on the page of explanations
    row: int  # of its first word there, from 0

    @property
    def source(self) -> str:
        """Where the words stand, as formulas call it."""
        letter = chr(ord("A") + self.place)
        return f"={PAGE}!${letter}${self.row + 1}:${letter}${self.row + len(self.choices)}"


def words(policy: Policy, columns: int) -> Mapping[str, Words]:
    """The lists of our own words, and those of the policy that have any, below the explanations of so many columns."""
    row = max(FIRST + columns + 3, BELOW)
    names = {
        table: tuple((key, entry.name.get("en") or next(iter(entry.name.values()), "")) for key, entry in found.items())
        for table, found in (
            ("products", policy.products),
            ("zone", policy.zones),
            ("service", policy.services),
            ("data_subjects", policy.data_subjects),
            ("data", dict(sorted(policy.data.items()))),
        )
    }
    lists = (
        ("role", tuple((str(role), "") for role in Role), "a role under the GDPR", False),
        ("service", names["service"], "a service of the policy", False),
        ("products", (*names["products"], (ALL, "all of them")), "a product of the policy", True),
        ("zone", (*names["zone"], (ALL, "all of them")), "a data region of the policy", False),
        ("data_subjects", names["data_subjects"], "a group of the policy", True),
        ("data", names["data"], "a category of data of the policy", True),
        ("de_identified", tuple((str(word), "") for word in DeIdentified if word), "what is done to the data", False),
        ("affiliate", (("yes", ""), ("no", "")), "yes or no", False),
    )
    filled = enumerate(one for one in lists if one[1])
    return {name: Words(choices, what, several, 2 * place, row) for place, (name, choices, what, several) in filled}
