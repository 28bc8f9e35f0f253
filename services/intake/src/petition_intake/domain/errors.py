"""Every way this service says no: one class a code, one sentence in Chinese and in English.

The codes are part of the contract with the agencies' systems and never change their meaning. No sentence carries
anything a petitioner wrote.
"""

from __future__ import annotations

from typing import ClassVar


class Refused(Exception):
    """A request that is not carried out; nothing was written. `field` names the part of the request at fault."""

    code: ClassVar[str]
    zh: ClassVar[str]
    en: ClassVar[str]

    def __init__(self, field: str | None = None, **values: object) -> None:
        self.field = field
        self.values = values
        super().__init__(f"{self.code}: {self.en.format(field=field, **values)}")


# -- the case, its version and who may touch it ------------------------------------------------------------------------


class CaseUnknown(Refused):
    """Also said of an accusation: outside its own store it does not exist (《信访工作条例》第三十条)."""

    code = "NOT_FOUND"
    zh = "查无此信访事项：{case_no}。"
    en = "There is no such petition: {case_no}."


class StaleVersion(Refused):
    code = "STALE_VERSION"
    zh = "信访事项已被他人更新（现为第 {actual} 版，您依据的是第 {expected} 版），请重新查看后再办。"
    en = "The petition has moved on (now version {actual}, you expected {expected}); read it again first."


class NotYourCase(Refused):
    code = "NOT_YOUR_CASE"
    zh = "该信访事项不是本单位登记或者承办的，本单位（{unit}）不能办理或查看。"
    en = "This petition was neither registered by {unit} nor sent to it: it may not act on it or read it."


class BureauOnly(Refused):
    code = "BUREAU_ONLY"
    zh = "只有信访局工作人员和审计员可以查看。"
    en = "Only the petition bureau and auditors may look at this."


class IllegalTransition(Refused):
    code = "ILLEGAL_TRANSITION"
    zh = "信访事项现为“{state_zh}”，不能办理“{step_zh}”。"
    en = "The petition is {state}; {step} is not possible now."


class AlreadyDone(IllegalTransition):
    code = "ALREADY_DONE"
    zh = "“{step_zh}”已经办过（信访事项现为“{state_zh}”），未重复办理。"
    en = "{step} was already done (the petition is {state}); it was not done again."


class TextRequired(Refused):
    code = "TEXT_REQUIRED"
    zh = "“{field}”必须写明，不能为空白。"
    en = "{field} must be written out; blanks are not enough."


class ReasonRequired(Refused):
    code = "REASON_REQUIRED"
    zh = "查阅保密件必须写明理由。"
    en = "Reading a confidential filing needs a reason."


# -- what is filed -----------------------------------------------------------------------------------------------------


class CategoryUnknown(Refused):
    code = "CATEGORY_UNKNOWN"
    zh = "内容分类表中没有 {category}（应为三级分类代码）。"
    en = "There is no category {category} in the table (the code of a third-level category is needed)."


class PlaceUnknown(Refused):
    code = "PLACE_UNKNOWN"
    zh = "地域名册中没有 {place}。"
    en = "There is no place {place} on the register."


class PlaceMismatch(Refused):
    code = "PLACE_MISMATCH"
    zh = "{place} 不在 {parent} 辖区内。"
    en = "{place} does not lie in {parent}."


class UnitUnknown(Refused):
    code = "UNIT_UNKNOWN"
    zh = "单位名册中没有 {unit}。"
    en = "There is no unit {unit} on the register."


class DateInFuture(Refused):
    code = "DATE_IN_FUTURE"
    zh = "“{field}”（{given}）晚于现在（{now}），不能登记尚未发生的事。"
    en = "{field} ({given}) is later than now ({now}); what has not happened cannot be registered."


class PostmarkAfterReceipt(Refused):
    code = "POSTMARK_AFTER_RECEIPT"
    zh = "邮戳日期 {given} 晚于收到日期 {received}。"
    en = "The postmark of {given} is later than the day of receipt, {received}."


class ChannelFieldMissing(Refused):
    code = "CHANNEL_FIELD_MISSING"
    zh = "以“{channel_zh}”形式提出的信访事项必须填写“{field}”。"
    en = "A petition by {channel} needs {field}."


class FormOfAnotherChannel(Refused):
    code = "FORM_OF_ANOTHER_CHANNEL"
    zh = "“{form_zh}”不属于“{channel_zh}”，请改填信访形式。"
    en = "{form} is not a form of the channel {channel}."


class ChannelFieldMisplaced(Refused):
    code = "CHANNEL_FIELD_MISPLACED"
    zh = "以“{channel_zh}”形式提出的信访事项不填写“{field}”。"
    en = "{field} does not belong to a petition by {channel}."


class NameAndAddressRequired(Refused):
    """第十九条: a petition names its author and address; 第二十三条 knows petitions where these are not clear."""

    code = "NAME_AND_ADDRESS_REQUIRED"
    zh = (
        "实名信访应当载明姓名（名称）、住址（《信访工作条例》第十九条）；"
        "确实不清的注明 identity_unclear，匿名的注明 anonymous。"
    )
    en = (
        "A petition that is not anonymous states name and address (Article 19); mark it identity_unclear where these "
        "cannot be made out, or anonymous where none were given."
    )


class AnonymousWithName(Refused):
    code = "ANONYMOUS_WITH_NAME"
    zh = "匿名信访不登记信访人信息。"
    en = "An anonymous petition has no petitioner's particulars."


class ReadBackNotConfirmed(Refused):
    """第十九条: what is said by word of mouth is recorded faithfully."""

    code = "READ_BACK_NOT_CONFIRMED"
    zh = "口头提出的信访事项应当如实记录，并向信访人宣读核对（《信访工作条例》第十九条）。"
    en = "A petition made orally is recorded faithfully and read back to the petitioner (Article 19)."


class TooManyRepresentatives(Refused):
    """第二十条第三款."""

    code = "TOO_MANY_REPRESENTATIVES"
    zh = "多人走访应当推选代表，代表人数不得超过{most}人（《信访工作条例》第二十条）；来访人数另行如实登记。"
    en = "A group visit is represented by at most {most} people (Article 20); the headcount is registered apart."


class RepresentativesImpossible(Refused):
    code = "REPRESENTATIVES_IMPOSSIBLE"
    zh = "代表人数 {given} 与来访人数 {headcount} 不符：至少1人，不多于来访人数。"
    en = "{given} representatives do not fit a headcount of {headcount}: at least one, at most all of them."


class HeadcountTooSmall(Refused):
    code = "HEADCOUNT_TOO_SMALL"
    zh = "人数 {given} 少于所登记的信访人 {named} 名。"
    en = "A headcount of {given} is less than the {named} petitioners named."


class CompetentLevelRequired(Refused):
    code = "COMPETENT_LEVEL_REQUIRED"
    zh = "到市级以上走访的，须注明有权处理机关的层级，以判断是否逐级走访（《信访工作条例》第二十条）。"
    en = "A visit to the city or above needs the level of the body that has power to handle it (Article 20)."


class AlreadyRegistered(Refused):
    code = "ALREADY_REGISTERED"
    zh = "{reference} 已登记为信访事项 {case_no}，不重复登记。"
    en = "{reference} is already registered as petition {case_no}."


class AccusedOnlyInAccusation(Refused):
    code = "ACCUSED_ONLY_IN_ACCUSATION"
    zh = "只有检举控告类才填写被反映人。"
    en = "Only an accusation names whom it accuses."


class ComplainedOfNotInAccusation(Refused):
    """第三十条: whom an accusation accuses stands in the restricted store and is told to nobody."""

    code = "COMPLAINED_OF_NOT_IN_ACCUSATION"
    zh = "检举控告的被反映单位填写“accused”，保密存放；“complained_of”只用于建议意见和申诉求决。"
    en = "Whom an accusation accuses is stated in accused and kept secret; complained_of is for the other purposes."


# -- first or repeat, reclassification, settlement, withdrawal ---------------------------------------------------------


class FirstOrRepeatUndecided(Refused):
    code = "FIRST_OR_REPEAT_UNDECIDED"
    zh = "尚未认定是初次还是重复信访；请先由人工认定。"
    en = "Nobody has decided yet whether this is a first or a repeated petition; decide that first."


class RepeatOfMissing(Refused):
    code = "REPEAT_OF_REQUIRED"
    zh = "认定为重复信访的，须指明先前的信访事项。"
    en = "A repeated petition needs the number of the earlier one."


class RepeatOfNotAllowed(Refused):
    code = "REPEAT_OF_NOT_ALLOWED"
    zh = "认定为初次信访的，不填写先前的信访事项。"
    en = "A first petition has no earlier one; leave it out."


class RepeatOfUnknown(Refused):
    code = "REPEAT_OF_UNKNOWN"
    zh = "查无所指的先前信访事项 {case_no}。"
    en = "The earlier petition {case_no} is not known."


class RepeatOfItself(Refused):
    code = "REPEAT_OF_ITSELF"
    zh = "信访事项不能与自身重复。"
    en = "A petition cannot repeat itself."


class RepeatOfLater(Refused):
    code = "REPEAT_OF_LATER"
    zh = "所指信访事项 {case_no} 的收到时间晚于本件，不是先前的信访事项。"
    en = "Petition {case_no} was received later than this one, so it is not the earlier one."


class NothingToChange(Refused):
    code = "NOTHING_TO_CHANGE"
    zh = "信访目的、内容分类和问题属地都与现登记相同。"
    en = "Purpose, category and place are what is registered already."


class AccusationNeedsOwnFiling(Refused):
    """第三十条: what belongs into the confidential store must be filed there, not moved there in everybody's sight."""

    code = "ACCUSATION_NEEDS_OWN_FILING"
    zh = "检举控告应另行登记为检举控告类，不能由其他类别改登。"
    en = "An accusation is registered as one; another petition cannot be turned into it."


class SettledBeforeReceipt(Refused):
    code = "SETTLED_BEFORE_RECEIPT"
    zh = "化解时间早于收到信访事项的时间。"
    en = "The settlement is earlier than the receipt of the petition."


class PetitionerNotConfirmed(Refused):
    code = "PETITIONER_NOT_CONFIRMED"
    zh = "“{step_zh}”须经信访人确认。"
    en = "{step} needs the petitioner's own confirmation."


# -- the petitioner's own access ---------------------------------------------------------------------------------------


class CodeNotAccepted(Refused):
    """Said alike of a wrong code and of a case that does not exist, so that numbers cannot be tried out."""

    code = "CODE_NOT_ACCEPTED"
    zh = "信访事项编号或者查询码不正确。"
    en = "The case number or the query code is not correct."


class TooManyTries(Refused):
    code = "TOO_MANY_TRIES"
    zh = "查询码连续错误次数过多，请于 {until} 之后再试，或到登记窗口查询。"
    en = "Too many wrong query codes; try again after {until}, or ask at the window where it was registered."


class NotAtTheWindow(Refused):
    code = "NOT_AT_THE_WINDOW"
    zh = "该请求由窗口登记员登记，或者由信访人凭查询码在网上提出。"
    en = "The request is taken by a registrar at the window, or made by the petitioner with the query code."


class QueryCodeRequired(Refused):
    code = "QUERY_CODE_REQUIRED"
    zh = "在网上提出请求须填写查询码。"
    en = "A request made online needs the query code."


class RatedByOfficer(Refused):
    code = "RATED_BY_OFFICER"
    zh = "评价由信访人本人通过网上信访作出，工作人员不得代为评价。"
    en = "Only the petitioner rates, by the citizens' own entry; no officer may do it for them."


class RatingNotOpen(Refused):
    code = "RATING_NOT_OPEN"
    zh = "信访事项尚未审核认定办结或者当场化解，还不能评价（现为“{state_zh}”）。"
    en = "The petition is not confirmed as finished or settled on the spot, so it cannot be rated yet (it is {state})."


class RatingWindowClosed(Refused):
    code = "RATING_WINDOW_CLOSED"
    zh = "评价期为办结后{days}日，已于 {until} 届满。"
    en = "The result can be rated within {days} days; the last of them was {until}."


class AlreadyRated(Refused):
    code = "ALREADY_RATED"
    zh = "第{round}轮办理已经评价，评价不能更改。"
    en = "Round {round} has been rated; a rating is not changed."


class AnonymousPetitioner(Refused):
    code = "ANONYMOUS_PETITIONER"
    zh = "匿名信访事项不评价。"
    en = "An anonymous petition is not rated."
