"""The log of a small grid: four kinds of work, and not a word about any resident."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from intake_builders import NOW, TOWNSHIP_REGISTRAR
from intake_register import BAIYANG, CATEGORY, GRID, VILLAGE
from marshmallow import ValidationError

from petition_intake.domain import grid_errors as errors
from petition_intake.domain.errors import DateInFuture, Refused
from petition_intake.domain.grid_item import (
    GRID_KIND_WORDING,
    GRID_TASK_WORDING,
    STATED_BY,
    GridItem,
    GridItemFinished,
    GridItemKind,
    GridItemRecorded,
    GridOutcome,
    GridTask,
    grid_item_number,
)
from petition_intake.domain.register import Place
from petition_intake.entrypoints.grid_requests import FinishGridItem, RecordGridItem

TODAY = date(2026, 3, 2)
ONE_DAY = timedelta(days=1)
STATED = {"category": CATEGORY, "task": GridTask.ERRAND, "matter_no": "JF2026-000001"}
OF_RESIDENTS = (
    "name",
    "resident",
    "residents",
    "household",
    "phone",
    "id_number",
    "address",
    "religion",
    "ethnicity",
    "health",
    "disability",
    "drug_history",
    "released_from_prison",
    "income",
    "note",
    "text",
)


def an_item(kind: GridItemKind = GridItemKind.CONVENIENCE_SERVICE, **changes: object) -> GridItem:
    item = GridItem("WG2026-000001", kind, Place(BAIYANG, VILLAGE, GRID), TODAY, "P0101")
    stated = {STATED_BY[kind]: STATED[STATED_BY[kind]]}
    return replace(item, **{**stated, **changes}, pending=[])


def recorded(**changes: object) -> GridItem:
    item = an_item(**changes)
    item.record(NOW)
    return item


def finish(item: GridItem, done_on: date = TODAY, days_later: int = 9) -> None:
    item.finish(GridOutcome.IN_GRID, done_on, TOWNSHIP_REGISTRAR, NOW + timedelta(days=days_later))


def finished() -> GridItem:
    item = recorded()
    finish(item)
    return item


@pytest.mark.parametrize(("make", "allowed"), [(recorded, True), (finished, False)], ids=["open", "done"])
def test_an_entry_is_done_once(make: Callable[[], GridItem], allowed: bool) -> None:
    item = make()
    version = item.version
    if allowed:
        finish(item)
        assert (item.is_open, item.version) == (False, version + 1)
    else:
        with pytest.raises(errors.GridItemDone):
            finish(item)
        assert item.version == version


@pytest.mark.parametrize("kind", list(GridItemKind))
def test_each_kind_states_what_it_is_about_and_nothing_else(kind: GridItemKind) -> None:
    assert isinstance(recorded(kind=kind).pending[0], GridItemRecorded)
    with pytest.raises(errors.WhatItIsAboutRequired):
        recorded(kind=kind, **{STATED_BY[kind]: None})
    for other in set(STATED) - {STATED_BY[kind]}:
        with pytest.raises(errors.WhatItIsAboutRequired) as refused:
            recorded(kind=kind, **{other: STATED[other]})
        assert refused.value.field == other


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"noted_on": TODAY + ONE_DAY}, DateInFuture),
        ({"due_on": TODAY - ONE_DAY}, errors.DueBeforeNoted),
    ],
)
def test_an_entry_with_impossible_days_is_refused(changes: dict[str, object], refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        recorded(**changes)


@pytest.mark.parametrize(
    ("done_on", "days_later", "refusal"),
    [(TODAY - ONE_DAY, 9, errors.DoneBeforeNoted), (TODAY + 2 * ONE_DAY, 1, DateInFuture)],
)
def test_an_entry_is_not_done_before_it_was_noted_nor_in_days_to_come(
    done_on: date, days_later: int, refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        finish(recorded(), done_on, days_later)


@pytest.mark.parametrize(
    ("due_on", "in_time"), [(None, True), (TODAY + 3 * ONE_DAY, True), (TODAY + 2 * ONE_DAY, False)]
)
def test_it_is_in_time_until_its_day_is_over(due_on: date | None, in_time: bool) -> None:
    item = recorded(due_on=due_on)
    finish(item, TODAY + 3 * ONE_DAY)
    told = item.pending[-1]
    assert isinstance(told, GridItemFinished)
    assert told.in_time is in_time


@pytest.mark.parametrize("name", OF_RESIDENTS)
def test_a_request_that_speaks_of_a_resident_is_refused(name: str) -> None:
    """No file is kept on residents: religion, health or a prison sentence have no place in a grid's log."""
    place = {"township_code": BAIYANG, "grid_code": GRID}
    request = {"kind": "convenience_service", "place": place, "noted_on": "2026-03-02", "task": "errand"}
    assert RecordGridItem().load(request)["task"] is GridTask.ERRAND
    with pytest.raises(ValidationError) as refused:
        RecordGridItem().load({**request, name: "某某"})
    assert list(refused.value.messages) == [name]
    with pytest.raises(ValidationError):
        FinishGridItem().load({"item_no": "WG2026-000001", "outcome": "in_grid", name: "某某"})


def test_an_entry_has_no_field_for_a_person_and_no_text() -> None:
    assert {one.name for one in fields(GridItem)} - {"version", "pending"} == {
        "item_no",
        "kind",
        "place",
        "noted_on",
        "recorded_by",
        "category",
        "task",
        "matter_no",
        "due_on",
        "is_open",
        "outcome",
        "done_on",
    }


def test_every_kind_and_task_has_words() -> None:
    assert set(GRID_KIND_WORDING) == set(STATED_BY) == set(GridItemKind)
    assert set(GRID_TASK_WORDING) == set(GridTask)
    assert grid_item_number(2026, 7) == "WG2026-000007"
