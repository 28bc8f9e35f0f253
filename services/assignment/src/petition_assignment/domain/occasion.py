"""What applies when an officer takes a step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from petition_assignment.domain.officer import Officer
from petition_assignment.domain.petition import Petition
from petition_assignment.domain.register import Register
from workdays import Calendar


@dataclass(frozen=True)
class Occasion:
    """Who acts and when; the calendar, register and petition that apply, the last two read when they are needed."""

    officer: Officer
    now: datetime
    calendar: Calendar
    read_register: Callable[[], Register]
    read_petition: Callable[[], Petition]

    @property
    def register(self) -> Register:
        return self.read_register()

    @property
    def petition(self) -> Petition:
        return self.read_petition()
