"""The folder of evidence: approved by another person, watermarked, every figure with what it was counted from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from metrics_asking import CATALOGUE, YEAR_END
from metrics_memory import Memory
from metrics_story import Story, moment

from petition_metrics.application.evidence_folder import approval_for, approve_folder, folder_rows
from petition_metrics.domain import folder_errors as errors
from petition_metrics.domain.errors import Refused
from petition_metrics.domain.folder_approval import FolderApproval
from petition_metrics.domain.sections import SECTION_OF, Section
from petition_metrics.entrypoints.folder_rpc import FirstRows

NOW = moment("2027-01-10")
TODAY = date(2027, 1, 10)
HEAD, TAKER = "P0017", "P0018"


class KeptInMemory:
    """Approvals as the store keeps them."""

    def __init__(self) -> None:
        self.kept: dict[str, FolderApproval] = {}

    def next_number(self, now: object) -> str:
        return f"TZ2027-{len(self.kept) + 1:04}"

    def add(self, approval: FolderApproval) -> None:
        self.kept[approval.export_no] = approval

    def get(self, export_no: str) -> FolderApproval | None:
        return self.kept.get(export_no)


def approved(approvals: KeptInMemory, taker: str = TAKER, until_on: date = TODAY) -> FolderApproval:
    return approve_folder(approvals, 2026, taker, until_on, "迎接检查", HEAD, NOW)


@pytest.mark.parametrize("days", [0, 30])
def test_a_folder_is_approved_for_one_person_until_a_day(days: int) -> None:
    approvals = KeptInMemory()
    until_on = TODAY + timedelta(days=days)
    one = approved(approvals, until_on=until_on)

    last_moment = moment(f"{until_on}T23:59")
    assert approval_for(approvals, one.export_no, TAKER, last_moment) == one
    assert (one.export_no, one.year, one.reason) == ("TZ2027-0001", 2026, "迎接检查")
    mark = one.watermark(last_moment)
    assert all(said in mark for said in (one.export_no, TAKER, HEAD, f"{until_on} 23:59:00"))


@pytest.mark.parametrize(
    ("taker", "days", "refusal", "field"),
    [
        (HEAD, 0, errors.OwnExport, "for_person"),
        (TAKER, -1, errors.UntilUnfit, "until_on"),
        (TAKER, 31, errors.UntilUnfit, "until_on"),
    ],
)
def test_what_may_not_be_approved_leaves_nothing(taker: str, days: int, refusal: type[Refused], field: str) -> None:
    approvals = KeptInMemory()

    with pytest.raises(refusal) as refused:
        approved(approvals, taker, TODAY + timedelta(days=days))

    assert refused.value.field == field
    assert approvals.kept == {}


@pytest.mark.parametrize(
    ("export_no", "person", "at", "refusal"),
    [
        ("TZ2027-0002", TAKER, NOW, errors.ApprovalUnknown),
        ("TZ2027-0001", HEAD, NOW, errors.NotApprovedForYou),
        ("TZ2027-0001", None, NOW, errors.NotApprovedForYou),
        ("TZ2027-0001", TAKER, moment("2027-01-11T00:00"), errors.ApprovalLapsed),
    ],
)
def test_nobody_else_takes_it_and_nobody_later(
    export_no: str, person: str | None, at: object, refusal: type[Refused]
) -> None:
    approvals = KeptInMemory()
    approved(approvals)

    with pytest.raises(refusal) as refused:
        approval_for(approvals, export_no, person, at)
    assert refused.value.field == "export_no"


def a_year(story: Story) -> Memory:
    story.register("2026-01-01", 2, 3, 4)
    for number in range(3):
        case_no = f"64042520260301000{number}"
        story.visit(case_no, "2026-03-01", 2)
        story.settled(case_no, "2026-03-01")
        story.rated(case_no, "2026-03-02", "dissatisfied")
    return Memory().hear(story.told)


@pytest.mark.parametrize("section", list(Section))
def test_a_section_has_each_of_its_figures_with_definition_version_and_list(story: Story, section: Section) -> None:
    rows = list(folder_rows(section, 2026, YEAR_END, CATALOGUE, a_year(story)))

    figures = [row for row in rows if "definition" in row]
    assert {row["indicator"] for row in figures} == {code for code, of in SECTION_OF.items() if of is section}
    assert rows[: len(figures)] == figures
    for row in figures:
        indicator = CATALOGUE.find(row["indicator"])
        assert (row["definition"], row["version"]) == (indicator.definition_zh, indicator.version)
        for part in indicator.parts:
            counted = [
                one["counted"] for one in rows if one.get("part") == part.value and one["indicator"] == indicator.code
            ]
            assert sum(counted) == row[part.value], indicator.code


def test_a_list_names_what_was_counted_by_its_number(story: Story) -> None:
    memory = a_year(story)

    def numbers(section: Section, code: str, part: str) -> list[str]:
        rows = folder_rows(section, 2026, YEAR_END, CATALOGUE, memory)
        return [row["number"] for row in rows if row["indicator"] == code and row.get("part") == part]

    assert numbers(Section.PLATFORM, "settled_batches", "numerator") == [f"64042520260301000{n}" for n in range(3)]
    assert numbers(Section.MECHANISM, "townships", "numerator") == ["640425100", "640425101"]
    assert numbers(Section.GOAL, "satisfaction_rate", "numerator") == []
    assert len(numbers(Section.GOAL, "satisfaction_rate", "denominator")) == 3


@pytest.mark.parametrize(("rows", "taken", "short"), [(3, 3, False), (4, 3, True)])
def test_a_file_that_is_cut_says_so(rows: int, taken: int, short: bool) -> None:
    first = FirstRows(iter([{"number": str(number)} for number in range(rows)]), 3)

    assert (len(list(first)), first.is_short) == (taken, short)
