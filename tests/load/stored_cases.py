"""Fills the stack with petitions faster than windows could register them.

It runs intake's own use case against intake's own store, a hundred petitions in a transaction, as an import would: the
same checks, numbers, documents and events. What is left out is the way through the broker and the journal entry that
answers a repeated request. The events go out through intake's relay, so the other services hold the cases, too.
"""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.load.bench_stack import BenchStack
from tests.load.matters import Docket

from chassis.clock import SystemClock
from chassis.settings import Settings
from chassis.store import open_store
from chassis.unit_of_work import UnitOfWork, Units
from county_year.matters import BUREAU, Matter
from petition_intake.adapters.mongo_files import files_of
from petition_intake.adapters.office import KEY_FILE, furnish, read_key
from petition_intake.application.ports import Office
from petition_intake.application.registration import register_petition
from petition_intake.bootstrap import SERVICE
from petition_intake.domain.officer import Officer
from petition_intake.entrypoints.filing_schema import RegisterPetition, filing_of

TOGETHER = 100


@dataclass(frozen=True)
class Stored:
    """A petition that can be asked for."""

    case_no: str
    query_code: str


def fill(stack: BenchStack, docket: Docket, number: int) -> list[Stored]:
    """Register so many petitions and return them; the events may still be on their way."""
    environment = stack.environment_of("intake")
    stored: list[Stored] = []
    with open_store(SERVICE, Settings.from_environment("intake", environment)) as store:
        office = furnish(store.database, read_key(environment[KEY_FILE]))
        units = Units(store.client, store.database.name, SystemClock(), "intake", store.seals)
        for batch in _batches(itertools.islice(docket.matters(), number)):
            stored += units.run(_registering(office, docket, batch))
    return stored


def _registering(office: Office, docket: Docket, batch: list[Matter]) -> Any:
    requests = [docket.request(matter, "register")[2] for matter in batch]
    filings = [filing_of(RegisterPetition().load(request.data)) for request in requests]
    officers = [Officer(BUREAU, request.actor, frozenset({"registrar"})) for request in requests]

    def work(uow: UnitOfWork) -> list[Stored]:
        stored = []
        for officer, filing in zip(officers, filings, strict=True):
            request_id = f"fill:{uuid.uuid4()}"
            receipt = register_petition(files_of(uow), office, officer, filing, request_id, uow.now)
            stored.append(Stored(receipt.case_no, office.query_codes.of(receipt.case_no)))
        return stored

    return work


def _batches(matters: Iterator[Matter]) -> Iterator[list[Matter]]:
    while batch := list(itertools.islice(matters, TOGETHER)):
        yield batch
