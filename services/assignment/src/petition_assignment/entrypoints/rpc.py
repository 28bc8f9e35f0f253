"""The commands: each request as it comes over the wire, and the step it asks for.

Each runs in one transaction, and its answer says where the case stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema

from chassis.service import Call, Command
from chassis.unit_of_work import UnitOfWork
from petition_assignment.adapters.case_reading import standing
from petition_assignment.adapters.desks import open_desk
from petition_assignment.application import handling
from petition_assignment.application.ports import Desk
from petition_assignment.domain import commands as asked
from petition_assignment.domain.case import Case
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.states import DUTIES
from petition_assignment.entrypoints import commands as requests
from petition_assignment.entrypoints.officers import officer_of

CarryOut = Callable[[Desk, str, asked.Command, Officer], Case]


def command_of(make: type[asked.Command], schema: type[Schema], carry_out: CarryOut, roles: frozenset[str]) -> Command:
    """One command: its request becomes the domain's command, and its answer says where the case stands."""

    def handle(uow: UnitOfWork, call: Call, data: dict[str, Any]) -> dict[str, Any]:
        content = {name: value for name, value in data.items() if name != "case_no"}
        case = carry_out(open_desk(uow, call), data["case_no"], make(**content), officer_of(call))
        return standing(case)

    return Command(make.name, schema, handle, roles)


COMMANDS = tuple(
    command_of(kind, getattr(requests, kind.__name__), handling.carry_out, DUTIES[kind.name].roles)
    for kind in handling.STEPS
)
"""A request and the domain command it becomes have one name."""
