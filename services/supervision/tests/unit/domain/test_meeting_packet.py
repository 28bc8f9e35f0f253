"""What a meeting has before it: the right days, and the same words for the same records."""

from __future__ import annotations

from datetime import date

import pytest

from petition_supervision.domain.meeting_packet import FIGURE_ZH, Packet, PacketFigure, Span, span_of
from petition_supervision.domain.meetings import MeetingKind, period_of

TEXT = """彭阳县草庙乡人民政府·季考核材料·2026-Q1
一、形势
  信访事项7件（上期9件）
  逾期事项2件（上期0件）
  逾期未办1件
  挂账督办1件
  催办未答复0件
  上级交办未办结3件
  回访不满意待阅1件
二、三色等级
  township_caomiao：红
三、重点事项
  640425202603020001（township_caomiao）
四、尚未完成的议定事项
  修复水渠（dept_water，2026-04-15前）"""


@pytest.mark.parametrize(
    ("kind", "day", "first", "last"),
    [
        (MeetingKind.TOWNSHIP_WEEKLY, "2026-01-01", "2025-12-29", "2026-01-04"),
        (MeetingKind.TOWNSHIP_MONTHLY, "2024-02-29", "2024-02-01", "2024-02-29"),
        (MeetingKind.COUNTY_JOINT, "2026-12-31", "2026-12-01", "2026-12-31"),
        (MeetingKind.TOWNSHIP_QUARTERLY, "2026-11-23", "2026-10-01", "2026-12-31"),
    ],
)
def test_a_packet_is_about_the_period_its_meeting_keeps(kind: MeetingKind, day: str, first: str, last: str) -> None:
    span = span_of(kind, date.fromisoformat(day))
    assert span == Span(date.fromisoformat(first), date.fromisoformat(last))
    assert {period_of(kind, one) for one in (span.first, span.last)} == {period_of(kind, date.fromisoformat(day))}
    assert period_of(kind, span.before) != period_of(kind, span.first)


def a_packet(**changes: object) -> Packet:
    counts = dict(zip(PacketFigure, (7, 2, 1, 1, 0, 3, 1), strict=True))
    before = {PacketFigure.FILINGS: 9, PacketFigure.MISSED: 0}
    span = span_of(MeetingKind.TOWNSHIP_QUARTERLY, date(2026, 1, 1))
    grades = [{"unit": "township_caomiao", "colour": "red"}]
    overdue = [{"case_no": "640425202603020001", "urgent_no": None, "unit": "township_caomiao"}]
    decisions = [{"text": "修复水渠", "owner": "dept_water", "due_on": "2026-04-15"}]
    made = (MeetingKind.TOWNSHIP_QUARTERLY, "township_caomiao", "2026-Q1", span, counts, before)
    return Packet(*made, **{"grades": grades, "overdue": overdue, "decisions": decisions, **changes})


def test_a_packet_reads_the_same_for_the_same_records() -> None:
    assert a_packet().text("彭阳县草庙乡人民政府") == TEXT


def test_a_part_without_anything_says_so() -> None:
    text = a_packet(grades=[], overdue=[], decisions=[]).text(None)
    assert text.startswith("季考核材料·2026-Q1\n")
    assert text.count("\n  无") == 3


def test_every_figure_has_its_word() -> None:
    assert set(FIGURE_ZH) == set(PacketFigure)
