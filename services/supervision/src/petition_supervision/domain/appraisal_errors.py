"""Every way a command on a yearly appraisal is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class YearNotOver(Refused):
    code = "YEAR_NOT_OVER"
    zh = "{year} 年尚未结束，不能进行年度考核。"
    en = "The year {year} is not over, so it cannot be appraised."


class UnitNotAppraised(Refused):
    code = "UNIT_NOT_APPRAISED"
    zh = "{unit} 不是年度考核的对象，考核对象为乡镇和部门。"
    en = "{unit} is not appraised: townships and departments are."


class AppraisalOnRecord(Refused):
    code = "APPRAISAL_ON_RECORD"
    zh = "{unit} {year} 年的年度考核已经评定，不重复评定。"
    en = "The appraisal of {unit} for {year} is on record."


class ItemsDoNotMatch(Refused):
    code = "ITEMS_DO_NOT_MATCH"
    zh = "考核项目应当与本县考核表一致且各填一次：{items}。"
    en = "The items are those of the county's sheet, each once: {items}."


class FigureDoesNotFit(Refused):
    code = "FIGURE_DOES_NOT_FIT"
    zh = "项目 {item} 的数据不符合计分方式：比率填分子、分母且分子不大于分母，扣分填次数，评定填 {weight} 以内的得分。"
    en = "The figure of {item} does not fit: a rate has both parts, a deduction a count, a judgement up to {weight}."


class NothingToAppraise(Refused):
    code = "NOTHING_TO_APPRAISE"
    zh = "没有可计分的项目，不能评定。"
    en = "No item can be scored, so there is nothing to grade."


class AppraisalNotTold(Refused):
    code = "APPRAISAL_NOT_TOLD"
    zh = "该考核已经申诉或者公布，不能再申诉。"
    en = "This appraisal has been appealed against or published."


class AppealTooLate(Refused):
    code = "APPEAL_TOO_LATE"
    zh = "申诉期限 {until} 已过。"
    en = "An appeal was possible until {until}."


class AppealedBefore(Refused):
    code = "APPEALED_BEFORE"
    zh = "对该考核的申诉已有决定，不重复申诉。"
    en = "An appeal against this appraisal was decided already."


class FigureDefinitionRequired(Refused):
    code = "FIGURE_DEFINITION_REQUIRED"
    zh = "“{item}”按比率计分，应当写明指标代码和定义版本，以便与指标系统核对。"
    en = "{item} is scored by a rate: it names the indicator and the version of its definition, to be compared."


class NoAppeal(Refused):
    code = "NO_APPEAL"
    zh = "没有待决定的申诉。"
    en = "There is no appeal to be decided."


class GraderDecidesAppeal(Refused):
    code = "GRADER_DECIDES_APPEAL"
    zh = "申诉应当由评定人（{person}）以外的领导决定。"
    en = "An appeal is decided by another leader than {person}, who graded."


class GradeNeededIfUpheld(Refused):
    code = "GRADE_NEEDED_IF_UPHELD"
    zh = "申诉成立的，应当写明改变后的等次；不成立的不写。"
    en = "An appeal that is upheld gets another grade; one that is not gets none."


class AppealStillPossible(Refused):
    code = "APPEAL_STILL_POSSIBLE"
    zh = "申诉期限（{until}）未过或者申诉未决定，不能公布。"
    en = "An appeal is possible until {until}, or one is not decided: it is not published yet."


class AppraisalPublished(Refused):
    code = "APPRAISAL_PUBLISHED"
    zh = "该考核结果已经公布。"
    en = "This appraisal has been published."
