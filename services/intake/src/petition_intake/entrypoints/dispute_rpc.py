"""Commands and queries of disputes: request, use case, who may ask."""

from __future__ import annotations

from typing import Any

from pymongo.database import Database

from chassis.documents import to_wire
from chassis.service import Call, Command, Query
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_disputes import MongoDisputeArchive, MongoDisputes
from petition_intake.adapters.mongo_files import Reader, files_of
from petition_intake.adapters.office import Premises
from petition_intake.application import disputing
from petition_intake.domain.dispute import Dispute, Find
from petition_intake.domain.dispute_errors import PetitionOrNumberRequired
from petition_intake.domain.register import Place
from petition_intake.entrypoints import dispute_requests as requests
from petition_intake.entrypoints.asking import officer_of
from petition_intake.entrypoints.filing_schema import filing_of

Data = dict[str, Any]

FINDERS = frozenset(
    {"registrar", "dispatcher", "signer", "handler", "unit_head", "township_leader", "bureau_head", "county_leader"}
)
LINKERS = frozenset({"registrar", "dispatcher"})
LOOKERS = FINDERS | {"auditor"}


def _standing(dispute: Dispute) -> Data:
    return {"dispute_no": dispute.dispute_no, "version": dispute.version, "state": dispute.state.value}


def commands(premises: Premises) -> tuple[Command, ...]:
    """The commands, working at these premises."""

    def report_dispute(uow: UnitOfWork, call: Call, data: Data) -> Data:
        find = Find(**{**data, "place": Place(**data["place"])})
        registers = premises.office.registers
        return _standing(
            disputing.report_dispute(MongoDisputes(uow), files_of(uow), registers, officer_of(call), find, call.now)
        )

    def check_dispute(uow: UnitOfWork, call: Call, data: Data) -> Data:
        registers, expected = premises.office.registers, call.expected_version
        return _standing(
            disputing.check_dispute(
                MongoDisputes(uow), registers, officer_of(call), **data, expected=expected, now=call.now
            )
        )

    def settle_dispute(uow: UnitOfWork, call: Call, data: Data) -> Data:
        registers, expected = premises.office.registers, call.expected_version
        return _standing(
            disputing.settle_dispute(
                MongoDisputes(uow), registers, officer_of(call), **data, expected=expected, now=call.now
            )
        )

    def upgrade_dispute(uow: UnitOfWork, call: Call, data: Data) -> Data:
        case_no, to_register = data["case_no"], data["petition"]
        if (case_no is None) == (to_register is None):
            raise PetitionOrNumberRequired("case_no")
        office, files, officer, expected = premises.office, files_of(uow), officer_of(call), call.expected_version
        if to_register is None:
            dispute, petition = disputing.upgrade_dispute(
                MongoDisputes(uow), files, office.registers, officer, data["dispute_no"], case_no, expected, call.now
            )
        else:
            filing, request_id = filing_of(to_register), f"{call.caller}:{call.key}"
            dispute, petition = disputing.upgrade_by_registering(
                MongoDisputes(uow), files, office, officer, data["dispute_no"], filing, request_id, expected, call.now
            )
        answer = {**_standing(dispute), "case_no": petition.case_no, "case_version": petition.version}
        return {**answer, "registered": to_register is not None}

    def with_query_code(answer: Data) -> Data:
        """Who has just been registered gets the code; of an earlier petition it was handed over then."""
        if not answer["registered"]:
            return answer
        return {**answer, "query_code": premises.office.query_codes.of(answer["case_no"])}

    def link_dispute(uow: UnitOfWork, call: Call, data: Data) -> Data:
        registers, expected = premises.office.registers, call.expected_version
        petition = disputing.link_dispute(
            MongoDisputes(uow), files_of(uow), registers, officer_of(call), **data, expected=expected, now=call.now
        )
        return {"case_no": petition.case_no, "case_version": petition.version}

    return (
        Command("report_dispute", requests.ReportDispute, report_dispute, FINDERS),
        Command("check_dispute", requests.CheckDispute, check_dispute, FINDERS),
        Command("settle_dispute", requests.SettleDispute, settle_dispute, FINDERS),
        Command("upgrade_dispute", requests.UpgradeDispute, upgrade_dispute, LINKERS, with_query_code),
        Command("link_dispute", requests.LinkDispute, link_dispute, LINKERS),
    )


def queries(premises: Premises) -> tuple[Query, ...]:
    """The queries, answered at these premises."""

    def get_dispute(reader: Database[Data], call: Call, data: Data) -> Data:
        disputes = MongoDisputes(Reader(reader))
        return to_wire(
            disputing.get_dispute(disputes, premises.office.registers, officer_of(call), data["dispute_no"], call.now)
        )

    def list_disputes(reader: Database[Data], call: Call, data: Data) -> Data:
        archive = MongoDisputeArchive(reader)
        return to_wire(
            disputing.list_disputes(archive, premises.office.registers, officer_of(call), **data, now=call.now)
        )

    return (
        Query("get_dispute", requests.GetDispute, get_dispute, LOOKERS),
        Query("list_disputes", requests.ListDisputes, list_disputes, LOOKERS),
    )
