"""What happens when the day of a proposal's written answer is over (K13)."""

from __future__ import annotations

from collections.abc import Iterable

from petition_supervision.application.ports import Work


def miss_feedback(work: Work, supervision_nos: Iterable[str]) -> int:
    """Tell once of each proposal nobody answered; how many. One answered or told since it was found is left alone."""
    told = 0
    for number in supervision_nos:
        item = work.items.get(number)
        if item is not None and item.awaits_feedback_since(work.now):
            item.miss_feedback(work.now)
            work.items.save(item)
            told += 1
    return told
