"""The log of a small grid: 社情民意在网格中掌握、便民服务在网格中开展、基层治理在网格中加强、信访事项在网格中化解.

An entry says what kind of thing was done in which grid and when. It has no text and no person: the grid module keeps
no file on any resident (《个人信息保护法》第六条), so there is no field in which one could be begun.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from petition_intake.domain.errors import DateInFuture
from petition_intake.domain.grid_errors import DoneBeforeNoted, DueBeforeNoted, GridItemDone, WhatItIsAboutRequired
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import Place
from petition_intake.domain.wording import Wording
from workdays import local_day


class GridItemKind(StrEnum):
    """The four kinds of grid work."""

    PUBLIC_OPINION = "public_opinion"
    CONVENIENCE_SERVICE = "convenience_service"
    LOCAL_GOVERNANCE = "local_governance"
    PETITION_MATTER = "petition_matter"


class GridTask(StrEnum):
    """What a service or a governance entry is about."""

    ERRAND = "errand"
    ADVICE = "advice"
    REPAIR = "repair"
    SAFETY_ROUND = "safety_round"
    SURROUNDINGS = "surroundings"
    PUBLICITY = "publicity"


class GridOutcome(StrEnum):
    """How an entry ended: done in the grid, or handed on to the village or above."""

    IN_GRID = "in_grid"
    HANDED_ON = "handed_on"


GRID_KIND_WORDING: dict[GridItemKind, Wording] = {
    GridItemKind.PUBLIC_OPINION: Wording("社情民意", "public opinion"),
    GridItemKind.CONVENIENCE_SERVICE: Wording("便民服务", "a service"),
    GridItemKind.LOCAL_GOVERNANCE: Wording("基层治理", "local governance"),
    GridItemKind.PETITION_MATTER: Wording("信访事项、矛盾纠纷", "a petition or a dispute"),
}
GRID_TASK_WORDING: dict[GridTask, Wording] = {
    GridTask.ERRAND: Wording("代办", "an errand done for people"),
    GridTask.ADVICE: Wording("政策咨询", "advice"),
    GridTask.REPAIR: Wording("报修", "a repair"),
    GridTask.SAFETY_ROUND: Wording("安全巡查", "a safety round"),
    GridTask.SURROUNDINGS: Wording("环境整治", "care for the surroundings"),
    GridTask.PUBLICITY: Wording("宣传", "publicity"),
}
STATED_BY: dict[GridItemKind, str] = {
    GridItemKind.PUBLIC_OPINION: "category",
    GridItemKind.CONVENIENCE_SERVICE: "task",
    GridItemKind.LOCAL_GOVERNANCE: "task",
    GridItemKind.PETITION_MATTER: "matter_no",
}
"""Each kind is about one of: a category of the county's table, a task, or a petition's or dispute's number."""


@dataclass(frozen=True)
class GridItemRecorded:
    """Something is to be done, or was noted, in a small grid."""

    kind: GridItemKind
    place: Place
    noted_on: date
    due_on: date | None
    category: str | None
    task: GridTask | None
    matter_no: str | None
    recorded_by: str


@dataclass(frozen=True)
class GridItemFinished:
    """It was done in the grid, or handed on."""

    outcome: GridOutcome
    done_on: date
    in_time: bool
    finished_by: str


@dataclass
class GridItem:
    """`is_open`: not done yet. A due day is set where somebody waits for it."""

    item_no: str
    kind: GridItemKind
    place: Place
    noted_on: date
    recorded_by: str
    category: str | None = None
    task: GridTask | None = None
    matter_no: str | None = None
    due_on: date | None = None
    is_open: bool = True
    outcome: GridOutcome | None = None
    done_on: date | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    def record(self, now: datetime) -> None:
        """登记. A day to come => DateInFuture. Due before => DueBeforeNoted. Not what its kind states =>
        WhatItIsAboutRequired."""
        if self.noted_on > local_day(now):
            raise DateInFuture("noted_on", given=self.noted_on, now=local_day(now))
        if self.due_on is not None and self.due_on < self.noted_on:
            raise DueBeforeNoted("due_on", given=self.due_on, noted_on=self.noted_on)
        words = GRID_KIND_WORDING[self.kind]
        for name in ("category", "task", "matter_no"):
            if (getattr(self, name) is not None) != (name == STATED_BY[self.kind]):
                raise WhatItIsAboutRequired(name, kind=words.en, kind_zh=words.zh)
        told = (self.category, self.task, self.matter_no, self.recorded_by)
        self._record(GridItemRecorded(self.kind, self.place, self.noted_on, self.due_on, *told))

    def finish(self, outcome: GridOutcome, done_on: date, officer: Officer, now: datetime) -> None:
        """办结, once => GridItemDone. A day to come => DateInFuture, before it was noted => DoneBeforeNoted."""
        if not self.is_open:
            raise GridItemDone("item_no", done_on=self.done_on)
        if done_on > local_day(now):
            raise DateInFuture("done_on", given=done_on, now=local_day(now))
        if done_on < self.noted_on:
            raise DoneBeforeNoted("done_on", given=done_on, noted_on=self.noted_on)
        self.is_open, self.outcome, self.done_on = False, outcome, done_on
        in_time = self.due_on is None or done_on <= self.due_on
        self._record(GridItemFinished(outcome, done_on, in_time, officer.name))

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1


def grid_item_number(year: int, serial: int) -> str:
    """`WG2026-000001`: 网格, year, serial."""
    return f"WG{year}-{serial:06}"
