"""What the county register sets and supervision goes by; the default of each where the register sets nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class CountySettings:
    """urgent_report_hours: K12: an urgent matter is reported within so many hours. 《信访工作条例》第二十五条 says
    及时 and no number, so the number is this project's, and the county changes it in its register.
    """

    urgent_report_hours: int = 4

    @classmethod
    def from_register(cls, settings: Mapping[str, Any]) -> CountySettings:
        """As the register sets them; the default of each that is not set, or is no whole number above 0.

        Assignment refuses a register with such a value, so a default stands in only for what was never decided.
        """
        numbers = {name: settings.get(name) for name in ("urgent_report_hours",)}
        return cls(**{name: value for name, value in numbers.items() if type(value) is int and value > 0})
