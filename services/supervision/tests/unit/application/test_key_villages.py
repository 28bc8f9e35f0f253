"""Key villages: twelve at most, each with a task force and a day of review, released with evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from leader_builders import AHEAD, CLERK, FORCE, PEOPLE, TODAY
from supervision_builders import DAY, DUE
from supervision_fakes import FakeWork, NotKept

from petition_supervision.application import facts, key_villages
from petition_supervision.domain import key_village_errors, leader_errors
from petition_supervision.domain.errors import DueDateNotAhead, Refused
from petition_supervision.domain.key_village import KeyVillage, Village, VillageCases, VillageState
from petition_supervision.domain.key_village_events import KeyVillageNamed, KeyVillageReleased, KeyVillageReviewed

NOW = DUE + 3 * DAY
Step = Callable[[FakeWork], KeyVillage]


def county(villages: int = 14) -> FakeWork:
    work = FakeWork(NOW)
    work.people = dict(PEOPLE)
    codes = [f"640425208{number:03}" for number in range(1, villages + 1)]
    work.villages.replace({code: Village("草庙村", "640425208") for code in codes})
    return work


def name(
    number: int = 1, head: str = "P0003", members: list[dict[str, str]] | None = None, review_on: date = AHEAD
) -> Step:
    named = FORCE if members is None else members
    code = f"640425208{number:03}"
    return lambda work: key_villages.name_key_village(work, CLERK, code, "信访突出", head, named, review_on)


def review(next_review_on: date = date(2026, 7, 1)) -> Step:
    return lambda work: key_villages.review_key_village(work, CLERK, "640425208001", "已化解两件", next_review_on)


def release() -> Step:
    return lambda work: key_villages.release_key_village(work, CLERK, "640425208001", "一年无新增")


def test_a_village_is_named_with_reason_head_task_force_and_day_of_review() -> None:
    work = county()
    village = name()(work)
    tenure = village.tenure
    assert (village.state, village.township_code, tenure.entry_reason) == (VillageState.NAMED, "640425208", "信访突出")
    assert (tenure.head, sorted(tenure.units), tenure.review_on) == (
        "P0003",
        ["dept_housing", "township_caomiao"],
        AHEAD,
    )
    assert isinstance(work.key_villages.published[0], KeyVillageNamed)


@pytest.mark.parametrize(
    ("step", "refusal"),
    [
        (name(99), key_village_errors.VillageUnknown),
        (name(head="P0100"), key_village_errors.HeadNotALeader),
        (name(head="P9999"), key_village_errors.HeadNotALeader),
        (name(members=[{"person": "P9999", "duty": "a"}]), leader_errors.PersonUnknown),
        (name(members=[FORCE[0], FORCE[0]]), leader_errors.NamedTwice),
        (name(review_on=TODAY), DueDateNotAhead),
    ],
)
def test_a_naming_that_does_not_fit_is_refused(step: Step, refusal: type[Refused]) -> None:
    work = county()
    with pytest.raises(refusal):
        step(work)
    assert (work.key_villages.kept, work.key_villages.named) == ({}, [])


def test_there_are_twelve_and_a_thirteenth_waits_until_one_is_released() -> None:
    work = county()
    for number in range(1, 13):
        name(number)(work)
    with pytest.raises(key_village_errors.KeyVillagesFull):
        name(13)(work)
    review()(work)
    release()(work)
    name(13)(work)
    assert len(work.key_villages.roll()) == 12


def test_a_county_may_keep_more() -> None:
    work = county()
    work.settings = replace(work.settings, key_villages=13)
    for number in range(1, 14):
        name(number)(work)
    with pytest.raises(key_village_errors.KeyVillagesFull):
        name(14)(work)


@pytest.mark.parametrize(("days", "late"), [(11, False), (12, True)])
def test_a_review_after_its_day_is_late(days: int, late: bool) -> None:
    work = county()
    name(review_on=AHEAD)(work)
    work.now = NOW + days * DAY
    work.key_villages.counted = VillageCases(14, 3)
    review()(work)
    told = work.key_villages.published[-1]
    assert isinstance(told, KeyVillageReviewed)
    assert (told.late, told.cases, told.open_cases, told.next_review_on) == (late, 14, 3, date(2026, 7, 1))


def test_the_next_review_lies_ahead() -> None:
    work = county()
    name()(work)
    with pytest.raises(DueDateNotAhead):
        review(TODAY)(work)
    review(date(2026, 3, 22))(work)


def test_a_village_named_again_keeps_what_was_before() -> None:
    work = county()
    for step in (name(), review(), release(), name(head="P0001")):
        step(work)
    village = work.key_villages.require("640425208001")
    assert [one.head for one in village.tenures] == ["P0003", "P0001"]
    assert village.tenures[0].release is not None and village.tenures[0].release.evidence == "一年无新增"
    assert isinstance(work.key_villages.published[2], KeyVillageReleased)


STATES: dict[str, tuple[Step, ...]] = {
    "never named": (),
    "named": (name(),),
    "reviewed": (name(), review()),
    "released": (name(), review(), release()),
    "named again": (name(), review(), release(), name()),
}
OUTCOMES = {
    "never named": ["ok", "NOT_FOUND", "NOT_FOUND"],
    "named": ["KEY_VILLAGE_ALREADY", "ok", "VILLAGE_NOT_REVIEWED"],
    "reviewed": ["KEY_VILLAGE_ALREADY", "ok", "ok"],
    "released": ["ok", "NOT_A_KEY_VILLAGE", "NOT_A_KEY_VILLAGE"],
    "named again": ["KEY_VILLAGE_ALREADY", "ok", "VILLAGE_NOT_REVIEWED"],
}
COMMANDS: dict[str, Step] = {"name": name(), "review": review(), "release": release()}


@pytest.mark.parametrize("state", list(STATES))
@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_in_every_state_of_a_village(state: str, command: str) -> None:
    work = county()
    for step in STATES[state]:
        step(work)
    before, told, roll = dict(work.key_villages.kept), len(work.key_villages.published), work.key_villages.roll()
    try:
        COMMANDS[command](work)
        outcome = "ok"
        assert len(work.key_villages.published) == told + 1
    except NotKept:
        outcome = "NOT_FOUND"
    except Refused as refusal:
        outcome = refusal.code
    if outcome != "ok":
        kept = (work.key_villages.kept, len(work.key_villages.published), work.key_villages.roll())
        assert kept == (before, told, roll)

    assert outcome == OUTCOMES[state][list(COMMANDS).index(command)]


def test_a_filing_bears_its_village_and_a_correction_moves_it() -> None:
    work = county()
    facts.filed(work, "1", facts.Filed(NOW, "county", "appeal", False, "640425208", "640425208001"))
    assert work.filings.rows["1"]["village_code"] == "640425208001"
    facts.refiled(work, "1", "appeal", "640425208", None)
    assert work.filings.rows["1"]["village_code"] is None
