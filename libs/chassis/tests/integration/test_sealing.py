"""What a service declares as sealed is readable for it and for nobody who has the store alone."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import marshmallow as ma
import pytest
from pymongo import IndexModel, MongoClient
from pymongo.errors import AutoReconnect, DuplicateKeyError, EncryptionError

from chassis.clock import SystemClock
from chassis.desk import JOURNAL, Desk
from chassis.directory import store_directory
from chassis.inbox import HELD
from chassis.key_change import rotate_keys
from chassis.late_sealing import seal_readable
from chassis.migration import prepare
from chassis.parking import COLLECTION as PARKED
from chassis.parking import Parking
from chassis.service import ANYONE, Call, Command, Service
from chassis.settings import SettingError, Settings
from chassis.store import Store, open_store
from chassis.unit_of_work import UnitOfWork, Units
from local_stack.testing.servers import Servers

NOW = datetime(2026, 3, 1, tzinfo=UTC)
WORDS = "a word nobody may read"


class Note(ma.Schema):
    text = ma.fields.Str(required=True)


def note(uow: UnitOfWork, _call: Call, data: dict[str, Any]) -> dict[str, Any]:
    uow.put("notes", {"_id": "noted", "version": 1, "text": data["text"]})
    return {"noted": data["text"]}


NOTES = Service(
    name="notes",
    indexes={"notes": [IndexModel([("number", 1)], unique=True, sparse=True)], "lines": []},
    commands=(Command("note_secretly", Note, note, ANYONE),),
    sealed={"notes": ("text", "found.words"), "lines": ("text",)},
    findable={"notes": ("number",)},
)
OPEN = replace(NOTES, sealed={}, findable={})
"""The same service before it sealed anything."""


def write_key(path: Path, byte: bytes) -> Path:
    path.write_bytes(base64.b64encode(byte * 96) + b"\n")
    return path


@pytest.fixture
def settings(servers: Servers, database: str, tmp_path: Path) -> Settings:
    environment = {
        "BROKER_URI": "amqp://nobody",
        "MONGO_URI": servers.mongo_uri,
        "MONGO_DATABASE": database,
        "MASTER_KEY_FILE": str(write_key(tmp_path / "master.key", b"m")),
    }
    return Settings.from_environment("notes", environment)


@pytest.fixture
def opened(settings: Settings) -> Iterator[Callable[[Service], Store]]:
    """Opens stores as a process does; they are closed at the end."""
    stores: list[Store] = []

    def open_one(service: Service) -> Store:
        stores.append(open_store(service, settings))
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[[Service], Store]) -> Store:
    store = opened(NOTES)
    prepare(store, NOTES)
    return store


@pytest.fixture
def units(store: Store) -> Units:
    return units_of(store)


def units_of(store: Store) -> Units:
    return Units(store.client, store.database.name, SystemClock(), "notes", store.seals)


@pytest.fixture
def raw(servers: Servers, database: str) -> Iterator[Callable[[], str]]:
    """Everything in the database as somebody without the key reads it."""
    with MongoClient[dict[str, Any]](servers.mongo_uri) as client:
        reading = client[database]
        yield lambda: "".join(repr(list(reading[name].find())) for name in reading.list_collection_names())


def write(uow: UnitOfWork) -> None:
    uow.put("notes", {"_id": "n", "version": 1, "text": [WORDS, {"at": NOW}], "found": {"words": WORDS, "on": "x"}})
    uow.insert("lines", {"_id": "l", "text": WORDS})
    uow.insert_first("lines", {"_id": "first", "text": WORDS})
    uow.update("notes", "u", {"$set": {"text": WORDS, "version": 1}}, upsert=True)
    uow.put(HELD, {"_id": "h", "version": 1, "data": {"words": WORDS}})


def test_what_was_written_is_read_back_and_stands_nowhere_in_the_store(
    store: Store, units: Units, raw: Callable[[], str]
) -> None:
    units.run(write)
    assert WORDS not in raw() and "'found': {'words': Binary(" in raw()
    notes = store.database["notes"]
    assert notes.find_one({"_id": "n"}) == {
        "_id": "n",
        "version": 1,
        "text": [WORDS, {"at": NOW}],
        "found": {"words": WORDS, "on": "x"},
    }
    assert [line["text"] for line in store.database["lines"].find()] == [WORDS, WORDS]
    assert notes.find_one({"_id": "u"}, {"text": 1}) == {"_id": "u", "text": WORDS}

    def read_and_replace(uow: UnitOfWork) -> Any:
        read = uow.get("notes", "n") or {}
        uow.put("notes", {**read, "version": 2, "text": f"{WORDS} again"})
        return uow.find("notes", {"_id": "n"})[0]["text"]

    assert units.run(read_and_replace) == f"{WORDS} again"
    assert WORDS not in raw()


def test_equal_values_are_told_apart_by_nobody_but_findable_ones_are_found(
    units: Units, servers: Servers, database: str
) -> None:
    def work(uow: UnitOfWork) -> Any:
        for name in ("a", "b"):
            uow.put("notes", {"_id": name, "version": 1, "text": WORDS, "number": f"number {name}"})
        return uow.find("notes", {"number": "number b"})

    assert [found["_id"] for found in units.run(work)] == ["b"]
    with MongoClient[dict[str, Any]](servers.mongo_uri) as client:
        one, other = (row["text"] for row in client[database]["notes"].find())
    assert one != other

    def twice(uow: UnitOfWork) -> None:
        uow.insert_first("notes", {"_id": "c", "version": 1, "number": "number b"})

    with pytest.raises(DuplicateKeyError):
        units.run(twice)


def test_the_journal_tells_neither_what_was_asked_nor_what_was_answered(units: Units, raw: Callable[[], str]) -> None:
    units.run(lambda uow: store_directory(uow, {"callers": [{"caller": "test", "unit": "one"}], "people": []}))
    desk = Desk(NOTES, units)
    request = {"key": "k", "data": {"text": WORDS}}
    for _ in range(2):
        assert desk.answer("note_secretly", "test", request) == {"noted": WORDS}
    assert "test:k" in raw() and WORDS not in raw() and "note_secretly" not in raw()
    assert (units.database[JOURNAL].find_one({}) or {})["method"] == "note_secretly"


def test_a_parked_message_is_sealed_and_can_be_shown(store: Store, raw: Callable[[], str]) -> None:
    parking = Parking(store.database, "notes", store.seals)
    identifier = parking.park({"name": WORDS}, WORDS.encode(), f"KeyError({WORDS!r})", NOW)
    assert WORDS not in raw()
    shown = parking.get(identifier) or {}
    assert (shown["headers"], bytes(shown["body"])) == ({"name": WORDS}, WORDS.encode()) and WORDS in shown["error"]
    assert store.database[PARKED].count_documents({}) == 1


def test_a_service_that_seals_nothing_needs_no_key(servers: Servers, settings: Settings) -> None:
    with open_store(OPEN, replace(settings, master_key_file=None)) as store:
        prepare(store, OPEN)
        units_of(store).run(write)
        assert store.vault is None and "data_keys" not in store.database.list_collection_names()


# -- keys --------------------------------------------------------------------------------------------------------------


def test_without_a_key_file_the_store_is_not_opened(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "short").write_bytes(base64.b64encode(b"m" * 95))
    (tmp_path / "text").write_text("not base64!")
    for file, words in (
        (None, "MASTER_KEY_FILE is not set"),
        (tmp_path / "gone", "cannot be read"),
        (tmp_path / "short", "95 bytes, not 96"),
        (tmp_path / "text", "not in base64"),
    ):
        with pytest.raises(SettingError, match=words):
            open_store(NOTES, replace(settings, master_key_file=file))


def test_before_the_migration_a_process_is_told_to_run_it(opened: Callable[[Service], Store]) -> None:
    with pytest.raises(SettingError, match="run `migrate` first"):
        opened(NOTES).check()


def test_another_master_key_is_known_from_its_name_and_opens_nothing(
    store: Store, units: Units, settings: Settings, tmp_path: Path
) -> None:
    units.run(write)
    with open_store(NOTES, replace(settings, master_key_file=write_key(tmp_path / "other", b"o"))) as other:
        for use in (other.check, lambda: prepare(other, NOTES)):
            with pytest.raises(SettingError, match="put that one back"):
                use()
        with pytest.raises(EncryptionError):
            other.database["notes"].find_one({"_id": "n"})


def test_migrating_again_keeps_the_data_key(store: Store, units: Units, opened: Callable[[Service], Store]) -> None:
    units.run(write)
    again = opened(NOTES)
    prepare(again, NOTES)
    assert again.database["data_keys"].count_documents({}) == 1
    assert (again.database["lines"].find_one({}) or {})["text"] == WORDS


def test_a_process_waits_for_a_store_that_is_away_until_its_patience_ends(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.vault is not None
    check, outages = store.vault.check, [AutoReconnect("away"), EncryptionError(AutoReconnect("away"))]

    def away_at_first() -> None:
        if outages:
            raise outages.pop()
        check()

    monkeypatch.setattr("chassis.store.LOOK_SECONDS", 0.01)
    monkeypatch.setattr(store.vault, "check", away_at_first)
    store.check(patience=60)
    assert outages == []
    outages.append(AutoReconnect("away"))
    with pytest.raises(AutoReconnect):
        store.check()


def test_the_master_key_is_changed_under_running_processes(
    store: Store, units: Units, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    units.run(write)
    sealed = store.database.get_collection("notes").find_one({"_id": "n"})
    new = write_key(tmp_path / "new.key", b"n")
    assert rotate_keys(NOTES, settings, [str(new)]) == 0 and "is now opened by" in capsys.readouterr().out
    units.run(lambda uow: uow.insert("lines", {"_id": "later", "text": WORDS}))
    with pytest.raises(SettingError, match="put that one back"), open_store(NOTES, settings) as old:
        old.check()
    turned = replace(settings, master_key_file=new)
    with open_store(NOTES, turned) as reopened:
        reopened.check()
        assert reopened.database["notes"].find_one({"_id": "n"}) == sealed
        assert reopened.database["lines"].count_documents({}) == 3
        assert {line["text"] for line in reopened.database["lines"].find()} == {WORDS}
    assert rotate_keys(NOTES, turned, [str(new)]) == 0 and "was already" in capsys.readouterr().out


def test_the_command_says_what_it_cannot_do(settings: Settings, tmp_path: Path) -> None:
    assert rotate_keys(NOTES, settings, []) == 2
    assert rotate_keys(OPEN, settings, [str(tmp_path / "new.key")]) == 1


# -- what was written before -------------------------------------------------------------------------------------------


def fill(store: Store, count: int) -> None:
    """Documents as the service wrote them before it sealed anything."""

    def work(uow: UnitOfWork) -> None:
        for number in range(count):
            uow.put("notes", {"_id": f"{number:04}", "version": 3, "text": WORDS, "found": {"words": None, "on": "x"}})
            uow.put("notes", {"_id": f"{number:04} empty", "version": 1, "text": [], "found": {"words": ""}})
            uow.insert("lines", {"_id": number, "text": [WORDS]})

    prepare(store, OPEN)
    units_of(store).run(work)


def test_documents_from_before_are_read_as_they_are_and_sealed_by_the_migration(
    opened: Callable[[Service], Store], raw: Callable[[], str]
) -> None:
    fill(opened(OPEN), 3)
    store = opened(NOTES)
    assert (store.database["notes"].find_one({}) or {})["text"] == WORDS
    prepare(store, NOTES)
    assert WORDS not in raw()
    assert store.database["notes"].find_one({"_id": "0001"}) == {
        "_id": "0001",
        "version": 3,
        "text": WORDS,
        "found": {"words": None, "on": "x"},
    }
    assert seal_readable(store.database, store.seals) == 0


def test_sealing_that_was_cut_short_goes_on_where_it_stopped(
    opened: Callable[[Service], Store], raw: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(opened(OPEN), 25)
    store = opened(NOTES)
    assert store.vault is not None
    store.vault.create()
    monkeypatch.setattr("chassis.late_sealing.BATCH", 10)
    seal, sealed = store.seals.close, iter(range(14))

    class Cut(Exception):
        pass

    def cut_short(collection: str, document: dict[str, Any]) -> dict[str, Any]:
        if next(sealed, None) is None:
            raise Cut
        return seal(collection, document)

    with monkeypatch.context() as broken, pytest.raises(Cut):
        broken.setattr(store.seals, "close", cut_short)
        seal_readable(store.database, store.seals)
    assert WORDS in raw()
    assert seal_readable(store.database, store.seals) == 15 + 25
    assert WORDS not in raw() and store.database["notes"].count_documents({}) == 50
