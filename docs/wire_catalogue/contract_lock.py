"""The lock of each service's contracts: the hash of every schema file that was ever released.

A released schema is never edited. What has to change becomes a new file with the next version.
"""

from __future__ import annotations

import hashlib
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
    return hashlib.sha256(path.read_bytes()).hexdigest()


def lock_new_schemas(root: Path = ROOT) -> list[Path]:
    """Add every schema that is not locked yet; returns those. What is locked stays as it is, edited or not."""
    added = []
    for lock in lock_files(root):
        locked = read_lock(lock)
        new = [path for path in schema_files(root) if path.parent == lock.parent and path.name not in locked]
        locked |= {path.name: digest(path) for path in new}
        lock.write_text("".join(f"{locked[name]}  {name}\n" for name in sorted(locked)), encoding="ascii")
        added += new
    return added
