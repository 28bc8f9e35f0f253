"""导出: approved by another person, with a reason, for one person, until a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from problem_builders import CLERK, NOW, TODAY, county
from supervision_builders import BUREAU, HANDLER, LEADERSHIP, TOWNSHIP

from petition_supervision.adapters.export_tables import HEADINGS, TITLES, columns
from petition_supervision.application.exporting import approve_export
from petition_supervision.domain import export_errors
from petition_supervision.domain.errors import Refused, UnitUnknown
from petition_supervision.domain.export_events import ExportApproved
from petition_supervision.domain.export_terms import COUNTY_WIDE, Ledger
from petition_supervision.domain.leader_errors import PersonUnknown
from petition_supervision.domain.ledger_export import LedgerExport
from petition_supervision.domain.supervision_item import Officer
from petition_supervision.entrypoints.export_rpc import FirstRows

HEAD = Officer("P0017", BUREAU)


def approve(
    ledger: Ledger = Ledger.PROBLEMS,
    unit: str | None = TOWNSHIP,
    taker: str = "P0201",
    until_on: date = TODAY,
    officer: Officer = HEAD,
) -> tuple[LedgerExport, list[object]]:
    work = county()
    export = approve_export(work, officer, ledger, unit, taker, until_on, "迎接检查")
    return export, work.exports.published


def test_an_approval_names_list_unit_person_day_and_reason() -> None:
    export, told = approve()
    assert (export.export_no, export.unit, export.for_person, export.reason) == (
        "DC2026-0001",
        TOWNSHIP,
        "P0201",
        "迎接检查",
    )
    assert isinstance(told[0], ExportApproved)


@pytest.mark.parametrize("ledger", list(Ledger))
@pytest.mark.parametrize(("taker", "sees_all"), [("P0201", False), ("P0003", True)])
def test_the_county_is_for_those_who_see_all(ledger: Ledger, taker: str, sees_all: bool) -> None:
    if sees_all:
        assert approve(ledger, None, taker)[0].unit is None
    else:
        with pytest.raises(export_errors.TakerOfAnotherUnit):
            approve(ledger, None, taker)


@pytest.mark.parametrize("ledger", list(Ledger))
def test_some_lists_belong_to_no_unit(ledger: Ledger) -> None:
    if ledger in COUNTY_WIDE:
        with pytest.raises(export_errors.ExportOfTheCounty):
            approve(ledger)
    else:
        assert approve(ledger)[0].ledger is ledger


def test_another_units_list_an_unknown_unit_or_person_and_ones_own_export_are_refused() -> None:
    with pytest.raises(export_errors.TakerOfAnotherUnit):
        approve(unit=HANDLER)
    assert approve(unit=HANDLER, taker="P0003")[0].unit == HANDLER
    with pytest.raises(UnitUnknown):
        approve(unit="dept_nowhere", taker="P0003")
    with pytest.raises(PersonUnknown):
        approve(taker="P9999")
    with pytest.raises(export_errors.OwnExport):
        approve(unit=None, taker="P0003", officer=Officer("P0003", LEADERSHIP))


@pytest.mark.parametrize(("days", "fits"), [(-1, False), (0, True), (30, True), (31, False)])
def test_an_approval_holds_thirty_days_at_most(days: int, fits: bool) -> None:
    until_on = TODAY + timedelta(days=days)
    if fits:
        assert approve(until_on=until_on)[0].until_on == until_on
    else:
        with pytest.raises(export_errors.UntilUnfit):
            approve(until_on=until_on)


@pytest.mark.parametrize(
    ("person", "hours", "refusal"),
    [
        ("P0201", 0, None),
        ("P0201", 23.9, None),
        ("P0201", 24, export_errors.ApprovalLapsed),
        ("P0017", 0, export_errors.NotApprovedForYou),
    ],
)
def test_only_whom_it_was_approved_for_takes_it_out_and_only_in_time(
    person: str, hours: float, refusal: type[Refused] | None
) -> None:
    export, _ = approve()
    now: datetime = NOW + timedelta(hours=hours)
    if refusal is None:
        export.check_taker(person, now)
    else:
        with pytest.raises(refusal):
            export.check_taker(person, now)


def test_the_watermark_says_who_when_and_who_approved() -> None:
    mark = approve()[0].watermark(NOW)
    assert all(part in mark for part in ("DC2026-0001", "P0201", "2026-03-21 00:00:00", HEAD.person))
    assert CLERK.person not in mark


@pytest.mark.parametrize(("there", "written", "short"), [(2, 2, False), (3, 3, False), (4, 3, True), (0, 0, False)])
def test_a_file_is_cut_at_its_most_rows_and_says_so(there: int, written: int, short: bool) -> None:
    cut = FirstRows(iter([{"no": number} for number in range(there)]), 3)
    assert len(list(cut)) == written
    assert cut.is_short is short


def test_every_list_has_a_title_and_headings() -> None:
    assert set(TITLES) == set(HEADINGS) == set(Ledger)
    for ledger in Ledger:
        headings = [column.heading for column in columns(ledger)]
        assert len(headings) == len(set(headings)) > 5
