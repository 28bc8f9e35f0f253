"""Numbers under many hands at once: each given out once, none lost, repeats spared, gaps explained."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from intake_builders import DAY, NOW, REGISTRAR, a_hand_down, a_web_filing
from intake_fakes import FakeNumbers
from intake_register import BUREAU
from pymongo.database import Database

from chassis.unit_of_work import Units
from petition_intake.adapters.mongo_archive import MongoArchive
from petition_intake.adapters.mongo_files import files_of
from petition_intake.adapters.mongo_numbers import REMEMBERED, MongoNumbers
from petition_intake.application.numbering_audit import numbering_gaps
from petition_intake.application.ports import Numbers, Office
from petition_intake.application.registration import register_petition
from petition_intake.domain import errors

TODAY = date(2026, 3, 2)
HANDS = 16


def slips_written(store: Database[dict[str, Any]], count: int) -> None:
    """Slips are sent without waiting; wait for them here."""
    end = time.monotonic() + 30
    while store["number_slips"].count_documents({}) < count:
        assert time.monotonic() < end, "in vain: slips"
        time.sleep(0.02)


def at_once(work: Callable[[int], Any], times: int) -> list[Any]:
    with ThreadPoolExecutor(HANDS) as hands:
        return list(hands.map(work, range(times)))


@pytest.fixture(params=["fake", "mongo"])
def numbers(request: pytest.FixtureRequest) -> Numbers:
    if request.param == "fake":
        return FakeNumbers()
    return MongoNumbers(request.getfixturevalue("store"))


def test_serials_follow_each_other_and_each_day_begins_anew(numbers: Numbers) -> None:
    taken = [numbers.take(TODAY, f"request {n}", BUREAU, NOW) for n in range(3)]

    assert taken == [1, 2, 3]
    assert numbers.take(date(2026, 3, 3), "request 0", BUREAU, NOW + DAY) == 1
    assert (numbers.last(TODAY), numbers.last(date(2026, 3, 4))) == (3, 0)


def test_a_request_that_asks_again_gets_the_serial_it_had(numbers: Numbers, request: pytest.FixtureRequest) -> None:
    first = numbers.take(TODAY, "same", BUREAU, NOW)

    assert numbers.take(TODAY, "same", BUREAU, NOW) == first
    assert numbers.take(TODAY, "other", BUREAU, NOW) == first + 1
    if isinstance(numbers, MongoNumbers):
        slips_written(request.getfixturevalue("store"), 2)
    assert sorted((slip.serial, slip.unit, slip.taken_at) for slip in numbers.slips(TODAY)) == [
        (1, BUREAU, NOW),
        (2, BUREAU, NOW),
    ]
    assert numbers.slips(date(2026, 3, 3)) == []


def test_several_serials_are_taken_in_one_go_and_in_their_order(numbers: Numbers) -> None:
    assert numbers.take(TODAY, "before", BUREAU, NOW) == 1

    assert numbers.take_several(TODAY, ["a", "b", "c"], BUREAU, NOW) == [2, 3, 4]
    assert numbers.take_several(TODAY, ["c", "d"], BUREAU, NOW) == [4, 5]
    assert numbers.take_several(TODAY, [], BUREAU, NOW) == []
    assert numbers.last(TODAY) == 5


def test_many_hands_never_get_the_same_serial(store: Database[dict[str, Any]]) -> None:
    numbers = MongoNumbers(store)
    taken = at_once(lambda n: numbers.take(TODAY, f"request {n}", BUREAU, NOW), 200)

    assert sorted(taken) == list(range(1, 201))


def test_a_request_sent_to_two_processes_burns_a_serial_that_is_explained(units: Units, office: Office) -> None:
    def register(numbers: Numbers) -> str:
        desk = replace(office, numbers=numbers)
        return units.run(
            lambda uow: register_petition(files_of(uow), desk, REGISTRAR, a_web_filing(), "same", NOW).case_no
        )

    class Kept(Exception):
        """The second process finds the first one's answer and writes nothing."""

    def second() -> None:
        def work(uow: Any) -> None:
            desk = replace(office, numbers=MongoNumbers(units.database))
            register_petition(files_of(uow), desk, REGISTRAR, a_web_filing(), "same", NOW)
            raise Kept

        units.run(work)

    assert register(MongoNumbers(units.database)).endswith("0001")
    with pytest.raises(Kept):
        second()
    slips_written(units.database, 2)
    shown = numbering_gaps(MongoArchive(units.database), office.numbers, office.registers, REGISTRAR, TODAY)
    assert [(gap["case_no"][-4:], gap["reason"]["code"]) for gap in shown["gaps"]] == [("0002", "repeated")]


def test_a_process_remembers_only_its_latest_requests(store: Database[dict[str, Any]]) -> None:
    numbers = MongoNumbers(store)
    taken = [numbers.take(TODAY, f"request {n}", BUREAU, NOW) for n in range(REMEMBERED + 1)]

    assert numbers.take(TODAY, f"request {REMEMBERED}", BUREAU, NOW) == taken[-1]
    assert numbers.take(TODAY, "request 0", BUREAU, NOW) == len(taken) + 1


def test_many_registrations_at_once_leave_no_gap_and_no_double(units: Units, office: Office) -> None:
    def register(n: int) -> str:
        def work(uow: Any) -> str:
            return register_petition(files_of(uow), office, REGISTRAR, a_web_filing(), f"key {n}", NOW).case_no

        return units.run(work)

    numbers = at_once(register, 80)
    shown = numbering_gaps(MongoArchive(units.database), office.numbers, office.registers, REGISTRAR, TODAY)

    assert sorted(numbers) == [f"64042520260302{serial:04d}" for serial in range(1, 81)]
    assert (shown["last_serial"], shown["registered"], shown["gaps"]) == (80, 80, [])
    assert units.database["outbox"].count_documents({}) == 80


def test_a_registration_that_fails_after_its_number_leaves_an_explained_gap(units: Units, office: Office) -> None:
    class PulledPlug(Exception):
        """The process stops before the transaction is written."""

    def fails(uow: Any) -> None:
        register_petition(files_of(uow), office, REGISTRAR, a_web_filing(), "fails", NOW)
        raise PulledPlug

    def succeeds(uow: Any) -> str:
        return register_petition(files_of(uow), office, REGISTRAR, a_web_filing(), "succeeds", NOW).case_no

    with pytest.raises(PulledPlug):
        units.run(fails)
    assert units.run(succeeds).endswith("0002")
    slips_written(units.database, 2)
    shown = numbering_gaps(MongoArchive(units.database), office.numbers, office.registers, REGISTRAR, TODAY)
    assert [(gap["case_no"][-4:], gap["reason"]["code"]) for gap in shown["gaps"]] == [("0001", "not_completed")]
    again = units.run(
        lambda uow: register_petition(files_of(uow), office, REGISTRAR, a_web_filing(), "fails", NOW).case_no
    )
    assert again.endswith("0001"), "the same request, sent again, takes the number it had"


def test_one_document_handed_down_to_many_hands_is_registered_once(units: Units, office: Office) -> None:
    def register(n: int) -> str:
        def work(uow: Any) -> str:
            return register_petition(files_of(uow), office, REGISTRAR, a_hand_down(), f"key {n}", NOW).case_no

        try:
            return units.run(work)
        except errors.AlreadyRegistered as refused:
            return f"refused: {refused.values['case_no']}"

    answers = at_once(register, 12)
    registered = [answer for answer in answers if not answer.startswith("refused")]

    assert len(registered) == 1
    assert set(answers) == {registered[0], f"refused: {registered[0]}"}
