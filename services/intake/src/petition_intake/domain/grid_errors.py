"""Every way an entry in a small grid's log is refused."""

from __future__ import annotations

from petition_intake.domain.errors import Refused


class GridItemUnknown(Refused):
    code = "NOT_FOUND"
    zh = "查无此网格事项：{item_no}。"
    en = "There is no such entry in a grid's log: {item_no}."


class NotYourGrid(Refused):
    code = "NOT_YOUR_GRID"
    zh = "网格 {place} 不在本单位（{unit}）辖区。"
    en = "Grid {place} does not lie in the township of {unit}."


class WhatItIsAboutRequired(Refused):
    code = "WHAT_IT_IS_ABOUT_REQUIRED"
    zh = "“{kind_zh}”应当填写且只填写“{field}”一类的内容。"
    en = "An entry about {kind} states {field}, or has none where it is about something else."


class DueBeforeNoted(Refused):
    code = "DUE_BEFORE_NOTED"
    zh = "办理期限 {given} 早于登记日期 {noted_on}。"
    en = "The entry is due on {given}, before it was noted on {noted_on}."


class DoneBeforeNoted(Refused):
    code = "DONE_BEFORE_NOTED"
    zh = "完成日期 {given} 早于登记日期 {noted_on}。"
    en = "The entry is dated done on {given}, before it was noted on {noted_on}."


class GridItemDone(Refused):
    code = "GRID_ITEM_DONE"
    zh = "该网格事项已于 {done_on} 办结。"
    en = "This entry was done on {done_on}."
