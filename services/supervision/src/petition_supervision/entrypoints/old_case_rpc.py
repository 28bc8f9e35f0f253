"""The county's list of old cases: what is asked, who may ask, and which use case answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, fields, validate

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import old_case_views, views
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.application import old_cases
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import unit_to_list
from petition_supervision.domain.old_case_terms import OldCaseGround, OldCaseState
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.entrypoints.acting import by_officer
from petition_supervision.entrypoints.ladder_rpc import SUPERVISORS
from petition_supervision.entrypoints.questions import Paged

Data = dict[str, Any]
LONGEST_TEXT = 2000


def _text(zh: str, en: str, longest: int = LONGEST_TEXT) -> fields.String:
    return fields.String(required=True, validate=validate.Length(1, longest), metadata={"zh": zh, "en": en})


def _optional(zh: str, en: str) -> fields.String:
    return fields.String(
        load_default=None, allow_none=True, validate=validate.Length(1, 64), metadata={"zh": zh, "en": en}
    )


class ListOldCase(Schema):
    """列为信访积案：事由、依据、责任单位、包案领导。Puts a case on the county's list of old cases."""

    case_no = _text("信访件编号", "number of the case", 38)
    ground = fields.Enum(
        OldCaseGround,
        by_value=True,
        required=True,
        metadata={
            "zh": "事由：超期未化解、复查复核后重复信访、上级交办名单",
            "en": "unresolved after its limit, repeated after a review, or on a list from above",
        },
    )
    basis = _text("依据", "what the ground rests on")
    unit = _text("责任单位", "the unit that has to resolve it", 64)
    leader = _text("包案领导", "the county leader in charge", 38)


class ClearOldCase(Schema):
    """积案销号：送达、审核认定、回访满意且承诺兑现之后，凭证据。Takes a resolved case off the list, with evidence."""

    case_no = _text("信访件编号", "number of the case", 38)
    evidence = _text("化解证据", "what shows that it is resolved")


class WithdrawOldCase(Schema):
    """撤销列入：列错的，写明理由。Withdraws a listing that was a mistake."""

    case_no = _text("信访件编号", "number of the case", 38)
    reason = _text("理由", "why")


class ListOldCases(Paged):
    """信访积案名册，先列入的在前。The county's list of old cases, those listed first first."""

    state = fields.Enum(
        OldCaseState,
        by_value=True,
        load_default=OldCaseState.OPEN,
        metadata={
            "zh": "在册 open、已销号 cleared、已撤销 withdrawn；不填为在册",
            "en": "open, cleared or withdrawn; open when left out",
        },
    )
    unit = _optional("责任单位；非信访局、县领导只能查本单位", "unit code; other units see their own only")
    leader = _optional("包案领导", "the leader in charge")
    ground = fields.Enum(
        OldCaseGround,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={"zh": "事由", "en": "why it was listed"},
    )


def _standing(case: SupervisedCase) -> Data:
    assert case.old_case is not None, "every command of this table leaves an entry of the list"
    return {"case_no": case.case_no, "case_version": case.version, "state": case.old_case.state.value}


def list_old_cases(reader: views.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data["unit"])
    ground = data["ground"].value if data["ground"] else None
    return old_case_views.list_old_cases(
        reader, data["state"].value, unit, data["leader"], ground, data["limit"], data["cursor"]
    )


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("list_old_case", ListOldCase, by_officer(old_cases.list_old_case, _standing), SUPERVISORS),
    ("clear_old_case", ClearOldCase, by_officer(old_cases.clear_old_case, _standing), SUPERVISORS),
    ("withdraw_old_case", WithdrawOldCase, by_officer(old_cases.withdraw_old_case, _standing), SUPERVISORS),
)

QUERIES: tuple[Query, ...] = (Query("list_old_cases", ListOldCases, list_old_cases, ANYONE),)
