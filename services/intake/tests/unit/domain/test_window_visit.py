"""A visit to a window: how long somebody waits, how they are received, what is done, and who says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date, timedelta

import pytest
from intake_builders import DISPATCHER, NOW, REGISTRAR

from petition_intake.domain import window_errors as errors
from petition_intake.domain.errors import IllegalTransition, Refused, TextRequired
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.window_events import COURTESY_WORDING, Courtesy
from petition_intake.domain.window_visit import (
    VISIT_STATE_WORDING,
    Card,
    Deed,
    VisitState,
    WindowVisit,
    visit_number,
)

TODAY = date(2026, 3, 2)
CASE = "640425202603020001"
FIVE = [one for one in Courtesy if one is not Courtesy.PRACTICAL_DEED]
DEED = Deed("帮助联系供水所恢复供水", "供水所回执")
CARD = Card("接访员", "接待来访", TODAY + timedelta(days=3))


def arrived(needs_help: bool = False) -> WindowVisit:
    return WindowVisit.arrive("JD2026-000001", "1", needs_help, REGISTRAR, NOW)


def received(needs_help: bool = False) -> WindowVisit:
    visit = arrived(needs_help)
    visit.call(REGISTRAR, NOW + timedelta(minutes=12, seconds=59))
    return visit


def finish(visit: WindowVisit, **changes: object) -> None:
    given = {
        "case_no": CASE,
        "courtesies": list(Courtesy),
        "deed": DEED,
        "card": CARD,
        "helper": None,
        "officer": REGISTRAR,
        "now": NOW + timedelta(hours=1),
    }
    visit.finish(**{**given, **changes})


def finished(**changes: object) -> WindowVisit:
    visit = received()
    finish(visit, **changes)
    return visit


STATES: dict[VisitState, Callable[[], WindowVisit]] = {
    VisitState.WAITING: arrived,
    VisitState.RECEIVED: received,
    VisitState.FINISHED: finished,
}
COMMANDS: dict[str, Callable[[WindowVisit], None]] = {
    "call_visitor": lambda visit: visit.call(DISPATCHER, NOW),
    "finish_visit": finish,
    "rate_window": lambda visit: visit.rate(RatingLevel.SATISFIED, True, NOW),
    "review_promise": lambda visit: visit.review_promise(True, DISPATCHER, NOW),
}
ALLOWED = {
    VisitState.WAITING: {"call_visitor"},
    VisitState.RECEIVED: {"finish_visit"},
    VisitState.FINISHED: {"rate_window", "review_promise"},
}


@pytest.mark.parametrize("command", list(COMMANDS))
@pytest.mark.parametrize("state", list(VisitState))
def test_a_command_is_carried_out_or_refused_as_an_illegal_transition(state: VisitState, command: str) -> None:
    visit = STATES[state]()
    version = visit.version
    if command in ALLOWED[state]:
        COMMANDS[command](visit)
        assert visit.version == version + 1
    else:
        with pytest.raises(IllegalTransition):
            COMMANDS[command](visit)
        assert (visit.state, visit.version) == (state, version)


def test_every_state_and_courtesy_has_words() -> None:
    assert set(STATES) == set(ALLOWED) == set(VISIT_STATE_WORDING) == set(VisitState)
    assert set(COURTESY_WORDING) == set(Courtesy)
    assert len(Courtesy) == 6
    assert visit_number(2026, 3) == "JD2026-000003"


def test_waiting_is_counted_in_whole_minutes_from_arrival_to_the_call() -> None:
    assert arrived().waited_minutes is None
    visit = received()
    assert (visit.waited_minutes, visit.pending[-1].waited_minutes, visit.officer) == (12, 12, REGISTRAR.person)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"officer": DISPATCHER}, errors.AnotherOfficersVisitor),
        ({"deed": None}, errors.DeedTextRequired),
        ({"courtesies": FIVE}, errors.DeedTextRequired),
        ({"deed": Deed(" ", "回执")}, errors.DeedTextRequired),
        ({"deed": Deed("恢复供水", " ")}, errors.DeedTextRequired),
        ({"card": Card("接访员", "接待来访", TODAY - timedelta(days=1))}, errors.PromiseInThePast),
        ({"card": Card(" ", "接待来访")}, TextRequired),
        ({"card": Card("接访员", " ")}, TextRequired),
    ],
)
def test_a_visit_that_does_not_hang_together_is_not_ended(changes: dict[str, object], refusal: type[Refused]) -> None:
    visit = received()
    with pytest.raises(refusal):
        finish(visit, **changes)
    assert visit.state is VisitState.RECEIVED


@pytest.mark.parametrize(
    "changes",
    [
        {"courtesies": FIVE, "deed": None},
        {"courtesies": [], "deed": None, "case_no": None},
        {"card": Card("接访员", "接待来访", TODAY)},
        {"card": Card("接访员", "接待来访")},
    ],
)
def test_a_visit_may_end_without_a_thing_done_or_a_promise(changes: dict[str, object]) -> None:
    visit = finished(**changes)
    told = visit.pending[-1]
    assert (told.courtesies, told.promised_on) == (visit.courtesies, visit.card and visit.card.promised_on)
    assert visit.has_deed is (visit.deed is not None)


def test_courtesies_are_told_once_each_and_in_order() -> None:
    visit = finished(courtesies=[Courtesy.WATER, Courtesy.SMILE, Courtesy.WATER], deed=None)
    assert visit.courtesies == [Courtesy.SMILE, Courtesy.WATER]


def test_who_cannot_write_is_helped() -> None:
    visit = received(needs_help=True)
    with pytest.raises(errors.HelperRequired):
        finish(visit)
    finish(visit, helper="P0015")
    assert visit.pending[-1].assisted is True


def test_the_petitioner_rates_once_and_says_whether_the_thing_done_is_true() -> None:
    visit = finished()
    with pytest.raises(errors.NoDeedToConfirm):
        visit.rate(RatingLevel.SATISFIED, None, NOW)
    visit.rate(RatingLevel.DISSATISFIED, False, NOW)
    assert (visit.rating, visit.deed_confirmed) == (RatingLevel.DISSATISFIED, False)
    with pytest.raises(errors.WindowAlreadyRated):
        visit.rate(RatingLevel.SATISFIED, True, NOW)


def test_where_nothing_was_done_nothing_is_confirmed() -> None:
    visit = finished(courtesies=FIVE, deed=None)
    with pytest.raises(errors.NoDeedToConfirm):
        visit.rate(RatingLevel.SATISFIED, True, NOW)
    visit.rate(RatingLevel.SATISFIED, None, NOW)
    assert visit.pending[-1].deed_confirmed is None


@pytest.mark.parametrize(("days", "kept", "said"), [(3, False, False), (4, False, True), (0, True, True)])
def test_a_promise_is_broken_only_when_its_day_is_over(days: int, kept: bool, said: bool) -> None:
    visit = finished()
    if said:
        visit.review_promise(kept, DISPATCHER, NOW + timedelta(days=days))
        assert visit.promise_kept is kept
    else:
        with pytest.raises(errors.PromiseNotYetDue):
            visit.review_promise(kept, DISPATCHER, NOW + timedelta(days=days))


def test_a_promise_is_judged_once_and_by_somebody_else() -> None:
    visit = finished()
    with pytest.raises(errors.PromiseReviewedByOfficer):
        visit.review_promise(True, REGISTRAR, NOW)
    visit.review_promise(True, DISPATCHER, NOW)
    with pytest.raises(errors.NothingPromised):
        visit.review_promise(True, DISPATCHER, NOW)
    with pytest.raises(errors.NothingPromised):
        finished(card=Card("接访员", "接待来访")).review_promise(True, DISPATCHER, NOW)


def test_a_visit_has_no_field_for_who_came() -> None:
    names = {one.name for one in fields(WindowVisit)}
    assert not names & {"name", "visitor", "petitioner", "phone", "id_number", "address"}
