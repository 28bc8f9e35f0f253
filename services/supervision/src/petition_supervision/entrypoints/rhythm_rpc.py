"""Commands and queries of the county's rhythm: meetings, decisions, reception days and their gaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import mongo_rhythm as kept
from petition_supervision.adapters.meeting_packets import read_packet
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.application import county_rhythm
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import check_meeting, unit_to_list
from petition_supervision.domain import meetings, reception
from petition_supervision.domain.meeting_packet import FIGURE_ZH, LISTED_BY, Packet, PacketFigure
from petition_supervision.entrypoints import rhythm_requests as requests
from workdays import Calendar, local_day

Data = dict[str, Any]
CLERKS = frozenset({"dispatcher", "bureau_head", "unit_head", "township_leader", "registrar"})
LEADERS = frozenset({"county_leader", "bureau_head", "unit_head", "township_leader"})
RECEIVING_KINDS = ("bureau", "township", "department")
"""Who has somebody to receive visitors every working day: the county's hall, every township, every department."""


def record_meeting(work: Work, call: Call, data: Data) -> Data:
    decisions = [meetings.Decision(number, **one) for number, one in enumerate(data.pop("decisions"), 1)]
    asked = county_rhythm.RecordMeeting(unit=call.unit, recorded_by=call.actor or "", decisions=decisions, **data)
    meeting = county_rhythm.record_meeting(work, asked)
    return {"meeting_no": meeting.meeting_no, "version": meeting.version, "period": meeting.period}


def carry_out_decision(work: Work, call: Call, data: Data) -> Data:
    meeting = county_rhythm.carry_out_decision(work, call.unit, **data)
    open_ones = meeting.open_decisions
    return {"meeting_no": meeting.meeting_no, "version": meeting.version, "open_decisions": open_ones}


def plan_reception(work: Work, call: Call, data: Data) -> Data:
    return _standing(county_rhythm.plan_reception(work, call.unit, **data))


def attend_reception(work: Work, call: Call, data: Data) -> Data:
    return _standing(county_rhythm.attend_reception(work, call.unit, call.actor or "", **data))


def close_reception(work: Work, call: Call, data: Data) -> Data:
    return _standing(county_rhythm.close_reception(work, county_rhythm.CloseReception(unit=call.unit, **data)))


def _standing(day: reception.ReceptionDay) -> Data:
    return {
        "reception_no": day.reception_no,
        "version": day.version,
        "unit": day.unit,
        "on": day.on.isoformat(),
        "leader": day.leader,
        "attended_by": day.attended_by,
        "stand_in": day.attended_by is not None and day.attended_by != day.leader,
    }


def get_meeting(reader: kept.Reader, call: Call, data: Data) -> Data:
    meeting = kept.find_meeting(reader, data["meeting_no"])
    check_meeting(read_units(reader), call.unit, meeting)
    return kept.show_meeting(meeting)


def list_meetings(reader: kept.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data.pop("unit"))
    return kept.list_meetings(reader, unit=unit, **data)


def list_meeting_gaps(reader: kept.Reader, call: Call, data: Data) -> Data:
    units = read_units(reader)
    one = unit_to_list(units, call.unit, data["unit"])
    kind, first, last = data["kind"], data["first_day"], data["last_day"]
    periods = list(meetings.ended_periods(kind, first, last, local_day(call.now)))
    holders = [unit for unit in units.of_kinds(meetings.HELD_BY[kind]) if one in (None, unit)]
    missing = meetings.gaps(periods, holders, kept.periods_held(reader, kind, first, last))
    rows = [{"period": gap.period, "unit": gap.unit} for gap in missing]
    return {"expected": len(periods) * len(holders), "missing": len(rows), **_page(rows, data)}


def get_meeting_packet(reader: kept.Reader, call: Call, data: Data) -> Data:
    """What 听取汇报、研判形势、研究突出问题 rest on. A township has its own matters before it, the county all."""
    units = read_units(reader)
    unit = unit_to_list(units, call.unit, data["unit"])
    packet = read_packet(reader, data["kind"], unit, data["day"])
    return {
        "kind": packet.kind.value,
        "unit": unit,
        "period": packet.period,
        "first_day": packet.span.first.isoformat(),
        "last_day": packet.span.last.isoformat(),
        "figures": [_figure(packet, one) for one in PacketFigure],
        "grades": list(packet.grades),
        "overdue": list(packet.overdue),
        "decisions": list(packet.decisions),
        "text_zh": packet.text(unit and units.name_of(unit)),
    }


def _figure(packet: Packet, figure: PacketFigure) -> Data:
    """A figure with the query that lists what it counted."""
    method, narrowed = LISTED_BY.get(figure, (None, {}))
    of_unit = {"unit": packet.unit} if packet.unit else {}
    return {
        "figure": figure.value,
        "zh": FIGURE_ZH[figure],
        "now": packet.now[figure],
        "before": packet.before.get(figure),
        "listed_by": method and {"method": method, "data": {**narrowed, **of_unit}},
    }


def list_receptions(reader: kept.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data.pop("unit"))
    return kept.list_receptions(reader, unit=unit, **data)


def list_reception_gaps(reader: kept.Reader, call: Call, data: Data) -> Data:
    units = read_units(reader)
    one = unit_to_list(units, call.unit, data["unit"])
    first, last = data["first_day"], data["last_day"]
    is_working_day = Calendar.published().is_working_day
    days = list(reception.days_due(first, last, local_day(call.now), is_working_day))
    places = [unit for unit in units.of_kinds(*RECEIVING_KINDS) if one in (None, unit)]
    missing = reception.missing_days(days, places, kept.days_attended(reader, first, last))
    rows = [{"on": day.isoformat(), "unit": unit} for day, unit in missing]
    return {"expected": len(days) * len(places), "missing": len(rows), **_page(rows, data)}


def _page(rows: Sequence[Data], data: Data) -> Data:
    """One page of computed rows; the cursor is the last row shown."""
    marks = ["|".join(row.values()) for row in rows]
    after = data["cursor"]
    begin = 0 if after is None else sum(mark <= after for mark in marks)
    end = begin + data["limit"]
    return {"items": list(rows[begin:end]), "next": marks[end - 1] if end < len(rows) else None}


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("record_meeting", requests.RecordMeeting, record_meeting, CLERKS),
    ("carry_out_decision", requests.CarryOutDecision, carry_out_decision, CLERKS),
    ("plan_reception", requests.PlanReception, plan_reception, CLERKS),
    ("attend_reception", requests.AttendReception, attend_reception, LEADERS),
    ("close_reception", requests.CloseReception, close_reception, LEADERS | CLERKS),
)

QUERIES: tuple[Query, ...] = (
    Query("get_meeting", requests.GetMeeting, get_meeting, ANYONE),
    Query("list_meetings", requests.ListMeetings, list_meetings, ANYONE),
    Query("get_meeting_packet", requests.GetMeetingPacket, get_meeting_packet, ANYONE),
    Query("list_meeting_gaps", requests.ListMeetingGaps, list_meeting_gaps, ANYONE),
    Query("list_receptions", requests.ListReceptions, list_receptions, ANYONE),
    Query("list_reception_gaps", requests.ListReceptionGaps, list_reception_gaps, ANYONE),
)
