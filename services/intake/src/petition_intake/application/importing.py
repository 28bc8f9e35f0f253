"""Taking over a list from another system (《信访工作条例》第二十一条第一款).

Every row that can be registered is, and every other comes back with its reason. The same row again => the petition it
became, and nothing new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from petition_intake.application.ports import Files, Office
from petition_intake.application.registration import check_filing, enter, needs_serial
from petition_intake.domain.errors import AlreadyRegistered, Refused
from petition_intake.domain.exchange_errors import RowRepeated
from petition_intake.domain.exchange_reading import filing_of_row
from petition_intake.domain.filing import Filing
from petition_intake.domain.officer import Officer
from workdays import local_day


class Fate(StrEnum):
    """What became of a row."""

    REGISTERED = "registered"
    ALREADY_REGISTERED = "already_registered"
    REFUSED = "refused"


@dataclass(frozen=True)
class Outcome:
    """One row: its petition, or why it has none."""

    fate: Fate
    case_no: str | None = None
    refusal: Refused | None = None


def import_petitions(
    files: Files,
    office: Office,
    officer: Officer,
    source_system: str,
    rows: Sequence[Mapping[str, str]],
    request_id: str,
    now: datetime,
) -> list[Outcome]:
    """Register what can be; one outcome a row, in the order of the rows. A refused row takes no number."""
    register = office.registers.current()
    outcomes: dict[int, Outcome] = {}
    filings: dict[int, Filing] = {}
    for place, row in enumerate(rows):
        try:
            filings[place] = filing_of_row(row, source_system)
        except Refused as refusal:
            outcomes[place] = Outcome(Fate.REFUSED, refusal=refusal)
    files.references.look_up([reference for filing in filings.values() for reference in filing.references])
    accepted: dict[int, Filing] = {}
    seen: set[str] = set()
    for place, filing in filings.items():
        try:
            checked = check_filing(files, register, officer, filing, now)
            if not seen.isdisjoint(checked.references):
                raise RowRepeated("信访件编号")
        except AlreadyRegistered as known:
            outcomes[place] = Outcome(Fate.ALREADY_REGISTERED, str(known.values["case_no"]))
        except Refused as refusal:
            outcomes[place] = Outcome(Fate.REFUSED, refusal=refusal)
        else:
            seen.update(checked.references)
            accepted[place] = checked
    numbered = [place for place, filing in accepted.items() if needs_serial(filing)]
    requests = [f"{request_id}:{place}" for place in numbered]
    taken = office.numbers.take_several(local_day(now), requests, officer.unit, now)
    serials = dict(zip(numbered, taken, strict=True))
    for place, filing in accepted.items():
        receipt = enter(files, office, register, officer, filing, serials.get(place), now)
        outcomes[place] = Outcome(Fate.REGISTERED, receipt.case_no)
    return [outcomes[place] for place in range(len(rows))]
