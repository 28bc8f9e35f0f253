"""县委主要领导审阅回访结果: once a round, by nobody who had a hand in it; an instruction orders the case again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from supervision_builders import (
    BUREAU,
    CASE_NO,
    DAY,
    DUE,
    HANDLER,
    LEADERSHIP,
    SETTINGS,
    a_case,
    an_attempt,
    closed,
    handled,
    nobody_reached,
    told,
)

from petition_supervision.domain.agenda import due_entries
from petition_supervision.domain.answers import RehandlingReason, Score
from petition_supervision.domain.errors import (
    DueDateNotAhead,
    DueDateTooFar,
    PetitionerNotDissatisfied,
    RehandlingAlreadyOrdered,
)
from petition_supervision.domain.events import FollowUpRead, RehandlingOrdered
from petition_supervision.domain.follow_up_reading import AgainBy, Reading
from petition_supervision.domain.reading_errors import (
    FollowUpAlreadyRead,
    InstructionMissing,
    InstructionNeedsDueDate,
    NothingToRead,
    ReaderMadeTheCall,
    ReaderOfHandlingUnit,
    RoundGoneBy,
)
from petition_supervision.domain.supervised_case import SupervisedCase

NOW = DUE + 2 * DAY
TODAY = date(2026, 3, 20)
AGAIN = AgainBy(date(2026, 4, 9), RehandlingReason.RESULT_NOT_CARRIED_OUT)


def asked(score: Score, case: SupervisedCase | None = None) -> SupervisedCase:
    case = closed(handled(case or a_case()))
    case.record_follow_up(an_attempt(score, promise_kept=score is not Score.DISSATISFIED))
    return case


def read(
    case: SupervisedCase,
    again: AgainBy | None = None,
    instruction: str | None = None,
    round: int = 1,
    reader: str = "P0001",
    unit: str = LEADERSHIP,
) -> None:
    case.read_follow_up(round, Reading(reader, unit, "已阅", instruction, NOW), again, SETTINGS)


def test_a_leader_reads_a_result_and_it_leaves_the_inbox() -> None:
    case = asked(Score.SATISFIED)
    waiting = due_entries(case)[f"{CASE_NO}:follow_up_reading#1"]
    assert (waiting.kind, waiting.unit, waiting.next_at) == ("satisfied", HANDLER, None)

    read(case)

    assert told(case, FollowUpRead) == [
        FollowUpRead("P0001", LEADERSHIP, HANDLER, Score.SATISFIED, False, None, NOW, 1)
    ]
    assert due_entries(case) == {}
    assert told(case, RehandlingOrdered) == []


def test_an_instruction_on_a_dissatisfied_answer_orders_the_case_again() -> None:
    case = asked(Score.DISSATISFIED)

    read(case, AGAIN, "责成重新办理")

    assert [(type(event), event.round) for event in case.pending[-2:]] == [(FollowUpRead, 1), (RehandlingOrdered, 2)]
    assert told(case, FollowUpRead)[0].ordered_round == 2
    order = case.orders[-1]
    assert (order.ordered_by, order.unit, order.due_on) == ("P0001", HANDLER, AGAIN.due_on)


def test_the_round_that_was_ordered_is_followed_up_and_read_again() -> None:
    case = asked(Score.DISSATISFIED)
    read(case, AGAIN, "责成重新办理")
    case.open_round(2, HANDLER)
    assert due_entries(case) == {}
    asked(Score.BASICALLY_SATISFIED, case)

    assert [entry.kind for entry in due_entries(case).values()] == ["basically_satisfied"]
    read(case, round=2)

    assert [event.round for event in told(case, FollowUpRead)] == [1, 2]


def test_an_instruction_on_a_content_answer_is_kept_and_orders_nothing() -> None:
    case = asked(Score.SATISFIED)

    read(case, None, "总结经验")

    assert told(case, FollowUpRead)[0].instructed is True
    assert case.orders == []


def test_a_dissatisfied_answer_may_be_read_without_an_instruction() -> None:
    case = asked(Score.DISSATISFIED)

    read(case)

    assert (told(case, FollowUpRead)[0].instructed, case.orders) == (False, [])


def test_what_the_bureau_ordered_already_may_be_instructed_on_but_is_not_ordered_twice() -> None:
    case = asked(Score.DISSATISFIED)
    case.order_rehandling("P0018", AGAIN.due_on, AGAIN.reason_code, NOW, SETTINGS)
    with pytest.raises(RehandlingAlreadyOrdered):
        read(case, AGAIN, "责成重新办理")

    read(case, None, "抓紧")

    assert (told(case, FollowUpRead)[0].ordered_round, len(case.orders)) == (None, 1)


def test_a_round_gone_by_is_read_and_no_longer_ordered() -> None:
    case = asked(Score.DISSATISFIED)
    case.open_round(2, HANDLER)
    with pytest.raises(RoundGoneBy):
        read(case, AGAIN, "责成重新办理")

    read(case, None, "抓紧")

    assert case.orders == []


@pytest.mark.parametrize("days_ahead", [-1, 0, 1, 60, 61])
def test_the_due_date_of_an_instruction_lies_ahead_and_within_sixty_days(days_ahead: int) -> None:
    case = asked(Score.DISSATISFIED)
    again = AgainBy(TODAY + timedelta(days=days_ahead), RehandlingReason.OTHER)

    if days_ahead in (1, 60):
        read(case, again, "重新办理")
        assert case.orders[-1].due_on == again.due_on
        return
    version = case.version
    with pytest.raises(DueDateTooFar if days_ahead == 61 else DueDateNotAhead):
        read(case, again, "重新办理")
    assert (case.version, case.follow_ups[0].reading) == (version, None)


@pytest.mark.parametrize(
    ("score", "again", "instruction", "refusal"),
    [
        (Score.DISSATISFIED, None, "重新办理", InstructionNeedsDueDate),
        (Score.DISSATISFIED, AGAIN, None, InstructionMissing),
        (Score.SATISFIED, AGAIN, "重新办理", PetitionerNotDissatisfied),
        (Score.BASICALLY_SATISFIED, AGAIN, "重新办理", PetitionerNotDissatisfied),
    ],
)
def test_an_instruction_and_its_due_date_go_together(
    score: Score, again: AgainBy | None, instruction: str | None, refusal: type[Exception]
) -> None:
    case = asked(score)
    version = case.version

    with pytest.raises(refusal):
        read(case, again, instruction)

    assert (case.version, case.follow_ups[0].reading) == (version, None)


def test_a_result_is_read_once() -> None:
    case = asked(Score.SATISFIED)
    read(case)
    with pytest.raises(FollowUpAlreadyRead):
        read(case)


def test_there_is_nothing_to_read_before_the_petitioner_answered() -> None:
    case = handled(a_case())
    with pytest.raises(NothingToRead):
        read(case)
    closed(case)
    case.record_follow_up(nobody_reached())
    with pytest.raises(NothingToRead):
        read(case)
    assert [entry.what for entry in due_entries(case).values()] == ["follow_up"]


def test_nobody_of_a_unit_that_handled_the_case_reads_and_nobody_reads_his_own_call() -> None:
    case = asked(Score.SATISFIED)
    with pytest.raises(ReaderOfHandlingUnit):
        read(case, unit=HANDLER)
    with pytest.raises(ReaderMadeTheCall):
        read(case, reader=case.follow_ups[0].attempts[0].officer, unit=BUREAU)

    read(case, unit=BUREAU)

    assert told(case, FollowUpRead)[0].reader_unit == BUREAU
