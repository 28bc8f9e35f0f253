"""Command and queries of the assistant: request, use case, who may ask."""

from __future__ import annotations

from typing import Any

from pymongo.database import Database

from chassis.documents import to_wire
from chassis.service import Call, Command, Query
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_accesses import MongoReadingBook
from petition_intake.adapters.mongo_files import Reader, files_of
from petition_intake.adapters.office import Premises
from petition_intake.application import assisting, keeping_secret
from petition_intake.entrypoints import assisting_requests as requests
from petition_intake.entrypoints.asking import officer_of

Data = dict[str, Any]
CHOOSERS = frozenset({"registrar", "dispatcher"})
WRITERS = frozenset({"handler", "unit_head", "signer"})


def commands(premises: Premises) -> tuple[Command, ...]:
    """The command, working at these premises."""

    def decide_suggested_category(uow: UnitOfWork, call: Call, data: Data) -> Data:
        officer, version = officer_of(call), call.expected_version
        petition = assisting.decide_suggested_category(
            files_of(uow), premises.office, officer, **data, expected_version=version, now=call.now
        )
        return {"case_no": petition.case_no, "case_version": petition.version, "category": petition.category}

    return (
        Command("decide_suggested_category", requests.DecideSuggestedCategory, decide_suggested_category, CHOOSERS),
    )


def queries(premises: Premises) -> tuple[Query, ...]:
    """The queries, answered at these premises."""

    def suggest_category(reader: Database[Data], call: Call, data: Data) -> Data:
        return to_wire(assisting.suggest_category(premises.office.registers, **data))

    def draft_paper(reader: Database[Data], call: Call, data: Data) -> Data:
        files, officer = files_of(Reader(reader)), officer_of(call)
        found = assisting.draft_paper(files, premises.office.registers, officer, **data)
        book = MongoReadingBook(premises.database)
        keeping_secret.note_reading_of_words(files, book, officer, data["case_no"], call.now)
        return found

    return (
        Query("suggest_category", requests.SuggestCategory, suggest_category, CHOOSERS),
        Query("draft_paper", requests.DraftPaperText, draft_paper, WRITERS),
    )
