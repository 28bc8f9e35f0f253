"""What the commands and queries of the three lists take. An unknown field is refused by the chassis."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_supervision.domain.problem import BEST_SCORE
from petition_supervision.domain.problem_terms import ProblemSource, WhichList
from petition_supervision.entrypoints.leader_commands import on_day, words
from petition_supervision.entrypoints.questions import Paged


def _problem_no() -> fields.String:
    return words("问题编号", "number of the problem", 60)


def _optional(zh: str, en: str, longest: int = 38) -> fields.String:
    return fields.String(
        load_default=None, allow_none=True, validate=validate.Length(1, longest), metadata={"zh": zh, "en": en}
    )


def unit_code() -> fields.String:
    return _optional("单位代码；非信访局、县领导只能用本单位", "unit code; other units their own only", 64)


class RecordProblem(Schema):
    """列入问题清单：大走访、大摸排、大起底、信访、网格发现的问题和矛盾纠纷。Puts a problem on the problem list."""

    unit = unit_code()
    source = fields.Enum(
        ProblemSource,
        by_value=True,
        required=True,
        metadata={"zh": "来源：大走访、大摸排、大起底、信访、网格", "en": "where it came from"},
    )
    village_code = _optional("村、社区代码", "code of the village")
    grid_code = _optional("小网格代码，须属于该村", "code of the small grid, of that village")
    matter = words("事由", "what it is about")
    category = _optional("内容分类代码", "code of the category")
    found_on = on_day("发现日期，不晚于今天", "the day it was found, not after today")
    case_no = _optional("所涉信访件编号", "the case it is about")


class SetProblemResponsibility(Schema):
    """列入责任清单：牵头领导、责任站所、责任人员、办结时限缺一不可。Names who answers for the problem, and by when."""

    problem_no = _problem_no()
    lead_leader = words("牵头领导（人员编号）", "leading officer: the unit's leader or a county leader", 38)
    station = words("责任站所（单位代码）", "the station: the unit, one under it or of its township", 64)
    person = words("责任人员（人员编号）", "the person, of the unit or the station", 38)
    due_on = on_day("办结时限，晚于今天", "promised date, after today")
    measures = words("化解措施", "what is to be done")


class StartProblem(Schema):
    """进入办理；责任四项未明确的不能进入。The problem is in handling, once the four are named."""

    problem_no = _problem_no()


class AppraiseProblem(Schema):
    """办结并列入考核清单。Done: fills the appraisal row."""

    problem_no = _problem_no()
    target = words("目标", "what was aimed at")
    actual = words("实际结果", "what was reached")
    done_on = on_day("办结日期，进入办理之日至今天", "the day it was done, from the start of handling to today")
    score = fields.Integer(
        required=True, strict=True, validate=validate.Range(0, BEST_SCORE), metadata={"zh": "得分", "en": "0 to 100"}
    )


class GetProblem(Schema):
    """查一个问题：问题、责任、考核三行。One problem with its rows of the three lists."""

    problem_no = _problem_no()


class ListThreeLists(Paged):
    """三张清单之一，任一单位、任一日期。One of the three lists as it stood at the end of a day."""

    which = fields.Enum(
        WhichList,
        by_value=True,
        required=True,
        metadata={"zh": "问题清单、责任清单、考核清单", "en": "problems, responsibilities or appraisals"},
    )
    unit = unit_code()
    on = on_day("截至日期", "as it stood at the end of this day")


class GetThreeListsTotals(Schema):
    """三张清单合计，任一单位、任一日期；三单相互勾稽。The totals of the three lists at the end of a day."""

    unit = unit_code()
    on = on_day("截至日期", "as they stood at the end of this day")
