"""Explaining the numbers of one day under which nothing is registered."""

from __future__ import annotations

from datetime import date
from typing import Any

from petition_intake.application.ports import Archive, Numbers, Registers
from petition_intake.domain.errors import BureauOnly
from petition_intake.domain.numbering import GAP_WORDING, case_number, gaps
from petition_intake.domain.officer import Officer

AUDITOR = "auditor"


def numbering_gaps(
    archive: Archive, numbers: Numbers, registers: Registers, officer: Officer, day: date
) -> dict[str, Any]:
    """The last serial of the day, how many petitions carry one, and every gap with its reason.

    Neither of the petition bureau nor an auditor => BureauOnly.
    """
    register = registers.current()
    if not register.is_bureau(officer.unit) and AUDITOR not in officer.roles:
        raise BureauOnly("actor")
    county = register.county_code
    last = numbers.last(day)
    used = archive.serials_used(county, day)
    found = gaps(last, used, numbers.slips(day))
    return {
        "day": day,
        "last_serial": last,
        "registered": len(used),
        "gaps": [
            {
                "case_no": case_number(county, day, gap.serial),
                "reason": GAP_WORDING[gap.reason].to_wire(gap.reason),
                "taken_at": gap.slip and gap.slip.taken_at,
                "unit": gap.slip and gap.slip.unit,
            }
            for gap in found
        ],
    }
