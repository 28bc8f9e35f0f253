"""导出台账: no list leaves the system without somebody's approval and reason, and each bears who took it and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from petition_supervision.domain.export_errors import ApprovalLapsed, NotApprovedForYou, OwnExport, UntilUnfit
from petition_supervision.domain.export_events import ExportApproved
from petition_supervision.domain.export_terms import Ledger
from workdays import CHINA_STANDARD_TIME, local_day

LONGEST_APPROVAL_DAYS = 30


@dataclass
class LedgerExport:
    """One approval: which list of whom (`unit` None: the whole county), for one person, until a day, and why."""

    export_no: str
    ledger: Ledger
    unit: str | None
    for_person: str
    until_on: date
    reason: str
    approved_by: str
    approved_at: datetime
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    def approve(self) -> None:
        """Of one's own export => OwnExport; a last day before today or too far ahead => UntilUnfit."""
        today = local_day(self.approved_at)
        latest = today + timedelta(days=LONGEST_APPROVAL_DAYS)
        if self.for_person == self.approved_by:
            raise OwnExport("for_person")
        if not today <= self.until_on <= latest:
            raise UntilUnfit("until_on", date=self.until_on, latest=latest)
        self.pending.append(
            ExportApproved(self.ledger, self.unit, self.for_person, self.until_on, self.approved_by, self.approved_at)
        )
        self.version += 1

    def check_taker(self, person: str, now: datetime) -> None:
        """Only whom it was approved for, up to the last day => else NotApprovedForYou, ApprovalLapsed.

        Every time: a list may be taken out again while the approval holds, each time with its own watermark.
        """
        if person != self.for_person:
            raise NotApprovedForYou("export_no")
        if local_day(now) > self.until_on:
            raise ApprovalLapsed("export_no", date=self.until_on)

    def watermark(self, now: datetime) -> str:
        """Who took it out, when (by the county's clock), and who approved it."""
        at = now.astimezone(CHINA_STANDARD_TIME).strftime("%Y-%m-%d %H:%M:%S")
        return f"{self.export_no} | 导出人 taken by {self.for_person} | {at} | 批准人 approved by {self.approved_by}"
