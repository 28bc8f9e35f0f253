"""Composition root: the declaration of the supervision service."""

from __future__ import annotations

from chassis.service import Service, Timer
from petition_supervision.adapters.collections import CASES, INDEXES
from petition_supervision.adapters.due_timer import DueTimer
from petition_supervision.adapters.environment import read_settings
from petition_supervision.adapters.grade_timer import GradeTimer
from petition_supervision.adapters.house_duty_timer import HouseDutyTimer
from petition_supervision.adapters.problem_timer import ProblemTimer
from petition_supervision.adapters.proposal_timer import ProposalTimer
from petition_supervision.adapters.sealed_fields import SEALED
from petition_supervision.domain.errors import Refused
from petition_supervision.entrypoints import appraisal_rpc, export_rpc, key_village_rpc, market_day_rpc
from petition_supervision.entrypoints.events import subscriptions
from petition_supervision.entrypoints.grade_rpc import queries_with
from petition_supervision.entrypoints.rpc import QUERIES, commands_with

_SETTINGS = read_settings()
_DUE = DueTimer(_SETTINGS)
_GRADES = GradeTimer(_SETTINGS)
_PROBLEMS = ProblemTimer(_SETTINGS)
_PROPOSALS = ProposalTimer(_SETTINGS)
_HOUSE_DUTIES = HouseDutyTimer(_SETTINGS)

SERVICE = Service(
    name="supervision",
    follows=("intake", "assignment"),
    indexes=INDEXES,
    commands=commands_with(_SETTINGS),
    queries=(
        *QUERIES,
        *queries_with(_SETTINGS),
        *key_village_rpc.queries_with(_SETTINGS),
        *export_rpc.queries_with(_SETTINGS),
        *market_day_rpc.queries_with(_SETTINGS),
        *appraisal_rpc.queries_with(_SETTINGS),
    ),
    subscriptions=subscriptions(_SETTINGS),
    by_subject=(CASES,),
    sealed=SEALED,
    timers=(
        Timer("fire_due", every=1.0, run=_DUE.run, due=_DUE.waiting),
        Timer("grade_units", every=600.0, run=_GRADES.run, due=_GRADES.waiting),
        Timer("look_at_promised_dates", every=5.0, run=_PROBLEMS.run, due=_PROBLEMS.waiting),
        Timer("miss_proposal_feedback", every=60.0, run=_PROPOSALS.run, due=_PROPOSALS.waiting),
        Timer("tell_house_duties", every=60.0, run=_HOUSE_DUTIES.run, due=_HOUSE_DUTIES.waiting),
    ),
    refusals=Refused,
    directory=("assignment", "register_published.v1"),
)
