"""Why a row of an exchange list is not registered. The other refusals of a row are those of any registration."""

from __future__ import annotations

from petition_intake.domain.errors import Refused


class ColumnUnknown(Refused):
    code = "COLUMN_UNKNOWN"
    zh = "交换记录中没有“{field}”这一列。"
    en = "The exchange record has no column {field}."


class ColumnEmpty(Refused):
    code = "COLUMN_EMPTY"
    zh = "“{field}”为空，不能登记。"
    en = "Column {field} is empty: the row cannot be registered."


class ColumnUnusable(Refused):
    code = "COLUMN_UNUSABLE"
    zh = "“{field}”的值“{value}”不可用：{reason_zh}。"
    en = "Column {field} has the value {value}, which cannot be used: {reason}."


class RowRepeated(Refused):
    code = "ROW_REPEATED"
    zh = "同一批中已有编号或者文号相同的一行。"
    en = "Another row of the same batch has this number or document number."
