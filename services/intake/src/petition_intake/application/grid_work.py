"""Use cases of the small grids' log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from petition_intake.application.access import open_case
from petition_intake.application.dispute_ports import Disputes
from petition_intake.application.disputing import open_dispute
from petition_intake.application.grid_posts import GridPosts, wardens_of
from petition_intake.application.ports import Files, Registers
from petition_intake.domain.dispute_errors import SmallGridRequired
from petition_intake.domain.grid_errors import GridItemUnknown, NotYourGrid
from petition_intake.domain.grid_item import (
    GRID_KIND_WORDING,
    GRID_TASK_WORDING,
    GridItem,
    GridItemKind,
    GridOutcome,
    GridTask,
)
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import Place, RegisterCopy
from workdays import local_day


class GridLog(Protocol):
    """Entries of the log; saving one tells what happened to it."""

    def next_number(self, now: datetime) -> str: ...

    def get(self, item_no: str) -> GridItem | None: ...

    def save(self, item: GridItem) -> None: ...


class GridLogPages(Protocol):
    """Reading across the log, outside any command."""

    def page(self, wanted: dict[str, Any], limit: int, cursor: str | None) -> tuple[list[GridItem], str | None]:
        """One page, the latest first; `wanted` narrows by `place.…`, `kind`, `is_open`."""
        ...


@dataclass(frozen=True)
class Noted:
    """An entry as it comes in."""

    kind: GridItemKind
    place: Place
    noted_on: date
    due_on: date | None = None
    category: str | None = None
    task: GridTask | None = None
    case_no: str | None = None
    dispute_no: str | None = None


def record_grid_item(
    log: GridLog,
    disputes: Disputes,
    files: Files,
    registers: Registers,
    officer: Officer,
    noted: Noted,
    now: datetime,
) -> GridItem:
    """登记网格事项. No small grid => SmallGridRequired, another township's => NotYourGrid.

    A petition or a dispute as in `open_case` and `open_dispute`; the rest as in `GridItem.record`.
    """
    register = registers.current()
    place = register.check_place(noted.place)
    if place.grid_code is None:
        raise SmallGridRequired("place")
    _check_grid(register, officer, place)
    if noted.category is not None:
        register.check_category(noted.category)
    if noted.case_no is not None:
        open_case(files, register, officer, noted.case_no)
    if noted.dispute_no is not None:
        open_dispute(disputes, register, officer, noted.dispute_no)
    item = GridItem(
        item_no=log.next_number(now),
        kind=noted.kind,
        place=place,
        noted_on=noted.noted_on,
        recorded_by=officer.name,
        category=noted.category,
        task=noted.task,
        matter_no=noted.case_no or noted.dispute_no,
        due_on=noted.due_on,
    )
    item.record(now)
    log.save(item)
    return item


def finish_grid_item(
    log: GridLog,
    registers: Registers,
    officer: Officer,
    item_no: str,
    outcome: GridOutcome,
    done_on: date | None,
    now: datetime,
) -> GridItem:
    """办结网格事项. `done_on` None means today. Refusals: GridItemUnknown, NotYourGrid, and as in `GridItem.finish`."""
    item = log.get(item_no)
    if item is None:
        raise GridItemUnknown("item_no", item_no=item_no)
    _check_grid(registers.current(), officer, item.place)
    item.finish(outcome, done_on or local_day(now), officer, now)
    log.save(item)
    return item


def list_grid_items(
    pages: GridLogPages,
    posts: GridPosts,
    registers: Registers,
    officer: Officer,
    place: Place,
    kind: GridItemKind | None,
    open_only: bool,
    limit: int,
    cursor: str | None,
    now: datetime,
) -> dict[str, Any]:
    """The log of a township, a village or a small grid, the latest entry first, each with who looks after its grids.

    Another township's => NotYourGrid.
    """
    register = registers.current()
    checked = register.check_place(place)
    _check_grid(register, officer, checked)
    names = ("grid_code", "village_code", "township_code")
    narrowest = next(name for name in names if getattr(checked, name) is not None)
    wanted: dict[str, Any] = {f"place.{narrowest}": getattr(checked, narrowest)}
    if kind is not None:
        wanted["kind"] = kind.value
    if open_only:
        wanted["is_open"] = True
    found, following = pages.page(wanted, limit, cursor)
    wardens = wardens_of(posts, [item.place for item in found])
    rows = [{**_row(item, local_day(now)), "wardens": held} for item, held in zip(found, wardens, strict=True)]
    return {"items": rows, "next": following}


def _check_grid(register: RegisterCopy, officer: Officer, place: Place) -> None:
    if not register.is_bureau(officer.unit) and register.township_of(officer.unit) != place.township_code:
        raise NotYourGrid("place", unit=officer.unit, place=place.grid_code or place.township_code)


def _row(item: GridItem, today: date) -> dict[str, Any]:
    task = item.task
    return {
        "item_no": item.item_no,
        "kind": GRID_KIND_WORDING[item.kind].to_wire(item.kind.value),
        "place": vars(item.place),
        "noted_on": item.noted_on,
        "due_on": item.due_on,
        "overdue": item.is_open and item.due_on is not None and item.due_on < today,
        "category": item.category,
        "task": None if task is None else GRID_TASK_WORDING[task].to_wire(task.value),
        "matter_no": item.matter_no,
        "outcome": item.outcome,
        "done_on": item.done_on,
        "version": item.version,
    }
