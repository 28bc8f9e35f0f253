"""The key file, the register's copy and the declaration of the service."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from intake_register import BUREAU, published
from pymongo.database import Database

from chassis.mongo import open_mongo
from chassis.settings import SettingError
from chassis.unit_of_work import Units
from petition_intake.adapters import mongo_register
from petition_intake.adapters.mongo_indexes import INDEXES
from petition_intake.adapters.mongo_register import NO_REGISTER, MongoRegisters, store_register
from petition_intake.adapters.office import Premises, furnish, read_key, read_limits
from petition_intake.adapters.sealed_fields import SEALED
from petition_intake.bootstrap import SERVICE
from petition_intake.domain.people import Petitioner

CASE = "640425202603020001"


@pytest.mark.parametrize(
    ("content", "said"), [(None, "cannot be read"), (b"", "0 bytes"), (b" " * 40, "0 bytes"), (b"k" * 31, "31 bytes")]
)
def test_a_key_that_cannot_be_used_is_named(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "key"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(SettingError, match=said):
        read_key(str(path))


def test_without_a_key_file_the_service_says_what_is_missing() -> None:
    with pytest.raises(SettingError, match="QUERY_CODE_KEY_FILE"):
        read_key(None)


def test_a_key_of_thirty_two_bytes_is_taken_without_its_line_end(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"k" * 32 + b"\n")

    assert read_key(str(tmp_path / "key")) == b"k" * 32


@pytest.mark.parametrize(
    ("name", "usual", "largest"), [("MATERIAL_BYTES_MOST", 20 * 2**20, 64 * 2**20), ("MATERIALS_MOST", 50, 200)]
)
def test_limits_of_materials_are_whole_numbers_within_their_own_limits(name: str, usual: int, largest: int) -> None:
    def limit(**environment: str) -> int:
        limits = read_limits(environment)
        return limits.bytes_most if name == "MATERIAL_BYTES_MOST" else limits.files_most

    assert (limit(), limit(**{name: "1"}), limit(**{name: str(largest)})) == (usual, 1, largest)
    for wrong in ("0", str(largest + 1), "-1", "20 MB"):
        with pytest.raises(SettingError, match=f"{name} is .* from 1 to {largest}"):
            read_limits({name: wrong})


def test_codes_and_identity_keys_have_keys_of_their_own_and_survive_a_restart(store: Database[dict[str, Any]]) -> None:
    one, again, other = furnish(store, b"k" * 32), furnish(store, b"k" * 32), furnish(store, b"x" * 32)
    person = Petitioner("张三", "13800000001")

    assert one.query_codes.of(CASE) == again.query_codes.of(CASE) != other.query_codes.of(CASE)
    assert one.identity_keys.of(person) == again.identity_keys.of(person) != other.identity_keys.of(person)


def test_an_office_that_is_not_open_serves_nobody() -> None:
    with pytest.raises(AssertionError):
        _ = Premises().office


def test_without_a_register_nothing_is_known(servers: Any, database: str) -> None:
    with open_mongo(servers.mongo_uri, "intake-test") as client:
        assert MongoRegisters(client[database]).current() is NO_REGISTER


def test_a_new_register_is_in_force_within_two_seconds(units: Units) -> None:
    registers = MongoRegisters(units.database)
    assert registers.current().unit_name(BUREAU) == "彭阳县信访局"
    renamed = published(units=[{"code": BUREAU, "kind": "bureau", "name": "彭阳县信访局（新）"}])
    units.run(lambda uow: store_register(uow, renamed))

    assert registers.current().unit_name(BUREAU) == "彭阳县信访局", "the copy in memory is asked first"
    time.sleep(mongo_register.FRESH_SECONDS)
    assert registers.current().unit_name(BUREAU) == "彭阳县信访局（新）"
    time.sleep(mongo_register.FRESH_SECONDS)
    assert registers.current().version == 2, "an unchanged register is not read again"


def test_the_migration_makes_every_collection_and_every_index(store: Database[dict[str, Any]]) -> None:
    assert {*INDEXES, *SEALED} <= set(store.list_collection_names())
    for name, wanted in INDEXES.items():
        there = set(store[name].index_information())
        assert {index.document["name"] for index in wanted} <= there


def test_every_followed_source_is_subscribed_to() -> None:
    assert {subscription.source for subscription in SERVICE.subscriptions} == set(SERVICE.follows)
