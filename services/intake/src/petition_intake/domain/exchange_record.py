"""From a petition to its exchange record: what another system is told when the matter is handed to it.

A cell is empty where this service does not keep it: what only the national system knows (全国初次标志), what another
service decides (重大紧急标志、办理程序), and what is kept by nobody here because it marks a person.
The query code is the petitioner's and is told to nobody.
"""

from __future__ import annotations

from datetime import datetime

from petition_intake.domain.code_tables import CodeTable
from petition_intake.domain.exchange_columns import COLUMNS, NO, YES
from petition_intake.domain.filing import PURPOSE_WORDING
from petition_intake.domain.forms import FORM_WORDING, plain_form
from petition_intake.domain.marks import Mark, in_force
from petition_intake.domain.petition import Petition
from petition_intake.domain.progress import Progress
from petition_intake.domain.register import RegisterCopy
from petition_intake.domain.review_course import ReviewLevel
from petition_intake.domain.states import CLOSED, STATE_WORDING, State
from petition_intake.domain.vocabulary import Decision
from workdays import CHINA_STANDARD_TIME, local_day

ISSUED = "已发放"


def exchange_record(petition: Petition, progress: Progress, register: RegisterCopy) -> dict[str, str]:
    """The 51 columns in their order; every value is text, a flag is 1 or 0, a time is that of the county's clock."""
    first = petition.link is not None and petition.link.decision is Decision.FIRST
    repeat = petition.link is not None and petition.link.decision is Decision.REPEAT
    asked = {course.level for course in progress.reviews}
    handling = next((clock for clock in progress.clocks if clock.kind == "K5"), None)
    place, marks, codes = petition.place, in_force(petition.marks), petition.codes
    told = {
        "行政区划代码": register.county_code,
        "信访件id": petition.case_no,
        "信访件编号": petition.case_no,
        "查询码状态": ISSUED,
        "信访日期": local_day(petition.received_at).isoformat(),
        "信访形式": FORM_WORDING[petition.form or plain_form(petition.channel)].zh,
        "信访人数": str(petition.headcount),
        "涉及人数": str(petition.headcount),
        "登记机构名称": register.unit_name(petition.registered_by_unit),
        "登记机构代码": petition.registered_by_unit,
        "登记人": petition.registered_by,
        "登记时间": _written(petition.registered_at),
        "概况信息": petition.request,
        "投诉内容": "\n".join(text for text in (petition.request, petition.facts, petition.reasons) if text),
        "信访件状态": STATE_WORDING[progress.state].zh,
        "问题属地代码": place.grid_code or place.village_code or place.township_code,
        "内容分类代码": petition.category,
        "信访目的代码": PURPOSE_WORDING[petition.purpose].zh,
        "信访原因代码": codes.problem_cause or "",
        "三跨三分离标志": _flag(Mark.ACROSS_AND_APART in marks),
        "案标志": _flag(Mark.OLD_CASE in marks),
        "复查标志": _flag(ReviewLevel.REVIEW in asked),
        "复核标志": _flag(ReviewLevel.RE_REVIEW in asked),
        "办结标志": _flag(progress.state is State.COMPLETED or progress.state in CLOSED),
        "审核认定办结标志": _flag(progress.state is State.CONFIRMED),
        "是否联名": _flag(petition.joint),
        "是否同意公开": _flag(petition.consent_public),
        "匿名标志": _flag(petition.anonymous),
        "热点问题": register.code_tables.named(CodeTable.HOT_TOPIC, codes.hot_topic),
        "所属系统": register.code_tables.named(CodeTable.AFFILIATION, codes.affiliation),
        "限办截止时间": handling.last_day.isoformat() if handling else "",
        "被反映人级别": register.code_tables.named(CodeTable.RESPONDENT_LEVEL, codes.respondent_level),
        "被反映人或单位": register.unit_name(petition.complained_of) if petition.complained_of else "",
        "信访件编号（格式转换后）": petition.case_no,
        "最后修改时间": _written(max(step.at for step in progress.steps)),
    }
    if petition.link is not None:
        told |= {"本机构初次标志": _flag(first), "重复信访标志": _flag(repeat)}
    if first:
        told |= {"首次信访机构": told["登记机构名称"], "首次信访日期": told["信访日期"]}
    if repeat and petition.link is not None and petition.link.repeat_of is not None:
        told["联合信访件id"] = petition.link.repeat_of
    return {column: told.get(column, "") for column in COLUMNS}


def _flag(value: bool) -> str:
    return YES if value else NO


def _written(instant: datetime) -> str:
    return instant.astimezone(CHINA_STANDARD_TIME).isoformat(" ", "seconds")[:19]
