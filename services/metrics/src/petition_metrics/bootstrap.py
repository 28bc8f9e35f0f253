"""The composition root: what this service follows, keeps, answers and shows."""

from __future__ import annotations

from chassis.service import Service, Timer
from petition_metrics.adapters.gauges import CaseGauges
from petition_metrics.adapters.mongo_indexes import INDEXES
from petition_metrics.adapters.mongo_names import CASE_TIMELINES
from petition_metrics.domain.errors import Refused
from petition_metrics.domain.occurrence import ASSIGNMENT, PRODUCERS
from petition_metrics.domain.register import REGISTER_PUBLISHED
from petition_metrics.entrypoints.describe_console import describe
from petition_metrics.entrypoints.events import on_event
from petition_metrics.entrypoints.folder_rpc import COMMANDS, FOLDER_QUERIES
from petition_metrics.entrypoints.publishing_timer import publish_due, publish_quarter, waiting
from petition_metrics.entrypoints.queries import QUERIES
from petition_metrics.entrypoints.rebuild_console import rebuild
from petition_metrics.entrypoints.report_queries import REPORT_QUERIES

SERVICE = Service(
    name="metrics",
    follows=PRODUCERS,
    indexes=INDEXES,
    commands=COMMANDS,
    queries=(*QUERIES, *REPORT_QUERIES, *FOLDER_QUERIES),
    every_event=on_event,
    by_subject=(CASE_TIMELINES,),
    timers=(Timer("publish_quarters", every=1.0, run=publish_due, due=waiting),),
    refusals=Refused,
    directory=(ASSIGNMENT, REGISTER_PUBLISHED),
    consoles={"rebuild": rebuild, "describe": describe, "publish-quarter": publish_quarter},
    collectors=(CaseGauges,),
)
