"""Commands of the petitioner's wish for secrecy: request, use case, who may ask."""

from __future__ import annotations

from typing import Any

from chassis.service import ANYONE, Call, Command
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_files import files_of
from petition_intake.adapters.office import Premises
from petition_intake.application import keeping_secret
from petition_intake.domain.petition import Petition
from petition_intake.entrypoints import secrecy_requests as requests
from petition_intake.entrypoints.asking import officer_of

Data = dict[str, Any]


def _wished(petition: Petition) -> Data:
    return {
        "case_no": petition.case_no,
        "case_version": petition.version,
        "secrecy_asked": petition.secrecy_asked,
    }


def commands(premises: Premises) -> tuple[Command, ...]:
    """The commands, working at these premises."""

    def ask_for_secrecy(uow: UnitOfWork, call: Call, data: Data) -> Data:
        caller, version = officer_of(call), call.expected_version
        return _wished(
            keeping_secret.ask_for_secrecy(
                files_of(uow), premises.office, caller, **data, expected_version=version, now=call.now
            )
        )

    def lift_secrecy(uow: UnitOfWork, call: Call, data: Data) -> Data:
        caller = officer_of(call)
        return _wished(keeping_secret.lift_secrecy(files_of(uow), premises.office, caller, **data, now=call.now))

    return (
        Command("ask_for_secrecy", requests.AskForSecrecy, ask_for_secrecy, ANYONE),
        Command("lift_secrecy", requests.LiftSecrecy, lift_secrecy, ANYONE),
    )
