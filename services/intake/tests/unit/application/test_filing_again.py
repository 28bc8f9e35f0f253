"""Filing again, and again, and with a level skipped: everything is taken down, and nobody waits longer for it."""

from __future__ import annotations

from dataclasses import fields

from intake_builders import DAY, NOW, a_visit, a_web_filing
from intake_fakes import World

from petition_intake.domain.events import PetitionRegistered
from petition_intake.domain.levels import Level
from petition_intake.domain.states import State

TIMES = 12


def test_whoever_files_the_same_every_day_gets_a_number_every_day(world: World) -> None:
    receipts = [world.register(a_web_filing(), at=NOW + number * DAY) for number in range(TIMES)]

    assert len({receipt.case_no for receipt in receipts}) == TIMES
    for receipt in receipts:
        assert [type(event) for event in world.events(receipt.case_no)] == [PetitionRegistered]
        assert world.fares(receipt.case_no).state is State.REGISTERED


def test_the_twelfth_filing_is_told_and_begun_like_the_first(world: World) -> None:
    receipts = [world.register(a_web_filing()) for _ in range(TIMES)]
    first, last = (world.fares(receipts[number].case_no) for number in (0, -1))

    def without_number(receipt: str, text: str) -> str:
        return text.replace(receipt, "…")

    assert [without_number(receipts[0].case_no, notice.zh) for notice in first.notices] == [
        without_number(receipts[-1].case_no, notice.zh) for notice in last.notices
    ]


def test_a_skipped_level_changes_a_mark_and_nothing_else(world: World) -> None:
    plain = world.register(a_visit())
    skipped = world.register(a_visit(visited_level=Level.REGION, competent_level=Level.TOWNSHIP))
    (told_plain,), (told_skipped,) = world.events(plain.case_no), world.events(skipped.case_no)

    names = [field.name for field in fields(told_plain)]
    assert [name for name in names if getattr(told_plain, name) != getattr(told_skipped, name)] == ["skip_level"]
    assert world.fares(skipped.case_no).state is world.fares(plain.case_no).state
