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
from chassis.unit_of_work import OUTBOX


class StatusQuestion(marshmallow.Schema):
    """服务状态：还有多少在途。What is still on its way in this service: told, unsent, applied, held, parked, due."""

    exact = marshmallow.fields.Boolean(
        load_default=False,
        metadata={
            "zh": "逐条清点已发事件；存储自带的计数不花时间，但在其被强行终止后可能不准",
            "en": "count told events one by one; the store's own count is free, but may be off after it was killed",
        },
    )


def status_query(service: Service) -> Query:
    """`service_status` -> {now, published, unsent, applied: {source: n}, held, parked, due}.

    All quiet: unsent, held and due are 0 everywhere, and each `applied[source]` equals that source's `published`.
    """

    def handle(reader: Database[dict[str, Any]], call: Call, data: dict[str, Any]) -> dict[str, Any]:
        return read_status(service, reader, call.now, data["exact"])

    return Query("service_status", StatusQuestion, handle, ANYONE)


def read_status(
    service: Service, reader: Database[dict[str, Any]], now: datetime, exact: bool = False
) -> dict[str, Any]:
    """What waits to be done is counted before what it would tell: work done in between still shows."""
    outbox = reader[OUTBOX]
    applied: Counter[str] = Counter({source: 0 for source in service.follows})
    for slot in reader[APPLIED].find():
        applied[slot["_id"].partition("#")[0]] += slot["count"]
    waiting = {
        "held": reader[HELD].count_documents({}),
        "parked": reader[PARKED].count_documents({}),
        "due": sum(timer.due(reader, now) for timer in service.timers if timer.due),
    }
    return {
        "now": format_instant(now),
        "applied": dict(applied),
        **waiting,
        "unsent": outbox.count_documents({"sent": False}),
        "published": outbox.count_documents({}) if exact else outbox.estimated_document_count(),
    }
