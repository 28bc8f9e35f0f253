"""会议材料: what a meeting has before it, made from what is on record (第十三条: 研判信访形势; 周例会、月研判、季考核).

The figures of the period beside those of the one before, the colours of its quarter, what is overdue, and what earlier
meetings decided and nobody has done. The same records give the same packet. A township has its own matters before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from petition_supervision.domain.meetings import MeetingKind
from petition_supervision.domain.quarters import first_and_last_day, quarter_of

ONE_DAY = timedelta(days=1)


class PacketFigure(StrEnum):
    """What is counted; those of a period have one before, the others stand on the day."""

    FILINGS = "filings"
    MISSED = "missed"
    STILL_UNDONE = "still_undone"
    ITEMS_OPEN = "items_open"
    URGINGS_OPEN = "urgings_open"
    HAND_DOWNS_OPEN = "hand_downs_open"
    DISSATISFIED_UNREAD = "dissatisfied_unread"


FIGURE_ZH: dict[PacketFigure, str] = {
    PacketFigure.FILINGS: "信访事项",
    PacketFigure.MISSED: "逾期事项",
    PacketFigure.STILL_UNDONE: "逾期未办",
    PacketFigure.ITEMS_OPEN: "挂账督办",
    PacketFigure.URGINGS_OPEN: "催办未答复",
    PacketFigure.HAND_DOWNS_OPEN: "上级交办未办结",
    PacketFigure.DISSATISFIED_UNREAD: "回访不满意待阅",
}
LISTED_BY: dict[PacketFigure, tuple[str, Mapping[str, Any]]] = {
    PacketFigure.STILL_UNDONE: ("list_suggested_supervisions", {}),
    PacketFigure.ITEMS_OPEN: ("list_supervisions", {"state": "open"}),
    PacketFigure.URGINGS_OPEN: ("list_urgings", {"state": "open"}),
    PacketFigure.HAND_DOWNS_OPEN: ("list_hand_downs", {"state": "open"}),
    PacketFigure.DISSATISFIED_UNREAD: ("list_follow_ups_to_read", {"score": "dissatisfied"}),
}
"""The query that lists what stands on the day, case by case."""
OF_A_PERIOD = (PacketFigure.FILINGS, PacketFigure.MISSED)
MEETING_TITLE_ZH: dict[MeetingKind, str] = {
    MeetingKind.COUNTY_JOINT: "县信访工作联席会议材料",
    MeetingKind.TOWNSHIP_WEEKLY: "周例会材料",
    MeetingKind.TOWNSHIP_MONTHLY: "月研判材料",
    MeetingKind.TOWNSHIP_QUARTERLY: "季考核材料",
}


@dataclass(frozen=True)
class Span:
    """The days of a period, both included."""

    first: date
    last: date

    @property
    def before(self) -> date:
        """A day of the period before."""
        return self.first - ONE_DAY


def span_of(kind: MeetingKind, day: date) -> Span:
    """The ISO week, calendar month or calendar quarter that `day` lies in."""
    if kind is MeetingKind.TOWNSHIP_WEEKLY:
        monday = day - timedelta(days=day.weekday())
        return Span(monday, monday + timedelta(days=6))
    if kind is MeetingKind.TOWNSHIP_QUARTERLY:
        return Span(*first_and_last_day(quarter_of(day)))
    first = day.replace(day=1)
    return Span(first, (first + timedelta(days=31)).replace(day=1) - ONE_DAY)


@dataclass(frozen=True)
class Packet:
    """`now` and `before`: figures of this period and of the one before. Rows are as their own lists show them."""

    kind: MeetingKind
    unit: str | None
    period: str
    span: Span
    now: Mapping[PacketFigure, int]
    before: Mapping[PacketFigure, int]
    grades: Sequence[Mapping[str, Any]]
    overdue: Sequence[Mapping[str, Any]]
    decisions: Sequence[Mapping[str, Any]]

    def text(self, unit_name: str | None) -> str:
        """The packet to be read out, in Chinese; the same for the same records."""
        head = "·".join(part for part in (unit_name, MEETING_TITLE_ZH[self.kind], self.period) if part)
        figures = [f"  {FIGURE_ZH[one]}{self.now[one]}件{self._trend(one)}" for one in PacketFigure]
        colours = [f"  {row['unit']}：{COLOUR_ZH[row['colour']]}" for row in self.grades]
        overdue = [f"  {row['case_no'] or row['urgent_no']}（{row['unit']}）" for row in self.overdue]
        decided = [f"  {row['text']}（{row['owner']}，{row['due_on']}前）" for row in self.decisions]
        sections = (
            ("一、形势", figures),
            ("二、三色等级", colours),
            ("三、重点事项", overdue),
            ("四、尚未完成的议定事项", decided),
        )
        return "\n".join([head, *(line for title, rows in sections for line in (title, *(rows or ["  无"])))])

    def _trend(self, figure: PacketFigure) -> str:
        return f"（上期{self.before[figure]}件）" if figure in OF_A_PERIOD else ""


COLOUR_ZH: dict[str, str] = {"red": "红", "orange": "橙", "yellow": "黄"}
