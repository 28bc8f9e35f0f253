"""Use cases of major and urgent matters (《信访工作条例》第二十五条)."""

from __future__ import annotations

from datetime import datetime

from petition_supervision.application.ports import Work
from petition_supervision.application.reading import check_case
from petition_supervision.domain.errors import UnitUnknown
from petition_supervision.domain.supervision_item import Officer
from petition_supervision.domain.urgent_errors import AlreadyMarkedUrgent
from petition_supervision.domain.urgent_matter import UrgentMatter, UrgentText
from petition_supervision.domain.urgent_terms import Addressee, NoticeMethod, UrgentKind


def mark_urgent(
    work: Work,
    officer: Officer,
    urgent_kind: UrgentKind,
    competent_unit: str,
    matter: str,
    place: str | None,
    found_at: datetime | None,
    case_no: str | None,
) -> UrgentMatter:
    """A registered petition of the officer's unit, or a matter found otherwise, is marked; the clocks run.

    A number this service has never heard of is refused in one way, whatever it is the number of: an accusation is
    never told to this service, and nothing shows that there is one (《信访工作条例》第三十条).
    Refusals: UnitUnknown, NotYourCase, AlreadyMarkedUrgent, FoundInTheFuture; an unknown case as the wire says.
    """
    units = work.units.get()
    if competent_unit not in units.units:
        raise UnitUnknown("competent_unit", unit=competent_unit)
    number = work.urgent_matters.next_number(work.now)
    if case_no is not None:
        check_case(units, officer.unit, work.cases.require(case_no).units_concerned)
        if (there := work.urgent_matters.open_of(case_no)) is not None:
            raise AlreadyMarkedUrgent("case_no", urgent_no=there)
    marked = UrgentMatter.mark(
        number,
        urgent_kind,
        officer,
        competent_unit,
        UrgentText(matter, place),
        found_at or work.now,
        case_no,
        work.county.get().urgent_report_hours,
        units,
        work.settings,
        work.now,
    )
    work.urgent_matters.save(marked)
    return marked


def record_urgent_notice(
    work: Work,
    officer: Officer,
    urgent_no: str,
    addressee: Addressee,
    notice_method: NoticeMethod,
    document_no: str | None,
    notified_at: datetime | None,
) -> UrgentMatter:
    """Refusals: UrgencyIsOver, NotYourUrgentMatter, OnlyTheBureauReportsUp, AddresseeTold, NotWithinTheMatter."""
    matter = work.urgent_matters.require(urgent_no)
    at = notified_at or work.now
    matter.tell(officer, addressee, notice_method, document_no, at, work.units.get(), work.now)
    work.urgent_matters.save(matter)
    return matter


def record_urgent_measure(
    work: Work, officer: Officer, urgent_no: str, measure: str, taken_at: datetime | None
) -> UrgentMatter:
    """Refusals: UrgencyIsOver, NotYourUrgentMatter, NotWithinTheMatter."""
    matter = work.urgent_matters.require(urgent_no)
    matter.take_measure(officer, measure, taken_at or work.now, work.units.get(), work.now)
    work.urgent_matters.save(matter)
    return matter


def end_urgency(work: Work, officer: Officer, urgent_no: str, proof: str) -> UrgentMatter:
    """Refusals: UrgencyIsOver, AddresseesNotTold, MeasureMissing."""
    matter = work.urgent_matters.require(urgent_no)
    matter.end(officer, proof, work.now)
    work.urgent_matters.save(matter)
    return matter
