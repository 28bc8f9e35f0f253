"""Putting a county register into force."""

from __future__ import annotations

from dataclasses import dataclass

from petition_assignment.application.ports import Desk
from petition_assignment.domain.register_making import digest, make_register, publish
from petition_assignment.domain.register_rows import RawRegister
from petition_assignment.domain.warden_posts import wardens_by_township


@dataclass(frozen=True)
class Loaded:
    """The version now in force, and whether this loading brought it."""

    version: int
    changed: bool


def load_register(desk: Desk, raw: RawRegister) -> Loaded:
    """Check everything, then store it as the next version and publish it, in one transaction.

    Any fault                => RegisterFaulty naming every bad row; nothing is written.
    The content is in force  => nothing is written; `changed` is False.
    """
    version, in_force = desk.registers.latest()
    register = make_register(raw, version + 1)
    content = digest(register)
    if content == in_force:
        return Loaded(version, changed=False)
    calendar = desk.calendar.rolling(register.county.days_roll)
    desk.registers.replace(register, content, publish(register, calendar.version), wardens_by_township(register))
    return Loaded(register.version, changed=True)
