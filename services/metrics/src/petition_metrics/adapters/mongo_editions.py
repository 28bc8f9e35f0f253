"""Published quarters in the store: inserted, never changed."""

from __future__ import annotations

from typing import Any

from pymongo.database import Database

from chassis.unit_of_work import UnitOfWork
from petition_metrics.adapters.mongo_names import PUBLIC_EDITIONS
from petition_metrics.application.publishing import Edition
from petition_metrics.domain.public_edition import Published

Document = dict[str, Any]


class MongoEditions:
    """The editions as anybody reads them."""

    def __init__(self, database: Database[Document]) -> None:
        self._editions = database[PUBLIC_EDITIONS]

    def of(self, year: int, quarter: int, edition: int | None = None) -> Edition | None:
        wanted: Document = {"year": year, "quarter": quarter}
        if edition is not None:
            wanted["edition"] = edition
        return _read(self._editions.find_one(wanted, sort=[("edition", -1)]))


class EditionsInWork:
    """The editions inside one unit of work."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def of(self, year: int, quarter: int, edition: int | None = None) -> Edition | None:
        wanted: Document = {"year": year, "quarter": quarter}
        if edition is not None:
            wanted["edition"] = edition
        found = self._uow.find(PUBLIC_EDITIONS, wanted, sort=[("edition", -1)], limit=1)
        return _read(found[0]) if found else None

    def add(self, edition: Edition) -> None:
        self._uow.insert(
            PUBLIC_EDITIONS,
            {
                "_id": f"{edition.year}-Q{edition.quarter}/{edition.edition}",
                "year": edition.year,
                "quarter": edition.quarter,
                "edition": edition.edition,
                "published_at": edition.published_at,
                "total": edition.figures.total,
                "tables": [
                    {"field": name, "cells": None if cells is None else dict(cells)}
                    for name, cells in edition.figures.tables.items()
                ],
            },
        )


def _read(document: Document | None) -> Edition | None:
    if document is None:
        return None
    tables = {one["field"]: one["cells"] for one in document["tables"]}
    return Edition(
        document["year"],
        document["quarter"],
        document["edition"],
        document["published_at"],
        Published(document["total"], tables),
    )
