"""What a county may set in supervision, with the default used when it sets nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from petition_supervision.domain.appraisal_terms import DACHUAN_EXAMPLE, AppraisalItem
from petition_supervision.domain.unit_grade import Reading

NO_REMINDERS: tuple[int, ...] = ()


def _remind_days_by_kind() -> Mapping[str, tuple[int, ...]]:
    # K4 is five working days, so only its last day is worth a reminder. K7 and K9 are the petitioner's own rights:
    # no unit is to be reminded of them.
    return MappingProxyType({"K4": (1,), "K7": NO_REMINDERS, "K9": NO_REMINDERS})


@dataclass(frozen=True)
class SupervisionSettings:
    """All lengths are calendar days.

    follow_up_days: a finished case is followed up within so many days of its closing.
    remind_days: a clock's unit is reminded so many days before it is due …
    remind_days_by_kind: … unless the kind of clock has days of its own.
    rehandling_longest_days: a re-handling order may set its due date at most so far ahead; the 60 days of
        《信访工作条例》第三十四条 are what the first handling may take, and doing it again is not to take longer.
    grade_reading: how the county's sentence on the three colours is read.
    grade_freeze_days: so many days after a quarter its colours are final.
    grade_supervision_days: a red unit answers the supervision that opens within so many days.
    key_villages: so many villages may be key villages at once (对12个信访事项突出的重点村).
    export_rows: so many rows a file with an exported list has at most.
    proposal_feedback_days: K13: a proposal is answered in writing within so many days (《信访工作条例》
        第四十条 sets the duty and no length).
    appraisal_items: the sheet of the yearly appraisal (第三十九条); the weights of 达川区 are an example.
    appraisal_due_days: K14: a year is appraised within so many days after its last.
    appraisal_appeal_days: the unit may appeal within so many days.
    """

    follow_up_days: int = 15
    remind_days: tuple[int, ...] = (10, 5, 1)
    remind_days_by_kind: Mapping[str, tuple[int, ...]] = field(default_factory=_remind_days_by_kind)
    rehandling_longest_days: int = 60
    grade_reading: Reading = Reading.FROM_THREE
    grade_freeze_days: int = 10
    grade_supervision_days: int = 15
    proposal_feedback_days: int = 30
    appraisal_items: tuple[AppraisalItem, ...] = DACHUAN_EXAMPLE
    appraisal_due_days: int = 90
    appraisal_appeal_days: int = 15
    key_villages: int = 12
    export_rows: int = 5000

    def remind_days_for(self, kind: str) -> tuple[int, ...]:
        return self.remind_days_by_kind.get(kind, self.remind_days)
