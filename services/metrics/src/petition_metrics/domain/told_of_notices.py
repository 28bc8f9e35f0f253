"""What intake told of notices a petitioner opened online, which is then their receipt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_metrics.domain.days import day_of, instant
from petition_metrics.domain.told_by_intake import Rule, Told


def _opened(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    """A notice that had its receipt by another way is only read again."""
    if not data["receipt"]:
        return {}
    receipt = {
        "notice_number": data["notice_number"],
        "notice_kind": data["notice_kind"],
        "received_on": day_of(instant(data["opened_at"])),
    }
    return {"online_receipts": [*told.get("online_receipts", ()), receipt]}


RULES: Mapping[str, Rule] = {"notice_opened.v1": _opened}


def online_receipts(intake: Told, unit: str | None) -> list[dict[str, Any]] | None:
    """Each with the unit in charge of the case; None where there is none."""
    return [{**receipt, "unit": unit} for receipt in intake.get("online_receipts", ())] or None
