"""The whole chain of a matter (全链化解): from where it was found to the call-back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from petition_metrics.domain.occurrence import Occurrence
from petition_metrics.domain.timeline import Timeline


def heard_from_the_find_on(timeline: Timeline, heard: Callable[[str], Iterable[Occurrence]]) -> list[Occurrence]:
    """What was heard of a case, and before it of the dispute its matter had been found as; oldest first."""
    subjects = [timeline["dispute_no"]] if timeline.get("dispute_no") else []
    found = [one for subject in (*subjects, timeline["_id"]) for one in heard(subject)]
    return sorted(found, key=lambda one: (one.time, one.source, one.subject, one.sequence))
