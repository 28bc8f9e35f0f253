"""The commands beside the main path of a case, and who may give them."""

from __future__ import annotations

from petition_assignment.application import beside
from petition_assignment.domain.beside_duties import BESIDE_DUTIES
from petition_assignment.entrypoints import beside_requests as requests
from petition_assignment.entrypoints.rpc import command_of

BESIDE_COMMANDS = tuple(
    command_of(kind, getattr(requests, kind.__name__), beside.carry_out, BESIDE_DUTIES[kind.name].roles)
    for kind in beside.STEPS
)
