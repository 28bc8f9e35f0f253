"""Recording codes of a petition beside its category, and reading the tables they come from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_intake.application.access import open_case
from petition_intake.application.ports import Files, Office, Registers
from petition_intake.domain.code_tables import TABLE_WORDING, CodeTable
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition


def classify_petition(
    files: Files,
    office: Office,
    officer: Officer,
    case_no: str,
    stated: Mapping[str, str | None],
    expected_version: int | None,
    now: datetime,
) -> Petition:
    """By whoever registered it or has it, and the bureau; refusals as in `Codes.with_stated`."""
    register = office.registers.current()
    petition, _ = open_case(files, register, officer, case_no, expected_version)
    petition.classify(stated, register.code_tables, officer, now)
    files.petitions.save(petition)
    return petition


def list_codes(registers: Registers, table: CodeTable) -> dict[str, Any]:
    """One table whole: the register keeps each short enough."""
    codes = registers.current().code_tables.of(table)
    return {
        "table": TABLE_WORDING[table].to_wire(table.value),
        "items": [{"code": code, "name": name} for code, name in sorted(codes.items())],
    }
