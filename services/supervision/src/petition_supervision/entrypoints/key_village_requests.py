"""What the commands and queries of key villages take. An unknown field is refused by the chassis."""

from __future__ import annotations

from marshmallow import Schema, fields

from petition_supervision.domain.key_village import VillageState
from petition_supervision.entrypoints.leader_commands import members, on_day, words
from petition_supervision.entrypoints.questions import Paged


def _village_code() -> fields.String:
    return words("村、社区代码", "code of the village", 20)


class NameKeyVillage(Schema):
    """列为重点村，成立工作专班。Names a key village with its task force."""

    village_code = _village_code()
    entry_reason = words("列入理由", "why it is named")
    head = words("专班负责人（人员编号），须为领导", "head of the task force, a leader of the register", 38)
    members = members()
    review_on = on_day("研判日期，晚于今天", "day of the review, after today")


class ReviewKeyVillage(Schema):
    """登记研判，定下次日期。Records a review and the day of the next."""

    village_code = _village_code()
    findings = words("研判情况", "what was found")
    next_review_on = on_day("下次研判日期，晚于今天", "day of the next review, after today")


class ReleaseKeyVillage(Schema):
    """退出重点村，附依据。Takes a village off the list, with evidence."""

    village_code = _village_code()
    evidence = words("退出依据", "what shows that it may leave")


class GetKeyVillage(Schema):
    """查一个重点村：专班、研判、历次列入、信访件数。One village in full."""

    village_code = _village_code()


class GetKeyVillageBoard(Paged):
    """重点村一览：共几个、可列几个、各村件数、研判是否逾期。The board of key villages."""

    state = fields.Enum(
        VillageState,
        by_value=True,
        load_default=VillageState.NAMED,
        metadata={"zh": "在列 on_the_list、已退出 off_the_list；不填为在列", "en": "on the list when left out"},
    )


class ListVillageCases(Paged):
    """一个村的信访件，最近的在前。The cases of a village, the latest first."""

    village_code = _village_code()
