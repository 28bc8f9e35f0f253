"""The table of commands and queries: request, use case, who may ask.

A command runs in one transaction. The query code is put into an answer on its way out, and an accusation's text is
read on its way out, so that the journal of answers holds neither.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pymongo.database import Database

from chassis.documents import to_wire
from chassis.service import ANYONE, Call, Command, Query
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_accesses import MongoAccessBook, MongoAccessList, MongoReadingBook
from petition_intake.adapters.mongo_archive import MongoArchive
from petition_intake.adapters.mongo_files import Reader, files_of
from petition_intake.adapters.mongo_words import MongoWordIndex
from petition_intake.adapters.office import Premises
from petition_intake.application import (
    confidential_filing,
    deciding,
    disposing,
    keeping_secret,
    numbering_audit,
    petitioner_access,
    registration,
    repeat_search,
    review_requests,
    searching,
    tracking,
    unmasking,
    viewing,
)
from petition_intake.domain.accusation import READERS
from petition_intake.domain.accusation_transfer import Transfer
from petition_intake.domain.disposition import Asked
from petition_intake.domain.petition import Petition
from petition_intake.domain.register import Place
from petition_intake.entrypoints import (
    access_requests,
    accusation_requests,
    assisting_rpc,
    classification_rpc,
    delivery_rpc,
    disposition_requests,
    dispute_rpc,
    exchange_rpc,
    filing_form_rpc,
    grid_rpc,
    joint_reception_rpc,
    mark_rpc,
    material_rpc,
    secrecy_rpc,
    window_rpc,
)
from petition_intake.entrypoints import commands as requests
from petition_intake.entrypoints import query_schemas as questions
from petition_intake.entrypoints.asking import officer_of
from petition_intake.entrypoints.filing_schema import filing_of

Data = dict[str, Any]
Handle = Callable[[UnitOfWork, Call, Data], Data]
Ask = Callable[[Database[Data], Call, Data], Data]

WINDOW = frozenset({"registrar"})
DECIDERS = frozenset({"registrar", "dispatcher"})
DISPOSERS = frozenset({"dispatcher", "bureau_head", "unit_head"})
SETTLERS = frozenset({"registrar", "dispatcher", "handler", "unit_head", "bureau_head"})
LOOKERS = frozenset(
    {
        "registrar",
        "dispatcher",
        "bureau_head",
        "signer",
        "handler",
        "unit_head",
        "follow_up_officer",
        "county_leader",
        "township_leader",
        "auditor",
    }
)
UNMASKERS = frozenset({"registrar", "dispatcher", "bureau_head", "handler", "unit_head", "follow_up_officer"})
AUDITORS = frozenset({"registrar", "dispatcher", "bureau_head", "auditor"})


def _standing(petition: Petition) -> Data:
    return {"case_no": petition.case_no, "case_version": petition.version}


def commands(premises: Premises) -> tuple[Command, ...]:
    """All commands, working at these premises."""

    def register_petition(uow: UnitOfWork, call: Call, data: Data) -> Data:
        receipt = registration.register_petition(
            files_of(uow), premises.office, officer_of(call), filing_of(data), f"{call.caller}:{call.key}", call.now
        )
        return to_wire(
            {
                "case_no": receipt.case_no,
                "case_version": receipt.version,
                "registered_at": receipt.registered_at,
                "received_at": receipt.received_at,
                "skip_level": receipt.skip_level,
            }
        )

    def with_query_code(answer: Data) -> Data:
        return {**answer, "query_code": premises.office.query_codes.of(answer["case_no"])}

    def decide_first_or_repeat(uow: UnitOfWork, call: Call, data: Data) -> Data:
        petition = deciding.decide_first_or_repeat(
            files_of(uow),
            premises.office,
            officer_of(call),
            data["case_no"],
            data["decision"],
            data["repeat_of"],
            call.expected_version,
            call.now,
        )
        return _standing(petition)

    def reclassify_petition(uow: UnitOfWork, call: Call, data: Data) -> Data:
        place = data["place"]
        petition = deciding.reclassify_petition(
            files_of(uow),
            premises.office,
            officer_of(call),
            data["case_no"],
            data["purpose"],
            data["category"],
            Place(**place) if place else None,
            data["reason_code"],
            call.expected_version,
            call.now,
        )
        return _standing(petition)

    def settle_on_spot(uow: UnitOfWork, call: Call, data: Data) -> Data:
        petition = deciding.settle_on_spot(
            files_of(uow),
            premises.office,
            officer_of(call),
            data["case_no"],
            data["level"],
            data["settled_at"],
            data["result"],
            data["headcount"],
            data["petitioner_confirmed"],
            call.expected_version,
            call.now,
            data["in_grid"],
        )
        return _standing(petition)

    def withdraw_petition(uow: UnitOfWork, call: Call, data: Data) -> Data:
        petition = deciding.withdraw_petition(
            files_of(uow),
            premises.office,
            officer_of(call),
            data["case_no"],
            data["petitioner_confirmed"],
            call.expected_version,
            call.now,
        )
        return _standing(petition)

    def dispose_petition(uow: UnitOfWork, call: Call, data: Data) -> Data:
        case_no = data.pop("case_no")
        petition = disposing.dispose_petition(
            files_of(uow),
            premises.office,
            officer_of(call),
            case_no,
            Asked(**data),
            call.expected_version,
            call.now,
        )
        return _standing(petition)

    def withdraw_disposition(uow: UnitOfWork, call: Call, data: Data) -> Data:
        petition = disposing.withdraw_disposition(
            files_of(uow),
            premises.office,
            officer_of(call),
            data["case_no"],
            data["reason"],
            call.expected_version,
            call.now,
        )
        return _standing(petition)

    def record_passing_receipt(uow: UnitOfWork, call: Call, data: Data) -> Data:
        officer, version = officer_of(call), call.expected_version
        return _standing(
            disposing.record_passing_receipt(
                files_of(uow), premises.office, officer, **data, expected_version=version, now=call.now
            )
        )

    def rate_petition(uow: UnitOfWork, call: Call, data: Data) -> Data:
        petition = petitioner_access.rate_petition(
            files_of(uow),
            premises.office,
            officer_of(call),
            data["case_no"],
            data["query_code"],
            data["bureau_rating"],
            data["unit_rating"],
            call.now,
        )
        return _standing(petition)

    def request_review(uow: UnitOfWork, call: Call, data: Data) -> Data:
        petition, request, until = review_requests.request_review(
            files_of(uow),
            premises.office,
            officer_of(call),
            review_requests.Asked(**data),
            call.expected_version,
            call.now,
        )
        told = {"level": request.level, "round": request.round, "late": request.late, "last_day_to_ask": until}
        return to_wire({**_standing(petition), **told})

    def read_accusation(uow: UnitOfWork, call: Call, data: Data) -> Data:
        accusation = confidential_filing.note_reading(
            files_of(uow).accusations, officer_of(call), data["case_no"], data["reason"], call.now
        )
        return {"case_no": accusation.case_no}

    def pass_on_accusation(uow: UnitOfWork, call: Call, data: Data) -> Data:
        officer = officer_of(call)
        case_no, informed = data.pop("case_no"), data.pop("informed")
        transfer = Transfer(**data, informed=informed, recorded_by=officer.name, recorded_at=call.now)
        accusation = confidential_filing.pass_on(
            files_of(uow).accusations, premises.office.registers, officer, case_no, transfer
        )
        return {"case_no": accusation.case_no}

    def unmask_petition(uow: UnitOfWork, call: Call, data: Data) -> Data:
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

    def with_people(answer: Data) -> Data:
        return to_wire(unmasking.show_people(files_of(Reader(premises.database)), answer["case_no"]))

    def with_content(answer: Data) -> Data:
        accusation = files_of(Reader(premises.database)).accusations.get(answer["case_no"])
        assert accusation is not None, "it was read a moment ago and is never removed"
        return to_wire(confidential_filing.show(accusation, premises.office.registers))

    return (
        Command("register_petition", requests.RegisterPetition, register_petition, WINDOW, with_query_code),
        Command("decide_first_or_repeat", requests.DecideFirstOrRepeat, decide_first_or_repeat, DECIDERS),
        Command("reclassify_petition", requests.ReclassifyPetition, reclassify_petition, DECIDERS),
        Command("settle_on_spot", requests.SettleOnSpot, settle_on_spot, SETTLERS),
        Command("withdraw_petition", requests.WithdrawPetition, withdraw_petition, WINDOW),
        Command("dispose_petition", disposition_requests.DisposePetition, dispose_petition, DISPOSERS),
        Command("withdraw_disposition", disposition_requests.WithdrawDisposition, withdraw_disposition, DISPOSERS),
        Command("record_passing_receipt", disposition_requests.RecordPassingReceipt, record_passing_receipt, DISPOSERS),
        Command("rate_petition", requests.RatePetition, rate_petition, ANYONE),
        Command("request_review", requests.RequestReview, request_review, ANYONE),
        Command("read_accusation", requests.ReadAccusation, read_accusation, READERS, with_content, discreet=True),
        *dispute_rpc.commands(premises),
        *grid_rpc.commands(premises),
        *window_rpc.commands(premises),
        *joint_reception_rpc.commands(premises),
        *material_rpc.commands(premises),
        *exchange_rpc.commands(premises),
        *mark_rpc.commands(premises),
        *classification_rpc.commands(premises),
        *assisting_rpc.commands(premises),
        *delivery_rpc.commands(premises),
        *secrecy_rpc.commands(premises),
        Command("unmask_petition", access_requests.UnmaskPetition, unmask_petition, UNMASKERS, with_people),
        Command("pass_on_accusation", accusation_requests.PassOnAccusation, pass_on_accusation, READERS, discreet=True),
    )


def queries(premises: Premises) -> tuple[Query, ...]:
    """All queries, answered at these premises."""

    def get_petition(reader: Database[Data], call: Call, data: Data) -> Data:
        files, book = files_of(Reader(reader)), MongoReadingBook(premises.database)
        registers, officer = premises.office.registers, officer_of(call)
        return to_wire(keeping_secret.read_petition(files, book, registers, officer, data["case_no"], call.now))

    def list_petitions(reader: Database[Data], call: Call, data: Data) -> Data:
        limit, cursor = data.pop("limit"), data.pop("cursor")
        found = viewing.list_petitions(
            MongoArchive(reader),
            premises.office.registers,
            officer_of(call),
            viewing.ListFilter(**data),
            limit,
            cursor,
        )
        return to_wire(found)

    def search_petitions(reader: Database[Data], call: Call, data: Data) -> Data:
        archive, index = MongoArchive(reader), MongoWordIndex(reader)
        found = searching.search_petitions(
            archive, index, premises.office, officer_of(call), data["words"], data["limit"], data["cursor"]
        )
        return to_wire(found)

    def track_petition(reader: Database[Data], call: Call, data: Data) -> Data:
        found = tracking.track_petition(
            files_of(Reader(reader)), premises.office, data["case_no"], data["query_code"], call.now
        )
        return to_wire(found)

    def suggest_repeats(reader: Database[Data], call: Call, data: Data) -> Data:
        found = repeat_search.suggest_repeats(
            files_of(Reader(reader)),
            MongoArchive(reader),
            premises.office.registers,
            officer_of(call),
            data["case_no"],
        )
        return to_wire(found)

    def list_accesses(reader: Database[Data], call: Call, data: Data) -> Data:
        return to_wire(unmasking.list_accesses(MongoAccessList(reader), **data))

    def numbering_gaps(reader: Database[Data], call: Call, data: Data) -> Data:
        office = premises.office
        return to_wire(
            numbering_audit.numbering_gaps(
                MongoArchive(reader), office.numbers, office.registers, officer_of(call), data["day"]
            )
        )

    return (
        Query("get_petition", questions.GetPetition, get_petition, LOOKERS),
        Query("list_petitions", questions.ListPetitions, list_petitions, LOOKERS),
        Query("search_petitions", questions.SearchPetitions, search_petitions, LOOKERS),
        Query("track_petition", questions.TrackPetition, track_petition, ANYONE),
        Query("suggest_repeats", questions.SuggestRepeats, suggest_repeats, DECIDERS),
        Query("list_accesses", access_requests.ListAccesses, list_accesses, frozenset({"auditor"})),
        Query("numbering_gaps", questions.NumberingGaps, numbering_gaps, AUDITORS),
        *dispute_rpc.queries(premises),
        *grid_rpc.queries(premises),
        *window_rpc.queries(premises),
        *joint_reception_rpc.queries(premises),
        *classification_rpc.queries(premises),
        *assisting_rpc.queries(premises),
        *material_rpc.queries(premises),
        *filing_form_rpc.QUERIES,
    )
