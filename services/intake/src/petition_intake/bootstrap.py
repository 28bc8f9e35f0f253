"""The declaration of the service: what the launcher needs to run its processes."""

from __future__ import annotations

from chassis.service import Service, Timer
from petition_intake.adapters.mongo_disputes import ages_to_tell, tell_ages
from petition_intake.adapters.mongo_files import PROGRESS
from petition_intake.adapters.mongo_indexes import INDEXES
from petition_intake.adapters.mongo_materials import remove_left_uploads, uploads_left
from petition_intake.adapters.mongo_words import Filling
from petition_intake.adapters.office import Premises
from petition_intake.adapters.sealed_fields import FINDABLE, SEALED
from petition_intake.domain.errors import Refused
from petition_intake.entrypoints.inbound import DIRECTORY, subscriptions
from petition_intake.entrypoints.rpc import commands, queries

PREMISES = Premises()
FILLING = Filling(lambda: PREMISES.office.pair_digests)

SERVICE = Service(
    name="intake",
    follows=("assignment", "supervision"),
    indexes=INDEXES,
    commands=commands(PREMISES),
    queries=queries(PREMISES),
    subscriptions=subscriptions(PREMISES),
    by_subject=(PROGRESS,),
    sealed=SEALED,
    findable=FINDABLE,
    timers=(
        Timer("tell_ages", every=5.0, run=tell_ages, due=ages_to_tell),
        Timer("fill_word_index", every=60.0, run=FILLING.run),
        Timer("remove_left_uploads", every=60.0, run=remove_left_uploads, due=uploads_left),
    ),
    refusals=Refused,
    directory=DIRECTORY,
    settings_check=PREMISES.open,
)
