"""台账导出的批准: the folder of evidence leaves the system with another person's approval and reason alone.

Approvals of lists are supervision's; this one stands with the figures, for no service reads what another keeps.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from petition_metrics.domain.days import COUNTY_ZONE
from petition_metrics.domain.folder_errors import ApprovalLapsed, NotApprovedForYou, OwnExport, UntilUnfit

LONGEST_APPROVAL_DAYS = 30


@dataclass(frozen=True)
class FolderApproval:
    """`for_person` may take the folder of `year` out of the system up to the last day `until_on`."""

    export_no: str
    year: int
    for_person: str
    until_on: date
    reason: str
    approved_by: str
    approved_at: datetime

    def check(self) -> None:
        """Of one's own export => OwnExport; a last day before today or too far ahead => UntilUnfit."""
        today = _day(self.approved_at)
        latest = today + timedelta(days=LONGEST_APPROVAL_DAYS)
        if self.for_person == self.approved_by:
            raise OwnExport("for_person")
        if not today <= self.until_on <= latest:
            raise UntilUnfit("until_on", date=self.until_on, latest=latest)

    def check_taker(self, person: str | None, now: datetime) -> None:
        """Only whom it was approved for, up to the last day => else NotApprovedForYou, ApprovalLapsed."""
        if person != self.for_person:
            raise NotApprovedForYou("export_no")
        if _day(now) > self.until_on:
            raise ApprovalLapsed("export_no", date=self.until_on)

    def watermark(self, now: datetime) -> str:
        """Who took it out, when (by the county's clock), and who approved it."""
        at = now.astimezone(COUNTY_ZONE).strftime("%Y-%m-%d %H:%M:%S")
        return f"{self.export_no} | 导出人 taken by {self.for_person} | {at} | 批准人 approved by {self.approved_by}"


def _day(instant: datetime) -> date:
    return instant.astimezone(COUNTY_ZONE).date()
