"""Refusals around the answer: suggestions, papers of the handling, what becomes of a decision."""

from __future__ import annotations

from petition_assignment.domain.errors import Refused


class SuggestionHasItsOwnAnswer(Refused):
    code = "SUGGESTION_HAS_ITS_OWN_ANSWER"
    zh = "建议意见类事项不出具信访处理意见书，请按采纳情况答复（《信访工作条例》第二十九条）。"
    en = "A suggestion gets no opinion on a grievance; answer it by whether it is adopted (Article 29)."


class NotASuggestion(Refused):
    code = "NOT_A_SUGGESTION"
    zh = "本事项是申诉求决，不能按建议意见答复。"
    en = "This petition is an appeal, not a suggestion."


class HearingGroundRequired(Refused):
    code = "HEARING_GROUND_REQUIRED"
    zh = "听证适用于重大、复杂、疑难的信访事项（《信访工作条例》第三十一条第六项），请注明；其他文书不填。"
    en = "A hearing is for a major, complex or difficult matter (Article 31); say which, and for no other paper."


class HearingNotCalled(Refused):
    code = "HEARING_NOT_CALLED"
    zh = "没有发出过 {held_on} 举行听证的通知，请先书面通知参加人（《信访工作条例》第三十一条第六项）。"
    en = "No hearing was called for {held_on}; those who are to be heard are told in writing first (Article 31)."


class PaperDateImpossible(Refused):
    code = "PAPER_DATE_IMPOSSIBLE"
    zh = "日期 {date} 应在 {earliest} 至今天（{latest}）之间。"
    en = "The date {date} must lie between {earliest} and today ({latest})."


class AgreementUnknown(Refused):
    code = "AGREEMENT_UNKNOWN"
    zh = "本案没有编号为 {number} 的协议。"
    en = "This case has no agreement with the number {number}."


class AgreementPerformed(Refused):
    code = "AGREEMENT_PERFORMED"
    zh = "协议 {number} 已登记履行完毕。"
    en = "The agreement {number} was recorded as performed before."


class NothingToExecute(Refused):
    code = "NOTHING_TO_EXECUTE"
    zh = "只有支持信访请求的处理意见才督促执行（《信访工作条例》第三十二条）。"
    en = "Only an opinion that supports the request is followed until it is carried out (Article 32)."


class SmallGridUnknown(Refused):
    code = "SMALL_GRID_UNKNOWN"
    zh = "信访事项未登记到小网格，不能记为在网格化解，请先更正问题属地。"
    en = "The petition names no small grid, so it was not settled in one; correct the place first."
