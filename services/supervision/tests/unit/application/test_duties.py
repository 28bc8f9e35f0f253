"""What officers do, use case by use case."""

from __future__ import annotations

from datetime import date

import pytest
from supervision_builders import BUREAU, CASE_NO, DAY, DUE, HANDLER, INSPECTION, ISSUED, START, UNITS
from supervision_fakes import FakeWork, NotKept

from petition_supervision.application import duties, facts
from petition_supervision.application.reading import check_case, unit_to_list
from petition_supervision.domain.answers import Method, RehandlingReason, ReportResult, Score
from petition_supervision.domain.errors import NotYourCase, NotYourUnit, PetitionerDissatisfied
from petition_supervision.domain.events import FollowUpRecorded, RehandlingOrdered, ReportSentUp

ASKED = duties.RecordFollowUp(CASE_NO, "P0019", BUREAU, Method.VISIT, True, Score.DISSATISFIED, "没有落实", False)
ORDER = duties.OrderRehandling(CASE_NO, "P0018", date(2026, 4, 20), RehandlingReason.RESULT_NOT_CARRIED_OUT)


def finished() -> FakeWork:
    work = FakeWork()
    facts.registered(work, CASE_NO, facts.Registered(BUREAU, START, False, ISSUED))
    facts.accepted(work, CASE_NO, HANDLER, START)
    facts.opinion_delivered(work, CASE_NO, 1, None, START)
    facts.confirmed(work, CASE_NO, 1, HANDLER, DUE)
    work.now = DUE + DAY
    return work


def test_a_follow_up_is_recorded_at_the_time_it_is_recorded() -> None:
    work = finished()

    case, follow_up = duties.record_follow_up(work, ASKED)

    assert (case.version, follow_up.is_pending) == (3, False)
    assert work.events(FollowUpRecorded)[0].recorded_at == DUE + DAY
    assert work.cases.kept[CASE_NO].follow_ups[0].attempts[0].reason == "没有落实"


def test_an_order_follows_a_dissatisfied_answer() -> None:
    work = finished()
    duties.record_follow_up(work, ASKED)

    case = duties.order_rehandling(work, ORDER)

    assert case.orders[-1].round == 2
    assert [(event.unit, event.ordered_at) for event in work.events(RehandlingOrdered)] == [(HANDLER, DUE + DAY)]


def test_a_report_is_sent_when_everything_is_done() -> None:
    work = finished()
    duties.record_follow_up(work, ASKED)
    with pytest.raises(PetitionerDissatisfied):
        duties.report_hand_down(work, duties.ReportHandDown(CASE_NO, "P0018", ReportResult.RESOLVED))

    case = duties.report_hand_down(work, duties.ReportHandDown(CASE_NO, "P0018", ReportResult.EXPLAINED))

    assert case.hand_down is not None and case.hand_down.reported_at == DUE + DAY
    assert len(work.events(ReportSentUp)) == 1


def test_nothing_is_done_on_a_case_that_is_not_there() -> None:
    for act, command in (
        (duties.record_follow_up, ASKED),
        (duties.order_rehandling, ORDER),
        (duties.report_hand_down, duties.ReportHandDown(CASE_NO, "P0018", ReportResult.EXPLAINED)),
    ):
        with pytest.raises(NotKept):
            act(FakeWork(), command)


@pytest.mark.parametrize(
    ("reader", "asked", "listed"),
    [
        (BUREAU, None, None),
        (BUREAU, HANDLER, HANDLER),
        ("county_leadership", None, None),
        (HANDLER, None, HANDLER),
        (HANDLER, HANDLER, HANDLER),
    ],
)
def test_a_unit_lists_its_own_and_the_bureau_everybodys(reader: str, asked: str | None, listed: str | None) -> None:
    assert unit_to_list(UNITS, reader, asked) == listed


def test_a_unit_does_not_list_anothers() -> None:
    with pytest.raises(NotYourUnit):
        unit_to_list(UNITS, HANDLER, INSPECTION)


def test_a_case_is_read_by_those_it_concerns_and_by_those_who_supervise() -> None:
    check_case(UNITS, HANDLER, {HANDLER})
    check_case(UNITS, BUREAU, {HANDLER})
    with pytest.raises(NotYourCase):
        check_case(UNITS, INSPECTION, {HANDLER})
