"""A service's own store, as each of its processes opens it: what the service sealed is opened on the way out."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from pymongo import MongoClient
from pymongo.database import Database
from pymongo.errors import PyMongoError

from chassis import desk, inbox, parking
from chassis.mongo import is_outage, open_mongo
from chassis.sealing import NOTHING_SEALED, Seals
from chassis.service import Service
from chassis.settings import Settings

if TYPE_CHECKING:
    from chassis.vault import Vault

OWN_SEALED = {
    desk.JOURNAL: ("method", "content", "answer"),
    inbox.HELD: ("data",),
    parking.COLLECTION: ("headers", "body", "error"),
}
"""Where the chassis itself keeps what the service was asked, answered or told."""
LOOK_SECONDS = 1.0


@dataclass(frozen=True)
class Store:
    """A client, the service's database, and what is sealed in it; `vault` is None where nothing is."""

    client: MongoClient[dict[str, Any]]
    database: Database[dict[str, Any]]
    seals: Seals
    vault: Vault | None

    @property
    def plain(self) -> Database[dict[str, Any]]:
        """The same database by a client that opens nothing, for what is never sealed; it can read raw batches."""
        return self.database if self.vault is None else self.vault.database

    def check(self, patience: float = 0.0) -> None:
        """See that what is sealed can be opened => SettingError; wait so many seconds for a store that is away."""
        if self.vault is None:
            return
        deadline = time.monotonic() + patience
        while True:
            try:
                return self.vault.check()
            except PyMongoError as error:
                if not is_outage(error) or time.monotonic() > deadline:
                    raise
            time.sleep(LOOK_SECONDS)

    def close(self) -> None:
        self.client.close()
        if self.vault is not None:
            self.vault.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()


def open_store(service: Service, settings: Settings, pool: int = 32) -> Store:
    """The store of a service. It seals something and its master key cannot be read => SettingError."""
    if not (service.sealed or service.findable):
        client = open_mongo(settings.mongo_uri, service.name, pool)
        return Store(client, client[settings.mongo_database], NOTHING_SEALED, None)
    # What opens and seals is loaded by those alone who need it.
    from chassis.vault import Vault

    vault = Vault(settings, service.name)
    client = open_mongo(settings.mongo_uri, service.name, pool, vault.opening)
    seals = Seals({**OWN_SEALED, **service.sealed}, service.findable, vault.seal, vault.seal_alike)
    return Store(client, client[settings.mongo_database], seals, vault)
