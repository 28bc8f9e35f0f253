"""Command and query of the code tables: request, use case, who may ask."""

from __future__ import annotations

from typing import Any

from pymongo.database import Database

from chassis.service import ANYONE, Call, Command, Query
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_files import files_of
from petition_intake.adapters.office import Premises
from petition_intake.application import classifying
from petition_intake.entrypoints import classification_requests as requests
from petition_intake.entrypoints.asking import officer_of

Data = dict[str, Any]
CLASSIFIERS = frozenset({"registrar", "dispatcher", "handler", "unit_head", "bureau_head"})


def commands(premises: Premises) -> tuple[Command, ...]:
    """The command, working at these premises."""

    def classify_petition(uow: UnitOfWork, call: Call, data: Data) -> Data:
        case_no = data.pop("case_no")
        petition = classifying.classify_petition(
            files_of(uow), premises.office, officer_of(call), case_no, data, call.expected_version, call.now
        )
        return {"case_no": petition.case_no, "case_version": petition.version}

    return (Command("classify_petition", requests.ClassifyPetition, classify_petition, CLASSIFIERS),)


def queries(premises: Premises) -> tuple[Query, ...]:
    """The query, answered at these premises."""

    def list_codes(reader: Database[Data], call: Call, data: Data) -> Data:
        return classifying.list_codes(premises.office.registers, data["table"])

    return (Query("list_codes", requests.ListCodes, list_codes, ANYONE),)
