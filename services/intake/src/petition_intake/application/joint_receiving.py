"""Use cases of the joint reception: the bureau holds it, each unit answers, the bureau closes it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Protocol

from petition_intake.application.access import open_case
from petition_intake.application.ports import Files, Registers
from petition_intake.application.veiling import veil_over
from petition_intake.domain.channels import Channel
from petition_intake.domain.joint_reception import RECEPTION_STATE_WORDING, JointReception
from petition_intake.domain.joint_reception_errors import HeldByTheBureau, NotAtTheTable, ReceptionUnknown, VisitsOnly
from petition_intake.domain.joint_reception_events import TABLE_ANSWER_WORDING, TableAnswer
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import RegisterCopy


class Receptions(Protocol):
    """Joint receptions; saving one tells what happened at it."""

    def next_number(self, now: datetime) -> str: ...

    def get(self, joint_reception_no: str) -> JointReception | None: ...

    def save(self, reception: JointReception) -> None: ...


class ReceptionPages(Protocol):
    """Reading across receptions, outside any command."""

    def page(self, unit: str | None, limit: int, cursor: str | None) -> tuple[list[JointReception], str | None]:
        """One page, the latest first; all, or those a unit was present at."""
        ...


def hold_joint_reception(
    receptions: Receptions,
    files: Files,
    registers: Registers,
    officer: Officer,
    case_no: str,
    units: list[str],
    now: datetime,
) -> JointReception:
    """登记联合接访 of a visit on file. Refusals: HeldByTheBureau, CaseUnknown, VisitsOnly, UnitUnknown, and as in
    `JointReception.hold`.
    """
    register = registers.current()
    _check_bureau(register, officer)
    petition, _ = open_case(files, register, officer, case_no)
    if petition.channel is not Channel.VISIT:
        raise VisitsOnly("case_no", case_no=case_no)
    for unit in units:
        register.check_unit(unit, "units")
    reception = JointReception.hold(receptions.next_number(now), case_no, units, officer, now)
    receptions.save(reception)
    return reception


def answer_at_reception(
    receptions: Receptions,
    officer: Officer,
    joint_reception_no: str,
    answer: TableAnswer,
    words: str,
    answer_by: date | None,
    now: datetime,
) -> JointReception:
    """当场答复 for one's own unit. Refusals: ReceptionUnknown, and as in `JointReception.answer`."""
    reception = _open(receptions, joint_reception_no)
    reception.answer(answer, words, answer_by, officer, now)
    receptions.save(reception)
    return reception


def close_joint_reception(
    receptions: Receptions, registers: Registers, officer: Officer, joint_reception_no: str, now: datetime
) -> JointReception:
    """结束联合接访. Refusals: HeldByTheBureau, ReceptionUnknown, and as in `JointReception.close`."""
    _check_bureau(registers.current(), officer)
    reception = _open(receptions, joint_reception_no)
    reception.close(officer, now)
    receptions.save(reception)
    return reception


def get_joint_reception(
    receptions: Receptions, files: Files, registers: Registers, officer: Officer, joint_reception_no: str
) -> dict[str, Any]:
    """One reception with what each unit said, names and numbers masked; for the bureau and the units present.

    Anybody else => NotAtTheTable.
    """
    reception = _open(receptions, joint_reception_no)
    if not registers.current().is_bureau(officer.unit) and officer.unit not in reception.units:
        raise NotAtTheTable("joint_reception_no", unit=officer.unit)
    veil = veil_over(files, reception.case_no)
    return {
        **_row(reception),
        "answers": [
            {
                **vars(answer),
                "kind": TABLE_ANSWER_WORDING[answer.kind].to_wire(answer.kind.value),
                "words": veil(answer.words),
            }
            for answer in reception.answers
        ],
    }


def list_joint_receptions(
    pages: ReceptionPages, registers: Registers, officer: Officer, limit: int, cursor: str | None
) -> dict[str, Any]:
    """The bureau sees all receptions, a unit those it was present at."""
    all_units = registers.current().is_bureau(officer.unit)
    found, following = pages.page(None if all_units else officer.unit, limit, cursor)
    return {"items": [_row(reception) for reception in found], "next": following}


def _check_bureau(register: RegisterCopy, officer: Officer) -> None:
    if not register.is_bureau(officer.unit):
        raise HeldByTheBureau("actor", unit=officer.unit)


def _open(receptions: Receptions, joint_reception_no: str) -> JointReception:
    reception = receptions.get(joint_reception_no)
    if reception is None:
        raise ReceptionUnknown("joint_reception_no", joint_reception_no=joint_reception_no)
    return reception


def _row(reception: JointReception) -> dict[str, Any]:
    names = ("joint_reception_no", "case_no", "units", "held_by", "held_at", "closed_at", "version")
    return {
        **{name: getattr(reception, name) for name in names},
        "state": RECEPTION_STATE_WORDING[reception.state].to_wire(reception.state.value),
        "silent": reception.silent,
    }
