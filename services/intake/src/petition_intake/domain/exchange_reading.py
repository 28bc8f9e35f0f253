"""From a row of an exchange list to a filing: what any registration must state, read from its columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeVar

from petition_intake.domain.channels import ORAL, Channel
from petition_intake.domain.exchange_columns import (
    COLUMNS,
    FORM_OF_WORD,
    LEVEL_OF_WORD,
    NO,
    OWN_COLUMNS,
    PEOPLE_COLUMNS,
    PURPOSE_OF_WORD,
    YES,
)
from petition_intake.domain.exchange_errors import ColumnEmpty, ColumnUnknown, ColumnUnusable
from petition_intake.domain.filing import ExchangeNumber, Filing, HandDown
from petition_intake.domain.forms import CHANNEL_OF, Form
from petition_intake.domain.people import Petitioner
from petition_intake.domain.register import Place
from workdays import CHINA_STANDARD_TIME

KNOWN = frozenset({*COLUMNS, *OWN_COLUMNS})
NUMBER = "信访件编号"
LONGEST_NUMBER = 38
"""varchar(38) in the national record."""
LONGEST_TEXT = 4000
LONGEST_CELL = 200
TOWNSHIP_DIGITS, VILLAGE_DIGITS = 9, 12
T = TypeVar("T")


class Row:
    """One row, read by column; what cannot be read is refused by the name of its column."""

    def __init__(self, record: Mapping[str, str]) -> None:
        unknown = next((name for name in record if name not in KNOWN), None)
        if unknown is not None:
            raise ColumnUnknown(unknown)
        self._record = record

    def text(self, column: str, longest: int = LONGEST_CELL) -> str:
        """The cell without blanks around it; empty when it is not there."""
        value = self._record.get(column, "").strip()
        if len(value) > longest:
            # Not the text itself: a refusal is kept, and it may be anybody's words.
            raise self._unusable(column, f"{len(value)}", f"超过{longest}字", f"more than {longest} characters")
        return value

    def needed(self, column: str, longest: int = LONGEST_CELL) -> str:
        value = self.text(column, longest)
        if not value:
            raise ColumnEmpty(column)
        return value

    def one_of(self, column: str, words: Mapping[str, T]) -> T:
        value = self.needed(column)
        if value not in words:
            known = "、".join(words)
            raise self._unusable(column, value, f"应为：{known}", f"it must be one of {known}")
        return words[value]

    def flag(self, column: str) -> bool:
        """1 or 是, 0 or 否; empty is no."""
        value = self.text(column)
        if value not in ("", YES, NO, "是", "否"):
            raise self._unusable(column, value, "应为1或者0", "it must be 1 or 0")
        return value in (YES, "是")

    def number(self, column: str) -> int | None:
        value = self.text(column)
        if not value:
            return None
        if not value.isdecimal() or not 1 <= int(value) <= 100_000:
            raise self._unusable(column, value, "应为1至100000的整数", "it must be a whole number from 1 to 100000")
        return int(value)

    def day(self, column: str) -> date:
        """2026-03-02 or 20260302."""
        return self._parsed(column, date.fromisoformat)

    def instant(self, column: str) -> datetime | None:
        """A day (its first instant) or a day with a time; of the county's own clock unless it says otherwise."""
        if not self.text(column):
            return None
        read = self._parsed(column, datetime.fromisoformat)
        return read if read.tzinfo else read.replace(tzinfo=CHINA_STANDARD_TIME)

    def people(self) -> tuple[Petitioner, ...]:
        """The petitioners, cell by cell; a later cell with fewer entries leaves the last people without."""
        columns = [self._entries(column) for column in PEOPLE_COLUMNS]
        names = columns[0]
        for column, entries in zip(PEOPLE_COLUMNS, columns, strict=True):
            if len(entries) > len(names):
                raise self._unusable(column, str(len(entries)), "比姓名还多", "there are more of them than names")

        def entry(column: int, person: int) -> str | None:
            entries = columns[column]
            return entries[person] or None if person < len(entries) else None

        return tuple(Petitioner(name, entry(2, n), entry(1, n), entry(3, n)) for n, name in enumerate(names))

    def _entries(self, column: str) -> list[str]:
        cell = self.text(column, LONGEST_TEXT).replace("；", "、").replace(";", "、")
        return [entry.strip() for entry in cell.split("、")] if cell else []

    def _parsed(self, column: str, parse: Callable[[str], T]) -> T:
        value = self.needed(column)
        try:
            return parse(value)
        except ValueError:
            raise self._unusable(column, value, "应如2026-03-02", "it must be like 2026-03-02") from None

    def _unusable(self, column: str, value: str, reason_zh: str, reason: str) -> ColumnUnusable:
        return ColumnUnusable(column, value=value, reason_zh=reason_zh, reason=reason)


def filing_of_row(record: Mapping[str, str], source_system: str) -> Filing:
    """The filing a row states. Its number in the sending system makes it known again when it comes twice.

    What was taken down from word of mouth was read back where it was taken down (第十九条第三款); a letter's postmark
    is not in the record. Whatever else a registration asks for is refused by `Filing.checked`.
    """
    row = Row(record)
    number = row.needed(NUMBER, LONGEST_NUMBER)
    form = row.one_of("信访形式", FORM_OF_WORD)
    channel = CHANNEL_OF[form]
    summary, content = row.text("概况信息", LONGEST_TEXT), row.text("投诉内容", LONGEST_TEXT)
    if not summary and not content:
        raise ColumnEmpty("投诉内容")
    headcount = row.number("信访人数")
    return Filing(
        channel=channel,
        form=form,
        purpose=row.one_of("信访目的代码", PURPOSE_OF_WORD),
        category=row.needed("内容分类代码"),
        place=_place(row),
        received_at=row.instant("信访日期"),
        request=summary or content,
        facts=content if summary else "",
        petitioners=row.people(),
        anonymous=row.flag("匿名标志"),
        joint=row.flag("是否联名"),
        consent_public=row.flag("是否同意公开"),
        headcount=headcount,
        representatives=_representatives(row, headcount) if channel is Channel.VISIT else None,
        read_back_confirmed=True if channel in ORAL or form is Form.VIDEO_RECEPTION else None,
        postmark_illegible=True if channel is Channel.LETTER else None,
        hand_down=_hand_down(row) if channel is Channel.HANDED_DOWN else None,
        ticket_no=row.needed("热线工单号", 100) if channel is Channel.HOTLINE else None,
        exchange=ExchangeNumber(source_system, number),
    )


def _place(row: Row) -> Place:
    """问题属地代码: nine digits name a township, twelve a village; a longer code is a small grid of that village."""
    code = row.needed("问题属地代码")
    village = code[:VILLAGE_DIGITS] if len(code) >= VILLAGE_DIGITS else None
    return Place(code[:TOWNSHIP_DIGITS], village, code if len(code) > VILLAGE_DIGITS else None)


def _representatives(row: Row, headcount: int | None) -> int:
    """代表人数: as stated; else those who came, who are at most five unless a crowd came (第二十条第三款)."""
    return row.number("代表人数") or min(headcount or 1, 5)


def _hand_down(row: Row) -> HandDown:
    return HandDown(
        issuer=row.needed("交办机关", 100),
        issuer_level=row.one_of("交办机关层级", LEVEL_OF_WORD),
        document_no=row.needed("交办文号", 100),
        feedback_due_on=row.day("反馈期限"),
        batch_name=row.text("批次名称") or None,
    )
