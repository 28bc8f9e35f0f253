"""标记: what a petition is marked as, by a person and with a reason, so that lists can be made of such petitions.

A closed list of things a matter can be. Nothing in it says anything of a person, and no mark changes a time limit, a
route or a right: it is a word to look by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from petition_intake.domain.channels import Channel
from petition_intake.domain.errors import TextRequired
from petition_intake.domain.mark_errors import MarkNotSet, MarkStands, NotAGroupVisit
from petition_intake.domain.officer import Officer
from petition_intake.domain.wording import Wording


class Mark(StrEnum):
    """The marks in use. What the national record has to mark a person with is not among them."""

    GROUP_VISIT = "group_visit"
    OLD_CASE = "old_case"
    ONE_VISIT_AT_MOST = "one_visit_at_most"
    SPECIAL_ITEM = "special_item"
    ACROSS_AND_APART = "across_and_apart"


MARK_WORDING: dict[Mark, Wording] = {
    Mark.GROUP_VISIT: Wording("集体访", "group visit"),
    Mark.OLD_CASE: Wording("积案", "old case"),
    Mark.ONE_VISIT_AT_MOST: Wording("最多访一次", "one visit at most"),
    Mark.SPECIAL_ITEM: Wording("专项件", "item of a special campaign"),
    Mark.ACROSS_AND_APART: Wording("三跨三分离", "across areas, departments or trades, or person and matter apart"),
}


@dataclass(frozen=True)
class Marking:
    """One mark with who set it and why; one that was withdrawn stays on record. The reasons stay here."""

    mark: Mark
    reason: str
    by: str
    by_unit: str
    at: datetime
    withdrawn_by: str | None = None
    withdrawn_at: datetime | None = None
    withdrawn_why: str | None = None

    @property
    def in_force(self) -> bool:
        return self.withdrawn_at is None


def in_force(markings: Sequence[Marking]) -> list[Mark]:
    """The marks that stand, in the order in which they were set."""
    return [marking.mark for marking in markings if marking.in_force]


def check_group_visit(channel: Channel, headcount: int, least: int) -> None:
    """集体访: a visit of so many people as the county counts as one, that number included; else => NotAGroupVisit."""
    if channel is not Channel.VISIT or headcount < least:
        raise NotAGroupVisit("mark", least=least)


def with_mark(markings: Sequence[Marking], mark: Mark, reason: str, officer: Officer, now: datetime) -> list[Marking]:
    """The markings with one more; a mark that stands already => MarkStands, no reason => TextRequired."""
    if mark in in_force(markings):
        raise MarkStands("mark", mark=MARK_WORDING[mark].en, mark_zh=MARK_WORDING[mark].zh)
    if not reason.strip():
        raise TextRequired("reason")
    return [*markings, Marking(mark, reason.strip(), officer.name, officer.unit, now)]


def without_mark(
    markings: Sequence[Marking], mark: Mark, reason: str, officer: Officer, now: datetime
) -> list[Marking]:
    """The markings with that one withdrawn; none that stands => MarkNotSet, no reason => TextRequired."""
    if mark not in in_force(markings):
        raise MarkNotSet("mark", mark=MARK_WORDING[mark].en, mark_zh=MARK_WORDING[mark].zh)
    if not reason.strip():
        raise TextRequired("reason")
    return [
        replace(one, withdrawn_by=officer.name, withdrawn_at=now, withdrawn_why=reason.strip())
        if one.mark is mark and one.in_force
        else one
        for one in markings
    ]
