"""Code tables (代码表) that a county keeps for what is recorded of a petition beside its category.

Every service but this one reads them from the register; a county may have none of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from petition_assignment.domain.register_faults import Faults
from petition_assignment.domain.register_rows import Row

CODES_FILE = "codes.csv"
CODE_TABLES: dict[str, str] = {
    "problem_cause": "问题原因",
    "hot_topic": "热点问题",
    "affiliation": "所属系统",
    "office_kind": "登记机构类别",
    "respondent_level": "被反映人级别",
    "id_kind": "证件类型",
}
MOST_CODES = 200
"""A table is read out whole, so it stays short enough for one answer."""
_CODE = re.compile(r"[0-9]{2,6}")


@dataclass(frozen=True)
class Code:
    """One row of one code table."""

    table: str
    code: str
    name: str


def check_codes(rows: Sequence[Row], faults: Faults) -> None:
    """Tables that are known, codes of two to six digits, each once in its table, and no table longer than is shown."""
    faults.unique(rows, "table", "code")
    for row in rows:
        faults.one_of(row, "table", CODE_TABLES)
        faults.required(row, "name")
        if not _CODE.fullmatch(row["code"]):
            faults.add(row, "code", "应为二至六位数字", "must be two to six digits")
    for table, number in sorted(Counter(row["table"] for row in rows).items()):
        if number > MOST_CODES:
            faults.add_to_file(
                CODES_FILE, "table", table, f"最多 {MOST_CODES} 个代码", f"has more than {MOST_CODES} codes"
            )
