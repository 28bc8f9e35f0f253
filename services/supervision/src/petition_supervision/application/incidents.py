"""Use cases of the record of incidents (恶性事件)."""

from __future__ import annotations

from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.domain.errors import UnitUnknown
from petition_supervision.domain.incident import Incident, IncidentText
from petition_supervision.domain.supervision_item import Officer


def record_incident(
    work: Work, officer: Officer, unit: str, occurred_on: date, account: str, evidence: str, case_no: str | None
) -> Incident:
    """Refusals: UnitUnknown, IncidentInTheFuture; an unknown case as the wire says."""
    if unit not in work.units.get().units:
        raise UnitUnknown("unit", unit=unit)
    if case_no is not None:
        work.cases.require(case_no)
    number = work.incidents.next_number(work.now)
    text = IncidentText(account, evidence)
    incident = Incident.put_on_record(number, officer, unit, occurred_on, text, case_no, work.now)
    work.incidents.save(incident)
    return incident


def withdraw_incident(work: Work, officer: Officer, incident_no: str, reason: str) -> Incident:
    """Refusals: IncidentWithdrawnBefore."""
    incident = work.incidents.require(incident_no)
    incident.withdraw(officer, reason, work.now)
    work.incidents.save(incident)
    return incident
