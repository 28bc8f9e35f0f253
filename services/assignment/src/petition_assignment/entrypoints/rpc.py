"""The table of commands: the request as it comes over the wire, and the domain command it becomes.

Each runs in one transaction, and its answer says where the case stands.
"""

from __future__ import annotations

from typing import Any

from marshmallow import Schema

from chassis.service import Call, Command
from chassis.unit_of_work import UnitOfWork
from petition_assignment.adapters.case_reading import standing
from petition_assignment.adapters.desks import open_desk
from petition_assignment.application import handling
from petition_assignment.domain import commands as asked
from petition_assignment.domain.states import DUTIES
from petition_assignment.entrypoints import commands as requests
from petition_assignment.entrypoints.officers import officer_of

TABLE: tuple[tuple[type[Schema], type[asked.Command]], ...] = (
    (requests.RouteCase, asked.RouteCase),
    (requests.SignForCase, asked.SignForCase),
    (requests.RaiseObjection, asked.RaiseObjection),
    (requests.DecideObjection, asked.DecideObjection),
    (requests.AcceptCase, asked.AcceptCase),
    (requests.DeclineCase, asked.DeclineCase),
    (requests.SetResponsibility, asked.SetResponsibility),
    (requests.ExtendCase, asked.ExtendCase),
    (requests.IssueOpinion, asked.IssueOpinion),
    (requests.RecordDelivery, asked.RecordDelivery),
    (requests.CompleteCase, asked.CompleteCase),
    (requests.ConfirmCase, asked.ConfirmCase),
    (requests.ReturnCase, asked.ReturnCase),
)


def _command(schema: type[Schema], make: type[asked.Command]) -> Command:
    def handle(uow: UnitOfWork, call: Call, data: dict[str, Any]) -> dict[str, Any]:
        content = {name: value for name, value in data.items() if name != "case_no"}
        case = handling.carry_out(open_desk(uow, call), data["case_no"], make(**content), officer_of(call))
        return standing(case)

    return Command(make.name, schema, handle, DUTIES[make.name].roles)


COMMANDS = tuple(_command(schema, make) for schema, make in TABLE)
