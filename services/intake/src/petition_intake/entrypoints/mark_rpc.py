"""Commands about the marks of a petition: request, use case, who may ask."""

from __future__ import annotations

from typing import Any

from chassis.service import Call, Command
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_files import files_of
from petition_intake.adapters.office import Premises
from petition_intake.application import marking
from petition_intake.domain.petition import Petition
from petition_intake.entrypoints import mark_requests as requests
from petition_intake.entrypoints.asking import officer_of

Data = dict[str, Any]
MARKERS = frozenset({"registrar", "dispatcher", "bureau_head"})


def _marked(petition: Petition) -> Data:
    return {"case_no": petition.case_no, "case_version": petition.version}


def commands(premises: Premises) -> tuple[Command, ...]:
    """The commands, working at these premises."""

    def mark_petition(uow: UnitOfWork, call: Call, data: Data) -> Data:
        officer, version = officer_of(call), call.expected_version
        return _marked(
            marking.mark_petition(
                files_of(uow), premises.office, officer, **data, expected_version=version, now=call.now
            )
        )

    def withdraw_mark(uow: UnitOfWork, call: Call, data: Data) -> Data:
        officer, version = officer_of(call), call.expected_version
        return _marked(
            marking.withdraw_mark(
                files_of(uow), premises.office, officer, **data, expected_version=version, now=call.now
            )
        )

    return (
        Command("mark_petition", requests.MarkPetition, mark_petition, MARKERS),
        Command("withdraw_mark", requests.WithdrawMark, withdraw_mark, MARKERS),
    )
