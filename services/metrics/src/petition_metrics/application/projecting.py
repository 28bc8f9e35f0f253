"""One event becomes part of the figures: it is logged, and folded into the timeline of its case."""

from __future__ import annotations

from petition_metrics.application.ports import EventLog, Heard, Projection
from petition_metrics.domain.occurrence import Occurrence
from petition_metrics.domain.register import fold_register, is_register
from petition_metrics.domain.timeline import (
    Timeline,
    empty_timeline,
    fold,
    fold_all,
    is_next,
    mark_repeat,
    unmark_repeat,
)


def project(occurrence: Occurrence, projection: Projection, log: EventLog) -> None:
    """Log the event and fold it; what is about no case and no register is logged only.

    A timeline that is behind its producer (a rebuild took its place meanwhile) is folded anew from the log.
    """
    log.append(occurrence)
    if is_register(occurrence):
        projection.keep_register(fold_register(projection.register(), occurrence))
    elif occurrence.concerns_a_case:
        before = projection.timeline(occurrence.subject) or empty_timeline(occurrence.subject)
        if is_next(before, occurrence):
            _keep(before, fold(before, occurrence), projection)
        else:
            _keep(before, refolded(before, log), projection)


def catch_up(case_no: str, projection: Projection, log: Heard) -> bool:
    """Fold a timeline anew if it has not heard all that is in the log; whether it had to be."""
    before = projection.timeline(case_no) or empty_timeline(case_no)
    after = refolded(before, log)
    if after["heads"] == before["heads"]:
        return False
    _keep(before, after, projection)
    return True


def refolded(timeline: Timeline, log: Heard) -> Timeline:
    """The timeline from the log alone; the notes about repeats come from other cases and stay."""
    blank = {**empty_timeline(timeline["_id"]), "repeats": timeline["repeats"], "version": timeline["version"]}
    return fold_all(blank, (one for one in log.of_subject(timeline["_id"]) if one.concerns_a_case))


def _keep(before: Timeline, after: Timeline, projection: Projection) -> None:
    """Store the timeline; when its case was found to repeat a matter, or not to, note that on the matter's timeline."""
    projection.keep_timeline(after)
    case_no = after["_id"]
    was, now = before.get("repeat_of"), after.get("repeat_of")
    if was and was != now:
        _keep_or_forget(unmark_repeat(_matter(was, projection), case_no), projection)
    if now and (now != was or before.get("received_on") != after.get("received_on")):
        projection.keep_timeline(mark_repeat(_matter(now, projection), case_no, after.get("received_on")))


def _keep_or_forget(timeline: Timeline, projection: Projection) -> None:
    """A matter of which nothing was heard, and which nothing repeats any more, leaves no trace."""
    if timeline["heads"] or timeline["repeats"]:
        projection.keep_timeline(timeline)
    else:
        projection.forget_timeline(timeline["_id"])


def _matter(case_no: str, projection: Projection) -> Timeline:
    return projection.timeline(case_no) or empty_timeline(case_no)
