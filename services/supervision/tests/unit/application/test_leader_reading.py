"""The leader's reading as a use case: what is blank is nothing, and a due date makes the order."""

from __future__ import annotations

from datetime import date

import pytest
from supervision_builders import BUREAU, CASE_NO, DAY, DUE, HANDLER, LEADERSHIP, START
from supervision_fakes import FakeWork, NotKept

from petition_supervision.application import duties, facts
from petition_supervision.application.leader_reading import ReadFollowUp, read_follow_up
from petition_supervision.domain.answers import Method, RehandlingReason, Score
from petition_supervision.domain.events import FollowUpRead, RehandlingOrdered
from petition_supervision.domain.reading_errors import InstructionMissing

BY = date(2026, 4, 9)


def dissatisfied() -> FakeWork:
    work = FakeWork()
    facts.registered(work, CASE_NO, facts.Registered(BUREAU, START, False, None))
    facts.accepted(work, CASE_NO, HANDLER, START)
    facts.confirmed(work, CASE_NO, 1, HANDLER, DUE)
    work.now = DUE + DAY
    asked = duties.RecordFollowUp(CASE_NO, "P0019", BUREAU, Method.CALL, True, Score.DISSATISFIED, "没有落实", False)
    duties.record_follow_up(work, asked)
    return work


def test_words_that_are_blank_are_no_words() -> None:
    work = dissatisfied()

    read_follow_up(work, ReadFollowUp(CASE_NO, 1, "P0001", LEADERSHIP, "  ", "\n"))

    reading = work.cases.kept[CASE_NO].follow_ups[0].reading
    assert reading is not None and (reading.note, reading.instruction) == (None, None)
    assert work.events(FollowUpRead)[0].instructed is False


def test_a_blank_instruction_does_not_order() -> None:
    work = dissatisfied()

    with pytest.raises(InstructionMissing):
        read_follow_up(work, ReadFollowUp(CASE_NO, 1, "P0001", LEADERSHIP, None, " ", BY))
    assert work.events(FollowUpRead) == []


def test_an_instruction_with_its_day_orders_for_the_petitioners_sake_unless_another_reason_is_given() -> None:
    work = dissatisfied()

    read_follow_up(work, ReadFollowUp(CASE_NO, 1, "P0001", LEADERSHIP, "已阅", "重新办理", BY))

    (order,) = work.events(RehandlingOrdered)
    assert (order.due_on, order.reason_code) == (BY, RehandlingReason.PETITIONER_DISSATISFIED)


def test_nobody_reads_a_case_that_is_not_there() -> None:
    with pytest.raises(NotKept):
        read_follow_up(FakeWork(), ReadFollowUp(CASE_NO, 1, "P0001", LEADERSHIP))
