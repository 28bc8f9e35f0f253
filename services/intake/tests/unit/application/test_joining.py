"""并案: a repeat is handled as the open petition that it repeats, and parted from it again; both keep their record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from intake_builders import DAY, DISPATCHER, HEAD, NOW
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT

from petition_intake.application import deciding, disposing, tracking, viewing
from petition_intake.application.viewing import ListFilter, list_petitions
from petition_intake.domain import disposition_errors as refusals
from petition_intake.domain import errors, events
from petition_intake.domain.disposition import Asked, Ground
from petition_intake.domain.following import RULES
from petition_intake.domain.joined_answer import ANSWERS, UNANSWERED
from petition_intake.domain.notices import NoticeKind
from petition_intake.domain.petition import Petition
from petition_intake.domain.states import State
from petition_intake.domain.steps import StepKind
from petition_intake.domain.vocabulary import Decision

SAME = "同一人，同一事项，前件正在办理"


def a_pair(world: World, decision: Decision = Decision.REPEAT) -> tuple[str, str]:
    """A case in hand, and a filing that a person decided to repeat it, or not to."""
    first = world.register().case_no
    world.tell(first, "case_opened", unit_to_route=BUREAU)
    world.tell(first, "case_routed", unit=DEPARTMENT, mode="transfer", routed_at=NOW)
    again = world.register(at=NOW + DAY).case_no
    world.tell(again, "case_opened", unit_to_route=BUREAU)
    repeat_of = first if decision is Decision.REPEAT else None
    deciding.decide_first_or_repeat(world.files, world.office, DISPATCHER, again, decision, repeat_of, None, NOW + DAY)
    return first, again


def join(world: World, case_no: str, to: str, **stated: Any) -> Petition:
    asked = Asked(**{"ground": Ground.KEPT, "reason": "合并办理", "refers_to": to, "comparison": SAME, **stated})
    return disposing.dispose_petition(world.files, world.office, DISPATCHER, case_no, asked, None, NOW + DAY)


def part(world: World, case_no: str) -> Petition:
    return disposing.withdraw_disposition(world.files, world.office, HEAD, case_no, "事项并不相同", None, NOW + 2 * DAY)


def joined_to(world: World, case_no: str) -> list[str]:
    page = list_petitions(world.archive, world.registers, DISPATCHER, ListFilter(joined_to=case_no), 50, None)
    return [row["case_no"] for row in page["items"]]


def test_a_repeat_is_joined_and_parted_again_and_both_keep_their_record() -> None:
    world = World()
    first, again = a_pair(world)
    before = world.petition(first)

    join(world, again, first)

    assert (world.fares(again).state, world.fares(again).joined_to) == (State.KEPT_ON_FILE, first)
    assert joined_to(world, first) == [again]
    told = world.events(again)[-1]
    assert isinstance(told, events.PetitionDisposed) and (told.ground, told.refers_to) == (Ground.KEPT, first)
    notice = world.fares(again).notices[-1]
    assert first in notice.zh and "合并办理" in notice.zh and first in notice.en

    part(world, again)

    assert (world.fares(again).state, world.fares(again).joined_to) == (State.AWAITING_ROUTING, None)
    assert joined_to(world, first) == []
    assert isinstance(world.events(again)[-1], events.DispositionWithdrawn)
    (kept,) = world.petition(again).dispositions
    assert (kept.refers_to, kept.comparison, kept.withdrawn_why) == (first, SAME, "事项并不相同")
    assert world.petition(first) == before, "the case it was joined to is as it was"
    assert join(world, again, first).disposition is not None, "and may be joined anew"


def test_only_what_a_person_decided_to_be_a_repeat_of_it_is_joined() -> None:
    world = World()
    first, again = a_pair(world, Decision.FIRST)
    with pytest.raises(refusals.NotARepeatOfIt):
        join(world, again, first)

    first, again = a_pair(world)
    other, _ = a_pair(world)
    with pytest.raises(refusals.NotARepeatOfIt):
        join(world, again, other)
    assert world.fares(again).state is State.AWAITING_ROUTING


def test_nothing_is_joined_to_a_closed_case() -> None:
    world = World()
    first, again = a_pair(world)
    progress = world.fares(first)
    progress.state = State.WITHDRAWN
    world.progress.save(progress)

    with pytest.raises(refusals.JoinedCaseClosed):
        join(world, again, first)


@pytest.mark.parametrize(
    ("stated", "refusal"),
    [
        ({"comparison": None}, refusals.DispositionFieldMissing),
        ({"comparison": " "}, errors.TextRequired),
        ({"reason": " "}, errors.TextRequired),
        ({"same_facts_and_reasons": True}, refusals.DispositionFieldMissing),
    ],
)
def test_it_is_compared_in_writing(stated: dict[str, Any], refusal: type[errors.Refused]) -> None:
    world = World()
    first, again = a_pair(world)
    with pytest.raises(refusal):
        join(world, again, first, **stated)
    assert world.fares(again).joined_to is None


def test_not_to_itself_and_not_to_what_is_not_on_file() -> None:
    world = World()
    _, again = a_pair(world)
    with pytest.raises(refusals.RefersToItself):
        join(world, again, again)
    with pytest.raises(refusals.RefersToUnknown):
        join(world, again, "640425202603019999")


def test_officers_and_the_petitioner_see_it() -> None:
    world = World()
    first, again = a_pair(world)
    join(world, again, first)

    shown = viewing.get_petition(world.files, world.registers, DISPATCHER, again)
    assert shown["dispositions"][-1]["refers_to"] == first
    own = tracking.track_petition(world.files, world.office, again, world.code(again), NOW + DAY)
    assert own["state"]["code"] == "kept_on_file"
    assert any("合并办理" in notice["zh"] for notice in own["notices"])


# -- one answer for both -----------------------------------------------------------------------------------------------

ANSWERED_BY: dict[str, dict[str, Any]] = {
    "opinion_delivered": {
        "unit": DEPARTMENT,
        "delivered_on": date(2026, 3, 20),
        "receipt_no": "回执1号",
        "remedy_until": date(2026, 4, 20),
        "round": 1,
    },
    "answer_delivered": {"unit": DEPARTMENT, "delivered_on": date(2026, 3, 20), "receipt_no": "回执1号", "round": 1},
    "suggestion_answered": {"unit": DEPARTMENT, "answered_at": NOW + 9 * DAY, "round": 1},
    "case_declined": {"unit": DEPARTMENT, "reason_code": "N5", "declined_at": NOW + 9 * DAY, "notice_no": "不受1号"},
    "case_closed_on_spot": {},
}


def a_joined_pair(world: World) -> tuple[str, str]:
    first, again = a_pair(world)
    join(world, again, first)
    return first, again


@pytest.mark.parametrize("event", list(ANSWERED_BY))
def test_an_answer_to_the_one_is_told_to_the_other(event: str) -> None:
    world = World()
    first, again = a_joined_pair(world)
    told = len(world.fares(again).notices)

    world.tell(first, event, at=NOW + 9 * DAY, **ANSWERED_BY[event])

    progress = world.fares(again)
    assert [notice.kind for notice in progress.notices[told:]] == [NoticeKind.JOINED_ANSWERED]
    assert first in progress.notices[-1].zh and first in progress.notices[-1].en
    assert progress.steps_in_order[-1].kind is StepKind.JOINED_ANSWERED
    assert (progress.state, progress.joined_to) == (State.KEPT_ON_FILE, first)


def test_the_answers_are_those_this_service_follows() -> None:
    assert {name.removesuffix(".v1") for _, name in ANSWERS} == set(ANSWERED_BY)
    assert set(ANSWERS) | UNANSWERED <= set(RULES)


@pytest.mark.parametrize("event", ["case_signed_for", "case_confirmed"])
def test_what_is_no_answer_is_told_to_the_one_alone(event: str) -> None:
    world = World()
    first, again = a_joined_pair(world)
    before = world.fares(again)

    world.tell(first, event, unit=DEPARTMENT, signed_at=NOW, confirmed_at=NOW + 9 * DAY)

    assert world.fares(again) == before


def test_a_case_that_is_taken_back_without_an_answer_leaves_the_other_to_be_routed() -> None:
    """Its matter was promised an answer and nobody gave one."""
    world = World()
    first, again = a_joined_pair(world)

    world.tell(first, "case_closed_withdrawn", at=NOW + 9 * DAY)

    assert (world.fares(again).state, world.fares(again).joined_to) == (State.AWAITING_ROUTING, None)
    withdrawn = world.events(again)[-1]
    assert isinstance(withdrawn, events.DispositionWithdrawn)
    assert (withdrawn.withdrawn_by, withdrawn.withdrawn_by_unit) == (BUREAU, BUREAU)
    (kept,) = world.petition(again).dispositions
    assert first in (kept.withdrawn_why or "") and kept.withdrawn_at == NOW + 9 * DAY
    assert world.fares(again).notices[-1].kind is NoticeKind.DISPOSITION_WITHDRAWN


def test_what_was_parted_before_hears_no_more_of_it() -> None:
    world = World()
    first, again = a_joined_pair(world)
    part(world, again)
    before = world.fares(again)

    world.tell(first, "opinion_delivered", **ANSWERED_BY["opinion_delivered"])
    world.tell(first, "case_closed_withdrawn")

    assert world.fares(again) == before


def test_what_was_joined_too_late_is_a_case_of_its_own() -> None:
    """It was on its way to a unit already; that unit answers it, and nobody says that another case did."""
    world = World()
    first, again = a_joined_pair(world)
    world.tell(again, "case_routed", unit=DEPARTMENT, mode="transfer", routed_at=NOW + DAY)
    before = world.fares(again)
    assert (before.state, before.joined_to, before.closed_at) == (State.ROUTED, None, None)
    assert joined_to(world, first) == []

    world.tell(first, "opinion_delivered", at=NOW + 9 * DAY, **ANSWERED_BY["opinion_delivered"])
    world.tell(first, "case_closed_withdrawn", at=NOW + 9 * DAY)

    assert world.fares(again) == before


def test_an_answer_reaches_whatever_hangs_on_what_was_joined() -> None:
    world = World()
    first, again = a_joined_pair(world)
    once_more = world.register(at=NOW + 2 * DAY).case_no
    progress = world.fares(once_more)
    progress.joined_to = again
    world.progress.save(progress)

    world.tell(first, "opinion_delivered", at=NOW + 9 * DAY, **ANSWERED_BY["opinion_delivered"])

    assert world.fares(once_more).notices[-1].kind is NoticeKind.JOINED_ANSWERED
    assert again in world.fares(once_more).notices[-1].zh


def test_what_is_decided_at_registration_of_the_one_is_told_to_the_other() -> None:
    world = World()
    first, again = world.register().case_no, world.register(at=NOW + DAY).case_no
    for case_no, repeat_of in ((first, None), (again, first)):
        world.tell(case_no, "case_opened", unit_to_route=BUREAU)
        decision = Decision.REPEAT if repeat_of else Decision.FIRST
        deciding.decide_first_or_repeat(
            world.files, world.office, DISPATCHER, case_no, decision, repeat_of, None, NOW + DAY
        )
    join(world, again, first)

    asked = Asked(Ground.KEPT, "存查")
    disposing.dispose_petition(world.files, world.office, DISPATCHER, first, asked, None, NOW + 2 * DAY)

    assert world.fares(again).notices[-1].kind is NoticeKind.JOINED_ANSWERED
