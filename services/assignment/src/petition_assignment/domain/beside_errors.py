"""Refusals of what goes on beside the main path of a case."""

from __future__ import annotations

from petition_assignment.domain.errors import Refused


class PartsStillOpen(Refused):
    code = "PARTS_STILL_OPEN"
    zh = "共同承办单位尚未答复：{units}。全部答复或者说明理由撤回后方可报办结（《信访工作条例》第二十四条）。"
    en = "Units that handle the case together have not answered: {units}. Each part is answered or withdrawn first."


class NoOpenPart(Refused):
    code = "NO_OPEN_PART"
    zh = "单位 {unit} 在本案没有待答复的共办事项。"
    en = "Unit {unit} has no part of this case left to answer."


class LeadIsNoCoHandler(Refused):
    code = "LEAD_IS_NO_CO_HANDLER"
    zh = "{unit} 是牵头单位，不能作为共同承办单位。"
    en = "{unit} is the lead unit and cannot be invited beside itself."


class DisputeNeedsAnotherUnit(Refused):
    code = "DISPUTE_NEEDS_ANOTHER_UNIT"
    zh = "管辖争议应在两个单位之间，{unit} 已是承办单位。"
    en = "A dispute of competence is between two units; {unit} has the case already."


class DisputeOpen(Refused):
    code = "DISPUTE_OPEN"
    zh = "管辖争议尚未决定（《信访工作条例》第二十四条），决定前不能办理“{step_zh}”。"
    en = "A dispute of competence is not decided yet (Article 24); {step} is not possible before that."


class NoDisputeOpen(Refused):
    code = "NO_DISPUTE_OPEN"
    zh = "本案没有待决定的管辖争议。"
    en = "No dispute of competence waits for a decision in this case."


class MeetingNumberRequired(Refused):
    code = "MEETING_NUMBER_REQUIRED"
    zh = "争议单位没有共同的上级机关，由信访工作联席会议协调处理（《信访工作条例》第二十四条），请填写会议编号。"
    en = "The units have no common superior; the joint meeting decides (Article 24). Give the number of the meeting."


class MeetingNumberNotAllowed(Refused):
    code = "MEETING_NUMBER_NOT_ALLOWED"
    zh = "由共同的上级机关 {decider} 决定，不填写会议编号。"
    en = "The common superior {decider} decides this dispute; leave the number of a meeting out."


class NotAPartyToTheDispute(Refused):
    code = "NOT_A_PARTY_TO_THE_DISPUTE"
    zh = "{unit} 不是争议单位（{parties}）。"
    en = "{unit} is no party to the dispute ({parties})."


class UnitAbolished(Refused):
    code = "UNIT_ABOLISHED"
    zh = "单位 {unit} 已撤销或者合并，由 {successor} 继续行使职权（《信访工作条例》第二十四条）。"
    en = "Unit {unit} was merged or abolished; {successor} carries on its powers (Article 24)."


class UnitComplainedOf(Refused):
    code = "UNIT_COMPLAINED_OF"
    zh = "信访事项反映的是单位 {unit}，不得交其办理（《信访工作条例》第二十八条）；建议交其上级 {superior}。"
    en = "The petition complains of unit {unit}, which may not handle it (Article 28); its superior is {superior}."


class MustKeepOut(Refused):
    code = "MUST_KEEP_OUT"
    zh = "{person} 在本案回避（《信访工作条例》第二十八条第三款），不能办理。"
    en = "{person} is recused from this case (Article 28) and may take no step in it."


class AlreadyDeclared(Refused):
    code = "RECUSAL_ALREADY_DECLARED"
    zh = "{person} 在本案的回避已经提出，待决定或者已决定回避。"
    en = "The recusal of {person} was declared before; it waits for its decision or was granted."


class NoRecusalDeclared(Refused):
    code = "NO_RECUSAL_DECLARED"
    zh = "没有待决定的 {person} 的回避。"
    en = "No recusal of {person} waits for a decision."


class RecusalNotByHead(Refused):
    code = "RECUSAL_NOT_BY_HEAD"
    zh = "{person} 的回避由其单位 {unit} 的其他负责人决定；本人不能决定自己的回避。"
    en = "The recusal of {person} is decided by another head of {unit} or of its superior, never by oneself."
