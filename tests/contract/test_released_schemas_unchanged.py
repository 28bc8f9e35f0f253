"""A schema that was released is never edited: a change is a new file with the next version."""

from __future__ import annotations

from pathlib import Path

from wire_catalogue.contract_lock import digest, lock_files, lock_new_schemas, read_lock
from wire_catalogue.contracts import schema_files


def test_every_schema_is_locked(root: Path) -> None:
    unlocked = [
        path.relative_to(root).as_posix()
        for path in schema_files()
        if path.name not in read_lock(path.with_name("contracts.lock"))
    ]

    assert unlocked == [], "run `python docs/generate.py --lock`"


def test_no_locked_schema_was_edited_or_removed() -> None:
    changed = [
        f"{lock.parent.parent.name}: {name}"
        for lock in lock_files()
        for name, locked in read_lock(lock).items()
        if not (lock.parent / name).is_file() or digest(lock.parent / name) != locked
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
