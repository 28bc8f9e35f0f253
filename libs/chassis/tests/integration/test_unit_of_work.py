"""One unit of work, one transaction: all of it or nothing, once, whatever the store answers to the commit."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from pymongo.errors import BulkWriteError, DuplicateKeyError
from toyshop.boxes.bootstrap import SERVICE as BOXES
from toyshop.running import Corner
from toyshop.waiting import eventually

from chassis.unit_of_work import LostUpdate, UnitOfWork, Units


@pytest.fixture
def units(corner: Corner) -> Units:
    corner.set_up_store(BOXES)
    units = corner.units("boxes")
    units.database["things"].insert_many([{"_id": "kept", "version": 1, "n": 1}, {"_id": "doomed", "version": 1}])
    return units


def everything(units: Units) -> dict[str, list[Any]]:
    database = units.database
    return {name: list(database[name].find(sort=[("_id", 1)])) for name in sorted(database.list_collection_names())}


def write_everywhere(uow: UnitOfWork) -> None:
    kept = uow.get("things", "kept")
    assert kept is not None
    uow.put("things", {**kept, "n": 2, "version": 2})
    uow.put("things", {"_id": "new", "version": 1})
    uow.delete("things", "doomed")
    uow.insert("lines", {"_id": 1})
    uow.insert_first("journal", {"_id": "k"})
    uow.update("counts", "c", {"$inc": {"n": 1}}, upsert=True)
    uow.publish("happened.v1", "subject", 1, {"a": 1})


def test_everything_is_written_together(units: Units) -> None:
    assert units.run(lambda uow: (write_everywhere(uow), "answer")[1]) == "answer"
    there = everything(units)
    assert there["things"] == [{"_id": "kept", "version": 2, "n": 2}, {"_id": "new", "version": 1}]
    assert (there["lines"], there["journal"], there["counts"]) == ([{"_id": 1}], [{"_id": "k"}], [{"_id": "c", "n": 1}])
    (event,) = there["outbox"]
    assert (event["_id"], event["type"], event["sent"], event["data"]) == ("subject:1", "happened.v1", False, {"a": 1})


class Changed(Exception):
    pass


@pytest.mark.parametrize("flushed", [False, True])
def test_an_error_leaves_no_trace_in_any_collection(units: Units, flushed: bool) -> None:
    before = everything(units)

    def work(uow: UnitOfWork) -> None:
        write_everywhere(uow)
        if flushed:
            uow.flush()
        raise Changed

    with pytest.raises(Changed):
        units.run(work)
    assert {name: rows for name, rows in everything(units).items() if rows} == {
        name: rows for name, rows in before.items() if rows
    }


def test_a_unit_sees_what_it_wrote(units: Units) -> None:
    def work(uow: UnitOfWork) -> None:
        assert uow.get("things", "new") is None
        write_everywhere(uow)
        assert uow.get("things", "doomed") is None
        assert uow.get("things", "kept") == {"_id": "kept", "version": 2, "n": 2}
        assert uow.find("things", {"version": 1}) == [{"_id": "new", "version": 1}]
        assert [row["_id"] for row in uow.find("things", {}, sort=[("_id", -1)], limit=1)] == ["new"]

    units.run(work)


def test_a_document_can_be_written_again_and_again_in_one_unit(units: Units) -> None:
    def work(uow: UnitOfWork) -> None:
        for n in range(2, 6):
            uow.put("things", {"_id": "kept", "version": n, "n": n} if uow.get("things", "kept") else {})
            uow.find("things", {})
        uow.delete("things", "kept")
        uow.put("things", {"_id": "kept", "version": 1, "n": 9})

    units.run(work)
    assert units.database["things"].find_one({"_id": "kept"}) == {"_id": "kept", "version": 1, "n": 9}


def test_nobody_else_sees_anything_before_the_commit(units: Units) -> None:
    def work(uow: UnitOfWork) -> None:
        write_everywhere(uow)
        uow.flush()
        assert units.database["things"].find_one({"_id": "new"}) is None

    units.run(work)


def test_a_document_that_is_there_cannot_be_put_as_new(units: Units) -> None:
    with pytest.raises(BulkWriteError):
        units.run(lambda uow: uow.put("things", {"_id": "kept", "version": 1}))


def test_a_first_insert_says_at_once_that_it_is_there(units: Units) -> None:
    units.run(lambda uow: uow.insert_first("journal", {"_id": "k"}))
    with pytest.raises(DuplicateKeyError):
        units.run(lambda uow: uow.insert_first("journal", {"_id": "k"}))


def test_a_replacement_that_finds_nothing_to_replace_is_a_lost_update(units: Units) -> None:
    def work(uow: UnitOfWork) -> None:
        kept = uow.get("things", "kept")
        uow.update("things", "kept", {"$set": {"version": 7}})
        uow.flush()
        uow.put("things", {**(kept or {}), "n": 2, "version": 2})

    with pytest.raises(LostUpdate):
        units.run(work)
    assert units.database["things"].find_one({"_id": "kept"}) == {"_id": "kept", "version": 1, "n": 1}


def test_two_units_that_change_the_same_document_both_have_their_effect(units: Units) -> None:
    both_have_read = threading.Barrier(2)
    runs: list[int] = []

    def work(uow: UnitOfWork) -> None:
        kept = uow.get("things", "kept") or {}
        runs.append(kept["n"])
        if len(runs) <= 2:
            both_have_read.wait(60)
        uow.put("things", {**kept, "n": kept["n"] + 1, "version": kept["version"] + 1})

    threads = [threading.Thread(target=units.run, args=(work,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert units.database["things"].find_one({"_id": "kept"}) == {"_id": "kept", "version": 3, "n": 3}
    assert sorted(runs[:2]) == [1, 1] and runs[-1] == 2


@contextmanager
def failing(units: Units, command: str, times: int, **how: Any) -> Iterator[None]:
    """The store fails a command a few times, in a given way."""
    admin = units.database.client.admin
    data = {"failCommands": [command], "appName": "test", **how}
    admin.command({"configureFailPoint": "failCommand", "mode": {"times": times}, "data": data})
    try:
        yield
    finally:
        admin.command({"configureFailPoint": "failCommand", "mode": "off"})


UNKNOWN = {
    "the answer to the commit is lost": {"closeConnection": True},
    "the commit is done and its outcome unknown": {
        "writeConcernError": {"code": 91, "errmsg": "away", "errorLabels": ["RetryableWriteError"]}
    },
    "the commit is not done and its outcome unknown": {
        "errorCode": 91,
        "errorLabels": ["RetryableWriteError", "UnknownTransactionCommitResult"],
    },
    "the transaction must be run again": {"errorCode": 251, "errorLabels": ["TransientTransactionError"]},
}


@pytest.mark.parametrize("how", UNKNOWN.values(), ids=UNKNOWN)
@pytest.mark.parametrize("times", [1, 2])
def test_whatever_the_commit_answers_the_effect_is_there_once(units: Units, how: dict[str, Any], times: int) -> None:
    def work(uow: UnitOfWork) -> None:
        kept = uow.get("things", "kept") or {}
        uow.put("things", {**kept, "n": kept["n"] + 1, "version": kept["version"] + 1})
        uow.publish("happened.v1", "kept", kept["version"], {})

    with failing(units, "commitTransaction", times, **how):
        units.run(work)
    assert units.database["things"].find_one({"_id": "kept"}) == {"_id": "kept", "version": 2, "n": 2}
    assert units.database["outbox"].count_documents({}) == 1


@pytest.mark.parametrize("command", ["find", "update", "insert"])
def test_a_write_conflict_or_an_election_in_the_middle_is_survived(units: Units, command: str) -> None:
    how: dict[str, Any] = {"errorCode": 112, "errorLabels": ["TransientTransactionError"]}
    with failing(units, command, 2, **how):
        units.run(write_everywhere)
    assert units.database["things"].find_one({"_id": "kept"}) == {"_id": "kept", "version": 2, "n": 2}


def test_events_carry_the_correlation_of_the_unit(units: Units) -> None:
    units.run(lambda uow: uow.publish("happened.v1", "s", 1, {}), "c-7")
    found = eventually(lambda: units.database["outbox"].find_one({"_id": "s:1"}))
    assert found["correlation_id"] == "c-7" and found["source"] == "boxes"


def test_the_unit_shows_the_same_instant_throughout(units: Units) -> None:
    seen: list[Any] = []
    note: Callable[[UnitOfWork], None] = lambda uow: seen.extend([uow.now, uow.now])  # noqa: E731
    units.run(note)
    assert seen[0] == seen[1]
