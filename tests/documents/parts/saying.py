"""Transfers made up for documents, and what a document says of them."""

from typing import Any

from tests import make
from vendor_registry.documents.parts.grounds import claimed, grounds, measures
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.findings.transfer import Answer, Transfer, TransferVerdict, Way
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.flow import Flow
from vendor_registry.model.text.origin import NOWHERE

ENGLISH, GERMAN = Names(make.policy(), phrases("en")), Names(make.policy(), phrases("de"))
SCC = Claim("SCC M3 (2021-10-01)", "scc_2021_914", module=3)
FLOW = Flow(source="platform-eu", target="acme", key="acme", data=("content",), cell=NOWHERE, claims=(SCC,))


def transfer(
    country: str,
    verdict: TransferVerdict,
    ground: str = "",
    regime: str = "eu",
    citation: str = "",
    claim: Claim | None = None,
    **more: Any,
) -> Transfer:
    about = {name: more.pop(name) for name in ("settles", "earlier", "basis") if name in more}
    answer: dict[str, Any] = {"verdict": verdict, "basis": "", "ground": ground, "citation": citation, "claim": claim}
    found: dict[str, Any] = {
        "flow": FLOW,
        "exporter_country": "DE",
        "via": "region",
        "ways": (Way.PLACE,),
        "sure": True,
    }
    return Transfer(regime=regime, importer_country=country, answer=Answer(**answer | about), **found | more)


def said(*transfers: Transfer, names: Names = ENGLISH, **engagement: Any) -> list[str]:
    row = make.engagement("acme", **engagement)
    cell = (*claimed(row, transfers, names), *grounds(transfers, names), *measures(row, names))
    return ["".join(run.text for run in part) for part in cell]


NONE_NEEDED = transfer("FR", TransferVerdict.NOT_RESTRICTED)
TO_INDIA = transfer("IN", TransferVerdict.COVERED, "mechanism:scc_2021_914_m3")
