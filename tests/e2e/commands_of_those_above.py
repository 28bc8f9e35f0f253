"""Commands of those above a unit: the leadership's decision, review and re-review; each as it may be given."""

from __future__ import annotations

from typing import Any

BY_THOSE_ABOVE: dict[str, dict[str, Any]] = {
    "report_for_decision": {"ground": "major", "unit": "dept_water", "proposal": "a", "document_no": "1"},
    "withdraw_report_for_decision": {"reason": "a"},
    "decide_reported_case": {
        "unit": "dept_water",
        "instruction": "a",
        "document_no": "1",
        "feedback_due_on": "2030-01-01",
    },
    "accept_review": {"notice_no": "1"},
    "decline_review": {"reason_code": "taken_back", "text": "信访人撤回。", "notice_no": "1"},
    "call_review_hearing": {"notice_no": "1", "hearing_on": "2030-01-01", "place": "a", "participants": "a"},
    "open_hearing": {},
    "close_hearing": {"record_no": "1", "summary": "已陈述。"},
    "decide_review": {"outcome": "upheld", "reasons": "a", "legal_basis": "b", "document_no": "1"},
    "deliver_review": {"method": "direct", "delivered_on": "2025-01-01", "receipt_no": "1"},
    "publish_review_opinion": {"text": "a", "reason": "b"},
    "withdraw_publication": {"reason": "a"},
}
