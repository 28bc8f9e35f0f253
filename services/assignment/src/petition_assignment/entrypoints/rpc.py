"""The table of commands: request, domain command, use case.

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

UseCase = Callable[[Desk, str, Any, Officer], Case]

TABLE: tuple[tuple[type[Schema], type[asked.Command], UseCase], ...] = (
    (requests.RouteCase, asked.RouteCase, handling.route_case),
    (requests.SignForCase, asked.SignForCase, handling.sign_for_case),
    (requests.RaiseObjection, asked.RaiseObjection, handling.raise_objection),
    (requests.DecideObjection, asked.DecideObjection, handling.decide_objection),
    (requests.AcceptCase, asked.AcceptCase, handling.accept_case),
    (requests.DeclineCase, asked.DeclineCase, handling.decline_case),
    (requests.SetResponsibility, asked.SetResponsibility, handling.set_responsibility),
    (requests.ExtendCase, asked.ExtendCase, handling.extend_case),
    (requests.RecordAgreement, asked.RecordAgreement, handling.record_agreement),
    (requests.IssueOpinion, asked.IssueOpinion, handling.issue_opinion),
    (requests.RecordDelivery, asked.RecordDelivery, handling.record_delivery),
    (requests.CompleteCase, asked.CompleteCase, handling.complete_case),
    (requests.ConfirmCase, asked.ConfirmCase, handling.confirm_case),
    (requests.ReturnCase, asked.ReturnCase, handling.return_case),
)


def command_of(schema: type[Schema], make: type[asked.Command], act: UseCase, roles: frozenset[str]) -> Command:
    """One command: its request becomes the domain's command, and its answer says where the case stands."""

    def handle(uow: UnitOfWork, call: Call, data: dict[str, Any]) -> dict[str, Any]:
        content = {name: value for name, value in data.items() if name != "case_no"}
        case = act(open_desk(uow, call), data["case_no"], make(**content), officer_of(call))
        return standing(case)

    return Command(make.name, schema, handle, roles)


COMMANDS = tuple(command_of(schema, make, act, DUTIES[make.name].roles) for schema, make, act in TABLE)
