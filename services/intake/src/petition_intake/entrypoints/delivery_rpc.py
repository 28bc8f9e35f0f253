"""Commands about notices that come online: request, use case, who may ask."""

from __future__ import annotations

from typing import Any

from chassis.documents import to_wire
from chassis.service import ANYONE, Call, Command
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_files import files_of
from petition_intake.adapters.office import Premises
from petition_intake.application import delivering_online
from petition_intake.entrypoints import delivery_requests as requests
from petition_intake.entrypoints.asking import officer_of

Data = dict[str, Any]


def commands(premises: Premises) -> tuple[Command, ...]:
    """The commands, working at these premises."""

    def choose_delivery(uow: UnitOfWork, call: Call, data: Data) -> Data:
        caller, version = officer_of(call), call.expected_version
        petition = delivering_online.choose_delivery(
            files_of(uow), premises.office, caller, **data, expected_version=version, now=call.now
        )
        return {
            "case_no": petition.case_no,
            "case_version": petition.version,
            "online_delivery": petition.online_delivery,
        }

    def open_notice(uow: UnitOfWork, call: Call, data: Data) -> Data:
        return to_wire(
            delivering_online.open_notice(files_of(uow), premises.office, officer_of(call), **data, now=call.now)
        )

    return (
        Command("choose_delivery", requests.ChooseDelivery, choose_delivery, ANYONE),
        Command("open_notice", requests.OpenNotice, open_notice, ANYONE),
    )
