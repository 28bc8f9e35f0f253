"""The register of the joint meetings: requests, use case, who may ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, fields, validate

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters.collections import JOINT_MEETINGS
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.adapters.views import Reader
from petition_supervision.application import joint_meetings
from petition_supervision.application.ports import Work
from petition_supervision.domain.joint_meeting import LEVELS
from petition_supervision.entrypoints.inspection_requests import code, day

Data = dict[str, Any]
KEEPERS = frozenset({"bureau_head", "unit_head", "township_leader"})
MOST_MEMBERS = 200


class ConstituteJointMeeting(Schema):
    """成立、调整县乡信访工作联席会议。Sets up a joint meeting, or changes who convenes it and who sits in it."""

    convenor = code("召集人（人员编号）", "who convenes it, an officer of the register")
    members = fields.List(
        fields.String(validate=validate.Length(1, 100)),
        required=True,
        validate=validate.Length(1, MOST_MEMBERS),
        metadata={"zh": "成员单位", "en": "the units that sit in it"},
    )
    since = day("自哪一日起，不晚于今天", "from which day on, not after today")


class ListJointMeetings(Schema):
    """县乡信访工作联席会议名册。The joint meetings of the county and the townships, those not set up among them."""


def constitute_joint_meeting(work: Work, call: Call, data: Data) -> Data:
    one = joint_meetings.constitute_joint_meeting(work, call.unit, **data)
    return {"joint_meeting": one.joint_meeting, "version": one.version}


def list_joint_meetings(reader: Reader, _call: Call, _data: Data) -> Data:
    """One row for the county and one for each township: a meeting nobody has set up shows as a gap."""
    units = read_units(reader)
    kept = {row["_id"]: row for row in reader[JOINT_MEETINGS].find({})}
    rows = []
    for kind, level in LEVELS.items():
        for unit in sorted(units.of_kinds(kind)):
            latest = (kept.get(unit, {}).get("constitutions") or [None])[-1] or {}
            rows.append(
                {
                    "unit": unit,
                    "unit_name": units.name_of(unit),
                    "level": level.value,
                    "convenor": latest.get("convenor"),
                    "members": latest.get("members", []),
                    "since": latest.get("since"),
                }
            )
    return {"items": rows, "missing": sum(row["convenor"] is None for row in rows), "next": None}


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("constitute_joint_meeting", ConstituteJointMeeting, constitute_joint_meeting, KEEPERS),
)

QUERIES: tuple[Query, ...] = (Query("list_joint_meetings", ListJointMeetings, list_joint_meetings, ANYONE),)
