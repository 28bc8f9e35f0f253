"""A schema that was released is never edited: a change is a new file with the next version."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from wire_catalogue.contract_lock import digest, lock_files, lock_new_schemas, locked_parts, read_lock
from wire_catalogue.contracts import schema_files


def test_every_schema_is_locked(root: Path) -> None:
    unlocked = [
        path.relative_to(root).as_posix()
        for path in schema_files()
        if not set(locked_parts(path)) <= set(read_lock(path.with_name("contracts.lock")))
    ]

    assert unlocked == [], "run `python docs/generate.py --lock`"


def test_no_locked_schema_was_edited_or_removed() -> None:
    changed = [
        f"{lock.parent.parent.name}: {name}"
        for lock in lock_files()
        for name, locked in read_lock(lock).items()
        if _now(lock.parent / name.partition("#")[0]).get(name) != locked
    ]

    assert changed == [], "put the released schema back and add the change as the next version"


def test_locking_adds_new_schemas_and_leaves_locked_ones_alone(tmp_path: Path) -> None:
    folder = tmp_path / "services" / "letters" / "contracts"
    folder.mkdir(parents=True)
    (folder.parent / "pyproject.toml").touch()
    first, second = folder / "sent.v1.schema.json", folder / "sent.v2.schema.json"
    first.write_text("{}")
    assert lock_new_schemas(tmp_path) == [first]
    released = digest(first)

    first.write_text('{"edited": true}')
    second.write_text("{}")

    assert lock_new_schemas(tmp_path) == [second]
    assert read_lock(folder / "contracts.lock") == {first.name: released, second.name: digest(second)}


def test_an_optional_field_may_be_added_and_is_locked_in_its_turn(tmp_path: Path) -> None:
    folder = tmp_path / "services" / "letters" / "contracts"
    folder.mkdir(parents=True)
    (folder.parent / "pyproject.toml").touch()
    schema, lock = folder / "sent.v1.schema.json", folder / "contracts.lock"
    body: dict[str, Any] = {"required": ["to"], "properties": {"to": {"type": "string"}}}
    _write(schema, body)
    lock_new_schemas(tmp_path)
    released = read_lock(lock)[schema.name]

    body["properties"]["by"] = {"type": "string", "added": True}
    _write(schema, body)

    assert digest(schema) == released
    assert lock_new_schemas(tmp_path) == [schema]
    assert set(read_lock(lock)) == {schema.name, f"{schema.name}#by"}

    body["properties"]["by"]["type"] = "integer"
    _write(schema, body)
    assert locked_parts(schema)[f"{schema.name}#by"] != read_lock(lock)[f"{schema.name}#by"]

    body["properties"]["by"]["type"] = "string"
    body["required"].append("by")
    _write(schema, body)
    assert digest(schema) != released, "a field that everybody must send is the next version's"


def _now(path: Path) -> dict[str, str]:
    return locked_parts(path) if path.is_file() else {}


def _write(path: Path, schema: dict[str, Any]) -> None:
    path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
