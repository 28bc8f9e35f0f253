"""Commands of the exchange with other systems: request, use case, who may ask."""

from __future__ import annotations

from typing import Any

from chassis.documents import to_wire
from chassis.refusal import from_domain
from chassis.service import Call, Command
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_accesses import MongoAccessBook
from petition_intake.adapters.mongo_files import Reader, files_of
from petition_intake.adapters.office import Premises
from petition_intake.application import handing_over, importing, unmasking
from petition_intake.application.importing import Fate, Outcome
from petition_intake.entrypoints import exchange_requests as requests
from petition_intake.entrypoints.asking import officer_of

Data = dict[str, Any]
IMPORTERS = frozenset({"registrar"})
EXPORTERS = frozenset({"dispatcher", "bureau_head"})


def _row(outcome: Outcome) -> Data:
    refusal = outcome.refusal and from_domain(outcome.refusal).to_wire()
    return {"outcome": outcome.fate.value, "case_no": outcome.case_no, "error": refusal}


def commands(premises: Premises) -> tuple[Command, ...]:
    """The commands, working at these premises."""

    def import_petitions(uow: UnitOfWork, call: Call, data: Data) -> Data:
        outcomes = importing.import_petitions(
            files_of(uow),
            premises.office,
            officer_of(call),
            data["source_system"],
            data["rows"],
            f"{call.caller}:{call.key}",
            call.now,
        )
        counts = {fate.value: sum(outcome.fate is fate for outcome in outcomes) for fate in Fate}
        return {"rows": [_row(outcome) for outcome in outcomes], **counts}

    def take_exchange_record(uow: UnitOfWork, call: Call, data: Data) -> Data:
        case_no = unmasking.note_unmasking(
            files_of(uow),
            MongoAccessBook(uow),
            premises.office.registers,
            officer_of(call),
            data["case_no"],
            data["reason"],
            call.now,
        )
        return {"case_no": case_no}

    def with_record(answer: Data) -> Data:
        files = files_of(Reader(premises.database))
        return to_wire(handing_over.show_exchange_record(files, premises.office.registers, answer["case_no"]))

    return (
        Command("import_petitions", requests.ImportPetitions, import_petitions, IMPORTERS),
        Command("take_exchange_record", requests.TakeExchangeRecord, take_exchange_record, EXPORTERS, with_record),
    )
