"""交换记录: the columns in which a petition goes from one system to another (互联互通、信息共享).

《信访工作条例》第二十一条第一款. By the names and in the order of the national exchange record; and the columns that a
county's own lists add.
"""

from __future__ import annotations

from petition_intake.domain.filing import PURPOSE_WORDING, Purpose
from petition_intake.domain.forms import FORM_WORDING, Form
from petition_intake.domain.levels import Level

COLUMNS: tuple[str, ...] = (
    "行政区划代码",
    "信访件id",
    "信访件编号",
    "查询码状态",
    "查询码",
    "信访日期",
    "信访形式",
    "信访人数",
    "涉及人数",
    "登记机构名称",
    "登记机构代码",
    "登记部门",
    "登记人",
    "登记时间",
    "概况信息",
    "投诉内容",
    "受信人",
    "信访件状态",
    "本机构初次标志",
    "全国初次标志",
    "重复信访标志",
    "问题属地代码",
    "内容分类代码",
    "信访目的代码",
    "信访原因代码",
    "首次信访机构",
    "首次信访日期",
    "三跨三分离标志",
    "案标志",
    "复查标志",
    "复核标志",
    "办结标志",
    "审核认定办结标志",
    "是否联名",
    "是否同意公开",
    "重大紧急标志",
    "匿名标志",
    "是否扬言",
    "热点问题",
    "所属系统",
    "限办截止时间",
    "附件描述",
    "被反映人级别",
    "被反映人职务",
    "被反映人住址代码",
    "被反映人住址名称",
    "被反映人或单位",
    "办理程序",
    "信访件编号（格式转换后）",
    "联合信访件id",
    "最后修改时间",
)
"""The 51 columns of the national record, in its order."""

PEOPLE_COLUMNS: tuple[str, ...] = ("姓名", "住址", "手机号", "证件号码")
"""Of the person table; several people of one matter stand in one cell, parted by 、 or ；, the contact first."""

HAND_DOWN_COLUMNS: tuple[str, ...] = ("交办机关", "交办机关层级", "交办文号", "批次名称", "反馈期限")
"""Of the lists by which matters are handed down (第二十二条)."""

OWN_COLUMNS: tuple[str, ...] = (*PEOPLE_COLUMNS, *HAND_DOWN_COLUMNS, "代表人数", "热线工单号")

TAKEN: frozenset[str] = frozenset(
    {
        "信访件编号",
        "信访日期",
        "信访形式",
        "信访人数",
        "概况信息",
        "投诉内容",
        "问题属地代码",
        "内容分类代码",
        "信访目的代码",
        "是否联名",
        "是否同意公开",
        "匿名标志",
        *OWN_COLUMNS,
    }
)
"""What a registration is made of. The others say what the sending system did with the matter: they are known, and
this system's own facts stand in their place."""

MARKS_A_PERSON = "是否扬言"
"""A column of the national record that is taken from nobody and told to nobody: nothing here marks a person."""

YES, NO = "1", "0"

FORM_OF_WORD: dict[str, Form] = {wording.zh: form for form, wording in FORM_WORDING.items()} | {
    "来电": Form.CALL,
    "网上投诉": Form.WEB,
    "网络视频接访": Form.VIDEO_RECEPTION,
    "上级转送、交办": Form.HANDED_DOWN,
    "12345热线转办": Form.HOTLINE,
}
"""信访形式, by every word that systems in use write."""

PURPOSE_OF_WORD: dict[str, Purpose] = {wording.zh: purpose for purpose, wording in PURPOSE_WORDING.items()}

LEVEL_OF_WORD: dict[str, Level] = {
    "国家": Level.STATE,
    "自治区": Level.REGION,
    "省": Level.REGION,
    "市级": Level.CITY,
    "市": Level.CITY,
    "区/县": Level.COUNTY,
    "县": Level.COUNTY,
}
"""登记级别, as registers of petitions write them."""
