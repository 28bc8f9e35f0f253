"""The commands beside the main path of a case, and who may give them."""

from __future__ import annotations

from petition_assignment.application import beside
from petition_assignment.domain.beside_duties import BESIDE_DUTIES
from petition_assignment.entrypoints import beside_requests, follow_through_requests, leadership_requests
from petition_assignment.entrypoints.rpc import command_of

REQUESTS = {**vars(beside_requests), **vars(follow_through_requests), **vars(leadership_requests)}

BESIDE_COMMANDS = tuple(
    command_of(kind, REQUESTS[kind.__name__], beside.carry_out, BESIDE_DUTIES[kind.name].roles) for kind in beside.STEPS
)
