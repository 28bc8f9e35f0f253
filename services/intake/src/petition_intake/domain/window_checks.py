"""What must hold before people at the window decide about a petition; each check refuses and changes nothing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from petition_intake.domain.dispute_errors import SmallGridRequired
from petition_intake.domain.errors import (
    FirstOrRepeatUndecided,
    PetitionerNotConfirmed,
    RepeatOfItself,
    RepeatOfLater,
    RepeatOfMissing,
    RepeatOfNotAllowed,
    SettledBeforeReceipt,
    TextRequired,
)
from petition_intake.domain.vocabulary import Decision, SettlementLevel
from petition_intake.domain.window_decisions import SETTLE

if TYPE_CHECKING:
    from petition_intake.domain.petition import Petition


def check_link(petition: Petition, decision: Decision, earlier: Petition | None) -> None:
    """Repeat without an earlier petition, first with one, itself, one received later => refused."""
    if decision is Decision.REPEAT and earlier is None:
        raise RepeatOfMissing("repeat_of")
    if decision is Decision.FIRST and earlier is not None:
        raise RepeatOfNotAllowed("repeat_of")
    if earlier is not None and earlier.case_no == petition.case_no:
        raise RepeatOfItself("repeat_of")
    if earlier is not None and earlier.received_at > petition.received_at:
        raise RepeatOfLater("repeat_of", case_no=earlier.case_no)


def check_settlement(
    petition: Petition, level: SettlementLevel, settled_at: datetime, result: str, confirmed: bool, in_grid: bool
) -> None:
    """Undecided whether first or repeated => FirstOrRepeatUndecided.

    In a grid (在“网格”中化解), but it is not known in which, or another level => SmallGridRequired.
    """
    if petition.link is None:
        raise FirstOrRepeatUndecided("case_no")
    if not result.strip():
        raise TextRequired("result")
    if not confirmed:
        raise PetitionerNotConfirmed("petitioner_confirmed", step=SETTLE.en, step_zh=SETTLE.zh)
    if settled_at < petition.received_at:
        raise SettledBeforeReceipt("settled_at")
    if in_grid and (level is not SettlementLevel.VILLAGE or petition.place.grid_code is None):
        raise SmallGridRequired("in_grid")
