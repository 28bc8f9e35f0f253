"""What supervision tells about exports. The subject is the approval; its reason is not told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_supervision.domain.export_terms import Ledger


@dataclass(frozen=True)
class ExportApproved:
    """`for_person` may take this list of `unit` (None: the whole county's) out of the system until that day."""

    ledger: Ledger
    unit: str | None
    for_person: str
    until_on: date
    approved_by: str
    approved_at: datetime
