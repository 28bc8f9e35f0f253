"""The timeline of one case: what each producer told, how far each was heard, and the facts that follow.

`fold` is the only way a timeline changes, live and in a rebuild. It is pure; it keeps what each producer told in a
part of its own and derives the facts from the parts, so events of different producers commute. Events of one
producer about one case are numbered and must be folded in that order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from petition_metrics.domain import (
    told_by_assignment,
    told_by_intake,
    told_by_supervision,
    told_of_disputes,
    told_of_incidents,
    told_of_notices,
    told_of_urgent_matters,
    told_of_urgings,
    told_of_windows,
)
from petition_metrics.domain.case_facts import case_facts
from petition_metrics.domain.errors import UnreadableEvent
from petition_metrics.domain.occurrence import ASSIGNMENT, INTAKE, SUPERVISION, Occurrence
from petition_metrics.domain.told_by_intake import Rule

Timeline = dict[str, Any]
"""{_id: case number, version, heads {producer: last sequence}, told {producer: …}, repeats {case: day}, …facts}."""

RULES: Mapping[str, Mapping[str, Rule]] = {
    INTAKE: {**told_by_intake.RULES, **told_of_disputes.RULES, **told_of_windows.RULES, **told_of_notices.RULES},
    ASSIGNMENT: told_by_assignment.RULES,
    SUPERVISION: {
        **told_by_supervision.RULES,
        **told_of_urgent_matters.RULES,
        **told_of_incidents.RULES,
        **told_of_urgings.RULES,
    },
}


def empty_timeline(case_no: str) -> Timeline:
    """A case nothing was heard of yet."""
    return {"_id": case_no, "version": 0, "heads": {}, "told": {}, "repeats": {}}


def fold(timeline: Timeline, occurrence: Occurrence) -> Timeline:
    """The timeline after one more event."""
    return fold_all(timeline, (occurrence,))


def fold_all(timeline: Timeline, occurrences: Iterable[Occurrence]) -> Timeline:
    """The timeline after several events; the same as folding them one by one.

    An event whose type no rule knows is counted in `heads` and changes nothing else.
    An event that lacks what its rule reads => UnreadableEvent.
    """
    heads = dict(timeline["heads"])
    told = dict(timeline["told"])
    version = timeline["version"]
    for occurrence in occurrences:
        rule = RULES.get(occurrence.source, {}).get(occurrence.type)
        if rule is not None:
            part = told.get(occurrence.source, {})
            try:
                told[occurrence.source] = {**part, **rule(part, occurrence.data, occurrence.time)}
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                raise UnreadableEvent(occurrence.source, occurrence.type, repr(error)) from error
        heads[occurrence.source] = occurrence.sequence
        version += 1
    return _complete(timeline["_id"], version, heads, told, timeline["repeats"])


def mark_repeat(timeline: Timeline, case_no: str, received_on: str | None) -> Timeline:
    """Note on a matter's timeline that `case_no` files it again."""
    return _with_repeats(timeline, {**timeline["repeats"], case_no: received_on})


def unmark_repeat(timeline: Timeline, case_no: str) -> Timeline:
    """Take the note back: a person decided that `case_no` is about something else."""
    return _with_repeats(timeline, {other: day for other, day in timeline["repeats"].items() if other != case_no})


def is_next(timeline: Timeline, occurrence: Occurrence) -> bool:
    """Whether the timeline has heard everything its producer told before this event."""
    return bool(timeline["heads"].get(occurrence.source, 0) == occurrence.sequence - 1)


def _with_repeats(timeline: Timeline, repeats: dict[str, str | None]) -> Timeline:
    ordered = dict(sorted(repeats.items()))
    return _complete(timeline["_id"], timeline["version"] + 1, timeline["heads"], timeline["told"], ordered)


def _complete(
    case_no: str, version: int, heads: dict[str, int], told: dict[str, Any], repeats: dict[str, str | None]
) -> Timeline:
    return {
        "_id": case_no,
        "version": version,
        "heads": dict(sorted(heads.items())),
        "told": dict(sorted(told.items())),
        "repeats": repeats,
        **_facts(case_no, told, repeats),
    }


def _facts(number: str, told: dict[str, Any], repeats: dict[str, str | None]) -> dict[str, Any]:
    intake = told.get(INTAKE, {})
    if told_of_disputes.is_a_dispute(intake):
        return told_of_disputes.dispute_facts(number, intake)
    if told_of_windows.is_a_visit(intake):
        return told_of_windows.visit_facts(number, intake)
    supervision = told.get(SUPERVISION, {})
    if told_of_urgent_matters.is_an_urgent_matter(supervision):
        return told_of_urgent_matters.urgent_facts(number, supervision)
    if told_of_incidents.is_an_incident(supervision):
        return told_of_incidents.incident_facts(number, supervision)
    if told_of_urgings.is_an_urging(supervision):
        return told_of_urgings.urging_facts(number, supervision)
    return case_facts(told, repeats)
