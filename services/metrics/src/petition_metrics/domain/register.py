"""The county register as far as figures need it: territory and joint offices, by code. No people."""

from __future__ import annotations

from typing import Any

from petition_metrics.domain.county_rules import statistical_settings
from petition_metrics.domain.errors import UnreadableEvent
from petition_metrics.domain.occurrence import Occurrence

REGISTER_PUBLISHED = "register_published.v1"
REGISTER = "register"

Register = dict[str, Any]


def is_register(occurrence: Occurrence) -> bool:
    """Whether the event publishes the county register."""
    return occurrence.type == REGISTER_PUBLISHED


def fold_register(register: Register | None, occurrence: Occurrence) -> Register:
    """The register after a publication: the new one replaces the old one whole.

    Without its lists => UnreadableEvent.
    """
    data = occurrence.data
    try:
        return {
            "_id": REGISTER,
            "version": (register["version"] if register else 0) + 1,
            "sequence": occurrence.sequence,
            "register_version": str(data["register_version"]),
            "county_code": data.get("county_code"),
            "settings": statistical_settings(data.get("settings") or {}),
            "units": [{"code": row["code"], "kind": row.get("kind"), "name": row.get("name")} for row in data["units"]],
            "townships": [{"code": row["code"]} for row in data["townships"]],
            "villages": [{"code": row["code"], "parent": row.get("township_code")} for row in data["villages"]],
            "grids": [{"code": row["code"], "parent": row.get("village_code")} for row in data["grids"]],
            "offices": [
                {"code": row["code"], "parent": row.get("township_code")}
                for row in data["units"]
                if row.get("kind") == "joint_office"
            ],
        }
    except (KeyError, TypeError) as error:
        raise UnreadableEvent(occurrence.source, occurrence.type, repr(error)) from error
