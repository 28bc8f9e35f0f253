"""What counts as an answer to a case, and so to what was joined to it, and what ends a case without one."""

from __future__ import annotations

from petition_intake.domain.wording import Wording

ANSWERS: dict[tuple[str, str], Wording] = {
    ("assignment", "opinion_delivered.v1"): Wording("信访处理意见书已送达", "the written opinion was delivered"),
    ("assignment", "answer_delivered.v1"): Wording("答复已送达", "the answer was delivered"),
    ("assignment", "suggestion_answered.v1"): Wording("建议已答复", "the suggestion was answered"),
    ("assignment", "case_declined.v1"): Wording("已告知不予受理", "it was not accepted"),
    ("assignment", "case_closed_on_spot.v1"): Wording("已当场化解", "it was settled on the spot"),
}
"""By event, in words for the petitioner."""

DISPOSED = Wording("登记单位已作出处置，见该件的告知", "the unit that registered it decided; its notice says how")
UNANSWERED = frozenset({("assignment", "case_closed_withdrawn.v1")})


def why_parted(case_no: str) -> str:
    """The reason on record when a petition is parted by rule."""
    return f"合并办理的信访件 {case_no} 已撤回，未作答复"
