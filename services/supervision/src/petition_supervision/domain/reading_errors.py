"""Every way the leader's reading of a follow-up (领导审阅回访结果) is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class NothingToRead(Refused):
    code = "NOTHING_TO_READ"
    zh = "本案第 {round} 轮没有已登记结果的回访，不能审阅。"
    en = "Round {round} of this case has no follow-up with a result, so there is nothing to read."


class FollowUpAlreadyRead(Refused):
    code = "FOLLOW_UP_ALREADY_READ"
    zh = "第 {round} 轮的回访结果已于 {read_on} 审阅，不能更改或重复审阅。"
    en = "The follow-up of round {round} was read on {read_on}; a reading is neither changed nor made twice."


class ReaderOfHandlingUnit(Refused):
    code = "READER_OF_HANDLING_UNIT"
    zh = "{unit} 承办过本案，承办单位的人员不能审阅本案的回访结果。"
    en = "{unit} handled this case; nobody of a handling unit reads what the petitioner said of it."


class ReaderMadeTheCall(Refused):
    code = "READER_MADE_THE_CALL"
    zh = "回访人不能审阅自己登记的回访结果。"
    en = "Who made the follow-up does not read its result."


class InstructionMissing(Refused):
    code = "INSTRUCTION_MISSING"
    zh = "责成重新办理须写明批示意见。"
    en = "Ordering the case to be handled again needs the written instruction."


class InstructionNeedsDueDate(Refused):
    code = "INSTRUCTION_NEEDS_DUE_DATE"
    zh = "第 {round} 轮信访人不满意，批示即责成重新办理，须定办结时限。"
    en = "The petitioner is dissatisfied in round {round}: an instruction orders the case again and needs a due date."


class RoundGoneBy(Refused):
    code = "ROUND_GONE_BY"
    zh = "本案已在第 {current} 轮办理，不能再就第 {round} 轮责成重新办理。"
    en = "This case is in round {current} already; round {round} is no longer ordered to be handled again."
