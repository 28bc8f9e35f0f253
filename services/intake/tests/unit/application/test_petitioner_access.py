"""Number and query code: following a petition, rating it, and not guessing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from intake_builders import CITIZEN, DAY, NOW, PETITIONER, REGISTRAR, a_visit, a_web_filing
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT, PORTAL

from petition_intake.application.deciding import decide_first_or_repeat, settle_on_spot
from petition_intake.application.petitioner_access import rate_petition
from petition_intake.application.tracking import track_petition
from petition_intake.domain import errors
from petition_intake.domain.filing import Purpose
from petition_intake.domain.officer import Officer
from petition_intake.domain.query_code import TRIES, TRIES_WINDOW
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.register import CountySettings
from petition_intake.domain.vocabulary import Decision, SettlementLevel

UNKNOWN = "640425202603029999"
WRONG = "0000-0000-0000"
GOOD, SAD = RatingLevel.SATISFIED, RatingLevel.DISSATISFIED


def track(world: World, case_no: str, code: str | None = None, at: Any = NOW) -> dict[str, Any]:
    return track_petition(world.files, world.office, case_no, world.code(case_no) if code is None else code, at)


def rate(world: World, case_no: str, code: str | None = None, caller: Officer = CITIZEN, at: Any = NOW + DAY) -> Any:
    code = world.code(case_no) if code is None else code
    return rate_petition(world.files, world.office, caller, case_no, code, GOOD, SAD, at)


def finished(world: World) -> str:
    case_no = world.register().case_no
    world.tell(case_no, "case_opened", unit_to_route=BUREAU)
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)
    world.tell(case_no, "case_confirmed", confirmed_at=NOW)
    return case_no


# -- the code ----------------------------------------------------------------------------------------------------------


def test_a_wrong_code_and_an_unknown_case_look_alike(world: World) -> None:
    case_no = world.register().case_no
    said = []
    for number in (case_no, UNKNOWN):
        with pytest.raises(errors.CodeNotAccepted) as refused:
            track(world, number, WRONG)
        said.append((refused.value.code, refused.value.field, refused.value.zh, refused.value.values))

    assert said[0] == said[1]


@pytest.mark.parametrize("known", [True, False])
def test_after_ten_wrong_codes_no_code_is_looked_at_for_an_hour(world: World, known: bool) -> None:
    case_no = world.register().case_no if known else UNKNOWN
    for minute in range(TRIES):
        with pytest.raises(errors.CodeNotAccepted):
            track(world, case_no, WRONG, NOW + timedelta(minutes=minute))

    with pytest.raises(errors.TooManyTries) as refused:
        track(world, case_no, WRONG if not known else None, NOW + timedelta(minutes=TRIES))
    assert refused.value.values == {"until": "11:00"}
    with pytest.raises(errors.TooManyTries):
        track(world, case_no, at=NOW + TRIES_WINDOW - timedelta(milliseconds=1))


def test_after_the_hour_the_right_code_opens_again(world: World) -> None:
    case_no = world.register().case_no
    for _ in range(TRIES):
        with pytest.raises(errors.CodeNotAccepted):
            track(world, case_no, WRONG)

    assert track(world, case_no, at=NOW + TRIES_WINDOW)["case_no"] == case_no
    with pytest.raises(errors.CodeNotAccepted):
        track(world, case_no, WRONG, NOW + TRIES_WINDOW)
    assert world.tries.wrong[case_no].count == 1


def test_nine_wrong_codes_lock_nothing_and_lock_no_other_case(world: World) -> None:
    case_no, other = world.register().case_no, world.register().case_no
    for _ in range(TRIES - 1):
        with pytest.raises(errors.CodeNotAccepted):
            track(world, case_no, WRONG)

    assert track(world, case_no)
    for _ in range(TRIES):
        with pytest.raises(errors.CodeNotAccepted):
            track(world, other, WRONG)
    assert track(world, case_no)


# -- following ---------------------------------------------------------------------------------------------------------


def test_a_petitioner_sees_a_new_petition_at_once(world: World) -> None:
    shown = track(world, world.register().case_no)

    assert shown["state"] == {"code": "registered", "zh": "已登记", "en": "registered"}
    assert shown["held_by"]["zh"] == "彭阳县信访局"
    assert [row["step"]["code"] for row in shown["timeline"]] == ["registered"]
    assert shown["next_due"] is None
    assert shown["remedy"] is None
    assert shown["rating"] == {"open": False, "until": None, "rounds_rated": []}
    assert [notice["kind"]["zh"] for notice in shown["notices"]] == ["信访事项登记回执"]
    assert "回避" in shown["rights"]["zh"]


def test_a_petitioner_sees_who_has_it_and_the_next_date(world: World) -> None:
    case_no = world.register().case_no
    world.tell(case_no, "case_opened", unit_to_route=BUREAU)
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)
    clock = {"clock_id": "K3", "kind": "K3", "unit": DEPARTMENT, "due_at": NOW + 15 * DAY, "provisional": True}
    world.tell(case_no, "clock_started", **clock)

    shown = track(world, case_no)
    assert shown["held_by"]["code"] == DEPARTMENT
    assert shown["next_due"] == {
        "what": {"code": "K3", "zh": "告知是否受理的期限", "en": "to be told about acceptance by"},
        "unit": {"code": DEPARTMENT, "zh": "彭阳县住房和城乡建设局", "en": DEPARTMENT},
        "due_on": date(2026, 3, 17),
        "overdue": False,
        "provisional": True,
    }
    assert shown["timeline"][-1]["details"] == [{"zh": "转送", "en": "transferred"}]


@pytest.mark.parametrize(("at", "overdue"), [(15 * DAY - timedelta(milliseconds=1), False), (15 * DAY, True)])
def test_what_is_late_is_shown_as_late(world: World, at: timedelta, overdue: bool) -> None:
    case_no = world.register().case_no
    clock = {"clock_id": "K1", "kind": "K1", "unit": BUREAU, "due_at": NOW + 15 * DAY, "provisional": False}
    world.tell(case_no, "clock_started", **clock)

    assert track(world, case_no, at=NOW + at)["next_due"]["overdue"] is overdue


@pytest.mark.parametrize(("today", "is_open"), [(date(2026, 5, 2), True), (date(2026, 5, 3), False)])
def test_the_opinion_comes_with_its_remedy_and_the_last_day_for_it(world: World, today: date, is_open: bool) -> None:
    case_no = world.register().case_no
    unit = {"unit": DEPARTMENT, "round": 1}
    world.tell(case_no, "opinion_issued", outcome="support", issued_at=NOW, document_no="意见1号", **unit)
    delivered = {"delivered_on": date(2026, 4, 2), "receipt_no": "回执1号", "remedy_until": date(2026, 5, 2)}
    world.tell(case_no, "opinion_delivered", **delivered, **unit)

    shown = track(world, case_no, at=NOW.replace(month=today.month, day=today.day))
    assert [paper["number"] for paper in shown["documents"]] == ["意见1号", "回执1号"]
    assert [paper["outcome"] and paper["outcome"]["zh"] for paper in shown["documents"]] == ["支持诉求", None]
    assert shown["remedy"]["until"] == date(2026, 5, 2)
    assert shown["remedy"]["open"] is is_open
    assert "复查" in shown["remedy"]["zh"]


def test_nothing_personal_is_shown_to_whoever_holds_the_code(world: World) -> None:
    case_no = world.register(a_visit()).case_no
    shown = json.dumps(track(world, case_no), default=str, ensure_ascii=False)

    for personal in (PETITIONER.name, PETITIONER.phone, PETITIONER.address, PETITIONER.id_number):
        assert str(personal) not in shown


def test_an_accuser_learns_that_the_accusation_is_registered_and_no_more(world: World) -> None:
    case_no = world.register(a_web_filing(purpose=Purpose.ACCUSATION)).case_no
    shown = track(world, case_no)

    assert shown["state"]["code"] == "registered"
    assert shown["registered_at"] == NOW
    assert set(shown) == {"case_no", "state", "received_at", "registered_at", "note", "rights"}


def test_a_right_code_of_a_number_never_given_out_shows_nothing_either(world: World) -> None:
    assert track(world, UNKNOWN)["registered_at"] is None


# -- rating ------------------------------------------------------------------------------------------------------------


def test_the_petitioner_rates_bureau_and_unit_once(world: World) -> None:
    case_no = finished(world)
    petition = rate(world, case_no)

    assert (petition.ratings[0].bureau, petition.ratings[0].unit) == (GOOD, SAD)
    assert track(world, case_no, at=NOW + DAY)["rating"] == {
        "open": False,
        "until": date(2026, 4, 1),
        "rounds_rated": [1],
    }
    assert "satisfied" not in json.dumps(track(world, case_no), default=str)
    with pytest.raises(errors.AlreadyRated):
        rate(world, case_no)


@pytest.mark.parametrize(
    "caller", [REGISTRAR, Officer(BUREAU, None), Officer(PORTAL, "P0344", frozenset({"registrar"}))]
)
def test_no_officer_and_no_agency_rates_for_the_petitioner(world: World, caller: Officer) -> None:
    with pytest.raises(errors.RatedByOfficer):
        rate(world, finished(world), caller=caller)


def test_a_rating_needs_the_code(world: World) -> None:
    case_no = finished(world)

    with pytest.raises(errors.CodeNotAccepted):
        rate(world, case_no, WRONG)
    assert world.tries.wrong[case_no].count == 1


def test_an_unfinished_petition_is_not_rated_yet(world: World) -> None:
    with pytest.raises(errors.RatingNotOpen):
        rate(world, world.register().case_no)


def test_an_accusation_is_refused_like_any_petition_that_is_not_finished(world: World) -> None:
    with pytest.raises(errors.RatingNotOpen):
        rate(world, world.register(a_web_filing(purpose=Purpose.ACCUSATION)).case_no)


def test_the_county_may_set_another_window(world: World) -> None:
    case_no = finished(world)
    world.registers.in_force = replace(world.registers.in_force, settings=CountySettings(rating_window_days=10))

    assert track(world, case_no, at=NOW + 10 * DAY)["rating"]["open"]
    assert not track(world, case_no, at=NOW + 11 * DAY)["rating"]["open"]
    with pytest.raises(errors.RatingWindowClosed):
        rate(world, case_no, at=NOW + 11 * DAY)


@pytest.mark.parametrize("days", [10, 30, 45])
@pytest.mark.parametrize("on_spot", [True, False], ids=["settled on the spot", "confirmed"])
def test_one_window_of_the_register_holds_for_every_way_a_case_ends(world: World, days: int, on_spot: bool) -> None:
    world.registers.in_force = replace(world.registers.in_force, settings=CountySettings(rating_window_days=days))
    if on_spot:
        case_no = world.register().case_no
        decide_first_or_repeat(world.files, world.office, REGISTRAR, case_no, Decision.FIRST, None, None, NOW)
        how = (SettlementLevel.COUNTY, None, "当场答复", None, True, None)
        settle_on_spot(world.files, world.office, REGISTRAR, case_no, *how, NOW)
    else:
        case_no = finished(world)

    assert track(world, case_no, at=NOW + days * DAY)["rating"]["open"]
    assert not track(world, case_no, at=NOW + (days + 1) * DAY)["rating"]["open"]
    with pytest.raises(errors.RatingWindowClosed):
        rate(world, case_no, at=NOW + (days + 1) * DAY)
    rate(world, case_no, at=NOW + days * DAY)


def test_an_anonymous_petitioner_follows_but_does_not_rate(world: World) -> None:
    case_no = world.register(a_web_filing(anonymous=True, petitioners=())).case_no
    world.tell(case_no, "case_confirmed", confirmed_at=NOW)

    assert not track(world, case_no)["rating"]["open"]
    with pytest.raises(errors.AnonymousPetitioner):
        rate(world, case_no)
