"""docs/events.md says what the contracts say."""

from __future__ import annotations

from pathlib import Path

from generate import generated_pages
from wire_catalogue.contracts import EventContract


def test_the_event_catalogue_is_what_the_contracts_say(root: Path) -> None:
    page = root / "docs" / "events.md"

    assert page.read_text(encoding="utf-8") == generated_pages()[page], "run `make docs`"


def test_every_event_has_a_title_a_description_and_a_meaning_for_every_field(contracts: list[EventContract]) -> None:
    untold = [f"{one.type}: title" for one in contracts if not one.schema.get("title")]
    untold += [f"{one.type}: description" for one in contracts if not one.schema.get("description")]
    untold += [f"{one.type}: {field.path}" for one in contracts for field in one.fields() if not field.meaning]

    assert untold == []


def test_the_catalogue_is_the_same_each_time_it_is_written() -> None:
    assert generated_pages() == generated_pages()
