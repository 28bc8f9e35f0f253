"""Files that only their owner may read: passwords, keys, and configuration that holds them."""

from __future__ import annotations

import base64
import os
import secrets
from collections.abc import Callable
from pathlib import Path


def new_password() -> str:
    """192 random bits in letters, digits, `-` and `_`: fit for a URI without escaping."""
    return secrets.token_urlsafe(24)


def new_key() -> str:
    """768 random bits in base64: what the members of a replica set know each other by, or a master key."""
    return base64.b64encode(secrets.token_bytes(96)).decode("ascii")


def write_private(path: Path, content: str) -> None:
    """Write a file of mode 0600 in one step; a reader sees the old content or the new, never a part."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(content)
    os.replace(fresh, path)


def keep_secret(path: Path, make: Callable[[], str] = new_password) -> str:
    """The secret in `path`, made and stored on first use."""
    if not path.exists():
        write_private(path, make())
    return path.read_text(encoding="utf-8")
