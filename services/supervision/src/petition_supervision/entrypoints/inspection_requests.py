"""What the commands and queries of inspections take."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_supervision.domain.inspection_terms import InspectionForm, Organiser
from petition_supervision.entrypoints.questions import Paged

CODE = validate.Length(min=1, max=60)
SOME = validate.Length(min=1, max=100)


def text(zh: str, en: str, longest: int = 4000) -> fields.String:
    """A text that says something."""
    says = validate.And(validate.Length(max=longest), validate.Regexp(r"\s*\S", error="not blank / 不能为空白"))
    return fields.String(required=True, validate=says, metadata={"zh": zh, "en": en})


def code(zh: str, en: str) -> fields.String:
    """A code or a number that must be given."""
    return fields.String(required=True, validate=CODE, metadata={"zh": zh, "en": en})


def day(zh: str, en: str) -> fields.Date:
    """A day that must be given."""
    return fields.Date(required=True, format="iso", metadata={"zh": zh, "en": en})


def _inspection() -> fields.String:
    return code("督查编号", "number of the inspection")


def _number() -> fields.Integer:
    return fields.Integer(
        required=True,
        strict=True,
        validate=validate.Range(1, 9999),
        metadata={"zh": "第几个问题", "en": "which finding"},
    )


def _codes(zh: str, en: str, needed: bool) -> fields.List[str]:
    meta = {"zh": zh, "en": en}
    if needed:
        return fields.List(fields.String(validate=CODE), required=True, validate=SOME, metadata=meta)
    return fields.List(
        fields.String(validate=CODE), load_default=list, validate=validate.Length(max=200), metadata=meta
    )


class AppointInspector(Schema):
    """任命信访督查专员，写明任期和任命文号。Appoints an inspector for a term."""

    person = code("人员编号，名册中有督查专员岗位", "a person to whom the register gives the office")
    first_day = day("任期开始日期", "first day of the term")
    last_day = day("任期截止日期", "last day of the term")
    document_no = text("任命文号", "number of the paper that appoints", 100)


class RelieveInspector(Schema):
    """免去信访督查专员。Ends an inspector's term."""

    person = code("人员编号", "the person")
    relieved_on = day("免去日期，自当日起不再任职", "the day from which the term no longer holds")
    reason = text("原因", "why", 1000)


class OpenInspection(Schema):
    """部署专项督查：组织者、范围、方案、督查专员和起止日期（《信访工作条例》第三十八条）。Opens an inspection."""

    organiser = fields.Enum(
        Organiser,
        by_value=True,
        required=True,
        metadata={"zh": "联席会议或信访部门", "en": "the joint meeting or the petition bureau"},
    )
    title = text("督查名称", "what it is called", 200)
    units = _codes("被督查单位代码", "codes of the inspected units", needed=True)
    matters = fields.List(
        fields.String(validate=validate.Length(min=1, max=200)),
        load_default=list,
        validate=validate.Length(max=50),
        metadata={"zh": "督查事项", "en": "the matters looked at"},
    )
    case_nos = _codes("督查的信访件编号", "the cases looked at", needed=False)
    plan = text("督查方案", "the plan", 20_000)
    inspectors = _codes("督查专员（人员编号）", "the inspectors", needed=True)
    first_day = day("开始日期", "first day")
    last_day = day("结束日期，不早于今天", "last day, not before today")


class RecordInspectionAct(Schema):
    """登记督查情况：查询资料、询问人员、约见信访人、书面说明。Records an act of inspection."""

    inspection_no = _inspection()
    form = fields.Enum(
        InspectionForm, by_value=True, required=True, metadata={"zh": "督查方式", "en": "in which of the four forms"}
    )
    unit = code("被督查单位代码", "code of the inspected unit")
    done_on = day("督查日期，不晚于今天", "the day, not after today")
    record = text("督查记录", "what was seen and said", 20_000)


class FeedBackFinding(Schema):
    """反馈督查发现的问题，限期整改；重要问题另行报告。Tells a unit what was found and by when it is put right."""

    inspection_no = _inspection()
    unit = code("被督查单位代码", "code of the unit")
    problem = text("问题", "what was found")
    important = fields.Boolean(
        required=True, metadata={"zh": "是否重要问题，须向本级党委和政府报告", "en": "whether it is reported up"}
    )
    due_on = day("整改时限", "the day by which it is put right")


class AnswerFinding(Schema):
    """答复整改情况，由被督查单位办理。The unit answers what it has put right."""

    inspection_no = _inspection()
    number = _number()
    text = text("整改情况", "what was done")


class CheckFinding(Schema):
    """核查整改：到位，或者重新确定时限。Checks whether it was put right; if not, a new day is set."""

    inspection_no = _inspection()
    number = _number()
    put_right = fields.Boolean(required=True, metadata={"zh": "是否整改到位", "en": "whether it was put right"})
    evidence = text("核查情况和依据", "what shows it")
    new_due_on = fields.Date(
        load_default=None,
        allow_none=True,
        format="iso",
        metadata={"zh": "新的整改时限，未到位时填写", "en": "the new day, where it was not put right"},
    )


class ReportInspectionUp(Schema):
    """重要问题向本级党委和政府报告。Notes that the important findings were reported up."""

    inspection_no = _inspection()
    reported_on = day("报告日期", "the day of the report")
    document_no = text("报告文号", "number of the report", 100)


class ConcludeInspection(Schema):
    """结束督查，形成督查报告。Concludes an inspection with its report."""

    inspection_no = _inspection()
    report = text("督查报告", "the report", 20_000)


class GetInspection(Schema):
    """查看专项督查：方案、督查情况、问题和整改。One inspection; an inspected unit reads what concerns itself."""

    inspection_no = _inspection()


class ListInspections(Paged):
    """专项督查清单，最近的在前。Inspections, the latest first."""

    open_only = fields.Boolean(load_default=False, metadata={"zh": "只列未结束的", "en": "only those going on"})


class ListInspectors(Paged):
    """信访督查专员清单，含任期。Inspectors with their terms."""
