"""Small random cases: cycles, parallel flows, blanks, nested categories, nested zones, dates."""

import random
from datetime import timedelta
from typing import Any

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.model.policy.policy import DataRegion, OwnFlow
from vendor_registry.model.register.engagement import DeIdentified, Engagement

CATEGORIES = ("content", "content.body", "content.subject", "contact", "contact.email", "payment")
ZONES = {
    "eu": DataRegion(key="eu", name={"": "EU"}, places=("EEA",)),
    "us": DataRegion(key="us", name={"": "US"}, places=("US",)),
    "de": DataRegion(key="de", name={"": "DE"}, places=("DE",)),
}
REGIONS = ("DE", "DE", "FR", "US", "US", "DE; US", "EEA", "GLOBAL", "JP", "de", "")


def random_case(seed: int) -> Case:
    """The same case for the same seed."""
    dice = random.Random(seed)
    systems = [f"s{n}" for n in range(dice.randint(1, 3))]
    vendors = [f"v{n}" for n in range(dice.randint(1, 5))]
    return make.case(
        *(_engagement(dice, key, [*systems, *vendors]) for key in vendors),
        systems={key: _system(dice, key) for key in systems},
        flows=tuple(_own_flow(dice, [*systems, *vendors]) for _ in range(dice.randint(0, 4))),
        zones=ZONES,
        data={key: category for key, category in make.policy().data.items() if key in CATEGORIES},
    )


def _system(dice: random.Random, key: str) -> Any:
    return make.system(
        key,
        zone=dice.choice(("eu", "eu", "us", "us", "de", "*")),
        region=dice.choice(REGIONS),
        data_subjects=dice.choice(((), ("customers",))),
        data=_data(dice, blanks=0.3) or (),
    )


def _engagement(dice: random.Random, key: str, nodes: list[str]) -> Engagement:
    return make.engagement(
        key,
        zone=dice.choice(("eu", "us", "de", "*")),
        receives_from=tuple(dice.sample(nodes, dice.randint(1, min(3, len(nodes))))),
        data=_data(dice, blanks=0.2),
        region=dice.choice(REGIONS),
        access_from=dice.choice(("", "", "", "US", "DE")),
        line=dice.randint(2, 99),
        **_timing(dice),
    )


def _own_flow(dice: random.Random, nodes: list[str]) -> OwnFlow:
    return OwnFlow(source=dice.choice(nodes), target=dice.choice(nodes), data=_data(dice, blanks=0.2), **_timing(dice))


def _timing(dice: random.Random) -> dict[str, Any]:
    """Whether the data is anonymised, and when the flow runs; most of the time nothing of both."""
    handled = dice.choices(tuple(DeIdentified), (8, 1, 1))[0]
    day = dice.choice((-1, 0, 1))
    bound = dice.choices(("none", "since", "until"), (8, 1, 1))[0]
    dates = {} if bound == "none" else {bound: make.DAY + timedelta(days=day)}
    return {"de_identified": handled, **dates}


def _data(dice: random.Random, blanks: float) -> tuple[str, ...] | None:
    if dice.random() < blanks:
        return None
    return tuple(sorted(dice.sample(CATEGORIES, dice.randint(1, 3))))
