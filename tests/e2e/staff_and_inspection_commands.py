"""Commands of inspections, yearly appraisals, measures and the staff record, each as it may be given."""

from __future__ import annotations

from typing import Any

STAFF_AND_INSPECTION: dict[str, dict[str, Any]] = {
    "appoint_inspector": {
        "person": "P0017",
        "first_day": "2026-01-01",
        "last_day": "2028-12-31",
        "document_no": "1",
    },
    "constitute_joint_meeting": {"convenor": "P0001", "members": ["dept_water"], "since": "2020-01-01"},
    "read_letter": {"direction": "请研究答复。"},
    "relieve_inspector": {"person": "P0017", "relieved_on": "2027-01-01", "reason": "a"},
    "open_inspection": {
        "organiser": "petition_bureau",
        "title": "a",
        "units": ["dept_water"],
        "plan": "a",
        "inspectors": ["P0017"],
        "first_day": "2030-01-01",
        "last_day": "2030-01-31",
    },
    "record_inspection_act": {
        "inspection_no": "ZD2000-0001",
        "form": "records_consulted",
        "unit": "dept_water",
        "done_on": "2026-03-02",
        "record": "a",
    },
    "feed_back_finding": {
        "inspection_no": "ZD2000-0001",
        "unit": "dept_water",
        "problem": "a",
        "important": False,
        "due_on": "2030-01-01",
    },
    "answer_finding": {"inspection_no": "ZD2000-0001", "number": 1, "text": "a"},
    "check_finding": {"inspection_no": "ZD2000-0001", "number": 1, "put_right": True, "evidence": "a"},
    "report_inspection_up": {"inspection_no": "ZD2000-0001", "reported_on": "2026-03-02", "document_no": "1"},
    "conclude_inspection": {"inspection_no": "ZD2000-0001", "report": "a"},
    "grade_yearly_appraisal": {
        "unit": "dept_water",
        "year": 2025,
        "items": [
            {
                "item": "satisfaction",
                "numerator": 1,
                "denominator": 1,
                "indicator": "satisfaction_rate",
                "definition_version": 2,
                "basis": "a",
            }
        ],
        "grade": "good",
    },
    "appeal_appraisal": {"appraisal_no": "dept_water:2000", "reason": "a"},
    "decide_appraisal_appeal": {"appraisal_no": "dept_water:2000", "upheld": False, "decision": "a"},
    "publish_appraisal": {"appraisal_no": "dept_water:2000"},
    "impose_measure": {
        "kind": "interview",
        "unit": "dept_water",
        "cause": "a",
        "meeting_no": "none",
        "imposed_on": "2026-03-02",
        "due_on": "2030-01-01",
    },
    "answer_measure": {"measure_no": "CS2000-0001", "text": "a"},
    "lift_measure": {"measure_no": "CS2000-0001", "proof": "a"},
    "record_staff_move": {
        "person": "P0009",
        "kind": "promotion",
        "group": "bureau_director",
        "unit": "petition_bureau",
        "old_post": "a",
        "new_post": "b",
        "moved_on": "2020-01-01",
    },
    "record_honour": {"person": "P0009", "award": "a", "year": 2021, "level": "state"},
    "record_office_head": {"unit": "joint_office_caomiao", "person": "P0269", "since": "2020-01-01"},
    "end_office_head": {"unit": "joint_office_caomiao", "until": "2026-03-02"},
}
