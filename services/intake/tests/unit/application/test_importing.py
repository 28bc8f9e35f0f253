"""A list from another system: what can be registered is, the rest comes back, and nothing is registered twice."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from exchange_rows import HAND_DOWN_ROW, ROW, a_row
from hypothesis import given
from hypothesis import strategies as st
from intake_builders import NOW, REGISTRAR, a_hand_down
from intake_fakes import World

from petition_intake.application import deciding
from petition_intake.application.handing_over import show_exchange_record
from petition_intake.application.importing import Fate, Outcome, import_petitions
from petition_intake.domain.errors import CaseUnknown
from petition_intake.domain.events import PetitionRegistered
from petition_intake.domain.exchange_columns import COLUMNS, MARKS_A_PERSON
from petition_intake.domain.vocabulary import Decision


def taken_over(world: World, *rows: Mapping[str, str], request: str = "first") -> list[Outcome]:
    return import_petitions(world.files, world.office, REGISTRAR, "region_platform", rows, request, NOW)


def fates(outcomes: list[Outcome]) -> list[Fate]:
    return [outcome.fate for outcome in outcomes]


def test_good_rows_are_registered_and_a_bad_one_between_them_comes_back_with_its_reason(world: World) -> None:
    outcomes = taken_over(world, ROW, a_row(信访件编号="2", 内容分类代码="999999"), HAND_DOWN_ROW)

    assert fates(outcomes) == [Fate.REGISTERED, Fate.REFUSED, Fate.REGISTERED]
    assert [outcome.case_no for outcome in outcomes] == ["640425202603020001", None, "640425202603020002"]
    refusal = outcomes[1].refusal
    assert refusal is not None and refusal.code == "CATEGORY_UNKNOWN"
    for outcome in (outcomes[0], outcomes[2]):
        assert [type(event) for event in world.events(str(outcome.case_no))] == [PetitionRegistered]


def test_the_same_list_again_adds_nothing_and_says_what_became_of_it(world: World) -> None:
    first = taken_over(world, ROW, HAND_DOWN_ROW)
    again = taken_over(world, ROW, HAND_DOWN_ROW, request="second")

    assert fates(again) == [Fate.ALREADY_REGISTERED] * 2
    assert [outcome.case_no for outcome in again] == [outcome.case_no for outcome in first]
    assert world.numbers.last(NOW.date()) == 2


def test_a_document_registered_at_the_window_is_not_registered_again_from_a_list(world: World) -> None:
    receipt = world.register(a_hand_down())

    (outcome,) = taken_over(world, HAND_DOWN_ROW)
    assert (outcome.fate, outcome.case_no) == (Fate.ALREADY_REGISTERED, receipt.case_no)


def test_one_number_twice_in_one_list_is_registered_once(world: World) -> None:
    outcomes = taken_over(world, ROW, a_row(概况信息="另一件事"))

    assert fates(outcomes) == [Fate.REGISTERED, Fate.REFUSED]
    assert outcomes[1].refusal is not None and outcomes[1].refusal.code == "ROW_REPEATED"


def test_an_accusation_of_a_list_goes_into_the_restricted_store_and_is_known_again(world: World) -> None:
    accusation = a_row(信访目的代码="检举控告", 信访件编号="J1")
    (first,), (again,) = taken_over(world, accusation), taken_over(world, accusation, request="second")

    assert (first.fate, again.fate) == (Fate.REGISTERED, Fate.ALREADY_REGISTERED)
    assert first.case_no == again.case_no
    assert world.numbers.last(NOW.date()) == 0
    assert world.events(str(first.case_no)) == []
    assert world.files.references.case_of("exchange|region_platform|J1") is None


@given(st.lists(st.sampled_from(["good", "bad", "twice"]), min_size=1, max_size=30))
def test_every_row_has_exactly_one_outcome_and_every_number_exactly_one_petition(kinds: list[str]) -> None:
    world = World()
    rows = [
        a_row(信访件编号="twice" if kind == "twice" else str(n), 问题属地代码="1" if kind == "bad" else "640425100")
        for n, kind in enumerate(kinds)
    ]
    outcomes = taken_over(world, *rows)

    assert len(outcomes) == len(rows)
    registered = [outcome.case_no for outcome in outcomes if outcome.fate is Fate.REGISTERED]
    assert len(registered) == len(set(registered)) == kinds.count("good") + ("twice" in kinds)
    assert world.numbers.last(NOW.date()) == len(registered)
    assert Fate.REGISTERED not in fates(taken_over(world, *rows, request="second"))


def test_a_petition_is_handed_over_in_the_columns_it_came_in(world: World) -> None:
    (outcome,) = taken_over(world, ROW)
    shown = show_exchange_record(world.files, world.registers, str(outcome.case_no))

    record = shown["record"]
    assert tuple(record) == COLUMNS
    assert record["信访件编号"] == outcome.case_no
    for column in ("信访形式", "概况信息", "信访目的代码", "内容分类代码", "问题属地代码", "信访人数", "是否联名"):
        assert record[column] == ROW[column]
    assert (record["登记机构名称"], record["信访件状态"], record["办结标志"]) == ("彭阳县信访局", "已登记", "0")
    assert (record["查询码"], record[MARKS_A_PERSON]) == ("", "")
    assert [person["姓名"] for person in shown["petitioners"]] == ["马志林", "李秀英"]


def test_what_was_decided_since_stands_in_the_record(world: World) -> None:
    (first,) = taken_over(world, ROW)
    case_no = str(first.case_no)
    assert show_exchange_record(world.files, world.registers, case_no)["record"]["重复信访标志"] == ""
    deciding.decide_first_or_repeat(world.files, world.office, REGISTRAR, case_no, Decision.FIRST, None, None, NOW)

    record = show_exchange_record(world.files, world.registers, case_no)["record"]
    assert (record["本机构初次标志"], record["重复信访标志"]) == ("1", "0")
    assert (record["首次信访机构"], record["首次信访日期"]) == ("彭阳县信访局", "2026-03-01")


def test_an_accusation_is_in_no_record(world: World) -> None:
    (outcome,) = taken_over(world, a_row(信访目的代码="检举控告"))
    with pytest.raises(CaseUnknown):
        show_exchange_record(world.files, world.registers, str(outcome.case_no))
