"""Puts the adapters together into the desk of one unit of work."""

from __future__ import annotations

from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_assignment.adapters.mongo_cases import MongoCases, MongoLateFacts, MongoPapers, MongoPetitions
from petition_assignment.adapters.mongo_register import MongoRegisters
from petition_assignment.application.ports import Desk


def open_desk(uow: UnitOfWork, call: Call | None = None) -> Desk:
    """The desk for one unit of work; with a call, cases are checked against the version its caller expects."""
    registers = MongoRegisters(uow)
    return Desk(
        cases=MongoCases(uow, call),
        petitions=MongoPetitions(uow),
        papers=MongoPapers(uow),
        late_facts=MongoLateFacts(uow),
        registers=registers,
        calendar=registers.calendar(),
        now=uow.now,
    )
