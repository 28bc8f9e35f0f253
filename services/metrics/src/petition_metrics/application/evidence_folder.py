"""迎检台账: each section of a year with its figures, their definitions and the numbers of what was counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Protocol

from petition_metrics.application.figures import counted_things, figure
from petition_metrics.application.ports import Ledger
from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.figure import Figure
from petition_metrics.domain.folder_approval import FolderApproval
from petition_metrics.domain.folder_errors import ApprovalUnknown
from petition_metrics.domain.indicator import Part
from petition_metrics.domain.period import year_of
from petition_metrics.domain.predicate import fact_at
from petition_metrics.domain.sections import SECTION_OF, Section

PAGE = 200
"""So many counted things are in memory at a time."""

Row = dict[str, Any]


class KeptApprovals(Protocol):
    """The approvals as they are read."""

    def get(self, export_no: str) -> FolderApproval | None: ...


class Approvals(Protocol):
    """The approvals, only ever added to."""

    def next_number(self, now: datetime) -> str: ...

    def add(self, approval: FolderApproval) -> None: ...


def approve_folder(
    approvals: Approvals, year: int, for_person: str, until_on: date, reason: str, approved_by: str, now: datetime
) -> FolderApproval:
    """批准导出迎检台账. Refusals: OwnExport, UntilUnfit."""
    number = approvals.next_number(now)
    approval = FolderApproval(number, year, for_person, until_on, reason, approved_by, now)
    approval.check()
    approvals.add(approval)
    return approval


def approval_for(kept: KeptApprovals, export_no: str, person: str | None, now: datetime) -> FolderApproval:
    """The approval that lets this person take the folder out. Refusals: ApprovalUnknown, NotApprovedForYou,
    ApprovalLapsed."""
    approval = kept.get(export_no)
    if approval is None:
        raise ApprovalUnknown("export_no", export_no=export_no)
    approval.check_taker(person, now)
    return approval


def folder_rows(section: Section, year: int, as_of: datetime, catalogue: Catalogue, ledger: Ledger) -> Iterator[Row]:
    """Every figure of a section first, then what each part of each figure counted, read a page at a time."""
    period = year_of(year)
    of_section = [one for one in catalogue.indicators if SECTION_OF[one.code] is section]
    figures = [figure(one, period, None, as_of, ledger) for one in of_section]
    yield from (_figure_row(one) for one in figures)
    for one in figures:
        for part in one.indicator.parts:
            yield from _listed(one, part, ledger)


def _figure_row(one: Figure) -> Row:
    return {
        "indicator": one.indicator.code,
        "name": one.indicator.name_zh,
        "unit_of_count": one.indicator.unit.value,
        "text": one.text,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "definition": one.indicator.definition_zh,
        "version": one.indicator.version,
    }


def _listed(one: Figure, part: Part, ledger: Ledger) -> Iterator[Row]:
    cursor = None
    while True:
        counted = counted_things(one.indicator, part, one.period, one.unit, one.as_of, ledger, PAGE, cursor)
        kind = counted.selection.counted
        for thing in counted.page.things:
            yield {
                "indicator": one.indicator.code,
                "name": one.indicator.name_zh,
                "part": part.value,
                "number": thing[str(kind.value)]["code"] if kind.of_register else thing["_id"],
                "counted": counted.selection.amount(thing),
                "day": fact_at(thing, counted.selection.day) if counted.selection.day else None,
            }
        cursor = counted.page.next
        if cursor is None:
            return
