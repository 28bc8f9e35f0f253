"""Answers on the wire: figures, definitions, counted things, timelines as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from chassis.event import format_instant
from petition_metrics.application.figures import Counted
from petition_metrics.application.publishing import Edition
from petition_metrics.domain.article import ArticleRow
from petition_metrics.domain.comparison import Comparison
from petition_metrics.domain.figure import Figure
from petition_metrics.domain.indicator import Indicator, Part
from petition_metrics.domain.occurrence import Occurrence
from petition_metrics.domain.predicate import fact_at
from petition_metrics.domain.sections import SECTION_OF
from petition_metrics.domain.timeline import Timeline

Answer = dict[str, Any]

_SHOWN_OF_A_CASE = (
    "unit",
    "channel",
    "category",
    "headcount",
    "received_on",
    "state",
    "first_or_repeat",
    "township_code",
    "village_code",
)

_RATINGS = ("bureau_rating", "unit_rating", "rating")
"""What one petitioner gave is in sums alone: no officer is shown a single rating."""


def definition(indicator: Indicator) -> Answer:
    return {
        "indicator": indicator.code,
        "name_zh": indicator.name_zh,
        "name_en": indicator.name_en,
        "unit_of_count": indicator.unit.value,
        "definition_zh": indicator.definition_zh,
        "definition_en": indicator.definition_en,
        "version": indicator.version,
        "section": SECTION_OF[indicator.code].value,
        "counted": indicator.counted.value or "cases",
        "period_by": indicator.day,
        "has_denominator": indicator.denominator is not None,
    }


def figure(one: Figure) -> Answer:
    return {
        "indicator": one.indicator.code,
        "name_zh": one.indicator.name_zh,
        "name_en": one.indicator.name_en,
        "unit_of_count": one.indicator.unit.value,
        "version": one.indicator.version,
        "from": one.period.begin.isoformat(),
        "to": one.period.end.isoformat(),
        "unit": one.unit,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "value": one.value,
        "text": one.text,
        "as_of": format_instant(one.as_of),
    }


def comparison(one: Comparison) -> Answer:
    return {
        "against": one.against.value,
        "name_zh": one.against.name_zh,
        "now": figure(one.now),
        "then": figure(one.then),
        "change_percent": one.percent,
        "text": one.text,
    }


def article_row(row: ArticleRow, one: Figure) -> Answer:
    """The row, its figure, and the query that lists what was counted."""
    return {
        "label_zh": row.label_zh,
        "label_en": row.label_en,
        "figure": figure(one),
        "drill_down": drill_down(one, Part.NUMERATOR),
    }


def scorecard_row(one: Figure) -> Answer:
    """A rate, and the queries that list what was counted above and below the line."""
    return {"figure": figure(one), "drill_down": {part.value: drill_down(one, part) for part in Part}}


def drill_down(one: Figure, part: Part) -> Answer:
    """The query that lists what one part of a figure counted."""
    return {
        "query": "list_counted_cases",
        "data": {
            "indicator": one.indicator.code,
            "part": part.value,
            "from": one.period.begin.isoformat(),
            "to": one.period.end.isoformat(),
            "unit": one.unit,
        },
    }


def counted(listed: Counted) -> Answer:
    return {"items": [_thing(listed, thing) for thing in listed.page.things], "next": listed.page.next}


def _thing(listed: Counted, thing: Mapping[str, Any]) -> Answer:
    """One counted thing with what it adds; the amounts over all pages sum to the figure's part."""
    selection = listed.selection
    name = selection.counted.value
    added = {"counted": selection.amount(thing), "day": fact_at(thing, selection.day) if selection.day else None}
    if selection.counted.of_register:
        return {**added, **thing[str(name)]}
    if selection.counted.beside_cases:
        return {**added, **_unrated(plain(thing[str(name)]))}
    case = {"case_no": thing["_id"], **{field: thing.get(field) for field in _SHOWN_OF_A_CASE}}
    element = {str(name)[:-1]: _unrated(plain(thing[name]))} if name else {}
    return {**added, **case, **element}


def _unrated(shown: Any) -> Any:
    """The same without any rating, however deep; that and when it was rated stays."""
    if isinstance(shown, Mapping):
        return {name: _unrated(value) for name, value in shown.items() if name not in _RATINGS}
    return [_unrated(one) for one in shown] if isinstance(shown, list) else shown


def timeline(one: Timeline, heard: Iterable[Occurrence]) -> Answer:
    """The facts of a case, and every event they come from, oldest first."""
    facts = {name: value for name, value in one.items() if name not in ("_id", "version", "heads", "told")}
    return {
        "case_no": one["_id"],
        "facts": _unrated(plain(facts)),
        "heard": [
            {
                "time": format_instant(event.time),
                "source": event.source,
                "subject": event.subject,
                "type": event.type,
                "sequence": event.sequence,
            }
            for event in heard
        ],
    }


def edition(one: Edition) -> Answer:
    """A quarter as it was published."""
    return {
        "year": one.year,
        "quarter": one.quarter,
        "edition": one.edition,
        "published_at": format_instant(one.published_at),
        "total": one.figures.total,
        "tables": [{"field": name, "cells": cells} for name, cells in one.figures.tables.items()],
    }


def plain(value: Any) -> Any:
    """Instants as RFC 3339 text, all the way down."""
    if isinstance(value, datetime):
        return format_instant(value)
    if isinstance(value, Mapping):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value
