"""The lock of each service's contracts: the hash of every schema that was ever released.

A released schema is never edited. What has to change becomes a new file with the next version. The one thing that may
be added within a version is an optional field (decision 0001): it is marked `"added": true`, the rest of the file stays
byte for byte what was released, and the field has a row of its own in the lock, `sent.v1.schema.json#field`.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from wire_catalogue.contracts import ROOT, schema_files

NAME = "contracts.lock"


def lock_files(root: Path = ROOT) -> list[Path]:
    """Where the lock of each service with contracts stands or should stand."""
    return sorted({path.with_name(NAME) for path in schema_files(root)})


def read_lock(path: Path) -> dict[str, str]:
    """File name -> hash; a lock that is not there yet is empty."""
    if not path.exists():
        return {}
    rows = (line.split() for line in path.read_text(encoding="ascii").splitlines() if line)
    return {name: digest for digest, name in rows}


def digest(path: Path) -> str:
    """The hash of a schema as it was first released: without the optional fields that were added to it since."""
    added = added_fields(path)
    if not added:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    schema = json.loads(path.read_text(encoding="utf-8"))
    for name in added:
        del schema["properties"][name]
    return _hash(json.dumps(schema, indent=2, ensure_ascii=False) + "\n")


def added_fields(path: Path) -> dict[str, str]:
    """Field -> hash, for each optional field added since the release. A required one is an edit, so it is not here."""
    schema = json.loads(path.read_text(encoding="utf-8"))
    required = schema.get("required", ())
    return {
        name: _hash(json.dumps(field, indent=2, ensure_ascii=False))
        for name, field in schema.get("properties", {}).items()
        if field.get("added") is True and name not in required
    }


def locked_parts(path: Path) -> dict[str, str]:
    """The rows of the lock for one schema: the schema as first released, and each field added to it."""
    return {path.name: digest(path)} | {f"{path.name}#{name}": hash for name, hash in added_fields(path).items()}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def lock_new_schemas(root: Path = ROOT) -> list[Path]:
    """Add every schema and added field that is not locked yet; returns the schemas. What is locked stays as it is."""
    added = []
    for lock in lock_files(root):
        locked = read_lock(lock)
        for path in schema_files(root):
            new = {name: hash for name, hash in locked_parts(path).items() if name not in locked}
            if path.parent == lock.parent and new:
                locked |= new
                added.append(path)
        lock.write_text("".join(f"{locked[name]}  {name}\n" for name in sorted(locked)), encoding="ascii")
    return added
