"""Words for the codes that assignment's and supervision's events carry, as a petitioner reads them.

A code that is not listed, because it is newer than this page, is shown as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from petition_intake.domain.wording import Wording

TRACKS: dict[str, Wording] = {
    "1": Wording("诉讼、复议、立案或者法律监督程序", "litigation, reconsideration or legal supervision"),
    "2": Wording("仲裁", "arbitration"),
    "3": Wording("党员申诉、申请复审", "appeals and re-examination within the Party"),
    "4": Wording("行政复议、裁决、确认、许可、处罚等行政程序", "administrative procedures"),
    "5": Wording("依法履行查处违法行为、保护合法权益的职责或者答复", "a statutory duty to investigate or protect"),
    "6": Wording("信访程序，自受理之日起60日内办结", "the petition procedure, finished within 60 days of acceptance"),
}
"""《信访工作条例》第三十一条第一项至第六项."""

DECLINE_REASONS: dict[str, Wording] = {
    "N1": Wording("同一信访事项已受理或者正在办理", "the same matter is accepted or in hand already"),
    "N2": Wording("应向有权处理的本级或者上一级机关走访", "a visit goes to the competent level or the one above"),
    "N3": Wording("属诉讼权利救济或者法院、检察院职权范围", "court or procuratorate jurisdiction"),
    "N4": Wording("属纪检监察机关受理的检举控告", "a matter for the discipline inspection body"),
    "N5": Wording("不属于本机关、单位职权范围", "not within this unit's power"),
    "N6": Wording("复核意见作出后仍以同一事实和理由提出", "the same facts and reasons again after re-review"),
    "N7": Wording("逾期未申请复查、复核", "no review was asked for in time"),
    "N8": Wording("涉法涉诉事项已依法终结", "a litigation matter that has lawfully ended"),
    "N9": Wording("实为政府信息公开申请，已告知途径", "an information request; the proper way was shown"),
}

EXTENSION_REASONS: dict[str, Wording] = {
    "evidence_needed": Wording("情况复杂，需要调查取证", "complex, evidence must be gathered"),
    "hearing_needed": Wording("需要举行听证", "a hearing is needed"),
    "appraisal_needed": Wording("需要鉴定、评估", "an expert appraisal is needed"),
    "several_units": Wording("涉及多个单位", "several units must handle it together"),
    "waiting_for_procedure": Wording("等待关联程序的结果", "the result of a related procedure is awaited"),
    "other": Wording("其他原因", "another reason"),
}

OUTCOMES: dict[str, Wording] = {
    "support": Wording("支持诉求", "the demand is supported"),
    "explain": Wording("解释说明", "explained"),
    "not_support": Wording("不予支持", "the demand is not supported"),
}
"""第三十二条."""

REVIEW_OUTCOMES: dict[str, Wording] = {
    "upheld": Wording("维持", "upheld"),
    "revoked": Wording("撤销", "revoked"),
    "changed": Wording("变更", "changed"),
    "ordered_anew": Wording("责令重新作出", "to be given anew"),
}

REVIEW_DECLINE_REASONS: dict[str, Wording] = {
    "late": Wording("逾期提出且无正当理由", "asked for too late, without a good reason"),
    "final": Wording("复核意见作出后仍以同一事实和理由提出", "the same facts and reasons again after re-review"),
    "other_authority": Wording("应向其他机关、单位提出", "another body is to be asked"),
    "other_procedure": Wording("应通过其他法定途径救济", "the law offers another remedy"),
    "handled_again": Wording("原事项已重新办理", "the matter is being handled again"),
    "taken_back": Wording("信访人撤回请求", "the petitioner took the request back"),
}

CLOCKS: dict[str, Wording] = {
    "K1": Wording("转送、交办期限", "to be sent to the responsible unit by"),
    "K2": Wording("告知是否受理的期限", "to be told about acceptance by"),
    "K3": Wording("告知是否受理的期限", "to be told about acceptance by"),
    "K5": Wording("办结期限", "to be finished by"),
    "K8": Wording("复查期限", "review to be answered by"),
    "K10": Wording("复核期限", "re-review to be answered by"),
    "K11": Wording("向上级反馈结果的期限", "result to be fed back by"),
    "REHANDLING": Wording("重新办理期限", "handling anew to be finished by"),
}
"""Kinds of clock a petitioner waits for; the others (a unit's right to object, the petitioner's own rights) are not
something anybody owes the petitioner."""


def worded(words: Mapping[str, Wording], code: object) -> Wording:
    """The words for a code; an unlisted code stands for itself."""
    return words.get(str(code), Wording(str(code), str(code)))
