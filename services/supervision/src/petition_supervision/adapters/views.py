"""What the queries read: lists page by page, each by an index, and one case in full."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pymongo.database import Database

from chassis.documents import document_converter, to_wire
from chassis.event import format_instant
from chassis.pages import page
from chassis.refusal import Refusal
from petition_supervision.adapters.collections import CASES, DUE, MISSED
from petition_supervision.adapters.hand_down_views import show_hand_down
from petition_supervision.domain.agenda import CLOCK
from petition_supervision.domain.clock_kinds import KINDS
from petition_supervision.domain.follow_up import FOLLOW_UP, Attempt, FollowUp
from petition_supervision.domain.follow_up_reading import READING
from petition_supervision.domain.follow_up_reading import Reading as LeaderReading
from petition_supervision.domain.supervised_case import SupervisedCase

Reader = Database[dict[str, Any]]
Page = dict[str, Any]
_CONVERTER = document_converter(SupervisedCase)


def find_case(reader: Reader, case_no: str) -> SupervisedCase:
    """The case, or NOT_FOUND."""
    document = reader[CASES].find_one({"_id": case_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "case_no", id=case_no)
    return structured(document)


def structured(document: Mapping[str, Any]) -> SupervisedCase:
    """A stored case as the domain knows it."""
    case: SupervisedCase = _CONVERTER.structure(document, SupervisedCase)
    return case


def show_case(case: SupervisedCase, now: datetime, with_reasons: bool) -> dict[str, Any]:
    """One case in full. The petitioner's own words are for those who supervise, not for the unit that handled it."""
    return {
        "case_no": case.case_no,
        "case_version": case.version,
        "round": case.round,
        "registered_by_unit": case.registration.unit if case.registration else None,
        "responsible_unit": case.responsible_unit,
        "handlers": list(case.handlers),
        "withdrawn_at": instant(case.withdrawn_at),
        "clocks": [{**to_wire(clock), **_kind_text(clock.kind)} for clock in case.clocks.values()],
        "closings": [to_wire(closing) for closing in case.closings],
        "follow_ups": [_show_follow_up(one, now, with_reasons) for one in case.follow_ups],
        "orders": [to_wire(order) for order in case.orders],
        "letter_readings": [to_wire(reading) for reading in case.letter_readings],
        "hand_down": show_hand_down(case, now),
        "old_case": to_wire(case.old_case) if case.old_case else None,
    }


def list_due_clocks(
    reader: Reader, unit: str | None, kind: str | None, before: datetime | None, limit: int, cursor: str | None
) -> Page:
    """Running clocks by due instant, those already missed first."""
    wanted = _filter(what=CLOCK, unit=unit, kind=kind)
    if before is not None:
        wanted["due_at"] = {"$lt": before}
    return _page(reader, DUE, wanted, [("due_at", 1), ("_id", 1)], limit, cursor, _show_due_clock)


def list_missed(reader: Reader, unit: str | None, kind: str | None, limit: int, cursor: str | None) -> Page:
    """Misses that stand, the latest first, those done since included."""
    wanted = _filter(unit=unit, kind=kind)
    return _page(reader, MISSED, wanted, [("missed_at", -1), ("_id", -1)], limit, cursor, _show_missed)


def list_follow_ups_due(
    reader: Reader, unit: str | None, before: datetime | None, limit: int, cursor: str | None
) -> Page:
    """Pending follow-ups by due instant; `unit`: of the cases that this unit handled."""
    wanted = _filter(what=FOLLOW_UP, unit=unit)
    if before is not None:
        wanted["due_at"] = {"$lt": before}
    return _page(reader, DUE, wanted, [("due_at", 1), ("_id", 1)], limit, cursor, _show_due_follow_up)


def list_follow_ups_to_read(
    reader: Reader, score: str | None, unit: str | None, limit: int, cursor: str | None
) -> Page:
    """Results no county leader has read yet, the oldest first."""
    wanted = _filter(what=READING, unit=unit, kind=score)
    return _page(reader, DUE, wanted, [("due_at", 1), ("_id", 1)], limit, cursor, _show_follow_up_to_read)


def list_hand_downs(
    reader: Reader,
    state: str | None,
    unit: str | None,
    now: datetime,
    limit: int,
    cursor: str | None,
    issuer_level: str | None = None,
    batch_name: str | None = None,
    leader: str | None = None,
    due_before: date | None = None,
) -> Page:
    """The ledger by feedback day; `unit`: entries whose case this unit has to handle."""
    wanted: dict[str, Any] = {"hand_down.state": state if state else {"$exists": True}}
    wanted |= _filter(
        **{
            "responsible_unit": unit,
            "hand_down.issued.issuer_level": issuer_level,
            "hand_down.issued.batch_name": batch_name,
            "hand_down.leader": leader,
        }
    )
    if due_before is not None:
        wanted["hand_down.issued.feedback_due_on"] = {"$lt": due_before.isoformat()}
    sort = [("hand_down.issued.feedback_due_on", 1), ("_id", 1)]
    if state is None:
        # The index begins with the state, so a list of all states is in the order of the state first.
        sort.insert(0, ("hand_down.state", 1))

    def show(document: Mapping[str, Any]) -> dict[str, Any]:
        case = _CONVERTER.structure(document, SupervisedCase)
        entry = show_hand_down(case, now)
        assert entry is not None, "the list asks for entries of the ledger only"
        return {"case_no": case.case_no, "responsible_unit": case.responsible_unit, "round": case.round, **entry}

    return _page(reader, CASES, wanted, sort, limit, cursor, show)


def _page(
    reader: Reader,
    collection: str,
    wanted: dict[str, Any],
    sort: list[tuple[str, int]],
    limit: int,
    cursor: str | None,
    show: Any,
) -> Page:
    found = page(reader[collection], wanted, sort=sort, limit=limit, cursor=cursor)
    return {"items": [show(document) for document in found["items"]], "next": found["next"]}


def _filter(**wanted: str | None) -> dict[str, Any]:
    return {name: value for name, value in wanted.items() if value is not None}


def _show_due_clock(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "case_no": row.get("case_no"),
        "urgent_no": row.get("urgent_no"),
        "clock_id": row["ref"],
        "kind": row["kind"],
        **_kind_text(row["kind"]),
        "unit": row["unit"],
        "round": row["round"],
        "due_at": instant(row["due_at"]),
        "provisional": row["provisional"],
        "missed_at": instant(row.get("missed_at")),
        "next_step": row.get("step"),
        "next_at": instant(row.get("next_at")),
    }


def _show_missed(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "case_no": row.get("case_no"),
        "urgent_no": row.get("urgent_no"),
        "clock_id": row["clock_id"],
        "kind": row["kind"],
        **_kind_text(row["kind"]),
        "unit": row["unit"],
        "round": row["round"],
        "due_at": instant(row["due_at"]),
        "provisional": row["provisional"],
        "missed_at": instant(row["missed_at"]),
        "stopped_at": instant(row.get("stopped_at")),
    }


def _show_due_follow_up(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "case_no": row["case_no"],
        "round": row["round"],
        "unit": row["unit"],
        "due_at": instant(row["due_at"]),
        "overdue_at": instant(row.get("missed_at")),
    }


def _show_follow_up_to_read(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "case_no": row["case_no"],
        "round": row["round"],
        "unit": row["unit"],
        "score": row["kind"],
        "recorded_at": instant(row["due_at"]),
    }


def _show_follow_up(follow_up: FollowUp, now: datetime, with_reasons: bool) -> dict[str, Any]:
    def show(attempt: Attempt) -> dict[str, Any]:
        return to_wire(attempt) if with_reasons else _without(to_wire(attempt), "reason")

    return {
        "round": follow_up.round,
        "unit": follow_up.unit,
        "since": instant(follow_up.since),
        "due_at": instant(follow_up.due_at),
        "pending": follow_up.is_pending,
        "late": follow_up.is_pending and now >= follow_up.due_at,
        "attempts": [show(attempt) for attempt in follow_up.attempts],
        "reading": _show_reading(follow_up.reading, with_reasons),
    }


def _show_reading(reading: LeaderReading | None, with_reasons: bool) -> dict[str, Any] | None:
    """The instruction is for the unit as well; the leader's note is not."""
    if reading is None:
        return None
    return to_wire(reading) if with_reasons else _without(to_wire(reading), "note")


def _kind_text(code: str) -> dict[str, str | None]:
    kind = KINDS.get(code)
    if kind is None:
        return {"kind_zh": None, "kind_en": None, "article": None}
    return {"kind_zh": kind.zh, "kind_en": kind.en, "article": kind.article}


def _without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


def instant(moment: datetime | None) -> str | None:
    return format_instant(moment) if moment else None
