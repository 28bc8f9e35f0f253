"""Use case: approve that a list is taken out of the system."""

from __future__ import annotations

from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.domain.errors import UnitUnknown
from petition_supervision.domain.export_errors import ExportOfTheCounty, TakerOfAnotherUnit
from petition_supervision.domain.export_terms import COUNTY_WIDE, Ledger
from petition_supervision.domain.leader_errors import PersonUnknown
from petition_supervision.domain.ledger_export import LedgerExport
from petition_supervision.domain.supervision_item import Officer


def approve_export(
    work: Work, officer: Officer, ledger: Ledger, unit: str | None, for_person: str, until_on: date, reason: str
) -> LedgerExport:
    """The taker sees no more than the taker's unit may read.

    Refusals: PersonUnknown, UnitUnknown, ExportOfTheCounty, TakerOfAnotherUnit, OwnExport, UntilUnfit.
    """
    units = work.units.get()
    taker = work.leader(for_person)
    if taker is None:
        raise PersonUnknown("for_person", person=for_person)
    if unit is not None and units.kind_of(unit) is None:
        raise UnitUnknown("unit", unit=unit)
    if unit is not None and ledger in COUNTY_WIDE:
        raise ExportOfTheCounty("unit", ledger=ledger)
    if unit != taker.unit and not units.sees_all(taker.unit):
        raise TakerOfAnotherUnit("unit", person=for_person)
    number = work.exports.next_number(work.now)
    export = LedgerExport(number, ledger, unit, for_person, until_on, reason, officer.person, work.now)
    export.approve()
    work.exports.save(export)
    return export
