"""What supervision tells about the appointment of inspectors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class InspectorAppointed:
    """信访督查专员已任命 for the days from the first to the last."""

    unit: str
    first_day: date
    last_day: date
    document_no: str


@dataclass(frozen=True)
class InspectorRelieved:
    """信访督查专员已免去, from the day on."""

    unit: str
    relieved_on: date
