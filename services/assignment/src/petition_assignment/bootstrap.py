"""The declaration of the service: what the launcher needs to run its processes."""

from __future__ import annotations

from chassis.service import Service
from petition_assignment.adapters.mongo_cases import CASES, PAPERS, PETITIONS
from petition_assignment.adapters.mongo_indexes import INDEXES
from petition_assignment.domain.errors import Refused
from petition_assignment.entrypoints.beside_rpc import BESIDE_COMMANDS
from petition_assignment.entrypoints.consoles import CONSOLES
from petition_assignment.entrypoints.inbound import SUBSCRIPTIONS
from petition_assignment.entrypoints.list_rpc import LIST_COMMANDS, LIST_QUERIES
from petition_assignment.entrypoints.mediator_questions import MEDIATOR_QUERIES
from petition_assignment.entrypoints.paper_questions import PAPER_QUERIES
from petition_assignment.entrypoints.queries import QUERIES
from petition_assignment.entrypoints.review_rpc import REVIEW_COMMANDS, REVIEW_QUERIES
from petition_assignment.entrypoints.rpc import COMMANDS
from petition_assignment.entrypoints.timers import TIMERS

SERVICE = Service(
    name="assignment",
    follows=("intake", "supervision"),
    indexes=INDEXES,
    commands=(*COMMANDS, *REVIEW_COMMANDS, *BESIDE_COMMANDS, *LIST_COMMANDS),
    queries=(*QUERIES, *REVIEW_QUERIES, *PAPER_QUERIES, *LIST_QUERIES, *MEDIATOR_QUERIES),
    subscriptions=SUBSCRIPTIONS,
    by_subject=(CASES, PETITIONS),
    sealed={PAPERS: ("text", "facts")},
    timers=TIMERS,
    refusals=Refused,
    consoles=CONSOLES,
)
