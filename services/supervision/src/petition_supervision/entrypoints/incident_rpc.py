"""The record of incidents (恶性事件): what is asked, who may ask, and which use case answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, fields, validate

from chassis.service import Call, Query
from petition_supervision.adapters import mongo_incidents, views
from petition_supervision.application import incidents
from petition_supervision.application.ports import Work
from petition_supervision.domain.incident import Incident
from petition_supervision.entrypoints.acting import by_officer
from petition_supervision.entrypoints.ladder_rpc import SIGNERS, SUPERVISORS
from petition_supervision.entrypoints.questions import Paged

Data = dict[str, Any]
LONGEST_TEXT = 2000


def _text(zh: str, en: str, longest: int = LONGEST_TEXT) -> fields.String:
    return fields.String(required=True, validate=validate.Length(1, longest), metadata={"zh": zh, "en": en})


def _day(zh: str, en: str) -> fields.Date:
    return fields.Date(required=True, format="iso", metadata={"zh": zh, "en": en})


class RecordIncident(Schema):
    """登记因信访问题引发的恶性事件（“三无”年度自查），不登记个人。Records an incident that arose from a petition."""

    unit = _text("事项的责任单位", "the unit that had the matter", 64)
    occurred_on = _day("发生日期", "day on which it occurred")
    account = _text("经过，不写姓名，只存本系统", "what happened, without names; kept here")
    evidence = _text("核实依据", "what shows it")
    case_no = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Length(1, 38),
        metadata={"zh": "信访件编号；没有的不填", "en": "number of the case, if there is one"},
    )


class WithdrawIncident(Schema):
    """撤销登记：登记有误的，写明理由。Withdraws a record that was a mistake."""

    incident_no = _text("事件编号", "number of the incident", 38)
    reason = _text("理由", "why")


class ListIncidents(Paged):
    """两日之间（含）发生的事件，最近的在前。Incidents between two days, both included, the latest first."""

    first_day = _day("起", "first day")
    last_day = _day("止", "last day")


def _standing(incident: Incident) -> Data:
    withdrawn = incident.withdrawal is not None
    return {"incident_no": incident.incident_no, "version": incident.version, "withdrawn": withdrawn}


def list_incidents(reader: views.Reader, _call: Call, data: Data) -> Data:
    return mongo_incidents.list_incidents(reader, data["first_day"], data["last_day"], data["limit"], data["cursor"])


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("record_incident", RecordIncident, by_officer(incidents.record_incident, _standing), SIGNERS),
    ("withdraw_incident", WithdrawIncident, by_officer(incidents.withdraw_incident, _standing), SIGNERS),
)

QUERIES: tuple[Query, ...] = (Query("list_incidents", ListIncidents, list_incidents, SUPERVISORS),)
