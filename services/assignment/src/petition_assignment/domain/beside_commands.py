"""What officers ask for beside the main path of a case (《信访工作条例》第二十四条、第二十八条第三款)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_assignment.domain.commands import Command


@dataclass(frozen=True)
class InviteCoHandler(Command):
    """邀请共同承办: a further unit answers its own part by its own date."""

    name = "invite_co_handler"
    unit: str
    task: str
    due_on: date


@dataclass(frozen=True)
class ApplyForExtension(Command):
    """延期办理申请: so many days more, and why, to the head of the unit (第三十四条)."""

    name = "apply_for_extension"
    days: int
    reason_code: str
    reason: str


@dataclass(frozen=True)
class DeclineExtension(Command):
    """不予延期, with the reason."""

    name = "decline_extension"
    reason: str


@dataclass(frozen=True)
class InviteParticipant(Command):
    """邀请参与: 两所一庭 or another unit takes part on a day, in a capacity."""

    name = "invite_participant"
    unit: str
    capacity: str
    invited_for: date


@dataclass(frozen=True)
class AnswerPart(Command):
    """答复共办事项: a further unit answers what it was asked."""

    name = "answer_part"
    answer: str


@dataclass(frozen=True)
class WithdrawPart(Command):
    """撤回共办事项: the lead unit takes a part back, with a reason."""

    name = "withdraw_part"
    unit: str
    text: str


@dataclass(frozen=True)
class RaiseCompetenceDispute(Command):
    """提出管辖争议: two units both claim the case or both deny it."""

    name = "raise_competence_dispute"
    other_unit: str
    position: str
    text: str


@dataclass(frozen=True)
class DecideCompetenceDispute(Command):
    """决定管辖争议: which of the two has the case."""

    name = "decide_competence_dispute"
    unit: str
    text: str
    meeting_no: str | None = None


@dataclass(frozen=True)
class DeclareRecusal(Command):
    """提出回避: by the officer or for another one."""

    name = "declare_recusal"
    person: str
    text: str


@dataclass(frozen=True)
class DecideRecusal(Command):
    """决定回避: by a head of the officer's unit."""

    name = "decide_recusal"
    person: str
    granted: bool
    text: str
