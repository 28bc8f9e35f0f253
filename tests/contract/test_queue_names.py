"""Names of queues are for ever: one that is renamed keeps filling under its old name, with nobody to empty it."""

from __future__ import annotations

from pathlib import Path

from chassis.service import Service
from wire_catalogue.queues import lock_new_queues, queue_names, read_queues


def test_every_queue_of_every_service_has_the_name_it_always_had(declared: list[Service]) -> None:
    assert read_queues() == queue_names(declared), "a new queue: run `python docs/generate.py --lock`"


def test_locking_adds_new_queues_and_takes_none_away(declared: list[Service], tmp_path: Path) -> None:
    listed = tmp_path / "queues.txt"
    listed.write_text("intake.inbox.of.old\n", encoding="ascii")

    added = lock_new_queues(declared, listed)

    assert added == queue_names(declared)
    assert read_queues(listed) == sorted([*queue_names(declared), "intake.inbox.of.old"])
