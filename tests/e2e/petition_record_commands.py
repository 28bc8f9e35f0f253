"""Commands on the record of a petition: codes, marks, materials, secrecy, notices; each as it may be given."""

from __future__ import annotations

from typing import Any

NOBODY = "640425190001010001"
"""A well-formed number that was never given out."""

PETITION_RECORD: dict[str, dict[str, Any]] = {
    "begin_material": {
        "query_code": "0000-0000-0000",
        "material_kind": "letter_scan",
        "file_name": "a.pdf",
        "media_type": "application/pdf",
        "size": 5,
        "sha256": "0" * 64,
    },
    "add_material_part": {"material_no": f"{NOBODY}-001", "part": 1, "content": "JVBERi0="},
    "classify_petition": {"problem_cause": "01"},
    "ask_for_secrecy": {"query_code": "0000-0000-0000"},
    "lift_secrecy": {"query_code": "0000-0000-0000"},
    "decide_suggested_category": {"category": "010201", "taken": True},
    "choose_delivery": {"online": True, "query_code": "0000-0000-0000"},
    "open_notice": {"query_code": "0000-0000-0000", "notice_number": f"{NOBODY}-01"},
    "mark_petition": {"mark": "special_item", "reason": "列入专项治理。"},
    "withdraw_mark": {"mark": "special_item", "reason": "标记有误。"},
}
