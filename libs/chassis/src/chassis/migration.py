"""The migration: declares what a service needs on the broker and in the store, before any of its processes starts."""

from __future__ import annotations

import logging
from typing import Any

from pymongo import IndexModel
from pymongo.database import Database
from pymongo.errors import CollectionInvalid

from chassis import bell, desk, directory, health, inbox, lease, parking
from chassis.late_sealing import seal_readable
from chassis.logs import start_logs
from chassis.service import Service
from chassis.settings import Settings
from chassis.store import Store, open_store
from chassis.topology import declare_topology
from chassis.unit_of_work import OUTBOX

log = logging.getLogger(__name__)

OWN_INDEXES = {OUTBOX: [IndexModel([("order", 1)], partialFilterExpression={"sent": False}, name="unsent")]}
OWN_COLLECTIONS = (
    OUTBOX,
    desk.JOURNAL,
    inbox.POSITIONS,
    inbox.HELD,
    inbox.APPLIED,
    directory.COLLECTION,
    parking.COLLECTION,
    lease.COLLECTION,
    health.COLLECTION,
    bell.COLLECTION,
)
"""Created by the migration: a collection is not to be created inside a transaction by the first message."""

OPTIONS: dict[str, dict[str, Any]] = {bell.COLLECTION: bell.OPTIONS}


def migrate(service: Service, settings: Settings, _arguments: list[str]) -> int:
    """Declare queues and bindings, prepare the store. Harmless when all is there."""
    start_logs(settings.log_level, service.name, "migrate")
    declare_topology(settings.broker_uri, service, settings.retry_seconds)
    with open_store(service, settings) as store:
        prepare(store, service)
    log.info("migrated", extra={"database": settings.mongo_database})
    return 0


def prepare(store: Store, service: Service) -> None:
    """Create collections and indexes, and the data key of a service that seals; seal what was readable until now."""
    create_collections(store.database, service)
    if store.vault is not None:
        store.vault.create()
        store.check()
        log.info("sealed what was readable", extra={"documents": seal_readable(store.database, store.seals)})


def create_collections(database: Database[dict[str, Any]], service: Service) -> None:
    """Create the chassis's and the service's collections with their indexes; harmless when they are there."""
    there = set(database.list_collection_names())
    for name in sorted({*OWN_COLLECTIONS, *service.indexes, *service.by_subject} - there):
        try:
            database.create_collection(name, **OPTIONS.get(name, {}))
        except CollectionInvalid:
            # Another migration of the same service was faster.
            log.info("already created", extra={"collection": name})
    for name, indexes in {**OWN_INDEXES, **service.indexes}.items():
        if indexes:
            database[name].create_indexes(list(indexes))
