"""重大紧急信访事项报告 in print, made from what is on record (《信访工作条例》第二十五条)."""

from __future__ import annotations

from datetime import datetime

from petition_supervision.domain.printed_papers import PAPER_ZH, PaperKind, PrintedPaper
from petition_supervision.domain.unit_tree import UnitTree
from petition_supervision.domain.urgent_matter import Notice, UrgentMatter
from petition_supervision.domain.urgent_terms import ADDRESSEE_ZH, KIND_ZH, METHOD_ZH
from workdays import CHINA_STANDARD_TIME, local_day

ADDRESSED_TO = "县委、县人民政府"


def urgent_report_in_print(matter: UrgentMatter, units: UnitTree) -> PrintedPaper:
    """To the county's Party committee and government: what it is, who was told and when, what was done."""
    of_case = ((None, f"涉及信访事项编号：{matter.case_no}"),) if matter.case_no else ()
    place = ((None, f"地点：{matter.text.place}"),) if matter.text.place else ()
    told = "；".join(_written(notice) for notice in matter.notices) or "尚未登记"
    done = "\n".join(f"{_moment(one.at)}，{units.name_of(one.by_unit)}：{one.text}" for one in matter.measures)
    ended = ((("四、解除情况"), f"{_moment(matter.ending.at)}解除。{matter.ending.proof}"),) if matter.ending else ()
    return PrintedPaper(
        paper_no=f"{matter.urgent_no}/{PaperKind.URGENT_REPORT}",
        kind=PaperKind.URGENT_REPORT,
        title=PAPER_ZH[PaperKind.URGENT_REPORT],
        number=matter.urgent_no,
        addressee=ADDRESSED_TO,
        parts=(
            (None, f"按照《信访工作条例》第二十五条的规定，现将一件{KIND_ZH[matter.kind]}信访事项报告如下。"),
            *of_case,
            *place,
            ("一、基本情况", f"{_moment(matter.found_at)}，我单位获悉：{matter.text.matter}"),
            ("二、报告、通报情况", f"相关主管部门：{units.name_of(matter.competent_unit)}。{told}。"),
            ("三、采取的措施", done or "正在采取措施，另行报告。"),
            *ended,
        ),
        unit=units.name_of(matter.unit),
        day=local_day(matter.marked_at),
    )


def _written(notice: Notice) -> str:
    late = "，逾期" if notice.late else ""
    return f"{_moment(notice.at)}报{ADDRESSEE_ZH[notice.addressee]}（{METHOD_ZH[notice.method]}{late}）"


def _moment(at: datetime) -> str:
    local = at.astimezone(CHINA_STANDARD_TIME)
    return f"{local.year}年{local.month}月{local.day}日{local.hour}时{local.minute}分"
