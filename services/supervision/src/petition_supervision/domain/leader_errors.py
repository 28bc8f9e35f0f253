"""Every way a command on a leader-led case is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class NotACountyLeader(Refused):
    code = "NOT_A_COUNTY_LEADER"
    zh = "{person} 不是名册中的县级领导，不能包案。"
    en = "{person} is not a county leader of the register and does not take cases over."


class LeaderAlreadyAssigned(Refused):
    code = "LEADER_ALREADY_ASSIGNED"
    zh = "本案已由 {leader} 包案；更换包案领导须登记移交。"
    en = "{leader} answers for this case already; another leader takes it by a recorded hand-over."


class NoLeaderAssigned(Refused):
    code = "NO_LEADER_ASSIGNED"
    zh = "本案没有包案领导。"
    en = "No leader answers for this case."


class LeaderCaseIsClosed(Refused):
    code = "LEADER_CASE_CLOSED"
    zh = "本案已于 {closed_on} 销号。"
    en = "This case left the leaders' list on {closed_on}."


class CaseWasWithdrawn(Refused):
    code = "CASE_WAS_WITHDRAWN"
    zh = "信访人已撤回，不再包案。"
    en = "The petitioner withdrew the case; no leader takes it over."


class MarkSinceRequired(Refused):
    code = "MARK_SINCE_REQUIRED"
    zh = "标为“骨头案、钉子案”的，须写明起始日期。"
    en = "A hard case is marked with the day since when it is one."


class MarkSinceAhead(Refused):
    code = "MARK_SINCE_AHEAD"
    zh = "起始日期 {date} 不能晚于今天。"
    en = "The day since when, {date}, may not be after today."


class SameLeader(Refused):
    code = "SAME_LEADER"
    zh = "本案已由 {leader} 包案，无需移交。"
    en = "{leader} answers for this case already; there is nothing to hand over."


class PersonUnknown(Refused):
    code = "PERSON_UNKNOWN"
    zh = "人员 {person} 不在本县名册中。"
    en = "{person} is not in the county's register."


class NamedTwice(Refused):
    code = "NAMED_TWICE"
    zh = "人员 {person} 在专班中重复。"
    en = "{person} is named twice in the task force."


class NotOfTheTaskForce(Refused):
    code = "NOT_OF_THE_TASK_FORCE"
    zh = "{person} 既不是包案领导，也不在工作专班，不能作为任务责任人。"
    en = "{person} is neither the leader in charge nor of the task force and owns no task."


class OwnerOfOpenTask(Refused):
    code = "OWNER_OF_OPEN_TASK"
    zh = "{person} 尚有未完成的任务（第 {number} 项），不能退出专班。"
    en = "{person} owns task {number}, which is not done, and stays in the task force."


class TaskUnknown(Refused):
    code = "TASK_UNKNOWN"
    zh = "任务清单没有第 {number} 项。"
    en = "The task list has no number {number}."


class TaskDoneBefore(Refused):
    code = "TASK_DONE_BEFORE"
    zh = "第 {number} 项任务已完成，不能更改。"
    en = "Task {number} is done; it is not changed."


class NotYourTask(Refused):
    code = "NOT_YOUR_TASK"
    zh = "第 {number} 项任务由 {unit} 负责，本单位不能登记完成。"
    en = "Task {number} is {unit}'s; your unit does not note it as done."


class NotInTheTimeOfTheLeader(Refused):
    code = "NOT_IN_THE_TIME_OF_THE_LEADER"
    zh = "日期 {date} 须在包案之日（{first}）至今天之间。"
    en = "{date} must lie between the day the leader took the case ({first}) and today."


class TasksStillOpen(Refused):
    code = "TASKS_STILL_OPEN"
    zh = "任务清单第 {numbers} 项尚未完成，不能销号。"
    en = "Tasks {numbers} are not done, so the case stays on the leaders' list."


class PiecesMissing(Refused):
    code = "PIECES_MISSING"
    zh = "“五个一”不齐（缺：{missing}），不能销号。"
    en = "Of the five that each such case has, some are missing ({missing}); it stays on the leaders' list."


class CaseNotFinished(Refused):
    code = "CASE_NOT_FINISHED"
    zh = "本案第 {round} 轮尚未办结，不能销号。"
    en = "Round {round} of the case is not finished, so it stays on the leaders' list."


class CaseNotFollowedUp(Refused):
    code = "CASE_NOT_FOLLOWED_UP"
    zh = "本案第 {round} 轮尚未完成回访，不能销号。"
    en = "Round {round} of the case is not followed up, so it stays on the leaders' list."


class ResolvedNotShown(Refused):
    code = "RESOLVED_NOT_SHOWN"
    zh = "回访未表明承诺已兑现、信访人不持异议，不能按“化解”销号。"
    en = "The follow-up does not show that the promise was kept and the petitioner content: not closed as resolved."
