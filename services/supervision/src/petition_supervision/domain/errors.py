"""Every way this service says no: one class a code, one sentence in Chinese and in English.

The codes are part of the contract with the agencies' systems and never change their meaning.
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


class NotYourCase(Refused):
    code = "NOT_YOUR_CASE"
    zh = "本单位（{unit}）不是该案的登记、承办或责任单位，不能查看。"
    en = "Your unit ({unit}) neither registered nor handles this case and may not read it."


class NotYourUnit(Refused):
    code = "NOT_YOUR_UNIT"
    zh = "本单位（{own}）只能查看、办理自己的事项，不能查看、办理 {unit} 的。"
    en = "Your unit ({own}) sees and acts on what is its own only, not what is of {unit}."


class NothingToFollowUp(Refused):
    code = "NOTHING_TO_FOLLOW_UP"
    zh = "本案第 {round} 轮尚未办结，没有待回访事项。"
    en = "Round {round} of this case is not closed yet, so there is nothing to follow up."


class AnonymousPetitioner(Refused):
    code = "ANONYMOUS_PETITIONER"
    zh = "信访人匿名，无法回访（《信访工作条例》第二十三条：姓名、住址不清的除外）。"
    en = "The petitioner is anonymous; there is nobody to follow up with (Article 23)."


class FollowUpAlreadyRecorded(Refused):
    code = "FOLLOW_UP_ALREADY_RECORDED"
    zh = "第 {round} 轮的回访结果已登记，不能更改或重复登记。"
    en = "The follow-up of round {round} is on record; it is neither changed nor recorded twice."


class OfficerOfHandlingUnit(Refused):
    code = "OFFICER_OF_HANDLING_UNIT"
    zh = "{unit} 承办过本案，不能由承办单位自己回访，请由其他单位的回访员办理。"
    en = "{unit} handled this case; the handling unit does not call back itself. An officer of another unit must."


class ScoreRequired(Refused):
    code = "SCORE_REQUIRED"
    zh = "已联系到信访人的，必须登记其评价（满意、基本满意、不满意）。"
    en = "The petitioner was reached, so the answer (satisfied, basically satisfied, dissatisfied) must be recorded."


class AnswerWithoutContact(Refused):
    code = "ANSWER_WITHOUT_CONTACT"
    zh = "未联系到信访人，不能登记 {field}。"
    en = "The petitioner was not reached, so {field} cannot be recorded."


class ReasonRequired(Refused):
    code = "REASON_REQUIRED"
    zh = "信访人不满意的，必须登记不满意的原因。"
    en = "The petitioner is dissatisfied, so the reason must be recorded."


class FollowUpPending(Refused):
    code = "FOLLOW_UP_PENDING"
    zh = "第 {round} 轮尚未完成回访，不能责成重新办理。"
    en = "Round {round} has not been followed up yet, so it cannot be ordered to be handled again."


class PetitionerNotDissatisfied(Refused):
    code = "PETITIONER_NOT_DISSATISFIED"
    zh = "第 {round} 轮回访结果不是“不满意”，不能责成重新办理。"
    en = "The petitioner was not dissatisfied in round {round}, so the case is not handled again."


class UnitComplainedOf(Refused):
    code = "UNIT_COMPLAINED_OF"
    zh = "{unit} 是本信访事项反映的单位，不能责成其重新办理（《信访工作条例》第二十八条），请由其上级机关、单位处理。"
    en = "The petition complains of {unit}, which does not handle it again (Article 28); the unit above it does."


class RehandlingAlreadyOrdered(Refused):
    code = "REHANDLING_ALREADY_ORDERED"
    zh = "已责成第 {round} 轮重新办理（办结时限 {due_on}），不能重复责成。"
    en = "Round {round} was already ordered (due {due_on}); it is not ordered twice."


class DueDateNotAhead(Refused):
    code = "DUE_DATE_NOT_AHEAD"
    zh = "办结时限 {due_on} 必须晚于今天（{today}）。"
    en = "The due date {due_on} must be later than today ({today})."


class DueDateTooFar(Refused):
    code = "DUE_DATE_TOO_FAR"
    zh = "重新办理的办结时限最晚为 {latest}（{days} 日内）。"
    en = "Handling again may be due on {latest} at the latest ({days} days)."


class NotHandedDown(Refused):
    code = "NOT_HANDED_DOWN"
    zh = "本案不是上级交办事项，没有办结报告可报。"
    en = "This case was not handed down from above; there is no report to send."


class AlreadyReported(Refused):
    code = "ALREADY_REPORTED"
    zh = "交办文号 {document_no} 的办结报告已于 {reported_on} 上报，不能重复上报。"
    en = "The report on {document_no} was sent on {reported_on}; it is not sent twice."


class OpinionNotDelivered(Refused):
    code = "OPINION_NOT_DELIVERED"
    zh = "处理意见书尚未送达信访人，不能上报办结。"
    en = "The written opinion has not been delivered to the petitioner, so the matter cannot be reported."


class CaseNotConfirmed(Refused):
    code = "CASE_NOT_CONFIRMED"
    zh = "本案第 {round} 轮尚未审核认定办结，不能上报办结。"
    en = "Round {round} of this case has not been confirmed as finished, so the matter cannot be reported."


class FollowUpMissing(Refused):
    code = "FOLLOW_UP_MISSING"
    zh = "本案第 {round} 轮尚未完成回访，不能上报办结。"
    en = "Round {round} has not been followed up, so the matter cannot be reported."


class PromiseNotKept(Refused):
    code = "PROMISE_NOT_KEPT"
    zh = "回访未确认承诺事项已兑现，不能按“化解”上报。"
    en = "The follow-up did not confirm that the promise was kept, so the matter is not reported as resolved."


class PetitionerDissatisfied(Refused):
    code = "PETITIONER_DISSATISFIED"
    zh = "回访结果为“不满意”，不能按“化解”上报。"
    en = "The petitioner is dissatisfied, so the matter is not reported as resolved."


class FactOutOfPlace(Exception):
    """A fact from another service that cannot follow from those before it, or a sweep of something that is not due.

    It says that a program is wrong, not that a person asked for something impossible; so it has no code, and the
    message that caused it is retried and then set aside for a human.
    """


class HeldInTheFuture(Refused):
    code = "HELD_IN_THE_FUTURE"
    zh = "日期 {date} 不能晚于今天，也不能早于会议当天。"
    en = "{date} may not be after today, nor before the day of the meeting."


class MeetingOfOtherUnits(Refused):
    code = "MEETING_OF_OTHER_UNITS"
    zh = "{unit} 不召开这类会议（{kind}）：县联席会议由信访局登记，例会、研判、考核由乡镇登记。"
    en = "{unit} does not hold meetings of the kind {kind}: the bureau holds the county's, a township its own."


class MeetingOnRecord(Refused):
    code = "MEETING_ON_RECORD"
    zh = "{date} 的这次会议已登记（{meeting_no}），不重复登记。"
    en = "The meeting of {date} is on record ({meeting_no}); it is not recorded twice."


class UnitUnknown(Refused):
    code = "UNIT_UNKNOWN"
    zh = "单位代码 {unit} 不在本县名册中。"
    en = "Unit {unit} is not in the county's register."


class DecisionDueBeforeMeeting(Refused):
    code = "DECISION_DUE_BEFORE_MEETING"
    zh = "议定事项的时限 {date} 早于会议日期 {held}。"
    en = "A decision's due day {date} lies before the meeting of {held}."


class DecisionUnknown(Refused):
    code = "DECISION_UNKNOWN"
    zh = "这次会议没有第 {number} 项议定事项。"
    en = "That meeting has no decision number {number}."


class DecisionSettled(Refused):
    code = "DECISION_SETTLED"
    zh = "第 {number} 项议定事项已办结，不能更改。"
    en = "Decision number {number} is carried out already; it is not changed."


class TooManyPeriods(Refused):
    code = "TOO_MANY_PERIODS"
    zh = "一次最多查看 {days} 天。"
    en = "A view covers at most {days} days."


class DayIsOver(Refused):
    code = "DAY_IS_OVER"
    zh = "{date} 已过，不能再排班。"
    en = "{date} is over; nobody can be planned for it any more."


class NotTheDay(Refused):
    code = "NOT_THE_DAY"
    zh = "只能在当天（{date}）签到，今天是 {today}。"
    en = "One signs in on the day itself ({date}); today is {today}."


class AlreadyAttended(Refused):
    code = "ALREADY_ATTENDED"
    zh = "{date} 已有领导签到。"
    en = "A leader has signed in for {date} already."


class NotAttendedYet(Refused):
    code = "NOT_ATTENDED_YET"
    zh = "{date} 尚无领导签到，不能签退。"
    en = "Nobody has signed in for {date}, so nobody can sign out."


class ReceptionClosed(Refused):
    code = "RECEPTION_CLOSED"
    zh = "{date} 的接访已签退，不能更改。"
    en = "The reception of {date} is closed; it is not changed."


class NothingToAcknowledge(Refused):
    code = "NOTHING_TO_ACKNOWLEDGE"
    zh = "本单位 {quarter} 没有待签收的橙色提醒。"
    en = "Your unit has no orange reminder for {quarter}."


class ReminderAcknowledgedBefore(Refused):
    code = "REMINDER_ACKNOWLEDGED"
    zh = "{quarter} 的橙色提醒已签收。"
    en = "The orange reminder of {quarter} is acknowledged already."


class NotALeader(Refused):
    code = "NOT_A_LEADER"
    zh = "{person} 不是可在 {unit} 接访的领导：县接待大厅由县级领导接访，单位由本单位领导接访。"
    en = "{person} may not receive visitors at {unit}: county leaders do in the county's hall, a unit's own elsewhere."


class OneSubjectWanted(Refused):
    code = "ONE_SUBJECT_WANTED"
    zh = "信访件、督办、会议、建议、专项督查的编号须填且只填一个。"
    en = "Name exactly one of a case, a supervision item, a meeting, a proposal and an inspection."
