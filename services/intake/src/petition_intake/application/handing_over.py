"""Handing a petition to another system as an exchange record: noted first, like every look at who the petitioner is."""

from __future__ import annotations

from typing import Any

from petition_intake.application.ports import Files, Registers
from petition_intake.domain.errors import CaseUnknown
from petition_intake.domain.exchange_columns import PEOPLE_COLUMNS
from petition_intake.domain.exchange_record import exchange_record


def show_exchange_record(files: Files, registers: Registers, case_no: str) -> dict[str, Any]:
    """{case_no, record: 51 columns, petitioners: a row a person}: for whoever was noted to take it out."""
    petition, progress = files.petitions.get(case_no), files.progress.get(case_no)
    if petition is None or progress is None:
        raise CaseUnknown("case_no", case_no=case_no)
    people = [
        dict(
            zip(PEOPLE_COLUMNS, (text or "" for text in (who.name, who.address, who.phone, who.id_number)), strict=True)
        )
        for who in files.people.get(case_no)
    ]
    return {
        "case_no": case_no,
        "record": exchange_record(petition, progress, registers.current()),
        "petitioners": people,
    }
