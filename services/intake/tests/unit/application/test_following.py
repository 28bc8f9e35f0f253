"""What other services tell, and what the petitioner sees of it afterwards."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from intake_builders import DAY, NOW, REGISTRAR, a_web_filing
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT, OTHER_TOWNSHIP

from petition_intake.application.deciding import decide_first_or_repeat, settle_on_spot, withdraw_petition
from petition_intake.domain import errors
from petition_intake.domain.following import RULES
from petition_intake.domain.following_review import REVIEW_RULES
from petition_intake.domain.notices import NoticeKind
from petition_intake.domain.states import State
from petition_intake.domain.steps import StepKind
from petition_intake.domain.vocabulary import Decision, SettlementLevel

Told = tuple[str, str, dict[str, Any]]


def _at(day: int) -> Any:
    return NOW + day * DAY


def the_main_path() -> list[Told]:
    """What assignment tells of an ordinary case, in order."""
    unit = {"unit": DEPARTMENT}
    clock = {"provisional": False}
    return [
        ("assignment", "case_opened", {"unit_to_route": BUREAU}),
        ("assignment", "clock_started", {**clock, "clock_id": "K1", "kind": "K1", "unit": BUREAU, "due_at": _at(15)}),
        ("assignment", "case_routed", {**unit, "mode": "transfer", "routed_at": _at(1)}),
        ("assignment", "clock_stopped", {"clock_id": "K1"}),
        ("assignment", "clock_started", {"clock_id": "K3", "kind": "K3", "due_at": _at(16), **unit, **clock}),
        ("assignment", "clock_started", {"clock_id": "K4", "kind": "K4", "due_at": _at(8), **unit, **clock}),
        ("assignment", "case_signed_for", {**unit, "signed_at": _at(2)}),
        ("assignment", "case_accepted", {**unit, "track": 6, "accepted_at": _at(3), "notice_no": "受1号"}),
        ("assignment", "clock_stopped", {"clock_id": "K3"}),
        ("assignment", "clock_stopped", {"clock_id": "K4"}),
        ("assignment", "clock_started", {"clock_id": "K5", "kind": "K5", "due_at": _at(63), **unit, **clock}),
        (
            "assignment",
            "responsibility_set",
            {**unit, "station": DEPARTMENT, "person": "P0200", "due_on": date(2026, 4, 20)},
        ),
        (
            "assignment",
            "case_extended",
            {**unit, "days": 30, "reason_code": "hearing_needed", "new_due_at": _at(93), "notice_no": "延1号"},
        ),
        ("assignment", "clock_moved", {"clock_id": "K5", "due_at": _at(93), "provisional": True}),
        (
            "assignment",
            "agreement_recorded",
            {**unit, "document_no": "调1号", "perform_by": date(2026, 4, 10), "round": 1},
        ),
        (
            "assignment",
            "opinion_issued",
            {**unit, "outcome": "support", "issued_at": _at(30), "round": 1, "document_no": "意见1号"},
        ),
        (
            "assignment",
            "opinion_delivered",
            {
                **unit,
                "delivered_on": date(2026, 4, 2),
                "receipt_no": "回执1号",
                "remedy_until": date(2026, 5, 2),
                "round": 1,
            },
        ),
        ("assignment", "clock_stopped", {"clock_id": "K5"}),
        ("assignment", "case_completed", {**unit, "completed_at": _at(40), "level": "county"}),
        ("assignment", "case_confirmed", {"confirmed_at": _at(41)}),
    ]


def rehandling() -> list[Told]:
    """What follows when the petitioner is not satisfied."""
    unit = {"unit": DEPARTMENT}
    return [
        ("assignment", "round_opened", {**unit, "round": 2, "due_on": date(2026, 6, 1)}),
        (
            "assignment",
            "clock_started",
            {"clock_id": "REHANDLING", "kind": "REHANDLING", "due_at": _at(91), "provisional": False, **unit},
        ),
        (
            "assignment",
            "opinion_issued",
            {**unit, "outcome": "explain", "issued_at": _at(60), "round": 2, "document_no": None},
        ),
    ]


def supervision_tells() -> list[Told]:
    return [
        (
            "supervision",
            "follow_up_recorded",
            {"officer_unit": BUREAU, "reached": True, "recorded_at": _at(45), "round": 1},
        ),
        ("supervision", "rehandling_ordered", {"unit": DEPARTMENT, "due_on": date(2026, 6, 1), "round": 2}),
    ]


def tell_all(world: World, case_no: str, story: list[Told]) -> None:
    for source, kind, told in story:
        world.tell(case_no, kind, at=_at(50), source=source, **told)


@pytest.fixture
def case_no(world: World) -> str:
    return world.register().case_no


def test_an_ordinary_case_goes_from_registration_to_confirmation(world: World, case_no: str) -> None:
    states = [world.fares(case_no).state]
    for source, kind, told in the_main_path():
        world.tell(case_no, kind, source=source, **told)
        if world.fares(case_no).state is not states[-1]:
            states.append(world.fares(case_no).state)

    assert states == [
        State.REGISTERED,
        State.AWAITING_ROUTING,
        State.ROUTED,
        State.SIGNED,
        State.ACCEPTED,
        State.IN_HANDLING,
        State.OPINION_ISSUED,
        State.DELIVERED,
        State.COMPLETED,
        State.CONFIRMED,
    ]
    progress = world.fares(case_no)
    assert progress.seen_by == [DEPARTMENT, BUREAU]
    assert progress.clocks == []
    assert progress.closed_at == _at(41)
    assert [notice.kind for notice in progress.notices] == [
        NoticeKind.REGISTRATION_RECEIPT,
        NoticeKind.ROUTED_TO,
        NoticeKind.ACCEPTED,
        NoticeKind.EXTENDED,
        NoticeKind.OPINION_DELIVERED,
        NoticeKind.CLOSED,
    ]
    assert [notice.number for notice in progress.notices] == [f"{case_no}-0{place}" for place in range(1, 7)]
    assert "彭阳县住房和城乡建设局" in progress.notices[1].zh
    assert progress.remedy is not None
    assert progress.remedy.remedy_until == date(2026, 5, 2)


@pytest.mark.parametrize(
    ("told_so_far", "kind"),
    [(1, None), (2, "K1"), (4, None), (7, "K3"), (11, "K5"), (14, "K5"), (18, None)],
)
def test_the_next_date_is_one_that_somebody_owes_the_petitioner(
    world: World, case_no: str, told_so_far: int, kind: str | None
) -> None:
    tell_all(world, case_no, the_main_path()[:told_so_far])
    due = world.fares(case_no).next_due

    assert (due and due.kind) == kind


def test_the_last_day_is_the_one_before_the_first_instant_that_is_too_late(world: World, case_no: str) -> None:
    midnight = NOW.replace(hour=16)
    world.tell(case_no, "clock_started", clock_id="K1", kind="K1", unit=BUREAU, due_at=midnight, provisional=False)

    due = world.fares(case_no).next_due
    assert due is not None
    assert due.last_day == date(2026, 3, 2)


def test_a_paused_clock_is_not_waited_for_and_runs_again_when_it_is_moved(world: World, case_no: str) -> None:
    tell_all(world, case_no, the_main_path()[:2])
    world.tell(case_no, "clock_paused", clock_id="K1")
    assert world.fares(case_no).next_due is None

    world.tell(case_no, "clock_moved", clock_id="K1", due_at=_at(20), provisional=False)
    due = world.fares(case_no).next_due
    assert due is not None
    assert (due.due_at, due.paused) == (_at(20), False)


def test_moving_one_clock_leaves_the_others(world: World, case_no: str) -> None:
    tell_all(world, case_no, the_main_path()[:6])
    world.tell(case_no, "clock_moved", clock_id="K4", due_at=_at(9), provisional=False)

    assert {clock.clock_id: clock.due_at for clock in world.fares(case_no).clocks} == {"K3": _at(16), "K4": _at(9)}


def test_what_a_township_registers_at_its_own_window_is_not_told_as_sent_elsewhere(world: World, case_no: str) -> None:
    world.tell(case_no, "case_routed", mode="own", unit=BUREAU, routed_at=NOW)

    assert [notice.kind for notice in world.fares(case_no).notices] == [NoticeKind.REGISTRATION_RECEIPT]
    assert world.fares(case_no).state is State.ROUTED


@pytest.mark.parametrize(("signed", "back_to"), [(False, State.ROUTED), (True, State.SIGNED)])
def test_after_a_rejected_objection_the_unit_goes_on_where_it_stood(
    world: World, case_no: str, signed: bool, back_to: State
) -> None:
    tell_all(world, case_no, the_main_path()[: 7 if signed else 3])
    world.tell(case_no, "objection_raised", unit=DEPARTMENT, raised_at=NOW)
    assert world.fares(case_no).state is State.OBJECTED
    world.tell(case_no, "objection_decided", upheld=False, decided_at=NOW)

    progress = world.fares(case_no)
    assert (progress.state, progress.unit) == (back_to, DEPARTMENT)


def test_after_an_upheld_objection_the_case_is_with_the_bureau_and_out_of_the_units_sight(
    world: World, case_no: str
) -> None:
    tell_all(world, case_no, the_main_path()[:3])
    assert DEPARTMENT in world.fares(case_no).seen_by
    world.tell(case_no, "objection_raised", unit=DEPARTMENT, raised_at=NOW)
    world.tell(case_no, "objection_decided", upheld=True, decided_at=NOW)

    progress = world.fares(case_no)
    assert (progress.state, progress.unit, progress.seen_by) == (State.AWAITING_ROUTING, BUREAU, [BUREAU])
    world.tell(case_no, "case_routed", mode="transfer", unit=OTHER_TOWNSHIP, routed_at=NOW)
    assert world.fares(case_no).seen_by == [BUREAU, OTHER_TOWNSHIP]


def test_an_objection_decided_out_of_nowhere_leaves_the_case_routed(world: World, case_no: str) -> None:
    world.tell(case_no, "objection_decided", upheld=False, decided_at=NOW)

    assert world.fares(case_no).state is State.ROUTED


@pytest.mark.parametrize(("number", "shown"), [("告1号", "告1号"), (None, "未编号")])
def test_not_being_accepted_is_told_with_the_reason(world: World, case_no: str, number: str | None, shown: str) -> None:
    tell_all(world, case_no, the_main_path()[:7])
    world.tell(case_no, "case_declined", unit=DEPARTMENT, reason_code="N5", declined_at=NOW, notice_no=number)

    progress = world.fares(case_no)
    assert progress.state is State.DECLINED
    assert "不属于本机关、单位职权范围" in progress.notices[-1].zh
    assert shown in progress.notices[-1].zh


def test_a_case_sent_back_by_the_bureau_is_in_handling_again(world: World, case_no: str) -> None:
    tell_all(world, case_no, the_main_path()[:-1])
    world.tell(case_no, "case_returned", returned_at=NOW)

    assert world.fares(case_no).state is State.IN_HANDLING
    assert world.fares(case_no).notices[-1].kind is NoticeKind.RETURNED_TO_UNIT


def test_facts_about_a_case_that_never_reached_a_unit_fall_back_on_who_registered_it(
    world: World, case_no: str
) -> None:
    delivered = {"delivered_on": date(2026, 4, 2), "receipt_no": "1", "remedy_until": date(2026, 5, 2), "round": 1}
    world.tell(case_no, "opinion_delivered", unit=None, **delivered)
    assert world.fares(case_no).documents[-1].unit == BUREAU


@pytest.mark.parametrize("kind", ["case_confirmed", "case_returned"])
def test_a_closing_names_the_registering_unit_when_no_unit_ever_had_it(world: World, case_no: str, kind: str) -> None:
    world.tell(case_no, kind, confirmed_at=NOW, returned_at=NOW)

    assert world.fares(case_no).notices[-1].unit == BUREAU


def test_a_further_round_opens_a_closed_case_and_later_its_own_rating(world: World, case_no: str) -> None:
    tell_all(world, case_no, [*the_main_path(), *rehandling()])
    progress = world.fares(case_no)

    assert (progress.round, progress.closed_at, progress.state) == (2, None, State.OPINION_ISSUED)
    assert progress.next_due is not None
    assert progress.next_due.kind == "REHANDLING"
    world.tell(case_no, "case_confirmed", confirmed_at=_at(70))
    assert world.fares(case_no).closed_at == _at(70)


def test_supervision_adds_steps_and_never_a_state(world: World, case_no: str) -> None:
    tell_all(world, case_no, [*the_main_path(), *supervision_tells()])
    progress = world.fares(case_no)

    assert progress.state is State.CONFIRMED
    assert [step.kind for step in progress.steps[-2:]] == [StepKind.FOLLOWED_UP, StepKind.REHANDLING_ORDERED]
    assert "score" not in progress.steps[-2].details


@pytest.mark.parametrize("seed", range(20))
def test_events_of_two_services_in_any_mixture_give_the_same_progress(seed: int) -> None:
    mixed, plain = World(), World()
    case_no = mixed.register().case_no
    plain.register()
    from_assignment, from_supervision = [*the_main_path(), *rehandling()], supervision_tells()
    tell_all(plain, case_no, [*from_assignment, *from_supervision])
    turns = [from_assignment] * len(from_assignment) + [from_supervision] * len(from_supervision)
    random.Random(seed).shuffle(turns)
    told = {id(from_assignment): iter(from_assignment), id(from_supervision): iter(from_supervision)}
    tell_all(mixed, case_no, [next(told[id(turn)]) for turn in turns])

    one, other = mixed.fares(case_no), plain.fares(case_no)
    assert one.steps_in_order == other.steps_in_order
    assert replace(one, steps=[]) == replace(other, steps=[])


def test_a_case_this_service_never_registered_is_refused(world: World) -> None:
    with pytest.raises(errors.CaseUnknown):
        world.tell("640425202603010001", "case_opened", unit_to_route=BUREAU)


# -- with intake's own decisions ---------------------------------------------------------------------------------------


def settled(world: World, case_no: str) -> None:
    decide_first_or_repeat(world.files, world.office, REGISTRAR, case_no, Decision.FIRST, None, None, NOW)
    settle_on_spot(
        world.files, world.office, REGISTRAR, case_no, SettlementLevel.COUNTY, None, "已化解", None, True, None, NOW
    )


def test_a_settlement_stands_whatever_assignment_tells_meanwhile(world: World, case_no: str) -> None:
    settled(world, case_no)
    for source, kind, told in the_main_path()[:7]:
        world.tell(case_no, kind, source=source, **told)
        assert world.fares(case_no).state is State.SETTLED_ON_SPOT
    world.tell(case_no, "case_closed_on_spot")
    assert world.fares(case_no).state is State.SETTLED_ON_SPOT


def test_a_settled_case_can_be_handled_again(world: World, case_no: str) -> None:
    settled(world, case_no)
    world.tell(case_no, "case_closed_on_spot")
    tell_all(world, case_no, rehandling()[:1])

    assert (world.fares(case_no).state, world.fares(case_no).closed_at) == (State.IN_HANDLING, None)


def test_a_withdrawal_stands_for_good(world: World, case_no: str) -> None:
    withdraw_petition(world.files, world.office, REGISTRAR, case_no, True, None, NOW)
    tell_all(world, case_no, [*the_main_path()[:7], ("assignment", "case_closed_withdrawn", {}), *rehandling()])

    assert world.fares(case_no).state is State.WITHDRAWN


def test_an_anonymous_petition_has_records_of_what_is_not_owed(world: World) -> None:
    case_no = world.register(a_web_filing(anonymous=True, petitioners=())).case_no
    tell_all(world, case_no, the_main_path()[:8])

    assert {notice.owed for notice in world.fares(case_no).notices} == {False}


def test_every_rule_was_told_something_here() -> None:
    told = {(source, kind + ".v1") for source, kind, _ in [*the_main_path(), *rehandling(), *supervision_tells()]}
    by_hand = {
        "objection_raised",
        "objection_decided",
        "case_declined",
        "case_returned",
        "case_closed_on_spot",
        "case_closed_withdrawn",
        "clock_paused",
        "answer_delivered",
        "suggestion_answered",
        "case_succeeded",
        "case_reported_for_decision",
        "report_for_decision_withdrawn",
        "reported_case_decided",
    }

    in_reviews = set(REVIEW_RULES) | {("assignment", "clock_resumed.v1")}
    assert told | {("assignment", kind + ".v1") for kind in by_hand} | in_reviews == set(RULES)


def test_steps_of_one_moment_stand_in_their_natural_order(world: World, case_no: str) -> None:
    world.tell(case_no, "case_signed_for", unit=BUREAU, signed_at=NOW)
    world.tell(case_no, "case_routed", mode="own", unit=BUREAU, routed_at=NOW)
    told = {"unit": BUREAU, "station": BUREAU, "person": "P0012", "due_on": date(2026, 4, 1)}
    world.tell(case_no, "responsibility_set", at=NOW - timedelta(days=1), **told)

    assert [step.kind for step in world.fares(case_no).steps_in_order] == [
        StepKind.RESPONSIBILITY_SET,
        StepKind.REGISTERED,
        StepKind.ROUTED,
        StepKind.SIGNED_FOR,
    ]
