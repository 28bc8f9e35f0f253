"""Commands and queries of the joint reception: request, use case, who may ask."""

from __future__ import annotations

from typing import Any

from pymongo.database import Database

from chassis.documents import to_wire
from chassis.service import Call, Command, Query
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_accesses import MongoReadingBook
from petition_intake.adapters.mongo_files import Reader, files_of
from petition_intake.adapters.mongo_joint_receptions import MongoJointReceptionPages, MongoJointReceptions
from petition_intake.adapters.office import Premises
from petition_intake.application import joint_receiving, keeping_secret
from petition_intake.domain.joint_reception import JointReception
from petition_intake.entrypoints import joint_reception_requests as requests
from petition_intake.entrypoints.asking import officer_of
from petition_intake.entrypoints.dispute_rpc import FINDERS, LOOKERS

Data = dict[str, Any]
HOLDERS = frozenset({"registrar", "dispatcher", "bureau_head"})


def _reception(reception: JointReception) -> Data:
    return {
        "joint_reception_no": reception.joint_reception_no,
        "version": reception.version,
        "state": reception.state.value,
        "silent": reception.silent,
    }


def commands(premises: Premises) -> tuple[Command, ...]:
    """The commands, working at these premises."""

    def hold_joint_reception(uow: UnitOfWork, call: Call, data: Data) -> Data:
        receptions, registers, officer = MongoJointReceptions(uow), premises.office.registers, officer_of(call)
        return _reception(
            joint_receiving.hold_joint_reception(receptions, files_of(uow), registers, officer, **data, now=call.now)
        )

    def answer_at_reception(uow: UnitOfWork, call: Call, data: Data) -> Data:
        receptions, officer = MongoJointReceptions(uow), officer_of(call)
        return _reception(joint_receiving.answer_at_reception(receptions, officer, **data, now=call.now))

    def close_joint_reception(uow: UnitOfWork, call: Call, data: Data) -> Data:
        receptions, registers, officer = MongoJointReceptions(uow), premises.office.registers, officer_of(call)
        return _reception(joint_receiving.close_joint_reception(receptions, registers, officer, **data, now=call.now))

    return (
        Command("hold_joint_reception", requests.HoldJointReception, hold_joint_reception, HOLDERS),
        Command("answer_at_reception", requests.AnswerAtReception, answer_at_reception, FINDERS),
        Command("close_joint_reception", requests.CloseJointReception, close_joint_reception, HOLDERS),
    )


def queries(premises: Premises) -> tuple[Query, ...]:
    """The queries, answered at these premises."""

    def get_joint_reception(reader: Database[Data], call: Call, data: Data) -> Data:
        source = Reader(reader)
        receptions, files, officer = MongoJointReceptions(source), files_of(source), officer_of(call)
        found = joint_receiving.get_joint_reception(
            receptions, files, premises.office.registers, officer, data["joint_reception_no"]
        )
        book = MongoReadingBook(premises.database)
        keeping_secret.note_reading_of_words(files, book, officer, found["case_no"], call.now)
        return to_wire(found)

    def list_joint_receptions(reader: Database[Data], call: Call, data: Data) -> Data:
        pages, registers = MongoJointReceptionPages(reader), premises.office.registers
        return to_wire(joint_receiving.list_joint_receptions(pages, registers, officer_of(call), **data))

    return (
        Query("get_joint_reception", requests.GetJointReception, get_joint_reception, LOOKERS),
        Query("list_joint_receptions", requests.ListJointReceptions, list_joint_receptions, LOOKERS),
    )
