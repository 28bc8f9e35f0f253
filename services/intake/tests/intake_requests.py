"""Requests as an agency sends them. All names and numbers are invented."""

from __future__ import annotations

from typing import Any

from intake_builders import FACTS, REQUEST
from intake_register import BAIYANG, CATEGORY, DEPARTMENT, VILLAGE

NAME, PHONE, ADDRESS, ID_NUMBER = "测试人甲", "13800000001", "白阳镇政府街社区1号", "640425199001010011"
PERSONAL = (NAME, PHONE, ADDRESS, ID_NUMBER, REQUEST, FACTS)

WEB: dict[str, Any] = {
    "channel": "web",
    "purpose": "appeal",
    "category": CATEGORY,
    "place": {"township_code": BAIYANG, "village_code": VILLAGE},
    "request": REQUEST,
    "facts": FACTS,
    "petitioners": [{"name": NAME, "phone": PHONE, "address": ADDRESS, "id_number": ID_NUMBER}],
}
VISIT = {**WEB, "channel": "visit", "headcount": 3, "representatives": 2, "read_back_confirmed": True}
HAND_DOWN = {
    **WEB,
    "channel": "handed_down",
    "competent_level": "county",
    "hand_down": {
        "issuer": "region_petition_bureau",
        "issuer_level": "region",
        "document_no": "宁信交〔2026〕12号",
        "feedback_due_on": "2026-05-01",
        "original_channel": "visit",
    },
}
ACCUSATION = {**WEB, "purpose": "accusation", "accused": {"unit": DEPARTMENT, "name": "某某"}}
