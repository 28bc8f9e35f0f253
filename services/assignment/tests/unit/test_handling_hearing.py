"""第三十一条第六项: a hearing in the handling is called for in writing, for a day to come, before it is recorded."""

from datetime import date

import pytest
from assignment_beside import a_hearing_call, a_hearing_record, hearing_called
from assignment_world import World, a_completion, a_delivery, an_opinion, on

from petition_assignment.domain import commands as asked
from petition_assignment.domain.errors import DateNotAfterToday, TextRequired
from petition_assignment.domain.follow_through_errors import HearingNotCalled
from petition_assignment.domain.follow_through_events import HandlingHearingCalled
from petition_assignment.domain.papers import PaperKind


def test_the_notice_says_who_is_to_come_and_the_bus_does_not():
    world = World().in_handling().do(a_hearing_call(), "water_handler")
    notice = world.papers[-1]
    assert (notice.kind, notice.number) == (PaperKind.HEARING_NOTICE, "听证〔2026〕1号")
    assert notice.text == {"participants": "信访人、某施工单位", "place": "局会议室"}
    told = world.told(HandlingHearingCalled)[-1]
    assert (told.ground, told.hearing_on, told.round) == ("complex", date(2026, 3, 5), 1)
    assert "参加" not in str(told) and "施工" not in str(told)


@pytest.mark.parametrize(("day", "possible"), [("2026-03-02", False), ("2026-03-03", True)])
def test_it_is_called_for_a_day_to_come(day: str, possible: bool):
    command = a_hearing_call(hearing_on=date.fromisoformat(day))
    if possible:
        assert World().in_handling().do(command, "water_handler").case.hearing_calls
    else:
        with pytest.raises(DateNotAfterToday):
            World().in_handling().do(command, "water_handler")


@pytest.mark.parametrize("field", ["notice_no", "place", "participants"])
def test_a_call_without_number_place_or_participants_is_none(field: str):
    with pytest.raises(TextRequired):
        World().in_handling().do(a_hearing_call(**{field: " "}), "water_handler")


def test_no_record_of_a_hearing_nobody_was_called_to():
    world = World().in_handling().move_to(on("2026-03-05"))
    with pytest.raises(HearingNotCalled):
        world.do(a_hearing_record(), "water_handler")
    with pytest.raises(HearingNotCalled):
        hearing_called().do(a_hearing_record(held_on=date(2026, 3, 4)), "water_handler")
    assert hearing_called().do(a_hearing_record(), "water_handler").papers[-1].kind is PaperKind.HANDLING_HEARING


def test_another_day_is_called_for_anew_and_either_notice_stays():
    world = World().in_handling().do(a_hearing_call(), "water_handler")
    world.do(a_hearing_call(notice_no="听证〔2026〕2号", hearing_on=date(2026, 3, 6)), "water_handler")
    world.move_to(on("2026-03-06")).do(a_hearing_record(held_on=date(2026, 3, 6)), "water_handler")
    assert [call.notice_no for call in world.case.hearing_calls] == ["听证〔2026〕1号", "听证〔2026〕2号"]


def test_a_further_round_calls_for_its_own_hearing():
    world = (
        hearing_called()
        .do(an_opinion(), "water_handler")
        .do(a_delivery(delivered_on=date(2026, 3, 5)), "water_handler")
    )
    world.do(a_completion(), "water_handler").do(asked.ConfirmCase(), "dispatcher").order_rehandling()
    with pytest.raises(HearingNotCalled):
        world.do(a_hearing_record(), "water_handler")
