"""Reading the ends of log files, and following them."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

_CHUNK = 65536


def last_lines(path: Path, count: int) -> str:
    """The last `count` lines of a file; empty when there is no file."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _CHUNK))
            content = file.read().decode("utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(content.splitlines()[-count:])


def follow(paths: Sequence[Path]) -> None:
    """Print what is added to the files, each line with its process's name, until interrupted."""
    places = {path: path.stat().st_size if path.exists() else 0 for path in paths}
    while True:
        for path in paths:
            try:
                size = path.stat().st_size
            except OSError:
                continue
            if size < places[path]:
                places[path] = 0
            if size == places[path]:
                continue
            with path.open("rb") as file:
                file.seek(places[path])
                content = file.read()
            whole, newline, _rest = content.rpartition(b"\n")
            places[path] += len(whole) + len(newline)
            for line in whole.decode("utf-8", errors="replace").splitlines():
                print(f"{path.stem:20} {line}")
        sys.stdout.flush()
        time.sleep(0.3)
