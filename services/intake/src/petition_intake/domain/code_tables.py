"""代码表: what may be recorded of a petition beside its category, each from a table that the county keeps as data.

Nothing here must be recorded for a petition to be registered (《个人信息保护法》第六条).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from petition_intake.domain.classification_errors import CodesUnchanged, CodeUnknown
from petition_intake.domain.wording import Wording


class CodeTable(StrEnum):
    """The tables of the national exchange record that have no rule of their own."""

    PROBLEM_CAUSE = "problem_cause"
    HOT_TOPIC = "hot_topic"
    AFFILIATION = "affiliation"
    OFFICE_KIND = "office_kind"
    RESPONDENT_LEVEL = "respondent_level"
    ID_KIND = "id_kind"


TABLE_WORDING: dict[CodeTable, Wording] = {
    CodeTable.PROBLEM_CAUSE: Wording("问题原因", "cause of the problem"),
    CodeTable.HOT_TOPIC: Wording("热点问题", "topic of the day"),
    CodeTable.AFFILIATION: Wording("所属系统", "system it belongs to"),
    CodeTable.OFFICE_KIND: Wording("登记机构类别", "kind of office that registered it"),
    CodeTable.RESPONDENT_LEVEL: Wording("被反映人级别", "level of who is complained of"),
    CodeTable.ID_KIND: Wording("证件类型", "kind of identity paper"),
}


@dataclass(frozen=True)
class CodeTables:
    """The tables of one version of the register: names by code."""

    names: Mapping[CodeTable, Mapping[str, str]] = field(default_factory=dict)

    def of(self, table: CodeTable) -> Mapping[str, str]:
        return self.names.get(table, {})

    def check(self, table: CodeTable, code: str, field: str) -> None:
        """A code that is not in its table => CodeUnknown."""
        if code not in self.of(table):
            wording = TABLE_WORDING[table]
            raise CodeUnknown(field, table=wording.en, table_zh=wording.zh, code=code)

    def named(self, table: CodeTable, code: str | None) -> str:
        """The name of a recorded code; a code that has left the table stands for itself."""
        return "" if code is None else self.of(table).get(code, code)


def read_tables(rows: Sequence[Mapping[str, str]]) -> CodeTables:
    """The published rows; a table that is newer than this service is not looked at."""
    known = set(CodeTable)
    names: dict[CodeTable, dict[str, str]] = {table: {} for table in CodeTable}
    for row in rows:
        if row["table"] in known:
            names[CodeTable(row["table"])][row["code"]] = row["name"]
    return CodeTables(names)


@dataclass(frozen=True)
class Codes:
    """The codes of one petition; a field bears the name of its table. None: not recorded."""

    problem_cause: str | None = None
    hot_topic: str | None = None
    affiliation: str | None = None
    office_kind: str | None = None
    respondent_level: str | None = None

    def with_stated(self, stated: Mapping[str, str | None], tables: CodeTables) -> Codes:
        """The codes with those stated in their place, None taking one back.

        A code outside its table => CodeUnknown, nothing stated that is new => CodesUnchanged.
        """
        for name, code in stated.items():
            if code is not None:
                tables.check(CodeTable(name), code, name)
        changed = replace(self, **stated)
        if changed == self:
            raise CodesUnchanged
        return changed

    def worded(self, tables: CodeTables) -> dict[str, dict[str, str] | None]:
        """Each code with its name."""
        return {
            name: None if code is None else {"code": code, "zh": tables.named(CodeTable(name), code)}
            for name, code in asdict(self).items()
        }


@dataclass(frozen=True)
class Classification:
    """What was recorded, as a whole, and by whom. A later one is added; what was recorded before is never lost."""

    codes: Codes
    by: str
    by_unit: str
    at: datetime
