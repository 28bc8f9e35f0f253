"""An event in the log: its key sorts by subject, then producer, then sequence, so a case is one run of keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bson import ObjectId

from petition_metrics.domain.occurrence import Occurrence

FIRST_AFTER_SLASH = "0"


def to_document(occurrence: Occurrence) -> dict[str, Any]:
    """`order` tells about when it was appended, by the clock of the machine that did."""
    return {
        "_id": f"{occurrence.subject}/{occurrence.source}/{occurrence.sequence:010d}",
        "source": occurrence.source,
        "type": occurrence.type,
        "subject": occurrence.subject,
        "sequence": occurrence.sequence,
        "time": occurrence.time,
        "data": dict(occurrence.data),
        "order": ObjectId(),
    }


def to_occurrence(document: Mapping[str, Any]) -> Occurrence:
    return Occurrence(
        source=document["source"],
        type=document["type"],
        subject=document["subject"],
        sequence=document["sequence"],
        time=document["time"],
        data=document["data"],
    )


def of_subject(subject: str) -> dict[str, Any]:
    """The filter of one subject's run of keys."""
    return {"_id": {"$gte": f"{subject}/", "$lt": subject + FIRST_AFTER_SLASH}}
