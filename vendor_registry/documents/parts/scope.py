"""The part of the register that a document is about, and why somebody is not in it."""

from dataclasses import dataclass
from enum import StrEnum

from vendor_registry.model.register.coverage import among
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement


class Reason(StrEnum):
    """Why an engagement is not in the annex; the first that applies is given."""

    CONTROLLER = "controller"  # decides for itself (Art. 4(7))
    JOINT_CONTROLLER = "joint-controller"  # Art. 26
    RECIPIENT = "recipient"  # Art. 4(9)
    PROCESSOR = "processor"  # works for us where we are the controller, so customers need not authorise it
    NOT_YET = "not_yet"  # in force only after the day, and not announced
    ENDED = "ended"
    OTHER_PRODUCT = "other_product"
    OTHER_ZONE = "other_zone"
    OBJECTED = "objected"  # this customer objected, and it is open or was upheld (Art. 28(2))
    NOT_CHOSEN = "not_chosen"  # an excerpt was asked for
    ENGAGER_NOT_LISTED = "engager_not_listed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """The part of the register that a document is about."""

    products: tuple[str, ...] = ()  # keys; none: all
    zone: str = ""  # key of a data region; "": all
    customer: Customer | None = None  # whom it is for; None: all
    objected: frozenset[str] = frozenset()  # keys of the engagements that are in force for others only
    selector: str = ""  # as somebody wrote it who wants an excerpt; "": the whole list
    chosen: frozenset[str] = frozenset()  # keys of the engagements that the selector means

    def outside(self, engagement: Engagement) -> Reason | None:
        """Why an engagement is not for these: other products or data regions, an objection; None: it is."""
        if self.products and not any(engagement.serves(product) for product in self.products):
            return Reason.OTHER_PRODUCT
        if self.zone and not among(self.zone, (engagement.zone,)):
            return Reason.OTHER_ZONE
        return Reason.OBJECTED if engagement.key in self.objected else None

    def shows(self, engagement: Engagement) -> bool:
        """Whether an excerpt is to have it; the whole list has everything."""
        return not self.selector or engagement.key in self.chosen
