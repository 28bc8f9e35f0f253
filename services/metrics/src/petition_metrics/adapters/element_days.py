"""The days of what a record holds in lists, under one index: `rounds.closed_on 2026-03-02`.

Inside a transaction every index over a list costs each write a look into the store's own catalogue, a tenth of a
millisecond each. With one index for all lists a write costs what it costs with none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from petition_metrics.domain.predicate import Fact, Is
from petition_metrics.domain.timeline import Timeline

FIELD = "element_days"
"""What the store keeps beside the facts; a timeline is folded without it."""
DAYS: Mapping[str, tuple[str, ...]] = {
    "clocks": ("started_on", "due_on"),
    "rounds": ("closed_on", "followed_up_on", "rated_on"),
    "disputes": ("found_on", "checked_on", "ended_on"),
    "visits": ("arrived_on", "finished_on", "rated_on", "reviewed_on"),
    "incidents": ("occurred_on",),
    "urgings": ("issued_on",),
    "urgent_reports": ("marked_on",),
    "online_receipts": ("received_on",),
}
KIND: Mapping[str, str] = {"clocks": "kind"}
"""Where the elements of a list are of several kinds and counted by kind, the field that says which."""


def with_element_days(timeline: Timeline) -> dict[str, Any]:
    """The timeline as it is stored."""
    return {**timeline, FIELD: sorted(set(_days(timeline)))}


def narrowed_by_days(
    name: str, day: str | None, facts: Sequence[Fact], resolved: Sequence[Any]
) -> dict[str, Any] | None:
    """The condition by which the index finds the records; None where it cannot. `resolved`: the value of each fact."""
    field = (day or "").removeprefix(f"{name}.")
    if field not in DAYS.get(name, ()):
        return None
    of_day = [(fact.how, value) for fact, value in zip(facts, resolved, strict=True) if fact.path == day]
    begins = [value for how, value in of_day if how is Is.AT_LEAST]
    ends = [value for how, value in of_day if how is Is.BELOW]
    kinds = [""]
    if name in KIND:
        kinds = [
            value
            for fact, value in zip(facts, resolved, strict=True)
            if (fact.path, fact.how) == (f"{name}.{KIND[name]}", Is.EQUAL)
        ]
    if not (begins and ends and len(kinds) == 1):
        return None
    begin, end = (_written(name, field, kinds[0], one) for one in (max(begins), min(ends)))
    return {FIELD: {"$elemMatch": {"$gte": begin, "$lt": end}}}


def _days(timeline: Timeline) -> Iterator[str]:
    for name, fields in DAYS.items():
        for element in timeline.get(name, ()):
            kind = element[KIND[name]] if name in KIND else ""
            for field in fields:
                if field in element:
                    yield _written(name, field, kind, element[field])


def _written(name: str, field: str, kind: str, day: str) -> str:
    return f"{name}.{field} {kind}:{day}"
