"""Filings, officers and stories for tests. All names and numbers are invented."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from intake_register import BAIYANG, BUREAU, CATEGORY, DEPARTMENT, HOTLINE, OTHER_TOWNSHIP, PORTAL, TOWNSHIP, VILLAGE

from petition_intake.domain.channels import Channel
from petition_intake.domain.filing import Filing, HandDown, Purpose
from petition_intake.domain.levels import Level
from petition_intake.domain.officer import Officer
from petition_intake.domain.people import Petitioner
from petition_intake.domain.register import Place

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
"""Monday, 2 March 2026, 10:00 in China."""
DAY = timedelta(days=1)

REGISTRAR = Officer(BUREAU, "P0012", frozenset({"registrar"}))
DISPATCHER = Officer(BUREAU, "P0015", frozenset({"dispatcher"}))
HEAD = Officer(BUREAU, "P0009", frozenset({"bureau_head", "unit_head"}))
TOWNSHIP_REGISTRAR = Officer(TOWNSHIP, "P0101", frozenset({"registrar"}))
STRANGER = Officer(OTHER_TOWNSHIP, "P0102", frozenset({"registrar"}))
HANDLER = Officer(DEPARTMENT, "P0200", frozenset({"handler"}))
HOTLINE_REGISTRAR = Officer(HOTLINE, "P0300", frozenset({"registrar"}))
CITIZEN = Officer(PORTAL, None)
AUDITOR = Officer("dept_audit", "P0341", frozenset({"auditor"}))

PETITIONER = Petitioner("测试人甲", "13800000001", "白阳镇政府街社区1号", "640425199001010011")
NEIGHBOUR = Petitioner("测试人乙", "13800000002", "白阳镇政府街社区2号")
REQUEST = "要求解决自家承包地确权面积少登记两亩的问题"
FACTS = "二轮承包时自家耕地八亩，确权证书只登记六亩，多次向村委会反映没有答复"


def a_web_filing(**changes: Any) -> Filing:
    """Filed by web with name and address."""
    given: dict[str, Any] = {
        "channel": Channel.WEB,
        "purpose": Purpose.APPEAL,
        "category": CATEGORY,
        "place": Place(BAIYANG, VILLAGE),
        "request": REQUEST,
        "facts": FACTS,
        "petitioners": (PETITIONER,),
    }
    return Filing(**{**given, **changes})


def a_visit(**changes: Any) -> Filing:
    """One visitor, oral, read back."""
    given = {"channel": Channel.VISIT, "headcount": 1, "representatives": 1, "read_back_confirmed": True}
    return a_web_filing(**{**given, **changes})


def a_letter(**changes: Any) -> Filing:
    """A letter of last week."""
    given = {
        "channel": Channel.LETTER,
        "received_at": NOW - DAY,
        "postmarked_on": date(2026, 2, 26),
    }
    return a_web_filing(**{**given, **changes})


def a_call(**changes: Any) -> Filing:
    return a_web_filing(**{"channel": Channel.CALL, "read_back_confirmed": True, **changes})


def a_fax(**changes: Any) -> Filing:
    return a_web_filing(**{"channel": Channel.FAX, "received_at": NOW - DAY, **changes})


def a_hotline_ticket(**changes: Any) -> Filing:
    return a_web_filing(**{"channel": Channel.HOTLINE, "ticket_no": "GD202603020001", **changes})


def a_hand_down_document(**changes: Any) -> HandDown:
    given: dict[str, Any] = {
        "issuer": "region_petition_bureau",
        "issuer_level": Level.REGION,
        "document_no": "宁信交〔2026〕12号",
        "feedback_due_on": date(2026, 5, 1),
    }
    return HandDown(**{**given, **changes})


def a_hand_down(**changes: Any) -> Filing:
    return a_web_filing(**{"channel": Channel.HANDED_DOWN, "hand_down": a_hand_down_document(), **changes})


BY_CHANNEL = {
    Channel.LETTER: a_letter,
    Channel.VISIT: a_visit,
    Channel.CALL: a_call,
    Channel.WEB: a_web_filing,
    Channel.FAX: a_fax,
    Channel.HANDED_DOWN: a_hand_down,
    Channel.HOTLINE: a_hotline_ticket,
}
"""A filing of each channel that is in order."""
