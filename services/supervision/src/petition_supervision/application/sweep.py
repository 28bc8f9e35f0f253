"""What the due-queue does when its time has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from petition_supervision.application import suggesting, urging
from petition_supervision.application.ports import Work
from petition_supervision.domain.conduct import STILLNESS
from petition_supervision.domain.steps import CRITICISE, URGE
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.unit_tree import UnitTree


@dataclass(frozen=True)
class Due:
    """An entry of the due-queue that was claimed: something of a case or of an urgent matter, by its name within it."""

    case_no: str | None
    ref: str
    urgent_no: str | None = None


def fire(work: Work, claimed: Sequence[Due]) -> int:
    """Do what is due for every claimed entry, in one unit of work; how many.

    1. Read all their cases at once.
    2. Let each case take its step: remind, note the miss, let the right lapse, tell that a follow-up is overdue; or
       urge the unit whose clock was missed, and suggest a criticism when that was of no use.
    3. Store the case: with it go the entry for its next step (or none), the row of the miss, and the events.

    An entry that is not due in its case => FactOutOfPlace, and nothing of the batch is done. Two workers with the
    same entry: both change the same case, so one of them cannot commit, and finds nothing due when it tries again.
    """
    work.cases.preload(due.case_no for due in claimed if due.case_no is not None)
    units = work.units.get()
    for due in claimed:
        if due.urgent_no is not None:
            matter = work.urgent_matters.require(due.urgent_no)
            matter.fire(due.ref, work.now, units)
            work.urgent_matters.save(matter)
            continue
        assert due.case_no is not None, "an entry is of a case or of an urgent matter"
        case = work.cases.require(due.case_no)
        _take_step(work, case, due.ref, units)
        work.cases.save(case)
    return len(claimed)


def _take_step(work: Work, case: SupervisedCase, ref: str, units: UnitTree) -> None:
    clock = case.clocks.get(ref)
    step = clock.next_step if clock else None
    if ref == STILLNESS:
        suggesting.look(work, case)
    elif step == URGE:
        urging.urge(work, case, ref)
    elif step == CRITICISE:
        urging.suggest_criticism(work, case, ref)
    else:
        case.fire(ref, work.now, units)
        if clock is not None and clock.missed_at == work.now:
            suggesting.missed(work, case, clock)
