"""K14: a year whose appraisals are owed by a day (《信访工作条例》第三十九条), and that their absence is told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from petition_supervision.domain.appraisal_events import AppraisalsMissed
from petition_supervision.domain.yearly_appraisal import due_on


@dataclass
class AppraisalYear:
    """`over`: its day has passed and what was to be told was told. The day itself is still in time."""

    appraisal_year: str
    due_on: date
    over: bool = False
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def of(cls, year: int, due_days: int) -> AppraisalYear:
        return cls(str(year), due_on(year, due_days))

    def end(self, missing: Sequence[str]) -> None:
        """The day is over: tell which units were not appraised; nobody missing => nothing to tell."""
        self.over = True
        if missing:
            self.pending.append(AppraisalsMissed(int(self.appraisal_year), self.due_on, list(missing)))
            self.version += 1
