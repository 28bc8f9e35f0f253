"""D4 to D7: what the facts suggest, on both sides of each limit; once a case and cause; a person decides."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from supervision_builders import BUREAU, CASE_NO, DAY, DUE, HANDLER, ISSUED, START, TOWNSHIP
from supervision_fakes import FakeWork

from petition_supervision.application import duties, facts, suggesting
from petition_supervision.application import handling_facts as handling
from petition_supervision.domain.answers import Method, ReportResult, Score
from petition_supervision.domain.conduct import Fact
from petition_supervision.domain.errors import Refused
from petition_supervision.domain.ladder import Trigger
from petition_supervision.domain.suggestion import Suggestion, SuggestionState
from petition_supervision.domain.suggestion_events import TRIGGER_OF, Cause, SupervisionSuggested
from petition_supervision.domain.supervision_item import Officer

OFFICER, UNIT = Officer("P0018", BUREAU), Officer("P0100", HANDLER)
MOMENT = timedelta(milliseconds=1)
LATER = date(2026, 9, 30)
Told = Callable[[FakeWork], None]


def accepted() -> FakeWork:
    work = FakeWork()
    facts.registered(work, CASE_NO, facts.Registered(BUREAU, START, False, None))
    facts.accepted(work, CASE_NO, HANDLER, START)
    return work


def suggested(work: FakeWork) -> list[tuple[str, str]]:
    return [(one.trigger.value, one.cause.value) for one in work.suggestions.kept.values()]


def at(work: FakeWork, now: datetime) -> FakeWork:
    work.now = now
    while work.sweep():
        pass
    return work


def clock(kind: str = "REHANDLING", due_at: datetime = DUE) -> facts.ClockStarted:
    return facts.ClockStarted(kind, kind, HANDLER, START, due_at, False, "2026", 1, None)


def objects(work: FakeWork) -> None:
    handling.objection_raised(work, CASE_NO, HANDLER, work.now)


def returns(reason: str) -> Told:
    return lambda work: facts.returned(work, CASE_NO, 1, reason, work.now)


def reviewed(outcome: str) -> Told:
    return lambda work: handling.review_decided(work, CASE_NO, outcome, None, work.now)


def executed(carried_out: bool) -> Told:
    return lambda work: handling.execution_recorded(work, CASE_NO, HANDLER, carried_out, work.now)


def performed(done: bool) -> Told:
    return lambda work: handling.performance_recorded(work, CASE_NO, HANDLER, "1", done, work.now)


def followed_up(promise_kept: bool | None) -> Told:
    def tell(work: FakeWork) -> None:
        facts.confirmed(work, CASE_NO, 1, HANDLER, work.now)
        score = Score.SATISFIED if promise_kept else Score.DISSATISFIED
        command = duties.RecordFollowUp(CASE_NO, "P0019", BUREAU, Method.CALL, True, score, "没有落实", promise_kept)
        duties.record_follow_up(work, command)

    return tell


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([objects], []),
        ([objects, objects], [("D4", "objected_twice")]),
        ([objects] * 4, [("D4", "objected_twice")]),
        ([returns("papers_missing")], []),
        ([returns("papers_missing")] * 2, [("D4", "returned_twice")]),
        ([returns("papers_missing")] * 4, [("D4", "returned_twice")]),
        ([returns("facts_unclear")], [("D7", "returned_as_wrong")]),
        ([returns("basis_wrong")], [("D7", "returned_as_wrong")]),
        ([returns("procedure_wrong")], [("D7", "returned_as_wrong")]),
        ([returns("other")], []),
        ([returns("promise_not_kept")], []),
        ([reviewed("upheld")], []),
        ([reviewed("revoked")], [("D7", "review_overturned")]),
        ([reviewed("changed")], [("D7", "review_overturned")]),
        ([reviewed("ordered_anew")], [("D7", "review_overturned")]),
        ([reviewed("revoked"), reviewed("changed")], [("D7", "review_overturned")]),
        ([executed(True)], []),
        ([executed(False)], [("D5", "opinion_not_carried_out")]),
        ([executed(False), executed(False)], [("D5", "opinion_not_carried_out")]),
        ([performed(True)], []),
        ([performed(False)], [("D5", "agreement_not_performed")]),
        ([followed_up(True)], []),
        ([followed_up(None)], []),
        ([followed_up(False)], [("D6", "promise_not_kept")]),
    ],
)
def test_the_facts_suggest_it_from_their_limit_on_and_once(told: list[Told], expected: list[tuple[str, str]]) -> None:
    work = accepted()
    for tell in told:
        tell(work)

    assert suggested(work) == expected


def test_a_suggestion_names_case_unit_events_and_their_days_and_no_person() -> None:
    work = accepted()
    objects(work)
    work.now = START + 2 * DAY
    handling.objection_raised(work, CASE_NO, TOWNSHIP, work.now)

    rests_on = [Fact("objection_raised", START), Fact("objection_raised", START + 2 * DAY)]
    assert work.suggestions.published == [
        SupervisionSuggested(
            CASE_NO, Trigger.EVASION_OR_DELAY, Cause.OBJECTED_TWICE, TOWNSHIP, rests_on, START + 2 * DAY
        )
    ]


def test_every_cause_has_its_trigger_and_none_is_left_to_clocks_colours_or_words() -> None:
    assert set(TRIGGER_OF) == set(Cause)
    assert set(TRIGGER_OF.values()) == {Trigger("D4"), Trigger("D5"), Trigger("D6"), Trigger("D7")}


STILL_AT = datetime(2026, 4, 14, 16, tzinfo=UTC)
"""The end of Tuesday 14 April: thirty working days after Monday 2 March, one of them off for 清明."""


@pytest.mark.parametrize(("now", "expected"), [(STILL_AT - MOMENT, []), (STILL_AT, [("D4", "no_movement")])])
def test_a_case_without_a_move_for_thirty_working_days_stands_still(
    now: datetime, expected: list[tuple[str, str]]
) -> None:
    assert suggested(at(accepted(), now)) == expected


def test_a_move_in_between_puts_the_look_off() -> None:
    work = accepted()
    handling.moved(work, CASE_NO, START + 2 * DAY)

    assert suggested(at(work, STILL_AT)) == []
    assert suggested(at(work, STILL_AT + 2 * DAY - MOMENT)) == []
    assert suggested(at(work, STILL_AT + 2 * DAY)) == [("D4", "no_movement")]


def test_an_older_move_told_late_takes_nothing_back() -> None:
    work = accepted()
    handling.moved(work, CASE_NO, START - DAY)

    assert suggested(at(work, STILL_AT)) == [("D4", "no_movement")]


def test_nothing_is_said_while_a_clock_stands_still() -> None:
    work = accepted()
    facts.clock_started(work, CASE_NO, clock("K10", STILL_AT + 90 * DAY), START)
    facts.clock_paused(work, CASE_NO, facts.ClockPaused("K10", START + DAY))
    at(work, STILL_AT)
    assert suggested(work) == []

    resumed = facts.ClockMoved("K10", STILL_AT + 99 * DAY, False, "2026")
    facts.clock_moved(work, CASE_NO, resumed, STILL_AT + DAY)
    assert suggested(at(work, STILL_AT + 3 * DAY)) == [("D4", "no_movement")]


@pytest.mark.parametrize(
    "over",
    [
        lambda work: facts.completed(work, CASE_NO),
        lambda work: facts.confirmed(work, CASE_NO, 1, HANDLER, START + DAY),
        lambda work: facts.withdrawn(work, CASE_NO, START + DAY),
    ],
)
def test_what_is_finished_does_not_stand_still(over: Told) -> None:
    work = accepted()
    over(work)

    assert suggested(at(work, STILL_AT + 90 * DAY)) == []


def test_a_round_that_follows_is_looked_at_again() -> None:
    work = accepted()
    facts.completed(work, CASE_NO)
    facts.round_opened(work, CASE_NO, 2, HANDLER, START)

    assert suggested(at(work, STILL_AT)) == [("D4", "no_movement")]


@pytest.mark.parametrize(("outcome", "expected"), [("ordered_anew", True), ("revoked", True), ("changed", False)])
def test_an_opinion_not_given_anew_by_the_day_a_review_set_is_not_followed(outcome: str, expected: bool) -> None:
    work = accepted()
    reviewed(outcome)(work)
    facts.clock_started(work, CASE_NO, clock(), START)

    at(work, DUE - MOMENT)
    assert ("D5", "review_not_followed") not in suggested(work)
    assert (("D5", "review_not_followed") in suggested(at(work, DUE))) is expected


def test_a_second_order_to_handle_again_is_not_the_reviews() -> None:
    work = accepted()
    reviewed("revoked")(work)
    facts.clock_started(work, CASE_NO, clock(due_at=DUE + 90 * DAY), START)
    again = facts.ClockStarted("REHANDLING#2", "REHANDLING", HANDLER, START, DUE, False, "2026", 2, None)
    facts.clock_started(work, CASE_NO, again, START)

    assert ("D5", "review_not_followed") not in suggested(at(work, DUE))


def reported_resolved() -> FakeWork:
    work = FakeWork()
    facts.registered(work, CASE_NO, facts.Registered(BUREAU, START, False, ISSUED))
    facts.accepted(work, CASE_NO, HANDLER, START)
    facts.opinion_delivered(work, CASE_NO, 1, None, START)
    followed_up(True)(work)
    work.now = START + DAY
    duties.report_hand_down(work, duties.ReportHandDown(CASE_NO, "P0018", ReportResult.RESOLVED))
    return work


@pytest.mark.parametrize(("late", "expected"), [(0 * DAY, []), (MOMENT, [("D6", "resolved_contradicted")])])
def test_a_matter_reported_as_resolved_and_filed_again_after_that_was_not(
    late: timedelta, expected: list[tuple[str, str]]
) -> None:
    work = reported_resolved()
    handling.filed_again(work, CASE_NO, START + DAY + late)

    assert suggested(work) == expected


def test_a_matter_reported_as_resolved_and_not_kept_by_a_later_follow_up_was_not() -> None:
    work = reported_resolved()
    facts.round_opened(work, CASE_NO, 2, HANDLER, work.now)
    facts.confirmed(work, CASE_NO, 2, HANDLER, work.now)
    answer = duties.RecordFollowUp(CASE_NO, "P0019", BUREAU, Method.CALL, True, Score.DISSATISFIED, "未落实", False)
    duties.record_follow_up(work, answer)

    assert suggested(work) == [("D6", "resolved_contradicted")]


@pytest.mark.parametrize("earlier", [None, "640425202601010001", CASE_NO])
def test_a_first_petition_and_one_never_reported_as_resolved_say_nothing(earlier: str | None) -> None:
    work = accepted()
    handling.filed_again(work, earlier, START + DAY)

    assert suggested(work) == []


def test_nothing_is_suggested_about_nobody() -> None:
    work = FakeWork()
    handling.review_decided(work, CASE_NO, "revoked", None, START)

    assert suggested(work) == []


def test_the_county_sets_its_own_limits() -> None:
    work = accepted()
    work.settings = type(work.settings)(suggest_objections=3, suggest_returns=1)
    objects(work)
    objects(work)
    assert suggested(work) == []
    objects(work)
    returns("other")(work)
    assert suggested(work) == [("D4", "objected_twice"), ("D4", "returned_twice")]


# -- what a person does ------------------------------------------------------------------------------------------------

NUMBER = f"{CASE_NO}:D7:review_overturned"
Step = Callable[[FakeWork, Officer], Suggestion]


def open_it(work: FakeWork, officer: Officer = OFFICER) -> Suggestion:
    return suggesting.open_suggested_supervision(work, officer, NUMBER, None, LATER)


def dismiss(work: FakeWork, officer: Officer = OFFICER) -> Suggestion:
    return suggesting.dismiss_suggestion(work, officer, NUMBER, "事实不成立")


def overturned() -> FakeWork:
    work = accepted()
    reviewed("revoked")(work)
    return work


def test_nothing_opens_by_itself_and_a_person_opens_an_item_with_the_trigger() -> None:
    work = at(overturned(), START + 90 * DAY)
    assert work.items.kept == {}

    taken = open_it(work)
    item = work.items.kept[taken.supervision_no or ""]
    assert (item.trigger, item.unit, item.case_no, item.opened_by) == (Trigger("D7"), HANDLER, CASE_NO, "P0018")


def test_a_suggestion_that_was_dismissed_keeps_its_reason_and_is_not_made_again() -> None:
    work = overturned()
    assert dismiss(work).reason == "事实不成立"
    reviewed("changed")(work)

    assert [one.state for one in work.suggestions.kept.values()] == [SuggestionState.DISMISSED]


@pytest.mark.parametrize(
    ("before", "act", "officer", "code"),
    [
        ((), open_it, OFFICER, None),
        ((), dismiss, OFFICER, None),
        ((), open_it, UNIT, "OWN_UNIT_SUPERVISED"),
        ((), dismiss, UNIT, "OWN_UNIT_SUPERVISED"),
        ((open_it,), open_it, OFFICER, "SUGGESTION_DECIDED"),
        ((open_it,), dismiss, OFFICER, "SUGGESTION_DECIDED"),
        ((dismiss,), open_it, OFFICER, "SUGGESTION_DECIDED"),
        ((dismiss,), dismiss, OFFICER, "SUGGESTION_DECIDED"),
    ],
)
def test_every_command_in_every_state_of_a_suggestion(
    before: tuple[Step, ...], act: Step, officer: Officer, code: str | None
) -> None:
    work = overturned()
    for step in before:
        step(work, OFFICER)
    kept = copy.deepcopy(work.suggestions.kept)
    if code is None:
        assert act(work, officer).version == 2
        return
    with pytest.raises(Refused) as refused:
        act(work, officer)
    assert refused.value.code == code
    assert work.suggestions.kept == kept
