"""Writes the pages that come from the code, docs/events.md and docs/rpc.md, and locks what is released.

    python docs/generate.py            write the pages
    python docs/generate.py --check    write nothing; exit code 1 if a page is not current
    python docs/generate.py --lock     lock new event schemas and new queue names; what is locked stays as it is
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def generated_pages() -> dict[Path, str]:
    """Each generated file with the content it should have. The same code and contracts always give the same pages."""
    from wire_catalogue.contracts import read_contracts
    from wire_catalogue.declarations import declared_services
    from wire_catalogue.events_page import events_page
    from wire_catalogue.glossary import chinese_names, read_glossary
    from wire_catalogue.rpc_page import rpc_page

    declared = declared_services()
    terms = read_glossary()
    return {
        FOLDER / "events.md": events_page(read_contracts(), declared, chinese_names(terms, "event")),
        FOLDER / "rpc.md": rpc_page(declared, terms),
    }


def lock() -> list[str]:
    """Lock every schema and queue name that is not locked yet; returns their names."""
    from wire_catalogue.contract_lock import lock_new_schemas
    from wire_catalogue.declarations import declared_services
    from wire_catalogue.queues import lock_new_queues

    return [*(path.name for path in lock_new_schemas()), *lock_new_queues(declared_services())]


def main(arguments: Sequence[str] | None = None) -> int:
    """0 done, or everything current · 1 `--check` found a page that is not."""
    parser = argparse.ArgumentParser(description="Write the pages that come from the code and the contracts.")
    parser.add_argument("--check", action="store_true", help="write nothing; say which pages are not current")
    parser.add_argument("--lock", action="store_true", help="lock the contracts that are not locked yet")
    options = parser.parse_args(arguments)
    # Run as a file this folder is on the path already; run as a module it is not.
    sys.path.insert(0, str(FOLDER))
    if options.lock:
        for name in lock():
            print(f"locked {name}")
        return 0
    stale = 0
    for path, content in generated_pages().items():
        if path.exists() and path.read_text(encoding="utf-8") == content:
            continue
        stale += 1
        if options.check:
            print(f"{path.name} is not current: run `make docs`", file=sys.stderr)
        else:
            path.write_text(content, encoding="utf-8")
            print(f"wrote {path.name}")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
