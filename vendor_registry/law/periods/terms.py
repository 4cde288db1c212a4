"""What a contract promises about a change of sub-processors, in days."""

from dataclasses import dataclass

from vendor_registry.model.register.customer import Days


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """How long before a change customers are told, and how long they have to object (Art. 28(2) GDPR; SCC 2021/914
    Clause 9(a), 2021/915 Clause 7.7).

    `objection_days` 0: no period of its own was agreed, so a customer may object for as long as the notice runs.
    """

    notice_days: int = 30
    objection_days: int = 0
    notice_in: Days = "calendar"
    objection_in: Days = "calendar"
    country: str = ""  # whose public holidays count, ISO 3166-1 alpha-2; "": not known, weekends only

    @property
    def longest(self) -> int:
        """Days that lie between notice and change in any case."""
        return max(self.notice_days, self.objection_days)

    @property
    def least_notice(self) -> int:
        """The fewest days of the calendar that the notice can take: five business days have a week-end before six."""
        if self.notice_in == "calendar" or self.notice_days == 0:
            return self.notice_days
        return self.notice_days + 2 * ((self.notice_days - 1) // 5)
