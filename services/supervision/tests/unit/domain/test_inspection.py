"""An inspection: who may carry it out, when, what is found, put right, reported up (第三十八条、第十六条)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import timedelta

import pytest
from inspection_builders import (
    FIRST,
    SECOND,
    a_plan,
    a_term,
    an_act,
    answered,
    at,
    concluded,
    day,
    found,
    inspected,
    opened,
    put_right,
    reported,
)
from supervision_builders import BUREAU, DAY, HANDLER, START, TOWNSHIP, UNITS

from petition_supervision.domain.errors import Refused
from petition_supervision.domain.inspection import Inspection
from petition_supervision.domain.inspection_events import InspectionConcluded, RectificationAnswered
from petition_supervision.domain.inspection_terms import FindingState, InspectionForm
from petition_supervision.domain.inspector import Inspector
from petition_supervision.domain.printed_inspection import inspection_in_print
from petition_supervision.domain.reception import Leader

Step = Callable[[Inspection], object]
COMMANDS: dict[str, Step] = {
    "inspect": lambda one: one.inspect(an_act(inspector=SECOND, form=InspectionForm.PETITIONER_MET), at(1)),
    "feed back": lambda one: one.feed_back(HANDLER, "台账不全。", False, day(45), SECOND, at(13)),
    "answer": lambda one: one.answer(1, HANDLER, "已整改。", at(14)),
    "check": lambda one: one.check(1, True, "抽查。", None, FIRST, at(14)),
    "check, not put right": lambda one: one.check(1, False, "未落实。", day(60), FIRST, at(14)),
    "report up": lambda one: one.report_up(day(14), "彭信报〔2026〕4号", "P0009", at(14)),
    "conclude": lambda one: one.conclude("结束。", "P0009", at(40)),
}
STATES: dict[str, Callable[[], Inspection]] = {
    "opened": opened,
    "inspected": inspected,
    "found": found,
    "answered": answered,
    "put right": put_right,
    "put right, nothing important": lambda: put_right(important=False),
    "reported": reported,
    "concluded": concluded,
}
NONE, OVER = "FINDING_UNKNOWN", "INSPECTION_CLOSED"
NO_ANSWER, ANSWERED = "RECTIFICATION_NOT_ANSWERED", "FINDING_NOT_WAITING"
NOTHING = "NOTHING_IMPORTANT_TO_REPORT"
OUTCOMES: dict[str, list[str]] = {
    "opened": ["ok", "NOTHING_INSPECTED_THERE", NONE, NONE, NONE, NOTHING, "NOTHING_INSPECTED"],
    "inspected": ["ok", "ok", NONE, NONE, NONE, NOTHING, "ok"],
    "found": ["ok", "ok", "ok", NO_ANSWER, NO_ANSWER, "ok", "FINDINGS_STANDING"],
    "answered": ["ok", "ok", ANSWERED, "ok", "ok", "ok", "FINDINGS_STANDING"],
    "put right": ["ok", "ok", ANSWERED, NO_ANSWER, NO_ANSWER, "ok", "IMPORTANT_NOT_REPORTED"],
    "put right, nothing important": ["ok", "ok", ANSWERED, NO_ANSWER, NO_ANSWER, NOTHING, "ok"],
    "reported": ["ok", "ok", ANSWERED, NO_ANSWER, NO_ANSWER, NOTHING, "ok"],
    "concluded": [OVER] * 7,
}


def refusal(act: Callable[[], object]) -> tuple[str, str | None]:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code, refused.value.field


def test_every_state_has_its_row() -> None:
    assert STATES.keys() == OUTCOMES.keys() and all(len(row) == len(COMMANDS) for row in OUTCOMES.values())


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_in_every_state_happens_or_is_refused_and_then_nothing_changed(state: str, command: str) -> None:
    one = STATES[state]()
    before = copy.deepcopy(one)
    outcome = OUTCOMES[state][list(COMMANDS).index(command)]
    if outcome == "ok":
        COMMANDS[command](one)
        assert one.version == before.version + 1
        return
    assert refusal(lambda: COMMANDS[command](one))[0] == outcome and one == before


@pytest.mark.parametrize(("first", "last", "code"), [(0, 0, None), (1, 0, "INSPECTION_DAYS_REVERSED")])
def test_the_days_are_the_right_way_round(first: int, last: int, code: str | None) -> None:
    if code is None:
        assert opened(first_day=day(first), last_day=day(last)).is_open
        return
    assert refusal(lambda: opened(first_day=day(first), last_day=day(last))) == (code, "last_day")


def test_it_is_planned_ahead() -> None:
    assert refusal(lambda: opened(first_day=day(-9), last_day=day(-1))) == ("INSPECTION_IN_HINDSIGHT", "last_day")
    assert opened(first_day=day(-9), last_day=day(0)).is_open


def test_an_inspector_does_not_inspect_the_own_unit() -> None:
    units = {FIRST: BUREAU, SECOND: HANDLER}
    assert refusal(lambda: Inspection.open("ZD2026-0001", a_plan(), units, "P0009", START)) == (
        "INSPECTOR_OF_INSPECTED_UNIT",
        "inspectors",
    )


@pytest.mark.parametrize("form", InspectionForm)
def test_each_of_the_four_forms_is_recorded_with_its_day(form: InspectionForm) -> None:
    one = opened()
    one.inspect(an_act(form=form, done_on=day(2)), at(3))
    assert (one.acts[0].form, one.acts[0].done_on) == (form, day(2))


@pytest.mark.parametrize(("on", "now", "fits"), [(-1, 5, False), (0, 5, True), (29, 40, True), (30, 40, False)])
def test_it_is_carried_out_within_its_days(on: int, now: int, fits: bool) -> None:
    one = opened()
    if fits:
        one.inspect(an_act(done_on=day(on)), at(now))
        return
    assert refusal(lambda: one.inspect(an_act(done_on=day(on)), at(now))) == ("INSPECTED_OUTSIDE_PLAN", "done_on")


def test_not_a_day_to_come_and_not_by_others_and_not_elsewhere() -> None:
    one = opened()
    assert refusal(lambda: one.inspect(an_act(done_on=day(2)), at(1)))[0] == "INSPECTED_OUTSIDE_PLAN"
    assert refusal(lambda: one.inspect(an_act(inspector="P0018"), at(1)))[0] == "NOT_OF_THIS_INSPECTION"
    assert refusal(lambda: one.inspect(an_act(unit=TOWNSHIP), at(1)))[0] == "UNIT_NOT_INSPECTED"


def test_what_was_found_is_put_right_by_a_day_ahead() -> None:
    one = inspected()
    at_once = ("RECTIFICATION_NOT_AHEAD", "due_on")
    assert refusal(lambda: one.feed_back(HANDLER, "a", False, day(1), FIRST, at(1))) == at_once
    assert one.feed_back(HANDLER, "a", False, day(2), FIRST, at(1)).due_on == day(2)


@pytest.mark.parametrize(("when", "late"), [(30, False), (31, True)])
def test_an_answer_after_its_day_is_late(when: int, late: bool) -> None:
    one = found()
    one.answer(1, HANDLER, "已整改。", at(when))
    assert one.pending[-1] == RectificationAnswered(1, HANDLER, late)


def test_another_unit_does_not_answer() -> None:
    assert refusal(lambda: found().answer(1, TOWNSHIP, "a", at(2))) == ("FINDING_OF_ANOTHER_UNIT", "number")


def test_what_was_not_put_right_has_a_new_day_and_is_answered_again() -> None:
    one = answered()
    assert refusal(lambda: one.check(1, False, "a", None, FIRST, at(12)))[0] == "NEW_DAY_NEEDED"
    assert refusal(lambda: one.check(1, True, "a", day(50), FIRST, at(12)))[0] == "NEW_DAY_NEEDED"
    assert refusal(lambda: one.check(1, False, "a", day(12), FIRST, at(12)))[0] == "RECTIFICATION_NOT_AHEAD"
    finding = one.check(1, False, "一件未答复。", day(50), FIRST, at(12))
    assert (finding.state, finding.due_on) == (FindingState.RECTIFYING, day(50))
    one.answer(1, HANDLER, "已答复。", at(20))
    assert one.check(1, True, "已核实。", None, FIRST, at(21)).state is FindingState.PUT_RIGHT
    assert [check.put_right for check in one.findings[0].checks] == [False, True]


def test_only_what_is_important_goes_up_each_once_and_with_its_day() -> None:
    one = found()
    assert refusal(lambda: one.report_up(day(-1), "1号", "P0009", at(2)))[0] == "REPORTED_IN_THE_FUTURE"
    assert refusal(lambda: one.report_up(day(3), "1号", "P0009", at(2)))[0] == "REPORTED_IN_THE_FUTURE"
    one.report_up(day(2), "1号", "P0009", at(2))
    assert refusal(lambda: one.report_up(day(2), "2号", "P0009", at(2)))[0] == "NOTHING_IMPORTANT_TO_REPORT"
    one.feed_back(HANDLER, "又一重要问题。", True, day(40), FIRST, at(3))
    one.report_up(day(4), "2号", "P0009", at(4))
    assert [(each.reported_on, each.findings) for each in one.reports_up] == [(day(2), 1), (day(4), 1)]


def test_it_ends_with_a_report_that_prints_forms_findings_and_what_went_up() -> None:
    one = concluded()
    assert one.pending[-1] == InspectionConcluded([HANDLER], 1, 1, 1)
    (paper,) = inspection_in_print(one, UNITS)
    text = "".join(part for _, part in paper.parts)
    for said in ("第三十八条", "查询资料", "整改到位", "（重要问题）", "彭信报〔2026〕3号", "总体较好。"):
        assert said in text
    assert inspection_in_print(reported(), UNITS) == []


def test_a_term_is_given_to_whom_the_register_gives_the_office() -> None:
    person = Leader(FIRST, BUREAU, frozenset({"inspector"}))
    one = Inspector(FIRST, BUREAU)
    without = Leader(FIRST, BUREAU, frozenset({"handler"}))
    assert refusal(lambda: one.appoint(without, a_term())) == ("INSPECTOR_ROLE_MISSING", "person")
    assert refusal(lambda: one.appoint(person, a_term(5, 4))) == ("TERM_REVERSED", "last_day")
    one.appoint(person, a_term(0, 9))
    assert refusal(lambda: one.appoint(person, a_term(9, 20))) == ("TERMS_OVERLAP", "first_day")
    one.appoint(person, a_term(10, 20))
    assert [one.holds_on(day(on)) for on in (-1, 0, 9, 10, 20, 21)] == [False, True, True, True, True, False]


def test_who_was_relieved_holds_the_office_no_more_and_may_be_appointed_again() -> None:
    person = Leader(FIRST, BUREAU, frozenset({"inspector"}))
    one = Inspector(FIRST, BUREAU)
    one.appoint(person, a_term(0, 9))
    assert refusal(lambda: one.relieve(day(10), "a")) == ("NO_TERM_TO_END", "relieved_on")
    one.relieve(day(5), "调离。")
    assert (one.holds_on(day(4)), one.holds_on(day(5)), one.until) == (True, False, day(4))
    assert refusal(lambda: one.relieve(day(5), "a"))[0] == "NO_TERM_TO_END"
    one.appoint(person, a_term(5, 9))
    assert one.holds_on((START + 5 * DAY + timedelta(hours=1)).date())
