"""What a county may set in supervision, with the default used when it sets nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from petition_supervision.domain.appraisal_terms import DACHUAN_EXAMPLE, AppraisalItem
from petition_supervision.domain.market_days import MarketDays
from petition_supervision.domain.unit_grade import Reading

NO_REMINDERS: tuple[int, ...] = ()


def _remind_days_by_kind() -> Mapping[str, tuple[int, ...]]:
    # K4 is five working days, so only its last day is worth a reminder. K7 and K9 are the petitioner's own rights:
    # no unit is to be reminded of them. K12 is a matter of hours. The county's share of K1 is four days.
    # A case is signed for within days, and what an opinion supports is known to be carried out by the follow-up: there
    # a reminder long before would go out in the ordinary course.
    without = dict.fromkeys(("K7", "K9", "K12", "SIGNING"), NO_REMINDERS)
    return MappingProxyType(
        {"K4": (1,), "SHARE": (1,), "CARRY_OUT": (10, 1), "PERFORMANCE": (5, 1), "PART": (5, 1), **without}
    )


def _remind_hours_by_kind() -> Mapping[str, tuple[int, ...]]:
    return MappingProxyType({"K12": (1,)})


@dataclass(frozen=True)
class SupervisionSettings:
    """All lengths are calendar days, but where the name says working days.

    follow_up_days: a finished case is followed up within so many days of its closing.
    remind_days: a clock's unit is reminded so many days before it is due …
    remind_days_by_kind: … unless the kind of clock has days of its own.
    remind_hours_by_kind: so many hours before it is due, for a clock of hours.
    rehandling_longest_days: a re-handling order may set its due date at most so far ahead; the 60 days of
        《信访工作条例》第三十四条 are what the first handling may take, and doing it again is not to take longer.
    grade_reading: how the county's sentence on the three colours is read.
    grade_freeze_days: so many days after a quarter its colours are final.
    grade_supervision_days: a red unit answers the supervision that opens within so many days.
    key_villages: so many villages may be key villages at once (对12个信访事项突出的重点村).
    export_rows: so many rows a file with an exported list has at most.
    proposal_feedback_days: K13: a proposal is answered in writing within so many days (《信访工作条例》
        第四十条 sets the duty and no length).
    urge_after_working_days: a unit that missed a limit is urged on that working day after it (催办通知书).
    sign_working_days: a routed case is signed for within so many working days.
    carry_out_days: what a delivered opinion supports is carried out within so many days.
    suggest_objections, suggest_returns: so many of one case suggest D4.
    market_days: on which days each township holds its market; townships are compared by who receives visitors then.
    suggest_still_working_days: so many working days without a move on an accepted case suggest D4.
    criticise_after_working_days: that many working days after the notice, and nothing done: a criticism is suggested.
    appraisal_items: the sheet of the yearly appraisal (第三十九条); the weights of 达川区 are an example.
    appraisal_due_days: K14: a year is appraised within so many days after its last.
    appraisal_appeal_days: the unit may appeal within so many days.
    vacancy_days: a joint office without a head for so many days is told of (缺员).
    """

    follow_up_days: int = 15
    remind_days: tuple[int, ...] = (10, 5, 1)
    remind_days_by_kind: Mapping[str, tuple[int, ...]] = field(default_factory=_remind_days_by_kind)
    remind_hours_by_kind: Mapping[str, tuple[int, ...]] = field(default_factory=_remind_hours_by_kind)
    rehandling_longest_days: int = 60
    grade_reading: Reading = Reading.FROM_THREE
    grade_freeze_days: int = 10
    grade_supervision_days: int = 15
    proposal_feedback_days: int = 30
    appraisal_items: tuple[AppraisalItem, ...] = DACHUAN_EXAMPLE
    appraisal_due_days: int = 90
    vacancy_days: int = 30
    appraisal_appeal_days: int = 15
    key_villages: int = 12
    export_rows: int = 5000
    urge_after_working_days: int = 1
    criticise_after_working_days: int = 5
    sign_working_days: int = 2
    carry_out_days: int = 60
    suggest_objections: int = 2
    suggest_returns: int = 2
    suggest_still_working_days: int = 30
    market_days: MarketDays = field(default_factory=dict)

    def remind_days_for(self, kind: str) -> tuple[int, ...]:
        return self.remind_days_by_kind.get(kind, self.remind_days)

    def remind_hours_for(self, kind: str) -> tuple[int, ...]:
        return self.remind_hours_by_kind.get(kind, NO_REMINDERS)
