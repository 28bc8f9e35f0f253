"""Disputes from the find to the petition they become, and who may see them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dispute_fakes import FakeDisputes
from intake_builders import DAY, DISPATCHER, HANDLER, NOW, REGISTRAR, STRANGER, TOWNSHIP_REGISTRAR, a_web_filing
from intake_fakes import World
from intake_register import BAIYANG, CATEGORY, TOWNSHIP, VILLAGE, WANGWA_VILLAGE, published

from petition_intake.application import disputing
from petition_intake.application.disputing import DisputeView
from petition_intake.domain.dispute import Dispute, Find
from petition_intake.domain.dispute_errors import (
    DisputeStillOpen,
    DisputeUnknown,
    FoundAfterFiling,
    MatterAlreadyLinked,
    NotYourDispute,
    RegistrarOnly,
)
from petition_intake.domain.dispute_events import DisputeLinked
from petition_intake.domain.dispute_words import DisputeLevel, DisputeState, FoundBy, Verdict
from petition_intake.domain.errors import (
    AccusationNeedsOwnFiling,
    CaseUnknown,
    CategoryUnknown,
    IllegalTransition,
    NotYourCase,
    PlaceMismatch,
    StaleVersion,
)
from petition_intake.domain.filing import Purpose
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import Place, read_register


class Patrol:
    """A world with disputes in it."""

    def __init__(self) -> None:
        self.world, self.disputes = World(), FakeDisputes()

    def report(self, officer: Officer = TOWNSHIP_REGISTRAR, **changes: object) -> Dispute:
        find = {
            "found_by": FoundBy.VISIT,
            "place": Place(BAIYANG, VILLAGE),
            "category": CATEGORY,
            "found_on": date(2026, 3, 2),
            "matter": "两户地界争议",
        }
        return disputing.report_dispute(
            self.disputes, self.world.files, self.world.registers, officer, Find(**{**find, **changes}), NOW
        )

    def check(self, dispute_no: str, officer: Officer = DISPATCHER, verdict: Verdict = Verdict.REAL) -> Dispute:
        return disputing.check_dispute(
            self.disputes, self.world.registers, officer, dispute_no, verdict, "属实", None, NOW
        )

    def settle(self, dispute_no: str, expected: int | None = None) -> Dispute:
        return disputing.settle_dispute(
            self.disputes,
            self.world.registers,
            DISPATCHER,
            dispute_no,
            DisputeLevel.VILLAGE,
            None,
            "调解",
            "协议",
            None,
            expected,
            NOW,
        )

    def petition(self, days_later: int) -> str:
        return self.world.register(at=NOW + days_later * DAY).case_no

    def upgrade(self, dispute_no: str, case_no: str) -> None:
        world = self.world
        disputing.upgrade_dispute(
            self.disputes, world.files, world.registers, REGISTRAR, dispute_no, case_no, None, NOW + 9 * DAY
        )

    def link(self, case_no: str, dispute_no: str) -> None:
        world = self.world
        disputing.link_dispute(
            self.disputes, world.files, world.registers, REGISTRAR, case_no, dispute_no, None, NOW + 9 * DAY
        )


@pytest.fixture
def patrol() -> Patrol:
    return Patrol()


def test_a_find_is_put_on_record_with_its_place_completed(patrol: Patrol) -> None:
    dispute = patrol.report(found_by=FoundBy.GRID_PATROL, place=Place(BAIYANG, grid_code=VILLAGE + "-01"))
    assert (dispute.dispute_no, dispute.find.place.village_code) == ("JF2026-000001", VILLAGE)
    assert patrol.report().dispute_no == "JF2026-000002"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"category": "999999"}, CategoryUnknown),
        ({"place": Place(BAIYANG, WANGWA_VILLAGE)}, PlaceMismatch),
        ({"found_by": FoundBy.PETITION, "case_no": "640425202603020001"}, CaseUnknown),
    ],
)
def test_a_find_with_something_unknown_is_refused(
    patrol: Patrol, changes: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        patrol.report(**changes)
    assert patrol.disputes.stored == {}


@pytest.mark.parametrize(("expected", "fits"), [(None, True), (2, True), (1, False)])
def test_it_is_looked_at_and_settled_by_who_has_seen_it_as_it_is(
    patrol: Patrol, expected: int | None, fits: bool
) -> None:
    number = patrol.check(patrol.report().dispute_no).dispute_no
    if fits:
        assert patrol.settle(number, expected).state is DisputeState.SETTLED
    else:
        with pytest.raises(StaleVersion):
            patrol.settle(number, expected)


def test_an_open_dispute_goes_on_as_a_petition_that_says_where_it_was_found(patrol: Patrol) -> None:
    number, case_no = patrol.report().dispute_no, patrol.petition(1)
    patrol.upgrade(number, case_no)
    assert (patrol.disputes.stored[number].state, patrol.disputes.stored[number].petition_no) == (
        DisputeState.UPGRADED,
        case_no,
    )
    told = patrol.world.events(case_no)[-1]
    assert isinstance(told, DisputeLinked)
    assert (told.dispute_no, told.state, told.found_on) == (number, DisputeState.FOUND, date(2026, 3, 2))
    with pytest.raises(MatterAlreadyLinked):
        patrol.upgrade(patrol.report().dispute_no, case_no)


def register_it(patrol: Patrol, number: str, officer: Officer = REGISTRAR, days: int = 1, **changes: object) -> str:
    world, filing = patrol.world, a_web_filing(**changes)
    _, petition = disputing.upgrade_by_registering(
        patrol.disputes, world.files, world.office, officer, number, filing, "request", None, NOW + days * DAY
    )
    return petition.case_no


def test_an_open_dispute_is_registered_as_a_petition_in_one_step(patrol: Patrol) -> None:
    number = patrol.report().dispute_no
    case_no = register_it(patrol, number)
    assert patrol.disputes.stored[number].petition_no == case_no
    assert [type(event).__name__ for event in patrol.world.events(case_no)] == ["PetitionRegistered", "DisputeLinked"]


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"officer": DISPATCHER}, RegistrarOnly),
        ({"purpose": Purpose.ACCUSATION}, AccusationNeedsOwnFiling),
        ({"days": 0}, FoundAfterFiling),
        ({"received_at": NOW - DAY}, FoundAfterFiling),
        ({"number": "JF2026-000009"}, DisputeUnknown),
    ],
)
def test_a_step_that_is_refused_takes_no_number(
    patrol: Patrol, given: dict[str, object], refusal: type[Exception]
) -> None:
    number = patrol.report().dispute_no
    with pytest.raises(refusal):
        register_it(patrol, **{"number": number, **given})
    assert patrol.world.numbers.taken == {}


def test_a_dispute_that_has_ended_is_not_registered_as_a_petition(patrol: Patrol) -> None:
    number = patrol.report().dispute_no
    patrol.check(number, verdict=Verdict.UNFOUNDED)
    with pytest.raises(IllegalTransition):
        register_it(patrol, number)
    assert patrol.world.numbers.taken == {}


@pytest.mark.parametrize(("days_later", "beforehand"), [(0, False), (1, True)])
def test_only_what_stood_on_record_before_the_petition_came_in_was_found_beforehand(
    patrol: Patrol, days_later: int, beforehand: bool
) -> None:
    number, case_no = patrol.report(found_on=date(2026, 2, 1)).dispute_no, patrol.petition(days_later)
    if beforehand:
        patrol.upgrade(number, case_no)
    else:
        with pytest.raises(FoundAfterFiling):
            patrol.upgrade(number, case_no)


def test_what_came_to_light_in_another_units_petition_is_not_reported_by_this_one(patrol: Patrol) -> None:
    with pytest.raises(NotYourCase):
        patrol.report(TOWNSHIP_REGISTRAR, found_by=FoundBy.PETITION, case_no=patrol.petition(0))


def test_what_came_to_light_in_a_petition_was_not_found_beforehand(patrol: Patrol) -> None:
    number = patrol.report(DISPATCHER, found_by=FoundBy.PETITION, case_no=patrol.petition(0)).dispute_no
    with pytest.raises(FoundAfterFiling):
        patrol.upgrade(number, patrol.petition(1))


@pytest.mark.parametrize("ended", ["settled", "unfounded"])
def test_a_petition_about_something_dealt_with_is_linked_and_the_dispute_stays_as_it_is(
    patrol: Patrol, ended: str
) -> None:
    number = patrol.report().dispute_no
    patrol.check(number, verdict=Verdict.REAL if ended == "settled" else Verdict.UNFOUNDED)
    if ended == "settled":
        patrol.settle(number)
    version, case_no = patrol.disputes.stored[number].version, patrol.petition(3)
    patrol.link(case_no, number)
    assert patrol.world.events(case_no)[-1].state.value == ended
    assert patrol.disputes.stored[number].version == version


def test_an_open_dispute_is_not_merely_linked(patrol: Patrol) -> None:
    with pytest.raises(DisputeStillOpen):
        patrol.link(patrol.petition(1), patrol.report().dispute_no)


@pytest.mark.parametrize(
    ("officer", "sees"),
    [(DISPATCHER, True), (TOWNSHIP_REGISTRAR, True), (HANDLER, False), (STRANGER, False)],
)
def test_a_dispute_is_seen_by_the_bureau_its_finder_and_its_township(
    patrol: Patrol, officer: Officer, sees: bool
) -> None:
    number = patrol.report(REGISTRAR).dispute_no
    if sees:
        shown = disputing.get_dispute(patrol.disputes, patrol.world.registers, officer, number, NOW)
        assert (shown["days_open"], shown["matter"]) == (0, "两户地界争议")
    else:
        with pytest.raises(NotYourDispute):
            disputing.get_dispute(patrol.disputes, patrol.world.registers, officer, number, NOW)


def test_a_dispute_that_is_not_there_is_said_to_be_unknown(patrol: Patrol) -> None:
    with pytest.raises(DisputeUnknown):
        patrol.check("JF2026-000009")


def test_one_that_is_settled_shows_how(patrol: Patrol) -> None:
    number = patrol.report().dispute_no
    patrol.check(number)
    patrol.settle(number)
    shown = disputing.get_dispute(patrol.disputes, patrol.world.registers, DISPATCHER, number, NOW)
    assert (shown["settlement"]["level"]["zh"], shown["days_open"]) == ("村（社区）", None)


@pytest.mark.parametrize(
    ("officer", "view", "unit", "township", "is_open"),
    [
        (DISPATCHER, DisputeView.OPEN, None, None, True),
        (DISPATCHER, DisputeView.MINE, DISPATCHER.unit, None, None),
        (TOWNSHIP_REGISTRAR, DisputeView.OPEN, None, BAIYANG, True),
        (TOWNSHIP_REGISTRAR, DisputeView.OLD, None, BAIYANG, True),
        (TOWNSHIP_REGISTRAR, DisputeView.MINE, TOWNSHIP, None, None),
        (HANDLER, DisputeView.OPEN, HANDLER.unit, None, True),
    ],
)
def test_a_list_is_narrowed_to_what_the_unit_may_see(
    patrol: Patrol, officer: Officer, view: DisputeView, unit: str | None, township: str | None, is_open: bool | None
) -> None:
    patrol.report()
    found = disputing.list_disputes(patrol.disputes, patrol.world.registers, officer, view, 50, None, NOW + 3 * DAY)
    asked = patrol.disputes.asked
    assert (asked["unit"], asked["township"], asked["is_open"]) == (unit, township, is_open)
    assert asked["found_until"] == (date(2026, 3, 5) - timedelta(days=31) if view is DisputeView.OLD else None)
    assert [row["days_open"] for row in found["items"]] == [3]


@pytest.mark.parametrize(("settings", "days"), [({}, 30), ({"dispute_overdue_days": 10}, 10)])
def test_a_county_may_set_after_how_many_days_a_dispute_is_old(settings: dict[str, int], days: int) -> None:
    assert read_register(1, published(settings=settings)).settings.dispute_overdue_days == days


def test_a_petition_shows_where_its_matter_was_found(patrol: Patrol) -> None:
    case_no = patrol.petition(1)
    patrol.upgrade(patrol.report().dispute_no, case_no)
    petition = patrol.world.petition(case_no)
    assert petition.found_as is not None
    assert petition.found_as.linked_by == REGISTRAR.person
