"""Every way a command on a supervision item is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class SupervisionAlreadyOpen(Refused):
    code = "SUPERVISION_ALREADY_OPEN"
    zh = "同一事由已挂账督办（{supervision_no}），不能重复立项。"
    en = "The same matter is supervised already ({supervision_no}); it is not opened twice."


class SupervisionReasonRequired(Refused):
    code = "SUPERVISION_REASON_REQUIRED"
    zh = "督办情形为“其他”（D8）的，必须写明具体情形。"
    en = "An item for another reason (D8) says in words what it is."


class SupervisionIsCleared(Refused):
    code = "SUPERVISION_CLEARED"
    zh = "该督查事项已于 {cleared_on} 销账。"
    en = "This supervision item was cleared on {cleared_on}."


class NotYourSupervision(Refused):
    code = "NOT_YOUR_SUPERVISION"
    zh = "该督查事项与本单位（{unit}）无关，不能查看。"
    en = "This supervision item does not concern your unit ({unit}); it may not read it."


class NotTheSupervisedUnit(Refused):
    code = "NOT_THE_SUPERVISED_UNIT"
    zh = "只有被督查单位（{unit}）可以回复。"
    en = "Only the supervised unit ({unit}) may reply."


class OwnUnitSupervised(Refused):
    code = "OWN_UNIT_SUPERVISED"
    zh = "{unit} 是被督查单位，不能由其自己核查、签发或销账（《信访工作条例》第二十八条：应当回避）。"
    en = "{unit} is the supervised unit and does not check, sign or clear its own item (Article 28)."


class LastStepAwaited(Refused):
    code = "LAST_STEP_AWAITED"
    zh = "被督查单位尚未回复，期限（{due_on}）也未届满，不能进入下一步。"
    en = "The unit has not replied and its day ({due_on}) has not passed, so the next step is not taken."


class LadderAtItsEnd(Refused):
    code = "LADDER_AT_ITS_END"
    zh = "已进入第三步（追究责任建议），没有下一步。"
    en = "The third step (proposal to hold to account) was taken; there is none after it."


class StepDueDateRequired(Refused):
    code = "STEP_DUE_DATE_REQUIRED"
    zh = "整改通知、通报批评必须写明整改期限。"
    en = "A notice to rectify or a criticism must say by when the unit has to act."


class SignOffRequired(Refused):
    code = "SIGN_OFF_REQUIRED"
    zh = "通报批评须经县信访工作联席会议研究，请填写已登记的会议编号（《信访工作条例》第三十九条）。"
    en = "A criticism is decided by the county's joint meeting: give the number of one that is on record (Article 39)."


class NotOfThisStep(Refused):
    code = "NOT_OF_THIS_STEP"
    zh = "{field} 不属于本次核查要采取的步骤，请勿填写。"
    en = "{field} does not belong to what this check leads to; leave it out."


class NoProposalToSign(Refused):
    code = "NO_PROPOSAL_TO_SIGN"
    zh = "没有待签发的追究责任建议。"
    en = "There is no proposal to hold to account that waits for a signature."


class DrafterMayNotSign(Refused):
    code = "DRAFTER_MAY_NOT_SIGN"
    zh = "追究责任建议由 {drafted_by} 核查后形成，须由另一人签发（《信访工作条例》第四十条）。"
    en = "The proposal follows from the check of {drafted_by}; another person must sign it (Article 40)."


class NoProposalToAnswer(Refused):
    code = "NO_PROPOSAL_TO_ANSWER"
    zh = "没有已签发、待反馈的追究责任建议。"
    en = "There is no signed proposal that waits for its answer."


class AdoptionReasonRequired(Refused):
    code = "ADOPTION_REASON_REQUIRED"
    zh = "未采纳或部分采纳的，必须登记理由。"
    en = "A proposal that was not, or only partly, adopted needs the reason given."


class CheckMissing(Refused):
    code = "CHECK_MISSING"
    zh = "最近一次核查结论不是“已落实”，不能销账。"
    en = "The last check did not find the matter carried out, so the item is not cleared."
