"""A dispute is found, looked at by somebody else, and settled near home, or goes on as a petition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from intake_builders import DAY, NOW, REGISTRAR, TOWNSHIP_REGISTRAR
from intake_register import BAIYANG, CATEGORY, GRID, VILLAGE

from petition_intake.domain import dispute_errors as errors
from petition_intake.domain.dispute import Dispute, Find, dispute_number
from petition_intake.domain.dispute_words import (
    DISPUTE_LEVEL_WORDING,
    DISPUTE_STATE_WORDING,
    FOUND_BY_WORDING,
    DisputeLevel,
    DisputeState,
    FoundBy,
    Verdict,
)
from petition_intake.domain.errors import AlreadyDone, DateInFuture, IllegalTransition, Refused, TextRequired
from petition_intake.domain.register import Place

TODAY = date(2026, 3, 2)
CASE = "640425202603120001"
FINDER, CHECKER = TOWNSHIP_REGISTRAR, replace(TOWNSHIP_REGISTRAR, person="P0103")


def a_find(**changes: object) -> Find:
    found = Find(FoundBy.GRID_PATROL, Place(BAIYANG, VILLAGE, GRID), CATEGORY, TODAY, "两户地界争议", people=2)
    return replace(found, **changes)


def found(find: Find | None = None) -> Dispute:
    return Dispute.report("JF2026-000001", find or a_find(), FINDER, 30, NOW)


def checked(verdict: Verdict = Verdict.REAL) -> Dispute:
    dispute = found()
    dispute.check_find(verdict, "入户查看，确有争议", CHECKER, NOW + DAY)
    return dispute


def settle(dispute: Dispute, **changes: object) -> None:
    given = {
        "level": DisputeLevel.GRID,
        "settled_on": TODAY + timedelta(days=2),
        "result": "重新丈量立界",
        "evidence": "双方签字的界址图",
        "agreement_no": None,
        "officer": CHECKER,
        "now": NOW + 3 * DAY,
    }
    dispute.settle(**{**given, **changes})


def settled() -> Dispute:
    dispute = checked()
    settle(dispute)
    return dispute


def upgraded() -> Dispute:
    dispute = checked()
    dispute.upgrade(CASE, REGISTRAR, NOW + 5 * DAY)
    return dispute


STATES: dict[DisputeState, Callable[[], Dispute]] = {
    DisputeState.FOUND: found,
    DisputeState.CONFIRMED: checked,
    DisputeState.UNFOUNDED: lambda: checked(Verdict.UNFOUNDED),
    DisputeState.SETTLED: settled,
    DisputeState.UPGRADED: upgraded,
}
COMMANDS: dict[str, Callable[[Dispute], object]] = {
    "check_dispute": lambda dispute: dispute.check_find(Verdict.REAL, "再次查看", REGISTRAR, NOW + 6 * DAY),
    "settle_dispute": settle,
    "upgrade_dispute": lambda dispute: dispute.upgrade(CASE, REGISTRAR, NOW + 6 * DAY),
}
ALLOWED: dict[DisputeState, dict[str, DisputeState]] = {
    DisputeState.FOUND: {"check_dispute": DisputeState.CONFIRMED, "upgrade_dispute": DisputeState.UPGRADED},
    DisputeState.CONFIRMED: {"settle_dispute": DisputeState.SETTLED, "upgrade_dispute": DisputeState.UPGRADED},
    DisputeState.UNFOUNDED: {},
    DisputeState.SETTLED: {},
    DisputeState.UPGRADED: {},
}
DONE_BEFORE = {
    (DisputeState.CONFIRMED, "check_dispute"),
    (DisputeState.UNFOUNDED, "check_dispute"),
    (DisputeState.SETTLED, "check_dispute"),
    (DisputeState.UPGRADED, "check_dispute"),
    (DisputeState.SETTLED, "settle_dispute"),
    (DisputeState.UPGRADED, "upgrade_dispute"),
}


def test_the_tables_speak_of_every_state() -> None:
    assert set(STATES) == set(ALLOWED) == set(DisputeState) == set(DISPUTE_STATE_WORDING)
    assert set(DISPUTE_LEVEL_WORDING) == set(DisputeLevel)
    assert set(FOUND_BY_WORDING) == set(FoundBy)


@pytest.mark.parametrize("command", list(COMMANDS))
@pytest.mark.parametrize("state", list(DisputeState))
def test_a_command_is_carried_out_or_refused_as_an_illegal_transition(state: DisputeState, command: str) -> None:
    dispute = STATES[state]()
    assert dispute.state is state
    version = dispute.version
    if command in ALLOWED[state]:
        COMMANDS[command](dispute)
        assert (dispute.state, dispute.version) == (ALLOWED[state][command], version + 1)
        return
    with pytest.raises(IllegalTransition) as refused:
        COMMANDS[command](dispute)
    assert isinstance(refused.value, AlreadyDone) is ((state, command) in DONE_BEFORE)
    assert (dispute.state, dispute.version) == (state, version)


@pytest.mark.parametrize("state", list(DisputeState))
def test_only_an_open_dispute_grows_old(state: DisputeState) -> None:
    dispute = STATES[state]()
    is_open = state in (DisputeState.FOUND, DisputeState.CONFIRMED)
    assert dispute.is_open is is_open
    assert dispute.tell_age(NOW + 365 * DAY) is is_open


def test_its_age_is_told_once_when_the_last_day_is_over() -> None:
    """Found on 2 March, open for 30 days: the last of them, 1 April, ends at 16:00 UTC."""
    dispute = found()
    end = datetime(2026, 4, 1, 16, 0, tzinfo=UTC)
    assert not dispute.tell_age(end - timedelta(milliseconds=1))
    assert dispute.tell_age(end)
    assert (dispute.pending[-1].days_open, dispute.overdue_told) == (31, True)
    assert not dispute.tell_age(end + 300 * DAY)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"found_on": TODAY + timedelta(days=1)}, DateInFuture),
        ({"place": Place(BAIYANG)}, errors.VillageRequired),
        ({"place": Place(BAIYANG, VILLAGE)}, errors.SmallGridRequired),
        ({"campaign_no": "PC2026-0001"}, errors.CampaignRequired),
        ({"found_by": FoundBy.CAMPAIGN}, errors.CampaignRequired),
        ({"case_no": CASE}, errors.CaseOfFindRequired),
        ({"found_by": FoundBy.PETITION}, errors.CaseOfFindRequired),
        ({"matter": " \n"}, TextRequired),
    ],
)
def test_a_find_that_does_not_hang_together_is_refused(changes: dict[str, object], refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        found(a_find(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"found_on": TODAY},
        {"found_by": FoundBy.VISIT, "place": Place(BAIYANG, VILLAGE), "people": None},
        {"found_by": FoundBy.CAMPAIGN, "place": Place(BAIYANG, VILLAGE), "campaign_no": "PC2026-0001"},
        {"found_by": FoundBy.PETITION, "place": Place(BAIYANG, VILLAGE), "case_no": CASE},
    ],
)
def test_a_find_says_where_and_how_it_came_to_light(changes: dict[str, object]) -> None:
    dispute = found(a_find(**changes))
    told = dispute.pending[0]
    assert (told.found_by, told.reported_at, told.unit) == (dispute.find.found_by, NOW, FINDER.unit)


def test_whoever_found_it_does_not_say_whether_it_is_real() -> None:
    with pytest.raises(errors.CheckedByFinder):
        found().check_find(Verdict.REAL, "属实", FINDER, NOW)
    with pytest.raises(TextRequired):
        found().check_find(Verdict.REAL, " ", CHECKER, NOW)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"settled_on": TODAY - timedelta(days=1)}, errors.SettledBeforeFound),
        ({"settled_on": TODAY + timedelta(days=4)}, DateInFuture),
        ({"result": " "}, TextRequired),
        ({"evidence": " "}, TextRequired),
    ],
)
def test_a_settlement_needs_a_day_what_was_done_and_what_shows_it(
    changes: dict[str, object], refusal: type[Refused]
) -> None:
    dispute = checked()
    with pytest.raises(refusal):
        settle(dispute, **changes)
    assert dispute.state is DisputeState.CONFIRMED


@pytest.mark.parametrize("on", [TODAY, TODAY + timedelta(days=3)])
def test_it_is_settled_on_the_day_it_was_found_or_any_later_one_until_today(on: date) -> None:
    dispute = checked()
    settle(dispute, settled_on=on, agreement_no="调字〔2026〕1号")
    told = dispute.pending[-1]
    assert (told.days, told.agreement_no) == ((on - TODAY).days, "调字〔2026〕1号")


def test_only_what_has_a_small_grid_is_settled_in_it() -> None:
    dispute = found(a_find(found_by=FoundBy.VISIT, place=Place(BAIYANG, VILLAGE)))
    dispute.check_find(Verdict.REAL, "属实", CHECKER, NOW)
    with pytest.raises(errors.SmallGridRequired):
        settle(dispute)
    settle(dispute, level=DisputeLevel.VILLAGE)


def test_no_field_of_a_dispute_holds_a_person() -> None:
    """《个人信息保护法》第六条: how many people it concerns is enough to settle it."""
    assert {one.name for one in fields(Find)} == {
        "found_by",
        "place",
        "category",
        "found_on",
        "matter",
        "people",
        "campaign_no",
        "case_no",
    }


def test_a_number_says_the_year() -> None:
    assert dispute_number(2026, 17) == "JF2026-000017"
    assert dispute_number(2026, 1_000_000) == "JF2026-1000000"
