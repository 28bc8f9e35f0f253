"""The files of intake in MongoDB: petitions, petitioners, progress, outside references, and the restricted store.

Each is a collection of its own, keyed by the case number. Personal data stands in `petitioners` and, for accusations,
in `accusations`; nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from pymongo.database import Database

from chassis.documents import document_converter
from chassis.repository import Repository
from chassis.unit_of_work import UnitOfWork
from petition_intake.application.ports import Files
from petition_intake.domain.accusation import Accusation
from petition_intake.domain.people import Petitioner
from petition_intake.domain.petition import Petition
from petition_intake.domain.progress import Progress

PETITIONS = "petitions"
PETITIONERS = "petitioners"
PROGRESS = "progress"
REFERENCES = "references"
ACCUSATIONS = "accusations"
WORDS = "petition_words"

_CONVERTER = document_converter(Petition)

Document = dict[str, Any]


class Source(Protocol):
    """Where documents are read from: a unit of work, or the database when nothing is to be changed."""

    def get(self, collection: str, identifier: Any) -> Document | None: ...


class Reader:
    """Reads single documents for a query; every document is asked for anew."""

    def __init__(self, database: Database[Document]) -> None:
        self._database = database

    def get(self, collection: str, identifier: Any) -> Document | None:
        return self._database[collection].find_one({"_id": identifier})


class ReadOnly(Exception):
    """A query tried to change something."""


def writable(source: Source) -> UnitOfWork:
    """The source as what can be written through; a query's => ReadOnly."""
    if not isinstance(source, UnitOfWork):
        raise ReadOnly
    return source


class MongoPetitions:
    """Petitions; saving one publishes what happened to it, in the same transaction."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def get(self, case_no: str) -> Petition | None:
        document = self._source.get(PETITIONS, case_no)
        return None if document is None else _CONVERTER.structure(document, Petition)

    def save(self, petition: Petition) -> None:
        repository = Repository(
            writable(self._source), PETITIONS, Petition, key="case_no", wire=("case_no", "case_version")
        )
        repository.save(petition)


class MongoPeople:
    """Petitioners, one document for each petition, found again by their identity keys."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def get(self, case_no: str) -> tuple[Petitioner, ...]:
        document = self._source.get(PETITIONERS, case_no)
        return () if document is None else read_people(document)

    def add(self, case_no: str, people: Sequence[Petitioner], keys: Sequence[str]) -> None:
        if people:
            writable(self._source).put(
                PETITIONERS,
                {"_id": case_no, "version": 1, "people": _CONVERTER.unstructure(list(people)), "keys": list(keys)},
            )


class MongoProgress:
    """How petitions fare."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def get(self, case_no: str) -> Progress | None:
        document = self._source.get(PROGRESS, case_no)
        return None if document is None else read_progress(document)

    def save(self, progress: Progress) -> None:
        document = _CONVERTER.unstructure(progress)
        writable(self._source).put(PROGRESS, {"_id": progress.case_no, **document})

    def joined_to(self, case_no: str) -> list[Progress]:
        found = writable(self._source).find(PROGRESS, {"joined_to": case_no}, sort=[("_id", 1)])
        return [read_progress(document) for document in found]


def read_people(document: Mapping[str, Any]) -> tuple[Petitioner, ...]:
    """A document of the petitioners collection."""
    return tuple(_CONVERTER.structure(document["people"], list[Petitioner]))


def read_progress(document: Mapping[str, Any]) -> Progress:
    """A document of the progress collection."""
    return _CONVERTER.structure(document, Progress)


class MongoWords:
    """For each petition the digests of the pairs in its text; an accusation has none."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def add(self, case_no: str, digests: Sequence[int]) -> None:
        writable(self._source).insert(WORDS, {"_id": case_no, "pairs": list(digests)})


class MongoReferences:
    """Outside numbers; the number itself is the key, so two requests cannot both register it."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def case_of(self, reference: str) -> str | None:
        document = self._source.get(REFERENCES, reference)
        return None if document is None else str(document["case_no"])

    def look_up(self, references: Sequence[str]) -> None:
        writable(self._source).preload(REFERENCES, references)

    def add(self, reference: str, case_no: str) -> None:
        writable(self._source).put(REFERENCES, {"_id": reference, "version": 1, "case_no": case_no})


class MongoAccusations:
    """The restricted store. Its unique index on `reference` keeps one hand-down from being registered twice."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def get(self, case_no: str) -> Accusation | None:
        document = self._source.get(ACCUSATIONS, case_no)
        return None if document is None else _CONVERTER.structure(document, Accusation)

    def case_of(self, reference: str) -> str | None:
        found = writable(self._source).find(ACCUSATIONS, {"reference": reference}, limit=1)
        return str(found[0]["_id"]) if found else None

    def save(self, accusation: Accusation) -> None:
        document = _CONVERTER.unstructure(accusation)
        if document["reference"] is None:
            del document["reference"]
        writable(self._source).put(ACCUSATIONS, {"_id": accusation.case_no, **document})


def files_of(source: Source) -> Files:
    """All files as one unit of work, or a query, sees them."""
    return Files(
        petitions=MongoPetitions(source),
        people=MongoPeople(source),
        progress=MongoProgress(source),
        references=MongoReferences(source),
        accusations=MongoAccusations(source),
        words=MongoWords(source),
    )
