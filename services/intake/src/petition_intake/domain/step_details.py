"""What a step's codes mean, in words a petitioner reads."""

from __future__ import annotations

from collections.abc import Mapping

from petition_intake.domain.codes_told import DECLINE_REASONS, OUTCOMES, REVIEW_OUTCOMES, TRACKS, worded
from petition_intake.domain.disposition import GROUND_WORDING
from petition_intake.domain.review_course import REVIEW_LEVEL_WORDING
from petition_intake.domain.steps import Step, StepKind
from petition_intake.domain.vocabulary import RECLASSIFY_REASON_WORDING
from petition_intake.domain.wording import Wording

MODES = {
    "transfer": Wording("转送", "transferred"),
    "assign": Wording("交办，须按期反馈结果", "assigned, with a date for the result"),
    "own": Wording("本单位自办", "kept by the unit that received it"),
}
DECISIONS = {
    "first": Wording("初次信访", "first petition on the matter"),
    "repeat": Wording("重复信访", "repeated petition on the same matter"),
}
SETTLED_AT = {
    "village": Wording("在村（社区）化解", "settled in the village"),
    "township": Wording("在乡镇化解", "settled in the township"),
    "county": Wording("在县级化解", "settled at the county"),
}
UPHELD = {
    "true": Wording("异议成立，将另行转送、交办", "the objection stands; the matter is sent elsewhere"),
    "false": Wording("异议不成立，由原单位办理", "the objection fails; the unit handles the matter"),
}
REACHED = {
    "true": Wording("已联系到信访人", "the petitioner was reached"),
    "false": Wording("未联系到信访人", "the petitioner was not reached"),
}
GROUNDS = {ground.value: wording for ground, wording in GROUND_WORDING.items()}
CORRECTIONS = {reason.value: wording for reason, wording in RECLASSIFY_REASON_WORDING.items()}

_WORDS: Mapping[str, Mapping[str, Wording]] = {
    "mode": MODES,
    "ground": GROUNDS,
    "decision": DECISIONS,
    "level": SETTLED_AT,
    "upheld": UPHELD,
    "reached": REACHED,
    "track": TRACKS,
    "outcome": OUTCOMES,
    "review_level": {level.value: wording for level, wording in REVIEW_LEVEL_WORDING.items()},
    "review_outcome": REVIEW_OUTCOMES,
}


def details_of(step: Step) -> list[Wording]:
    """A step's details in words. Of which earlier petition a repeat is does not belong here: it may be another's."""
    found = []
    for name, code in step.details.items():
        if name in _WORDS:
            found.append(worded(_WORDS[name], code))
        elif name == "reason":
            found.append(worded(DECLINE_REASONS if step.kind is StepKind.DECLINED else CORRECTIONS, code))
        elif name == "due_on":
            by = ("履行期限", "performed") if step.kind is StepKind.AGREED else ("办结时限", "finished")
            found.append(Wording(f"{by[0]} {code}", f"to be {by[1]} by {code}"))
        elif name == "delivered_on":
            found.append(Wording(f"送达日期 {code}", f"delivered on {code}"))
        elif name == "hearing_on":
            found.append(Wording(f"听证日期 {code}", f"to be held on {code}"))
        elif name == "days":
            found.append(Wording(f"延长{code}日", f"extended by {code} days"))
    return found
