"""Codes of a petition beside its category: from the county's tables, none of them forced, none lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from intake_builders import DAY, HANDLER, NOW, PETITIONER, REGISTRAR, STRANGER, a_web_filing
from intake_fakes import FakeRegisters, World
from intake_register import DEPARTMENT, published

from petition_intake.application import classifying, unmasking
from petition_intake.application.handing_over import show_exchange_record
from petition_intake.application.viewing import get_petition
from petition_intake.domain import errors, events
from petition_intake.domain.classification_errors import CodesUnchanged, CodeUnknown, IdKindWithoutNumber
from petition_intake.domain.code_tables import TABLE_WORDING, Codes, CodeTable
from petition_intake.domain.filing import Purpose
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.register import read_register
from petition_intake.domain.states import State

OF_PETITIONS = [table for table in CodeTable if table is not CodeTable.ID_KIND]


def classify(world: World, case_no: str, officer: Officer = REGISTRAR, **stated: str | None) -> Petition:
    return classifying.classify_petition(world.files, world.office, officer, case_no, stated, None, NOW + DAY)


def shown(world: World, case_no: str) -> dict[str, Any]:
    return get_petition(world.files, world.registers, REGISTRAR, case_no)


@pytest.mark.parametrize("table", OF_PETITIONS)
def test_a_code_of_each_table_is_recorded_and_told_and_one_outside_it_is_refused(
    world: World, table: CodeTable
) -> None:
    case_no = world.register().case_no
    with pytest.raises(CodeUnknown) as refused:
        classify(world, case_no, **{table.value: "98"})
    assert (refused.value.field, TABLE_WORDING[table].zh in refused.value.zh.format(**refused.value.values)) == (
        table.value,
        True,
    )
    classify(world, case_no, **{table.value: "01"})
    told = world.events(case_no)[-1]
    assert told == events.PetitionClassified(
        **{**vars(Codes()), table.value: "01"}, classified_by=REGISTRAR.name, classified_at=NOW + DAY
    )
    assert shown(world, case_no)["codes"][table.value] == {"code": "01", "zh": f"{TABLE_WORDING[table].zh}一"}


def test_the_fields_of_a_petition_are_the_tables_less_that_of_persons() -> None:
    assert set(vars(Codes())) == {table.value for table in OF_PETITIONS}
    assert set(TABLE_WORDING) == set(CodeTable)


def test_what_is_left_out_stays_what_is_null_is_taken_back_and_nothing_is_lost(world: World) -> None:
    case_no = world.register().case_no
    classify(world, case_no, problem_cause="01", affiliation="01")
    assert classify(world, case_no, problem_cause="02").codes == Codes(problem_cause="02", affiliation="01")
    petition = classify(world, case_no, affiliation=None)
    assert petition.codes == Codes(problem_cause="02")
    assert [one.codes.problem_cause for one in petition.classifications] == ["01", "02", "02"]
    for stated in ({}, {"problem_cause": "02"}, {"hot_topic": None}):
        with pytest.raises(CodesUnchanged):
            classify(world, case_no, **stated)
    assert len(shown(world, case_no)["classified"]) == 3


def test_a_petition_is_registered_without_any_of_them(world: World) -> None:
    case_no = world.register().case_no
    assert set(shown(world, case_no)["codes"].values()) == {None}


def test_the_cause_is_recorded_by_whoever_has_the_case_also_when_it_is_closed(world: World) -> None:
    case_no = world.register().case_no
    for officer in (HANDLER, STRANGER):
        with pytest.raises(errors.NotYourCase):
            classify(world, case_no, officer, problem_cause="01")
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)
    world.tell(case_no, "case_confirmed", confirmed_by="P0009", confirmed_at=NOW, round=1)
    assert world.fares(case_no).state is State.CONFIRMED
    assert classify(world, case_no, HANDLER, problem_cause="01").codes.problem_cause == "01"


def test_the_exchange_record_carries_the_codes_by_name(world: World) -> None:
    case_no = world.register().case_no
    columns = ("信访原因代码", "热点问题", "所属系统", "被反映人级别")

    def told() -> list[str]:
        record = show_exchange_record(world.files, world.registers, case_no)["record"]
        return [record[column] for column in columns]

    assert told() == ["", "", "", ""]
    classify(world, case_no, problem_cause="02", hot_topic="01", affiliation="01", respondent_level="01")
    assert told() == ["02", "热点问题一", "所属系统一", "被反映人级别一"]


def test_anybody_reads_a_table_and_a_county_without_tables_has_none(world: World) -> None:
    found = classifying.list_codes(world.registers, CodeTable.PROBLEM_CAUSE)
    assert found["table"]["zh"] == "问题原因"
    assert [row["code"] for row in found["items"]] == ["01", "02"]
    before_there_were_any = published()
    del before_there_were_any["codes"]
    bare = FakeRegisters(read_register(1, before_there_were_any))
    assert classifying.list_codes(bare, CodeTable.PROBLEM_CAUSE)["items"] == []


def test_a_table_this_service_does_not_know_and_a_code_that_left_its_table_do_no_harm(world: World) -> None:
    case_no = world.register().case_no
    classify(world, case_no, problem_cause="01")
    rows = [{"table": "newer", "code": "01", "name": "新表"}]
    world.registers.in_force = read_register(2, published(codes=rows))
    assert shown(world, case_no)["codes"]["problem_cause"] == {"code": "01", "zh": "01"}


def test_the_kind_of_paper_goes_with_a_number_and_stays_with_the_petitioner(world: World) -> None:
    def file(**stated: Any) -> str:
        return world.register(a_web_filing(petitioners=(replace(PETITIONER, **stated),))).case_no

    with pytest.raises(CodeUnknown):
        file(id_kind="98")
    with pytest.raises(IdKindWithoutNumber):
        file(id_kind="01", id_number=None)
    case_no = file(id_kind="01")
    assert unmasking.show_people(world.files, case_no)["petitioners"][0]["id_kind"] == "01"
    assert "id_kind" not in str(world.events(case_no))
    assert world.register().case_no, "nobody is asked for a paper"


def test_an_accusation_is_not_classified(world: World) -> None:
    case_no = world.register(a_web_filing(purpose=Purpose.ACCUSATION)).case_no
    with pytest.raises(errors.CaseUnknown):
        classify(world, case_no, problem_cause="01")
