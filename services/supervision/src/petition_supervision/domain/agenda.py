"""What a case puts on the county's agenda: one due entry for each open clock or follow-up, one row for each miss.

Both lists follow from the case alone. Whoever stores a case stores them with it, in the same transaction, so they can
neither be forgotten nor disagree with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_supervision.domain.conduct import STILLNESS
from petition_supervision.domain.follow_up import FOLLOW_UP, FollowUp
from petition_supervision.domain.follow_up_reading import READING, reading_ref
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.watched_clock import ClockState, WatchedClock

CLOCK = "clock"
LOOK = "look"
OVERDUE = "overdue"


@dataclass(frozen=True)
class DueEntry:
    """One open matter with a due instant. `step` is to be taken at `next_at`; both None when nothing more will come.

    Either of a case, or of the urgent matter `urgent_no`, which need not be about a case.
    """

    id: str
    what: str
    case_no: str | None
    ref: str
    kind: str
    unit: str
    round: int
    due_at: datetime
    provisional: bool
    missed_at: datetime | None
    step: str | None
    next_at: datetime | None
    urgent_no: str | None = None


@dataclass(frozen=True)
class MissedRow:
    """One duty that was not done in time; `stopped_at` says when it was done after all."""

    id: str
    case_no: str | None
    clock_id: str
    kind: str
    unit: str
    round: int
    due_at: datetime
    provisional: bool
    missed_at: datetime
    stopped_at: datetime | None
    urgent_no: str | None = None


def due_entries(case: SupervisedCase) -> dict[str, DueEntry]:
    """The due entries of a case by id: running clocks (missed ones too), pending follow-ups, results to be read,
    and the look at a case that may be standing still."""
    entries = [_of_clock(case.case_no, clock) for clock in case.clocks.values() if clock.state is ClockState.RUNNING]
    entries += [_of_follow_up(case.case_no, one) for one in case.follow_ups if one.is_pending]
    entries += [_of_reading(case.case_no, one) for one in case.follow_ups if one.awaits_reading]
    if case.conduct.look_at is not None:
        entries.append(_of_stillness(case, case.conduct.look_at))
    return {entry.id: entry for entry in entries}


def missed_rows(case: SupervisedCase) -> dict[str, MissedRow]:
    """The misses of a case that still stand, by id."""
    rows = {}
    for clock in case.clocks.values():
        if clock.missed_at is not None:
            identifier = _identify(case.case_no, clock.clock_id)
            rows[identifier] = MissedRow(
                identifier,
                case.case_no,
                clock.clock_id,
                clock.kind,
                clock.unit,
                clock.round,
                clock.due_at,
                clock.provisional,
                clock.missed_at,
                clock.stopped_at,
            )
    return rows


def _of_clock(case_no: str, clock: WatchedClock) -> DueEntry:
    return DueEntry(
        id=_identify(case_no, clock.clock_id),
        what=CLOCK,
        case_no=case_no,
        ref=clock.clock_id,
        kind=clock.kind,
        unit=clock.unit,
        round=clock.round,
        due_at=clock.due_at,
        provisional=clock.provisional,
        missed_at=clock.missed_at,
        step=clock.next_step,
        next_at=clock.next_at,
    )


def _of_follow_up(case_no: str, follow_up: FollowUp) -> DueEntry:
    return DueEntry(
        id=_identify(case_no, follow_up.ref),
        what=FOLLOW_UP,
        case_no=case_no,
        ref=follow_up.ref,
        kind=FOLLOW_UP,
        unit=follow_up.unit,
        round=follow_up.round,
        due_at=follow_up.due_at,
        provisional=False,
        missed_at=follow_up.overdue_at,
        step=OVERDUE if follow_up.next_at else None,
        next_at=follow_up.next_at,
    )


def _of_reading(case_no: str, follow_up: FollowUp) -> DueEntry:
    """A result that lies before the county leader since `due_at`; its kind is the answer. No step ever falls due."""
    answer = follow_up.result
    assert answer is not None and answer.score is not None, "only a result is read"
    ref = reading_ref(follow_up.round)
    return DueEntry(
        id=_identify(case_no, ref),
        what=READING,
        case_no=case_no,
        ref=ref,
        kind=answer.score.value,
        unit=follow_up.unit,
        round=follow_up.round,
        due_at=answer.at,
        provisional=False,
        missed_at=None,
        step=None,
        next_at=None,
    )


def _of_stillness(case: SupervisedCase, look_at: datetime) -> DueEntry:
    return DueEntry(
        id=_identify(case.case_no, STILLNESS),
        what=LOOK,
        case_no=case.case_no,
        ref=STILLNESS,
        kind=STILLNESS,
        unit=case.responsible_unit or "",
        round=case.round,
        due_at=look_at,
        provisional=False,
        missed_at=None,
        step=LOOK,
        next_at=look_at,
    )


def _identify(case_no: str, ref: str) -> str:
    return f"{case_no}:{ref}"
