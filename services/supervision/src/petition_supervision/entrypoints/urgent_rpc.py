"""Major and urgent matters: what is asked, who may ask, and which use case answers (《信访工作条例》第二十五条)."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from marshmallow import Schema, fields, validate

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import mongo_urgent as kept
from petition_supervision.adapters import views
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.application import urgent_reporting
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import check_urgent_matter, unit_to_list
from petition_supervision.domain.urgent_matter import UrgentMatter
from petition_supervision.domain.urgent_terms import Addressee, NoticeMethod, UrgentKind, UrgentState
from petition_supervision.entrypoints.acting import by_officer
from petition_supervision.entrypoints.ladder_rpc import SUPERVISORS, UNIT_OFFICERS
from petition_supervision.entrypoints.questions import Paged

Data = dict[str, Any]
LONGEST_TEXT = 2000
REPORTERS = SUPERVISORS | UNIT_OFFICERS | {"registrar"}


def _text(zh: str, en: str, longest: int = LONGEST_TEXT) -> fields.String:
    return fields.String(required=True, validate=validate.Length(1, longest), metadata={"zh": zh, "en": en})


def _optional(zh: str, en: str, longest: int) -> fields.String:
    return fields.String(
        load_default=None, allow_none=True, validate=validate.Length(1, longest), metadata={"zh": zh, "en": en}
    )


def _enum(kind: type[Enum], zh: str, en: str) -> fields.Enum[Any]:
    return fields.Enum(kind, by_value=True, required=True, metadata={"zh": zh, "en": en})


def _instant(zh: str, en: str) -> fields.AwareDateTime:
    return fields.AwareDateTime(format="iso", load_default=None, allow_none=True, metadata={"zh": zh, "en": en})


def _urgent_no() -> fields.String:
    return _text("重大紧急事项编号", "number of the urgent matter", 38)


class MarkUrgent(Schema):
    """标记重大、紧急信访事项（第二十五条）。Marks a major or urgent matter, a petition or one found otherwise."""

    urgent_kind = _enum(UrgentKind, "重大 major、紧急 urgent", "major or urgent")
    competent_unit = _text("相关主管部门", "the competent department", 64)
    matter = _text("事项概述，只存本系统，不上总线", "what it is about; kept here, not published")
    place = _optional("地点", "where", 200)
    found_at = _instant("发现时间；不填为现在", "when it was found; now when left out")
    case_no = _optional("信访件编号；不是信访件的不填", "number of the case; left out when it is no petition", 38)


class RecordUrgentNotice(Schema):
    """登记一次报告或者通报：向谁、何时、以何种方式（第二十五条）。Records that one addressee was told, when and how."""

    urgent_no = _urgent_no()
    addressee = _enum(
        Addressee,
        "本级党委、本级政府、主管部门、联席办；上一级信访部门、国家信访局由县信访局报告",
        "whom: the four, or by the bureau the bureau above and the state bureau",
    )
    notice_method = _enum(NoticeMethod, "方式：电话、当面、书面、系统", "how: call, in_person, in_writing, by_system")
    document_no = _optional("文号", "number of the document", 100)
    notified_at = _instant("报告、通报时间；不填为现在", "when; now when left out")


class RecordUrgentMeasure(Schema):
    """登记采取的措施（第二十五条）。Records a measure that was taken."""

    urgent_no = _urgent_no()
    measure = _text("采取的措施", "what was done")
    taken_at = _instant("时间；不填为现在", "when; now when left out")


class EndUrgency(Schema):
    """解除重大、紧急状态：全部报告、通报并采取措施之后。Ends the urgency, when all were told and something done."""

    urgent_no = _urgent_no()
    proof = _text("解除依据", "what that rests on")


class GetUrgentMatter(Schema):
    """查一件重大、紧急事项。One urgent matter in full."""

    urgent_no = _urgent_no()


class ListUrgentMatters(Paged):
    """重大、紧急事项清单，最近的在前。Urgent matters, the latest first."""

    state = fields.Enum(
        UrgentState,
        by_value=True,
        load_default=UrgentState.OPEN,
        metadata={"zh": "处置中 open、已解除 ended；不填为处置中", "en": "open or ended; open when left out"},
    )
    unit = _optional("单位代码；非信访局、县领导只能查本单位", "unit code; other units see their own only", 64)


def _standing(matter: UrgentMatter) -> Data:
    return {
        "urgent_no": matter.urgent_no,
        "version": matter.version,
        "state": matter.state.value,
        "not_told": [one.value for one in matter.not_told],
        "due_at": {name: views.instant(clock.due_at) for name, clock in matter.clocks.items()},
    }


def get_urgent_matter(reader: views.Reader, call: Call, data: Data) -> Data:
    matter = kept.find_urgent_matter(reader, data["urgent_no"])
    check_urgent_matter(read_units(reader), call.unit, matter)
    return kept.show_urgent_matter(matter, call.now)


def list_urgent_matters(reader: views.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data["unit"])
    return kept.list_urgent_matters(reader, data["state"].value, unit, call.now, data["limit"], data["cursor"])


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("mark_urgent", MarkUrgent, by_officer(urgent_reporting.mark_urgent, _standing), REPORTERS),
    (
        "record_urgent_notice",
        RecordUrgentNotice,
        by_officer(urgent_reporting.record_urgent_notice, _standing),
        REPORTERS,
    ),
    (
        "record_urgent_measure",
        RecordUrgentMeasure,
        by_officer(urgent_reporting.record_urgent_measure, _standing),
        REPORTERS,
    ),
    ("end_urgency", EndUrgency, by_officer(urgent_reporting.end_urgency, _standing), SUPERVISORS),
)

QUERIES: tuple[Query, ...] = (
    Query("get_urgent_matter", GetUrgentMatter, get_urgent_matter, ANYONE),
    Query("list_urgent_matters", ListUrgentMatters, list_urgent_matters, ANYONE),
)
