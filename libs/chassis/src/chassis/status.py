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
    applied: Counter[str] = Counter({source: 0 for source in service.follows})
    due = sum(timer.due(reader, now) for timer in service.timers if timer.due)
    counts = {"held": 0, "parked": 0, "unsent": 0, "published": 0}
    for row in reader[HELD].aggregate(_COUNTS_EXACT if exact else _COUNTS):
        if "source" in row:
            applied[row["source"].partition("#")[0]] += row["count"]
        else:
            counts[row["what"]] = row["count"]
    return {"now": format_instant(now), "applied": dict(applied), "due": due, **counts}


def _count(what: str, *stages: dict[str, Any]) -> list[dict[str, Any]]:
    return [*stages, {"$count": "count"}, {"$set": {"what": what}}]


def _counts(published: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All counts in one question, asked of the held events; the parts are answered in the order written."""
    parts = (
        (PARKED, _count("parked")),
        (APPLIED, [{"$project": {"_id": 0, "source": "$_id", "count": 1}}]),
        (OUTBOX, _count("unsent", {"$match": UNSENT})),
        (OUTBOX, published),
    )
    return [*_count("held"), *({"$unionWith": {"coll": name, "pipeline": stages}} for name, stages in parts)]


_COUNTS = _counts([{"$collStats": {"count": {}}}, {"$project": {"_id": 0, "what": "published", "count": 1}}])
_COUNTS_EXACT = _counts(_count("published"))
