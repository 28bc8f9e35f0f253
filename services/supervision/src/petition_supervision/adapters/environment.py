"""This service's own settings, read from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping

from chassis.settings import SettingError
from petition_supervision.domain.appraisal_terms import WHOLE, AppraisalItem, Scoring
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.unit_grade import Reading


def read_settings(environment: Mapping[str, str] = os.environ) -> SupervisionSettings:
    """Read this service's own variables; what is not set keeps its default.

    Unreadable or not positive => SettingError naming the variable.
    """
    usual = SupervisionSettings()
    return SupervisionSettings(
        follow_up_days=_days(environment, "FOLLOW_UP_DAYS", (usual.follow_up_days,))[0],
        remind_days=_days(environment, "REMIND_DAYS", usual.remind_days),
        rehandling_longest_days=_days(environment, "REHANDLING_LONGEST_DAYS", (usual.rehandling_longest_days,))[0],
        grade_reading=_reading(environment.get("GRADE_READING") or usual.grade_reading.value),
        grade_freeze_days=_days(environment, "GRADE_FREEZE_DAYS", (usual.grade_freeze_days,))[0],
        grade_supervision_days=_days(environment, "GRADE_SUPERVISION_DAYS", (usual.grade_supervision_days,))[0],
        key_villages=_count(environment, "KEY_VILLAGES", usual.key_villages),
        export_rows=_count(environment, "EXPORT_ROWS", usual.export_rows),
        urge_after_working_days=_days(environment, "URGE_AFTER_WORKING_DAYS", (usual.urge_after_working_days,))[0],
        criticise_after_working_days=_days(
            environment, "CRITICISE_AFTER_WORKING_DAYS", (usual.criticise_after_working_days,)
        )[0],
        sign_working_days=_days(environment, "SIGN_WORKING_DAYS", (usual.sign_working_days,))[0],
        carry_out_days=_days(environment, "CARRY_OUT_DAYS", (usual.carry_out_days,))[0],
        suggest_objections=_count(environment, "SUGGEST_OBJECTIONS", usual.suggest_objections),
        suggest_returns=_count(environment, "SUGGEST_RETURNS", usual.suggest_returns),
        suggest_still_working_days=_days(
            environment, "SUGGEST_STILL_WORKING_DAYS", (usual.suggest_still_working_days,)
        )[0],
        market_days=_market_days(environment.get("MARKET_DAYS") or ""),
        appraisal_items=_sheet(environment.get("APPRAISAL_ITEMS")) or usual.appraisal_items,
        appraisal_due_days=_days(environment, "APPRAISAL_DUE_DAYS", (usual.appraisal_due_days,))[0],
        vacancy_days=_days(environment, "VACANCY_DAYS", (usual.vacancy_days,))[0],
        appraisal_appeal_days=_days(environment, "APPRAISAL_APPEAL_DAYS", (usual.appraisal_appeal_days,))[0],
        proposal_feedback_days=_days(environment, "PROPOSAL_FEEDBACK_DAYS", (usual.proposal_feedback_days,))[0],
    )


def _sheet(raw: str | None) -> tuple[AppraisalItem, ...]:
    """`satisfaction:rate:40,yearly_work:judged:60`; the weights are 100 together."""
    if not raw:
        return ()
    try:
        rows = [part.strip().split(":") for part in raw.split(",")]
        items = tuple(AppraisalItem(name, int(weight), Scoring(scoring)) for name, scoring, weight in rows)
    except ValueError as error:
        raise SettingError(f"APPRAISAL_ITEMS must be item:rate|deduction|judged:weight, not {raw!r}") from error
    names = {one.item for one in items}
    whole = sum(one.weight for one in items) == WHOLE
    if not whole or min(one.weight for one in items) < 1 or len(names) < len(items) or "" in names:
        raise SettingError(f"APPRAISAL_ITEMS must name each item once, with weights that are {WHOLE} together")
    return items


def _reading(raw: str) -> Reading:
    known = ", ".join(Reading)
    try:
        return Reading(raw)
    except ValueError as error:
        raise SettingError(f"GRADE_READING must be one of {known}, not {raw!r}") from error


def _days(environment: Mapping[str, str], name: str, usual: tuple[int, ...]) -> tuple[int, ...]:
    raw = environment.get(name)
    if not raw:
        return usual
    try:
        days = tuple(int(part) for part in raw.split(","))
    except ValueError as error:
        raise SettingError(f"{name} must be whole days, separated by commas, not {raw!r}") from error
    if min(days) < 1:
        raise SettingError(f"{name} must be at least 1 day, not {raw!r}")
    return days


def _market_days(raw: str) -> dict[str, frozenset[int]]:
    """`township_caomiao=1/4/7,township_chengyang=2/5/8`: last digits of the days of the month."""
    try:
        pairs = [part.split("=") for part in raw.split(",") if part.strip()]
        days = {unit.strip(): frozenset(int(digit) for digit in digits.split("/")) for unit, digits in pairs}
    except ValueError as error:
        raise SettingError(f"MARKET_DAYS is written like township_caomiao=1/4/7, not {raw!r}") from error
    if not all(0 <= digit <= 9 for digits in days.values() for digit in digits):
        raise SettingError(f"MARKET_DAYS names last digits of days, 0 to 9, not {raw!r}")
    return days


def _count(environment: Mapping[str, str], name: str, usual: int) -> int:
    raw = environment.get(name)
    if not raw:
        return usual
    if not (raw.isascii() and raw.isdigit()) or int(raw) < 1:
        raise SettingError(f"{name} must be a whole number of at least 1, not {raw!r}")
    return int(raw)
