"""并案: a repeat is handled as the open petition that it repeats, and parted from it again; both keep their record."""

from __future__ import annotations

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
from petition_intake.domain.petition import Petition
from petition_intake.domain.states import State
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
