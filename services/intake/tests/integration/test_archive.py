"""Lists, repeats and serials on a real store; the fake archive gives the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from intake_builders import DAY, NEIGHBOUR, NOW, PETITIONER, REGISTRAR, TOWNSHIP_REGISTRAR, a_visit, a_web_filing
from intake_fakes import World
from intake_register import BAIYANG, BUREAU, FAR_CATEGORY, NEAR_CATEGORY, TOWNSHIP, WANGWA
from pymongo.database import Database

from chassis.refusal import Refusal
from chassis.unit_of_work import Units
from petition_intake.adapters.mongo_archive import MongoArchive
from petition_intake.adapters.mongo_files import Reader, files_of
from petition_intake.application.numbering_audit import numbering_gaps
from petition_intake.application.ports import Archive, Office
from petition_intake.application.registration import register_petition
from petition_intake.application.viewing import ListFilter, list_petitions
from petition_intake.domain.channels import Channel
from petition_intake.domain.filing import Filing, Purpose
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import Place
from petition_intake.domain.states import State

FILINGS: list[tuple[Filing, Officer]] = [
    (a_web_filing(received_at=NOW - 3 * DAY), REGISTRAR),
    (a_visit(received_at=NOW - 2 * DAY, petitioners=(NEIGHBOUR,)), TOWNSHIP_REGISTRAR),
    (a_web_filing(received_at=NOW - DAY, category=NEAR_CATEGORY, petitioners=(NEIGHBOUR,)), REGISTRAR),
    (a_web_filing(received_at=NOW - DAY, place=Place(WANGWA), petitioners=(NEIGHBOUR,)), REGISTRAR),
    (a_web_filing(received_at=NOW - DAY, category=FAR_CATEGORY, place=Place(WANGWA)), REGISTRAR),
    (a_web_filing(received_at=NOW, anonymous=True, petitioners=()), REGISTRAR),
    (a_web_filing(purpose=Purpose.ACCUSATION), REGISTRAR),
]


@pytest.fixture(params=["fake", "mongo"])
def archive(request: pytest.FixtureRequest) -> Archive:
    """The filings above, registered one after the other under 0001 to 0006; the accusation is somewhere else."""
    if request.param == "fake":
        world = World()
        for filing, officer in FILINGS:
            world.register(filing, officer)
        return world.archive
    units: Units = request.getfixturevalue("units")
    office: Office = request.getfixturevalue("office")
    for number, (filing, officer) in enumerate(FILINGS):
        units.run(
            lambda uow, f=filing, o=officer, n=number: register_petition(files_of(uow), office, o, f, str(n), NOW)
        )
    return MongoArchive(units.database)


def numbers(found: Any) -> list[str]:
    return [row.case_no[-4:] for row in found]


def listed(archive: Archive, limit: int = 50, cursor: str | None = None, **wanted: Any) -> list[str]:
    return numbers(archive.page(wanted, limit, cursor)[0])


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["0006", "0005", "0004", "0003", "0002", "0001"]),
        ({"state": State.REGISTERED}, ["0006", "0005", "0004", "0003", "0002", "0001"]),
        ({"state": State.ROUTED}, []),
        ({"channel": Channel.VISIT}, ["0002"]),
        ({"registered_by_unit": TOWNSHIP}, ["0002"]),
        ({"seen_by": TOWNSHIP}, ["0002"]),
        ({"seen_by": BUREAU, "channel": Channel.WEB}, ["0006", "0005", "0004", "0003", "0001"]),
        ({"received_from": NOW - 2 * DAY, "received_to": NOW - DAY}, ["0002"]),
        ({"received_from": NOW}, ["0006"]),
    ],
)
def test_a_list_is_narrowed(archive: Archive, wanted: dict[str, Any], found: list[str]) -> None:
    assert listed(archive, **wanted) == found


def test_pages_follow_each_other_without_overlap(archive: Archive) -> None:
    seen, cursor = [], None
    while True:
        rows, cursor = archive.page({}, 4, cursor)
        seen.append(numbers(rows))
        if cursor is None:
            break

    assert seen == [["0006", "0005", "0004", "0003"], ["0002", "0001"]]


def test_what_is_compared_is_the_same_persons_and_what_lies_nearby(archive: Archive) -> None:
    matter = archive.matter("640425202603020003")
    assert matter is not None
    assert {other.case_no[-4:] for other in archive.matters_to_compare(matter)} == {"0001", "0002", "0004"}
    alone = replace(matter, keys=(), category=FAR_CATEGORY, place=Place(BAIYANG))
    assert archive.matters_to_compare(alone) == []


def test_an_anonymous_petition_has_no_keys(archive: Archive) -> None:
    matter = archive.matter("640425202603020006")

    assert matter is not None
    assert matter.keys == ()
    assert archive.matter("640425202603029999") is None


def test_the_serials_of_a_day_are_those_of_its_petitions(archive: Archive) -> None:
    assert archive.serials_used("640425", date(2026, 3, 2)) == {1, 2, 3, 4, 5, 6}
    assert archive.serials_used("640425", date(2026, 3, 3)) == set()


# -- promises of the real store alone ----------------------------------------------------------------------------------


def test_a_cursor_made_up_is_refused(units: Units) -> None:
    with pytest.raises(Refusal) as refused:
        MongoArchive(units.database).page({}, 10, "made up")
    assert refused.value.code == "BAD_VALUE"


@pytest.mark.parametrize(
    ("condition", "index"),
    [
        ({}, "newest"),
        ({"received_at": {"$gte": NOW}}, "newest"),
        ({"seen_by": TOWNSHIP}, "of_unit"),
        ({"state": "registered"}, "in_state"),
        ({"channel": "visit"}, "by_channel"),
        ({"registered_by_unit": TOWNSHIP}, "by_registrar"),
        ({"marks": "old_case"}, "marked"),
        ({"joined_to": "640425202603020001"}, "joined"),
    ],
)
def test_every_list_is_read_in_the_order_of_an_index(
    store: Database[dict[str, Any]], condition: dict[str, Any], index: str
) -> None:
    plan = store["progress"].find(condition).sort([("received_at", -1), ("_id", -1)]).explain()
    text = str(plan["queryPlanner"]["winningPlan"])

    assert f"'indexName': '{index}'" in text
    assert "'SORT'" not in text


def test_the_same_person_is_found_by_an_index(store: Database[dict[str, Any]]) -> None:
    plan = store["petitioners"].find({"keys": {"$in": ["phone:1", "id:1"]}}).explain()

    assert "'indexName': 'same_person'" in str(plan["queryPlanner"]["winningPlan"])


def test_a_list_and_the_gaps_of_a_day_work_on_the_real_office(units: Units, office: Office) -> None:
    receipt = units.run(lambda uow: register_petition(files_of(uow), office, REGISTRAR, a_web_filing(), "one", NOW))
    archive = MongoArchive(units.database)
    found = list_petitions(archive, office.registers, REGISTRAR, ListFilter(state=State.REGISTERED), 10, None)

    assert [row["case_no"] for row in found["items"]] == [receipt.case_no]
    assert files_of(Reader(units.database)).people.get(receipt.case_no) == (PETITIONER,)
    shown = numbering_gaps(archive, office.numbers, office.registers, REGISTRAR, date(2026, 3, 2))
    assert shown["gaps"] == []
