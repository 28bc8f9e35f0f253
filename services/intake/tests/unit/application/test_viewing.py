"""What officers see: one petition, lists, suggestions, gaps; and what they do not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from intake_builders import (
    AUDITOR,
    DAY,
    FACTS,
    HANDLER,
    NEIGHBOUR,
    NOW,
    PETITIONER,
    REGISTRAR,
    REQUEST,
    STRANGER,
    TOWNSHIP_REGISTRAR,
    a_hand_down,
    a_letter,
    a_visit,
    a_web_filing,
)
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT, NEAR_CATEGORY, TOWNSHIP

from petition_intake.application.deciding import (
    decide_first_or_repeat,
    reclassify_petition,
    settle_on_spot,
)
from petition_intake.application.numbering_audit import numbering_gaps
from petition_intake.application.repeat_search import suggest_repeats
from petition_intake.application.viewing import ListFilter, get_petition, list_petitions
from petition_intake.domain import errors
from petition_intake.domain.channels import Channel
from petition_intake.domain.filing import Purpose
from petition_intake.domain.officer import Officer
from petition_intake.domain.states import State
from petition_intake.domain.vocabulary import Decision, ReclassifyReason, SettlementLevel


def get(world: World, case_no: str, officer: Officer = REGISTRAR) -> dict[str, Any]:
    return get_petition(world.files, world.registers, officer, case_no)


def listed(world: World, officer: Officer = REGISTRAR, limit: int = 50, **wanted: Any) -> list[str]:
    found = list_petitions(world.archive, world.registers, officer, ListFilter(**wanted), limit, None)
    return [row["case_no"] for row in found["items"]]


def suggested(world: World, case_no: str, officer: Officer = REGISTRAR) -> dict[str, Any]:
    return suggest_repeats(world.files, world.archive, world.registers, officer, case_no)


# -- one petition ------------------------------------------------------------------------------------------------------


def test_an_officer_sees_what_was_filed_and_not_who_it_was(world: World) -> None:
    said = f"{REQUEST}，联系人测试人甲，13800000001"
    shown = get(world, world.register(a_letter(request=said)).case_no)

    assert shown["petitioners"][0]["name"] == "测***"
    assert shown["facts"] == FACTS
    assert shown["postmarked_on"] == date(2026, 2, 26)
    text = json.dumps(shown, default=str, ensure_ascii=False)
    for personal in (PETITIONER.name, PETITIONER.phone, PETITIONER.address, PETITIONER.id_number):
        assert str(personal) not in text


def test_what_was_decided_is_shown_with_who_decided(world: World) -> None:
    case_no = world.register(a_hand_down()).case_no
    assert get(world, case_no)["settlement"] is None
    assert get(world, case_no)["link"] is None
    decide_first_or_repeat(world.files, world.office, REGISTRAR, case_no, Decision.FIRST, None, None, NOW)
    reclassify_petition(
        world.files,
        world.office,
        REGISTRAR,
        case_no,
        None,
        NEAR_CATEGORY,
        None,
        ReclassifyReason.PLACE_FOUND,
        None,
        NOW,
    )
    result = "已向测试人甲补登"
    settle_on_spot(
        world.files, world.office, REGISTRAR, case_no, SettlementLevel.COUNTY, None, result, None, True, None, NOW
    )

    shown = get(world, case_no)
    assert shown["link"]["decided_by"] == "P0012"
    assert shown["reclassified"][0]["by"] == "P0012"
    assert shown["settlement"]["result"] == "已向测***补登"
    assert shown["hand_down"]["document_no"] == "宁信交〔2026〕12号"
    assert shown["state"]["code"] == "settled_on_spot"
    assert shown["case_version"] == 4


def test_a_unit_sees_what_it_registered_and_what_it_has(world: World) -> None:
    case_no = world.register(officer=TOWNSHIP_REGISTRAR).case_no

    assert get(world, case_no, TOWNSHIP_REGISTRAR)
    for officer in (HANDLER, STRANGER):
        with pytest.raises(errors.NotYourCase):
            get(world, case_no, officer)
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)
    assert get(world, case_no, HANDLER)["held_by"]["code"] == DEPARTMENT


@pytest.mark.parametrize("officer", [REGISTRAR, HANDLER])
def test_an_accusation_is_as_unknown_as_a_number_never_given_out(world: World, officer: Officer) -> None:
    accusation = world.register(a_web_filing(purpose=Purpose.ACCUSATION)).case_no
    said = []
    for case_no in (accusation, "640425202603029999"):
        with pytest.raises(errors.CaseUnknown) as refused:
            get(world, case_no, officer)
        said.append((refused.value.code, refused.value.field))

    assert said[0] == said[1]
    assert listed(world) == []


# -- lists -------------------------------------------------------------------------------------------------------------


def test_the_bureau_lists_all_and_a_unit_its_own(world: World) -> None:
    bureaus = world.register().case_no
    townships = world.register(officer=TOWNSHIP_REGISTRAR, at=NOW + DAY).case_no

    assert listed(world) == [townships, bureaus]
    assert listed(world, TOWNSHIP_REGISTRAR) == [townships]
    assert listed(world, HANDLER) == []
    world.tell(bureaus, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)
    assert listed(world, HANDLER) == [bureaus]


def test_a_list_is_narrowed_by_state_channel_unit_and_time(world: World) -> None:
    web = world.register(a_web_filing(received_at=NOW)).case_no
    visit = world.register(a_visit(received_at=NOW - DAY), TOWNSHIP_REGISTRAR).case_no
    world.tell(visit, "case_opened", unit_to_route=TOWNSHIP)

    assert listed(world, state=State.AWAITING_ROUTING) == [visit]
    assert listed(world, channel=Channel.WEB) == [web]
    assert listed(world, registered_by_unit=TOWNSHIP) == [visit]
    assert listed(world, received_from=NOW) == [web]
    assert listed(world, received_to=NOW) == [visit]
    assert listed(world, limit=1) == [web]


def test_a_row_says_where_it_stands_and_who_has_it(world: World) -> None:
    case_no = world.register().case_no
    clock = {"clock_id": "K1", "kind": "K1", "unit": BUREAU, "due_at": NOW + 15 * DAY, "provisional": False}
    world.tell(case_no, "clock_started", **clock)
    (row,) = list_petitions(world.archive, world.registers, REGISTRAR, ListFilter(), 50, None)["items"]

    assert row["channel"]["zh"] == "网上信访"
    assert row["held_by"] is None
    assert row["next_due_on"] == date(2026, 3, 17)


# -- repeats -----------------------------------------------------------------------------------------------------------


def test_an_earlier_filing_of_the_same_person_is_suggested_and_nothing_is_decided(world: World) -> None:
    earlier = world.register(at=NOW - 90 * DAY, officer=TOWNSHIP_REGISTRAR).case_no
    case_no = world.register().case_no
    shown = suggested(world, case_no)

    (candidate,) = shown["candidates"]
    assert candidate["case_no"] == earlier
    assert candidate["score"] == 100
    assert candidate["meaning"]["zh"] == "同人同事，疑似重复信访"
    assert candidate["registered_by_unit"]["code"] == TOWNSHIP
    assert sum(reason["points"] for reason in candidate["reasons"]) == 100
    assert world.petition(case_no).link is None


def test_other_people_with_the_same_matter_and_the_same_person_with_another_are_told_apart(world: World) -> None:
    neighbours = world.register(a_web_filing(petitioners=(NEIGHBOUR,))).case_no
    other_matter = a_web_filing(request="希望增加县城公交车班次", facts="", category=NEAR_CATEGORY)
    own = world.register(other_matter).case_no
    shown = suggested(world, world.register().case_no)
    meanings = {row["case_no"]: row["meaning"]["zh"] for row in shown["candidates"]}

    assert meanings == {neighbours: "事项相似，人不同", own: "同人，事项不同"}


def test_later_petitions_and_accusations_are_not_suggested(world: World) -> None:
    world.register(a_web_filing(purpose=Purpose.ACCUSATION))
    case_no = world.register(a_web_filing(received_at=NOW - DAY)).case_no
    world.register()

    assert suggested(world, case_no)["candidates"] == []


def test_only_the_window_that_registered_it_and_the_bureau_compare(world: World) -> None:
    case_no = world.register().case_no

    with pytest.raises(errors.NotYourCase):
        suggested(world, case_no, STRANGER)
    with pytest.raises(errors.CaseUnknown):
        suggested(world, "640425202603029999")


def test_a_petition_missing_from_the_archive_is_unknown(world: World) -> None:
    case_no = world.register().case_no
    elsewhere = World()

    with pytest.raises(errors.CaseUnknown):
        suggest_repeats(world.files, elsewhere.archive, world.registers, REGISTRAR, case_no)


# -- gaps --------------------------------------------------------------------------------------------------------------


def test_every_number_that_is_missing_is_explained(world: World) -> None:
    world.register()
    world.numbers.take(date(2026, 3, 2), "a request that was interrupted", BUREAU, NOW)
    world.register()
    world.numbers.counters[date(2026, 3, 2)] += 1
    shown = numbering_gaps(world.archive, world.numbers, world.registers, REGISTRAR, date(2026, 3, 2))

    assert (shown["last_serial"], shown["registered"]) == (4, 2)
    assert [(gap["case_no"][-4:], gap["reason"]["code"], gap["unit"]) for gap in shown["gaps"]] == [
        ("0002", "not_completed", BUREAU),
        ("0004", "not_taken", None),
    ]


def test_an_accusation_leaves_no_gap(world: World) -> None:
    world.register()
    world.register(a_web_filing(purpose=Purpose.ACCUSATION))
    world.register()

    shown = numbering_gaps(world.archive, world.numbers, world.registers, AUDITOR, date(2026, 3, 2))
    assert (shown["last_serial"], shown["registered"], shown["gaps"]) == (2, 2, [])


def test_gaps_are_for_the_bureau_and_auditors(world: World) -> None:
    with pytest.raises(errors.BureauOnly):
        numbering_gaps(world.archive, world.numbers, world.registers, TOWNSHIP_REGISTRAR, date(2026, 3, 2))
    assert (
        numbering_gaps(world.archive, world.numbers, world.registers, replace(AUDITOR), date(2026, 3, 1))["gaps"] == []
    )
