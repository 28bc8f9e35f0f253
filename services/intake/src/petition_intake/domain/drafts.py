"""起草辅助: the words of a notice of acceptance or of a written opinion, as far as the case itself gives them.

What only a person can say stands open between 【 and 】: who it goes to, what was found out, what is decided and on
what legal ground. A draft is stored nowhere and sent to nobody; the unit writes and signs its own paper.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from petition_intake.domain.forms import FORM_WORDING, plain_form
from petition_intake.domain.petition import Petition
from petition_intake.domain.progress import Progress
from petition_intake.domain.register import RegisterCopy
from petition_intake.domain.states import STATE_WORDING, State
from petition_intake.domain.steps import StepKind
from petition_intake.domain.suggestion_errors import NothingToDraft
from petition_intake.domain.wording import Wording
from workdays import local_day


class DraftPaper(StrEnum):
    """The papers most units write most of."""

    ACCEPTANCE_NOTICE = "acceptance_notice"
    OPINION = "opinion"


PAPER_WORDING: dict[DraftPaper, Wording] = {
    DraftPaper.ACCEPTANCE_NOTICE: Wording("受理告知书", "notice of acceptance"),
    DraftPaper.OPINION: Wording("信访处理意见书", "written opinion"),
}
WRITTEN_IN: dict[DraftPaper, frozenset[State]] = {
    DraftPaper.ACCEPTANCE_NOTICE: frozenset({State.SIGNED, State.ACCEPTED}),
    DraftPaper.OPINION: frozenset({State.ACCEPTED, State.IN_HANDLING}),
}
"""While the unit that has the case examines or handles it."""

ACCEPTANCE_NOTICE = """受理告知书

【信访人姓名（名称）】：
您于{received}以“{form}”形式提出的信访事项（编号{case_no}）收悉。您的请求是：{request}
经审查，该事项属于本单位职权范围，决定予以受理（《信访工作条例》第二十三条）。
本事项适用【《信访工作条例》第三十一条规定的办理途径】。适用信访程序的，自受理之日起60日内办结；情况复杂的，经本单位负责人批准可以延长，\
延长期限不超过30日，并告知您延长的理由（《信访工作条例》第三十四条）。
您可以凭编号和查询码查询办理进展。联系电话：【电话】

{unit}
【日期】"""

OPINION = """信访处理意见书
【文号】

【信访人姓名（名称）】：
您于{received}以“{form}”形式提出的信访事项（编号{case_no}），本单位于{accepted}受理，现答复如下（《信访工作条例》第三十二条）。
一、请求：{request}
二、您提出的事实和理由：{facts}
三、查明的情况：【调查核实的情况和证据】
四、处理意见：【支持、解释说明或者不予支持，逐项写明】
五、依据：【法律、法规、规章或者政策的条款】
不服本意见的，可以自收到本意见书之日起30日内请求本单位的上一级机关、单位复查（《信访工作条例》第三十五条）。

{unit}
【日期】"""


def draft(
    paper: DraftPaper, petition: Petition, progress: Progress, register: RegisterCopy, veil: Callable[[str], str]
) -> str:
    """The draft in Chinese, names masked; at another time than the paper's own => NothingToDraft."""
    accepted = [step.at for step in progress.steps_in_order if step.kind is StepKind.ACCEPTED]
    if progress.state not in WRITTEN_IN[paper] or progress.unit is None:
        state, words = STATE_WORDING[progress.state], PAPER_WORDING[paper]
        raise NothingToDraft("paper", state=state.en, state_zh=state.zh, paper=words.en, paper_zh=words.zh)
    text = ACCEPTANCE_NOTICE if paper is DraftPaper.ACCEPTANCE_NOTICE else OPINION
    facts = "；".join(veil(part) for part in (petition.facts, petition.reasons) if part)
    return text.format(
        received=_day(local_day(petition.received_at)),
        accepted=_day(local_day(accepted[-1])) if accepted else "【受理日期】",
        form=FORM_WORDING[petition.form or plain_form(petition.channel)].zh,
        case_no=petition.case_no,
        request=veil(petition.request),
        facts=facts or "【未写明】",
        unit=register.unit_name(progress.unit),
    )


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
