"""What supervision tells of things beside cases: urgent matters."""

from __future__ import annotations

from typing import Any

from metrics_story import BUREAU, CAOMIAO, Story, wire

from petition_metrics.domain.occurrence import SUPERVISION


def marked_urgent(story: Story, urgent_no: str, at: str, due: str) -> None:
    data: dict[str, Any] = {
        "urgent_kind": "urgent",
        "case_no": None,
        "unit": CAOMIAO,
        "competent_unit": "dept_housing",
        "found_at": wire(at),
        "marked_by": "P0201",
        "marked_at": wire(at),
        "report_hours": 4,
        "due_at": wire(due),
        "up_due_at": wire(due),
    }
    story.tell(SUPERVISION, "urgent_matter_marked", urgent_no, at, about_a_case=False, urgent_no=urgent_no, **data)


def reported_urgent(story: Story, urgent_no: str, at: str, met: bool, upwards: bool = False) -> None:
    told: dict[str, Any] = {"told_at": wire(at), "met": met, "due_at": wire(at), "case_no": None, "kind": "K12"}
    told |= {"clock_id": "K12-up", "unit": BUREAU} if upwards else {"clock_id": "K12", "unit": CAOMIAO}
    story.tell(SUPERVISION, "urgent_report_done", urgent_no, at, about_a_case=False, urgent_no=urgent_no, **told)
