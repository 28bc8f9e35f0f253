"""Every way a step at a window, or in the listening room, is refused."""

from __future__ import annotations

from petition_intake.domain.errors import IllegalTransition, Refused


class VisitUnknown(Refused):
    code = "NOT_FOUND"
    zh = "查无此接待记录：{visit_no}。"
    en = "There is no such visit: {visit_no}."


class NotYourWindow(Refused):
    code = "NOT_YOUR_WINDOW"
    zh = "该接待记录不是本单位（{unit}）窗口的。"
    en = "This visit was not to a window of {unit}."


class VisitNotInThisState(IllegalTransition):
    zh = "该接待现为“{state_zh}”，不能办理“{step_zh}”。"
    en = "The visit is {state}; {step} is not possible now."


class AnotherOfficersVisitor(Refused):
    code = "ANOTHER_OFFICERS_VISITOR"
    zh = "该来访人由 {officer} 接待，应由其登记。"
    en = "This visitor is received by {officer}, who records the visit."


class DeedTextRequired(Refused):
    code = "DEED_TEXT_REQUIRED"
    zh = "办了“一件实事”的，应当写明办了什么、有何凭据；没有办的，不填写。"
    en = "One thing done for the visitor needs what it was and what shows it; where none was done there is no text."


class HelperRequired(Refused):
    code = "HELPER_REQUIRED"
    zh = "来访人书写有困难的，应当有人协助填写，并登记协助人。"
    en = "A visitor who cannot write is helped, and the helper is put on record."


class PromiseInThePast(Refused):
    code = "PROMISE_IN_THE_PAST"
    zh = "承诺日期 {given} 早于今天（{today}）。"
    en = "What is promised for {given} cannot lie before today, {today}."


class WindowAlreadyRated(Refused):
    code = "WINDOW_ALREADY_RATED"
    zh = "该次接待已经评价，评价不能更改。"
    en = "This visit has been rated; a rating is not changed."


class NoDeedToConfirm(Refused):
    code = "NO_DEED_TO_CONFIRM"
    zh = "登记了“一件实事”的，请确认是否属实；没有登记的，不填写。"
    en = "Say whether the thing done is true where one is on record, and nothing where none is."


class NothingPromised(Refused):
    code = "NOTHING_PROMISED"
    zh = "该次接待没有作出承诺，或者承诺兑现情况已经登记。"
    en = "Nothing was promised on this visit, or whether it was kept is on record."


class PromiseReviewedByOfficer(Refused):
    code = "PROMISE_REVIEWED_BY_OFFICER"
    zh = "承诺是否兑现，由作出承诺的人员（{officer}）以外的人登记。"
    en = "Whether {officer} kept the promise is recorded by somebody else."


class PromiseNotYetDue(Refused):
    code = "PROMISE_NOT_YET_DUE"
    zh = "承诺日期 {promised_on} 未过，不能登记为没有兑现。"
    en = "Until {promised_on} is over nobody can say that the promise was not kept."


class RoomTaken(Refused):
    code = "ROOM_TAKEN"
    zh = "接待室 {room} 在 {on} {hour} 时已有预约。"
    en = "Room {room} is booked at {hour} o'clock on {on}."


class BookingUnknown(Refused):
    code = "NOT_FOUND"
    zh = "查无此预约：{booking_no}。"
    en = "There is no such booking: {booking_no}."


class HourIsOver(Refused):
    code = "HOUR_IS_OVER"
    zh = "{on} {hour} 时已过，不能预约。"
    en = "{hour} o'clock on {on} is over; it cannot be booked."


class BookingNotInThisState(IllegalTransition):
    zh = "该预约现为“{state_zh}”，不能办理“{step_zh}”。"
    en = "The booking is {state}; {step} is not possible now."


class HourNotYetCome(Refused):
    code = "HOUR_NOT_YET_COME"
    zh = "预约时间未到，不能登记诉说内容。"
    en = "The hour has not come: nothing can have been said yet."
