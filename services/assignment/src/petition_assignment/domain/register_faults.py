"""Collects what is wrong with a register, so that one run names every bad row."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from petition_assignment.domain.register_rows import Fault, Row


class Faults:
    """The faults found so far, and the checks that are the same for many columns."""

    def __init__(self, found: Iterable[Fault]) -> None:
        self.found = list(found)

    def add(self, row: Row, column: str, zh: str, en: str) -> None:
        self.found.append(Fault(row.file, row.line, column, row[column], zh, en))

    def add_to_file(self, file: str, column: str, value: object, zh: str, en: str) -> None:
        self.found.append(Fault(file, 0, column, str(value), zh, en))

    def required(self, row: Row, *columns: str) -> None:
        for column in columns:
            if not row[column].strip():
                self.add(row, column, "不能空白", "must not be blank")

    def one_of(self, row: Row, column: str, allowed: Collection[str]) -> None:
        if row[column] not in allowed:
            choice = "、".join(sorted(allowed))
            self.add(row, column, f"应为其中之一：{choice}", f"must be one of {', '.join(sorted(allowed))}")

    def known(self, row: Row, column: str, codes: Collection[str], of: str) -> None:
        if row[column] not in codes:
            self.add(row, column, f"{of} 中没有此代码", f"is not in {of}")

    def unique(self, rows: Iterable[Row], *columns: str) -> None:
        """No two rows with the same values in these columns together; the later one is at fault."""
        first: dict[tuple[str, ...], int] = {}
        for row in rows:
            value = tuple(row[column] for column in columns)
            if value in first:
                self.add(row, columns[-1], f"与第{first[value]}行重复", f"repeats line {first[value]}")
            else:
                first[value] = row.line
