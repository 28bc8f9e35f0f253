"""What supervision tells of urgent matters, incidents, old cases and reopened matters."""

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


def listed_old(story: Story, case_no: str, on: str, ground: str = "repeated_after_review") -> None:
    told = {"ground": ground, "unit": CAOMIAO, "leader": "P0001", "listed_by": "P0018", "listed_at": wire(on)}
    story.tell(SUPERVISION, "old_case_listed", case_no, on, **told)


def cleared_old(story: Story, case_no: str, on: str) -> None:
    told = {"ground": "repeated_after_review", "unit": CAOMIAO, "cleared_by": "P0018", "cleared_at": wire(on)}
    story.tell(SUPERVISION, "old_case_cleared", case_no, on, **told)


def withdrawn_old(story: Story, case_no: str, on: str) -> None:
    told = {"ground": "repeated_after_review", "unit": CAOMIAO, "withdrawn_by": "P0018", "withdrawn_at": wire(on)}
    story.tell(SUPERVISION, "old_case_withdrawn", case_no, on, **told)


def reopened(story: Story, case_no: str, on: str) -> None:
    told = {"issuer": "国家信访局", "document_no": "1", "ground": "sent_back", "nth": 1}
    told["feedback_due_on"] = "2026-12-01"
    story.tell(SUPERVISION, "hand_down_reopened", case_no, on, **told, reopened_by="P0018", reopened_at=wire(on))


def listed_from_above(story: Story, case_no: str, on: str, target_on: str) -> None:
    told = {"issuer": "国家信访局", "issuer_level": "state", "document_no": "1", "batch_name": None}
    told |= {"feedback_due_on": "2026-12-01", "routing_target_on": target_on}
    story.tell(SUPERVISION, "hand_down_listed", case_no, on, **told)


def incident(story: Story, incident_no: str, on: str, withdrawn: bool = False) -> None:
    about = {"unit": CAOMIAO, "case_no": None, "occurred_on": on, "incident_no": incident_no}
    told = {"recorded_by": "P0017", "recorded_at": wire(on)}
    story.tell(SUPERVISION, "incident_recorded", incident_no, on, about_a_case=False, **about, **told)
    if withdrawn:
        told = {"withdrawn_by": "P0017", "withdrawn_at": wire(on)}
        story.tell(SUPERVISION, "incident_withdrawn", incident_no, on, about_a_case=False, **about, **told)
