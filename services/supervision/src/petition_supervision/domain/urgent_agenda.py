"""What an urgent matter puts on the county's agenda: one due entry a running clock, one row a miss."""

from __future__ import annotations

from petition_supervision.domain.agenda import CLOCK, DueEntry, MissedRow
from petition_supervision.domain.urgent_matter import UrgentMatter
from petition_supervision.domain.watched_clock import ClockState


def urgent_due_entries(matter: UrgentMatter) -> dict[str, DueEntry]:
    """The running clocks of a matter by id, missed ones too; they stand in the same lists as those of cases."""
    entries = [
        DueEntry(
            id=f"{matter.urgent_no}:{clock.clock_id}",
            what=CLOCK,
            case_no=matter.case_no,
            ref=clock.clock_id,
            kind=clock.kind,
            unit=clock.unit,
            round=clock.round,
            due_at=clock.due_at,
            provisional=False,
            missed_at=clock.missed_at,
            step=clock.next_step,
            next_at=clock.next_at,
            urgent_no=matter.urgent_no,
        )
        for clock in matter.clocks.values()
        if clock.state is ClockState.RUNNING
    ]
    return {entry.id: entry for entry in entries}


def urgent_missed_rows(matter: UrgentMatter) -> dict[str, MissedRow]:
    """The misses of a matter that still stand, by id."""
    rows = [
        MissedRow(
            id=f"{matter.urgent_no}:{clock.clock_id}",
            case_no=matter.case_no,
            clock_id=clock.clock_id,
            kind=clock.kind,
            unit=clock.unit,
            round=clock.round,
            due_at=clock.due_at,
            provisional=False,
            missed_at=clock.missed_at,
            stopped_at=clock.stopped_at,
            urgent_no=matter.urgent_no,
        )
        for clock in matter.clocks.values()
        if clock.missed_at is not None
    ]
    return {row.id: row for row in rows}
