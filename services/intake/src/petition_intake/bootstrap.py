"""The declaration of the service: what the launcher needs to run its processes."""

from __future__ import annotations

from chassis.service import Service
from petition_intake.adapters.mongo_files import PROGRESS
from petition_intake.adapters.mongo_indexes import INDEXES
from petition_intake.adapters.office import Premises
from petition_intake.domain.errors import Refused
from petition_intake.entrypoints.inbound import DIRECTORY, subscriptions
from petition_intake.entrypoints.rpc import commands, queries

PREMISES = Premises()

SERVICE = Service(
    name="intake",
    follows=("assignment", "supervision"),
    indexes=INDEXES,
    commands=commands(PREMISES),
    queries=queries(PREMISES),
    subscriptions=subscriptions(PREMISES),
    by_subject=(PROGRESS,),
    refusals=Refused,
    directory=DIRECTORY,
    settings_check=PREMISES.open,
)
