"""Who may read a case: the units it passes through, and the offices that oversee all cases."""

from __future__ import annotations

from petition_assignment.domain.case_record import CaseRecord
from petition_assignment.domain.errors import SomeoneElsesCase
from petition_assignment.domain.officer import Officer

OVERSEEING_ROLES = ("county_leader", "auditor")


def sees_every_unit(officer: Officer, bureau: str) -> bool:
    """The petition bureau, county leaders and auditors oversee the cases of all units."""
    return officer.unit == bureau or officer.holds(*OVERSEEING_ROLES)


def check_may_read(case: CaseRecord, officer: Officer) -> None:
    """Units that registered, route, sent, handle, share or review it, dispute it or are its station; overseers.

    Anybody else => SomeoneElsesCase.
    """
    concerned = {case.registered_by_unit, case.router, case.sender, case.unit}
    concerned.update(review.unit for review in case.reviews)
    concerned.update(part.unit for part in case.parts)
    concerned.update(invited.unit for invited in case.participants)
    concerned.update(unit for dispute in case.disputes for unit in (dispute.other_unit, dispute.decider) if unit)
    if case.responsibility is not None:
        concerned.add(case.responsibility.station)
    if officer.unit not in concerned and not sees_every_unit(officer, case.sender):
        raise SomeoneElsesCase("case_no", unit=officer.unit)


def unit_to_list(asked: str | None, officer: Officer, bureau: str) -> str | None:
    """Whose cases a list shows: one's own unit's; an overseer's choice, all (None) without one."""
    if sees_every_unit(officer, bureau):
        return asked
    if asked not in (None, officer.unit):
        raise SomeoneElsesCase("unit", unit=officer.unit)
    return officer.unit
