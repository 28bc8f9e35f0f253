"""The query `service_status`: what is still on its way, for operations and for drivers of a manual clock."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

import marshmallow
from pymongo.database import Database

from chassis.event import format_instant
from chassis.inbox import APPLIED, HELD
from chassis.parking import COLLECTION as PARKED
from chassis.service import ANYONE, Call, Query, Service
from chassis.unit_of_work import OUTBOX, UNSENT


class StatusQuestion(marshmallow.Schema):
    """服务状态：还有多少在途。What is still on its way in this service: told, unsent, applied, held, parked, due."""

    exact = marshmallow.fields.Boolean(
        load_default=False,
        metadata={
            "zh": "逐条清点已发事件；存储自带的计数不花时间，但在其被强行终止后可能不准",
            "en": "count told events one by one; the store's own count is free, but may be off after it was killed",
        },
    )
    brief = marshmallow.fields.Boolean(
        load_default=False,
        metadata={
            "zh": "只答已发和已收的事件数，可以反复询问而不费力",
            "en": "answer only how many events were told and applied: cheap enough to be asked over and over",
        },
    )


def status_query(service: Service) -> Query:
    """`service_status` -> {now, published, applied: {source: n}}, not brief also {unsent, held, parked, due}.

    All quiet: unsent, held and due are 0 everywhere, and each `applied[source]` equals that source's `published`.
    """

    def handle(reader: Database[dict[str, Any]], call: Call, data: dict[str, Any]) -> dict[str, Any]:
        if data["brief"]:
            return {"now": format_instant(call.now), **_count_events(service, reader, data["exact"])}
        return read_status(service, reader, call.now, data["exact"])

    return Query("service_status", StatusQuestion, handle, ANYONE)


def read_status(
    service: Service, reader: Database[dict[str, Any]], now: datetime, exact: bool = False
) -> dict[str, Any]:
    """What waits to be done is counted before what it would tell: work done in between still shows."""
    waiting = {
        "due": sum(timer.due(reader, now) for timer in service.timers if timer.due),
        "held": reader[HELD].count_documents({}),
        "parked": reader[PARKED].count_documents({}),
        "unsent": reader[OUTBOX].count_documents(UNSENT),
    }
    return {"now": format_instant(now), **waiting, **_count_events(service, reader, exact)}


def _count_events(service: Service, reader: Database[dict[str, Any]], exact: bool) -> dict[str, Any]:
    """What was applied is counted before what is told by it."""
    applied: Counter[str] = Counter({source: 0 for source in service.follows})
    for row in reader[APPLIED].find():
        applied[row["_id"].partition("#")[0]] += row["count"]
    told = reader[OUTBOX]
    return {
        "applied": dict(applied),
        "published": told.count_documents({}) if exact else told.estimated_document_count(),
    }
