"""The closed lists of the three-step ladder (一次提出整改、二次通报批评、三次严肃问责) and what starts it."""

from __future__ import annotations

from enum import StrEnum


class Trigger(StrEnum):
    """Why an item is supervised (督办): 《信访工作条例》第四十条, and the county's red colour (D9)."""

    NOT_FINISHED_IN_TIME = "D1"
    RESULT_NOT_REPORTED = "D2"
    PROCEDURE_NOT_KEPT = "D3"
    EVASION_OR_DELAY = "D4"
    OPINION_NOT_CARRIED_OUT = "D5"
    FALSE_REPORT = "D6"
    FACTS_OR_BASIS_WRONG = "D7"
    OTHER = "D8"
    RED_COLOUR = "D9"


class LadderStep(StrEnum):
    """The three steps, in the order they are taken; none is skipped or taken twice."""

    RECTIFICATION = "rectification"
    CRITICISM = "criticism"
    ACCOUNTABILITY = "accountability"


class Verdict(StrEnum):
    """What a check (跟踪问效) found."""

    CARRIED_OUT = "carried_out"
    NOT_CARRIED_OUT = "not_carried_out"


class ItemState(StrEnum):
    """挂账 or 销账."""

    OPEN = "open"
    CLEARED = "cleared"


class Adoption(StrEnum):
    """How the addressee took a proposal to hold somebody to account (《信访工作条例》第四十条: 书面反馈采纳情况)."""

    ADOPTED = "adopted"
    PARTLY_ADOPTED = "partly_adopted"
    NOT_ADOPTED = "not_adopted"


_ORDER = tuple(LadderStep)

SUGGESTED_BY_CLOCK = {
    "K1": Trigger.PROCEDURE_NOT_KEPT,
    "K2": Trigger.PROCEDURE_NOT_KEPT,
    "K3": Trigger.PROCEDURE_NOT_KEPT,
    "K5": Trigger.NOT_FINISHED_IN_TIME,
    "K8": Trigger.NOT_FINISHED_IN_TIME,
    "K10": Trigger.NOT_FINISHED_IN_TIME,
    "REHANDLING": Trigger.NOT_FINISHED_IN_TIME,
    "K11": Trigger.RESULT_NOT_REPORTED,
    "K12": Trigger.PROCEDURE_NOT_KEPT,
    "K13": Trigger.RESULT_NOT_REPORTED,
    "SIGNING": Trigger.PROCEDURE_NOT_KEPT,
    "CARRY_OUT": Trigger.OPINION_NOT_CARRIED_OUT,
    "PERFORMANCE": Trigger.OPINION_NOT_CARRIED_OUT,
    "PART": Trigger.NOT_FINISHED_IN_TIME,
}
"""A missed clock only suggests an item; a person opens it."""


def step_after(step: LadderStep | None) -> LadderStep | None:
    """The step that follows; None after the third."""
    position = 0 if step is None else _ORDER.index(step) + 1
    return _ORDER[position] if position < len(_ORDER) else None


def suggested_trigger(kind: str) -> Trigger:
    """Which trigger the miss of a clock suggests; of a kind not known here: other."""
    return SUGGESTED_BY_CLOCK.get(kind, Trigger.OTHER)
