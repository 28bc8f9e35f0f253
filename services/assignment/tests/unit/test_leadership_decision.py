"""第二十二条第一款第一项: what is major or urgent is reported with a proposal; the leadership decides who has it."""

from datetime import date

import pytest
from assignment_beside import a_decision, a_report_for_decision
from assignment_world import CASE, World, a_routing, on

from petition_assignment.application import following
from petition_assignment.domain import errors, events
from petition_assignment.domain import leadership_errors as refusals
from petition_assignment.domain import leadership_events as told
from petition_assignment.domain.beside_errors import UnitComplainedOf
from petition_assignment.domain.leadership_commands import WithdrawReportForDecision
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.possible import possible_commands
from petition_assignment.domain.possible_beside import possible_beside
from petition_assignment.domain.states import State
from petition_assignment.domain.visibility import check_may_read
from petition_assignment.domain.vocabulary import FirstOrRepeat, Mode, Purpose

WITHDRAWN = WithdrawReportForDecision("由本局直接转办")


def awaiting() -> World:
    return World().opened().decided()


def reported() -> World:
    return awaiting().do(a_report_for_decision(), "dispatcher")


def offered(world: World, person: str) -> list[str]:
    officer = world.officer(person)
    main = possible_commands(world.case, FirstOrRepeat.FIRST, officer, world.now)
    return main + possible_beside(world.case, officer, world.register, Purpose.APPEAL, world.now)


def test_a_report_stops_the_fifteen_days_and_waits_with_the_leadership():
    world = reported()
    assert (world.case.state, world.case.holder) == (State.AWAITING_ROUTING, "county_leadership")
    assert world.told(events.ClockStopped)[-1].reason_code == "reported_for_decision"
    assert all(clock.stopped_at for clock in world.case.clocks)
    fact = world.told(told.CaseReportedForDecision)[-1]
    assert (fact.decider, fact.ground, fact.proposed_unit) == ("county_leadership", "major", "dept_water")
    assert "牵头" not in str(fact)
    paper = world.papers[-1]
    assert (paper.kind, paper.number) == (PaperKind.DECISION_REPORT, "请〔2026〕3号")
    assert paper.text == {"proposal": "建议由水务局牵头"}
    check_may_read(world.case, world.officer("leader1"))


@pytest.mark.parametrize(("day", "met"), [("2026-03-17", True), ("2026-03-18", False)])
def test_reported_on_the_fifteenth_day_is_in_time_and_after_it_late(day: str, met: bool):
    world = awaiting().move_to(on(day, "10:00")).do(a_report_for_decision(), "dispatcher")
    assert world.told(events.ClockStopped)[-1].met is met


@pytest.mark.parametrize(("unit", "as_proposed"), [("dept_water", True), ("dept_housing", False)])
def test_the_leadership_names_the_unit_and_the_day_it_reports_back(unit: str, as_proposed: bool):
    world = reported().do(a_decision(unit=unit), "leader1")
    assert (world.case.state, world.case.unit, world.case.mode) == (State.ROUTED, unit, Mode.ASSIGN)
    assert world.case.routing is not None and world.case.routing.rule_id == "leadership_decision"
    assert world.told(told.ReportedCaseDecided)[-1].as_proposed is as_proposed
    assert world.told(events.CaseRouted)[-1].feedback_due_on == date(2026, 4, 20)
    running = {clock.kind for clock in world.case.clocks if clock.stopped_at is None}
    assert running == {"K3", "K11"}, "no objection to a decision from above"
    assert (world.papers[-1].kind, world.papers[-1].number) == (PaperKind.LEADERSHIP_DECISION, "批〔2026〕5号")
    with pytest.raises(errors.IllegalTransition):
        world.do(a_decision(document_no="批〔2026〕6号"), "leader1")


def test_nothing_is_routed_past_the_leadership():
    with pytest.raises(refusals.WaitsForDecision):
        reported().do(a_routing(), "dispatcher")
    with pytest.raises(refusals.WaitsForDecision):
        reported().do(a_report_for_decision(document_no="请〔2026〕4号"), "dispatcher")


def test_a_report_taken_back_gives_the_bureau_its_own_time_again():
    world = reported().do(WITHDRAWN, "dispatcher")
    assert (world.case.holder, world.told(told.ReportForDecisionWithdrawn)[-1].document_no) == (
        "petition_bureau",
        "请〔2026〕3号",
    )
    first, again = (clock for clock in world.case.clocks if clock.kind == "K1")
    assert (again.due_at, again.stopped_at) == (first.due_at, None), "from the day of receipt"
    assert world.papers[-1].text == {"reason": "由本局直接转办"}
    assert world.do(a_routing(), "dispatcher").case.state is State.ROUTED


def test_what_was_taken_back_may_be_reported_in_the_same_words_again():
    world = reported().do(WITHDRAWN, "dispatcher").do(a_report_for_decision(), "dispatcher")
    assert world.case.reported is not None
    assert world.do(WITHDRAWN, "dispatcher").case.reported is None
    assert len(world.case.decision_reports) == 2


def test_the_bureau_is_not_proposed_for_what_it_reports():
    with pytest.raises(errors.ModeUnitMismatch):
        awaiting().do(a_report_for_decision(unit="petition_bureau"), "dispatcher")


def test_a_disposition_made_and_withdrawn_meanwhile_does_not_set_the_fifteen_days_going_twice():
    world = reported()
    following.close_by_disposition(world.desk, CASE, "kept_on_file", world.now)
    world.routed_after_all()
    assert world.case.reported is not None
    world.do(WITHDRAWN, "dispatcher")
    assert [clock.kind for clock in world.case.clocks if clock.stopped_at is None] == ["K1"]


def test_only_what_waits_is_decided_or_taken_back():
    world = awaiting().do(a_report_for_decision(), "dispatcher").do(WITHDRAWN, "dispatcher")
    with pytest.raises(refusals.NothingReported):
        world.do(a_decision(), "leader1")
    with pytest.raises(refusals.NothingReported):
        world.do(WithdrawReportForDecision("再撤"), "dispatcher")
    with pytest.raises(errors.SomeoneElsesCase):
        awaiting().do(a_decision(), "leader1")


def test_it_is_reported_once_it_is_known_whether_it_repeats():
    with pytest.raises(errors.FirstOrRepeatUndecided):
        World().opened().do(a_report_for_decision(), "dispatcher")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"unit": "nowhere"}, errors.UnitUnknown),
        ({"unit": "county_leadership"}, errors.UnitCannotHandle),
        ({"proposal": " "}, errors.TextRequired),
        ({"document_no": " "}, errors.TextRequired),
    ],
)
def test_a_report_says_all_it_must(changes: dict[str, str], refusal: type[errors.Refused]):
    world = awaiting()
    with pytest.raises(refusal):
        world.do(a_report_for_decision(**changes), "dispatcher")
    assert world.case.decision_reports == []


@pytest.mark.parametrize(("due_on", "allowed"), [(date(2026, 3, 2), False), (date(2026, 3, 3), True)])
def test_the_unit_has_at_least_a_day(due_on: date, allowed: bool):
    if allowed:
        assert reported().do(a_decision(feedback_due_on=due_on), "leader1").case.unit == "dept_water"
    else:
        with pytest.raises(errors.DateNotAfterToday):
            reported().do(a_decision(feedback_due_on=due_on), "leader1")


def test_neither_proposed_nor_decided_for_the_unit_complained_of():
    world = World().opened(complained_of_unit="dept_water").decided()
    with pytest.raises(UnitComplainedOf):
        world.do(a_report_for_decision(), "dispatcher")
    world.do(a_report_for_decision(unit="dept_housing"), "dispatcher")
    with pytest.raises(UnitComplainedOf):
        world.do(a_decision(), "leader1")


def test_who_may_is_offered_it_and_nobody_else():
    world = awaiting()
    assert "report_for_decision" in offered(world, "dispatcher") and "route_case" in offered(world, "dispatcher")
    world.do(a_report_for_decision(), "dispatcher")
    assert offered(world, "dispatcher") == ["withdraw_report_for_decision", "declare_recusal"]
    assert "decide_reported_case" in offered(world, "leader1")
    with pytest.raises(errors.SomeoneElsesCase):
        world.do(a_decision(), "water_head")
