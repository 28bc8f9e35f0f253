"""恶性事件 that arose from a petition, as the yearly self-check of the “三无” counts them.

Recorded by a named officer with what shows it. No person is named in it: it has no field for one, and what is written
stays in this service's store.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from petition_supervision.domain.incident_errors import IncidentInTheFuture, IncidentWithdrawnBefore
from petition_supervision.domain.incident_events import IncidentRecorded, IncidentWithdrawn
from petition_supervision.domain.supervision_item import Officer
from workdays import local_day


@dataclass(frozen=True)
class IncidentText:
    """What happened, and what shows it."""

    account: str
    evidence: str


@dataclass(frozen=True)
class Withdrawal:
    """Why it does not count."""

    reason: str
    by: str
    at: datetime


@dataclass
class Incident:
    """`version` counts the events told about the incident. `case_no` None: no petition on file."""

    incident_no: str
    unit: str
    occurred_on: date
    text: IncidentText
    recorded_by: str
    recorded_at: datetime
    case_no: str | None = None
    withdrawal: Withdrawal | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def put_on_record(
        cls,
        incident_no: str,
        officer: Officer,
        unit: str,
        occurred_on: date,
        text: IncidentText,
        case_no: str | None,
        now: datetime,
    ) -> Incident:
        """A named officer records that it occurred. Later than today => IncidentInTheFuture."""
        if occurred_on > local_day(now):
            raise IncidentInTheFuture("occurred_on")
        incident = cls(incident_no, unit, occurred_on, text, officer.person, now, case_no)
        incident._record(IncidentRecorded(unit, case_no, occurred_on, officer.person, now))
        return incident

    def withdraw(self, officer: Officer, reason: str, now: datetime) -> None:
        """It was recorded by mistake; the record stays, with the reason. Twice => IncidentWithdrawnBefore."""
        if self.withdrawal is not None:
            raise IncidentWithdrawnBefore("incident_no")
        self.withdrawal = Withdrawal(reason, officer.person, now)
        self._record(IncidentWithdrawn(self.unit, self.case_no, self.occurred_on, officer.person, now))

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1
