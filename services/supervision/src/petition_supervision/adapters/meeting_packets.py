"""Reading what a meeting has before it: counts by index, and the first rows of the lists they count."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from pymongo.database import Database

from petition_supervision.adapters import mongo_grades
from petition_supervision.adapters.collections import CASES, DUE, FILINGS, ITEMS, MEETINGS, MISSED, URGINGS
from petition_supervision.adapters.ladder_views import list_suggested
from petition_supervision.domain.answers import Score
from petition_supervision.domain.follow_up_reading import READING
from petition_supervision.domain.hand_down import LedgerState
from petition_supervision.domain.ladder import ItemState
from petition_supervision.domain.meeting_packet import Packet, PacketFigure, Span, span_of
from petition_supervision.domain.meetings import MeetingKind, period_of
from petition_supervision.domain.quarters import quarter_of
from petition_supervision.domain.urging import UrgingState
from workdays import CHINA_STANDARD_TIME, end_of_day

Reader = Database[dict[str, Any]]
ROWS = 50
"""The first so many of a list are in a packet; the list itself has them all."""
MEETINGS_LOOKED_AT = 24


def read_packet(reader: Reader, kind: MeetingKind, unit: str | None, day: date) -> Packet:
    """The packet of the period that `day` lies in; `unit` None: the whole county."""
    span = span_of(kind, day)
    before = span_of(kind, span.before)
    return Packet(
        kind=kind,
        unit=unit,
        period=period_of(kind, day),
        span=span,
        now={**_of_period(reader, unit, span), **_standing(reader, unit)},
        before=_of_period(reader, unit, before),
        grades=mongo_grades.list_grades(reader, quarter_of(day), unit, ROWS, None)["items"],
        overdue=list_suggested(reader, unit, ROWS, None)["items"],
        decisions=_open_decisions(reader, kind, unit),
    )


def _of_unit(unit: str | None) -> dict[str, Any]:
    return {} if unit is None else {"unit": unit}


def _of_period(reader: Reader, unit: str | None, span: Span) -> dict[PacketFigure, int]:
    quarters = sorted({quarter_of(span.first), quarter_of(span.last)})
    days = {"$gte": span.first.isoformat(), "$lte": span.last.isoformat()}
    begin = datetime.combine(span.first, time(), CHINA_STANDARD_TIME)
    return {
        PacketFigure.FILINGS: reader[FILINGS].count_documents(
            {"quarter": {"$in": quarters}, **_of_unit(unit), "received_on": days}
        ),
        PacketFigure.MISSED: reader[MISSED].count_documents(
            {**_of_unit(unit), "missed_at": {"$gte": begin, "$lt": end_of_day(span.last)}}
        ),
    }


def _standing(reader: Reader, unit: str | None) -> dict[PacketFigure, int]:
    of_unit = _of_unit(unit)
    handled_by = {} if unit is None else {"responsible_unit": unit}
    unread = {"what": READING, **of_unit, "kind": Score.DISSATISFIED.value}
    return {
        PacketFigure.STILL_UNDONE: reader[MISSED].count_documents({"stopped_at": None, **of_unit}),
        PacketFigure.ITEMS_OPEN: reader[ITEMS].count_documents({"state": ItemState.OPEN.value, **of_unit}),
        PacketFigure.URGINGS_OPEN: reader[URGINGS].count_documents({"state": UrgingState.OPEN.value, **of_unit}),
        PacketFigure.HAND_DOWNS_OPEN: reader[CASES].count_documents(
            {"hand_down.state": LedgerState.OPEN.value, **handled_by}
        ),
        PacketFigure.DISSATISFIED_UNREAD: reader[DUE].count_documents(unread),
    }


def _open_decisions(reader: Reader, kind: MeetingKind, unit: str | None) -> list[dict[str, Any]]:
    """What the latest meetings of this kind decided and nobody has done, the longest owed first."""
    found = reader[MEETINGS].find({"kind": kind.value, **_of_unit(unit)}).sort([("held_on", -1), ("_id", 1)])
    rows = [
        {"meeting_no": row["_id"], **{name: one.get(name) for name in ("number", "text", "owner", "due_on", "case_no")}}
        for row in found.limit(MEETINGS_LOOKED_AT)
        for one in row["decisions"]
        if one.get("done_on") is None
    ]
    return sorted(rows, key=lambda row: (row["due_on"], row["meeting_no"], row["number"]))
