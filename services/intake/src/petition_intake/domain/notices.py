"""告知: what the petitioner was told in writing, as records of the case (《信访工作条例》第二十二条至第三十五条).

A notice is worded from codes, dates and unit names alone, so it can be shown with the query code and holds no
personal data. Where name or address is not clear none is owed (第二十三条第二款); the record says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from petition_intake.domain.wording import Wording


class NoticeKind(StrEnum):
    """What a notice tells."""

    REGISTRATION_RECEIPT = "registration_receipt"
    ROUTED_TO = "routed_to"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXTENDED = "extended"
    OPINION_DELIVERED = "opinion_delivered"
    RETURNED_TO_UNIT = "returned_to_unit"
    HANDLED_AGAIN = "handled_again"
    CLOSED = "closed"
    SETTLED_ON_SPOT = "settled_on_spot"
    WITHDRAWN = "withdrawn"
    REVIEW_ACCEPTED = "review_accepted"
    REVIEW_DECLINED = "review_declined"
    HEARING_CALLED = "hearing_called"
    REVIEW_DELIVERED = "review_delivered"
    RE_REVIEW_DELIVERED = "re_review_delivered"
    NOT_ACCEPTED = "not_accepted"
    NO_LONGER_ACCEPTED = "no_longer_accepted"
    GUIDED = "guided"
    PASSED_ON = "passed_on"
    KEPT_ON_FILE = "kept_on_file"
    ANSWERED = "answered"
    DISPOSITION_WITHDRAWN = "disposition_withdrawn"
    JOINED_ANSWERED = "joined_answered"


@dataclass(frozen=True)
class Template:
    """Title and text of one kind of notice; the text has places for codes, dates and unit names."""

    title: Wording
    text: Wording


TEMPLATES: dict[NoticeKind, Template] = {
    NoticeKind.REGISTRATION_RECEIPT: Template(
        Wording("信访事项登记回执", "Registration receipt"),
        Wording(
            "您的信访事项已于{registered_on}登记，编号 {case_no}。请凭编号和查询码查询办理进展、评价办理结果。",
            "Your petition was registered on {registered_on} under number {case_no}. Number and query code show its "
            "progress and let you rate the result.",
        ),
    ),
    NoticeKind.ROUTED_TO: Template(
        Wording("转送、交办去向告知", "Notice of transfer"),
        Wording(
            "您的信访事项已于{at_day}转送、交办给{unit}，"
            "该单位将自收到之日起15日内书面告知是否受理（《信访工作条例》第二十三条）。",
            "On {at_day} your petition was sent to {unit}, which tells you in writing within 15 days of receipt "
            "whether it accepts it (Article 23).",
        ),
    ),
    NoticeKind.ACCEPTED: Template(
        Wording("受理告知书", "Notice of acceptance"),
        Wording(
            "{unit}已于{at_day}受理您的信访事项，办理途径：{track}。文号：{number}。",
            "{unit} accepted your petition on {at_day}; procedure: {track}. Document number: {number}.",
        ),
    ),
    NoticeKind.DECLINED: Template(
        Wording("不予受理告知书", "Notice of non-acceptance"),
        Wording(
            "{unit}已于{at_day}作出不予受理决定，理由：{reason}。文号：{number}。",
            "{unit} decided on {at_day} not to accept the petition; reason: {reason}. Document number: {number}.",
        ),
    ),
    NoticeKind.EXTENDED: Template(
        Wording("延期告知书", "Notice of extension"),
        Wording(
            "经{unit}负责人批准，办理期限延长{days}日，至{due_day}，理由：{reason}（《信访工作条例》第三十四条）。",
            "The head of {unit} extended the time limit by {days} days to {due_day}; reason: {reason} (Article 34).",
        ),
    ),
    NoticeKind.OPINION_DELIVERED: Template(
        Wording("信访处理意见书送达", "Delivery of the written opinion"),
        Wording(
            "{unit}的信访处理意见书已于{delivered_on}送达。不服的，可以自收到之日起30日内（至{remedy_until}）"
            "请求原办理机关、单位的上一级机关、单位复查（《信访工作条例》第三十五条）。",
            "The written opinion of {unit} was delivered on {delivered_on}. If you do not agree, you may ask the body "
            "one level above it for a review within 30 days, until {remedy_until} (Article 35).",
        ),
    ),
    NoticeKind.RETURNED_TO_UNIT: Template(
        Wording("退回重办告知", "Notice of return"),
        Wording(
            "审核认为尚不能认定办结，已于{at_day}退回{unit}继续办理。",
            "The result could not be confirmed; on {at_day} the matter went back to {unit}.",
        ),
    ),
    NoticeKind.HANDLED_AGAIN: Template(
        Wording("重新办理告知", "Notice of handling anew"),
        Wording(
            "您的信访事项已责成{unit}重新办理（第{round}轮），应于{due_day}前办结。",
            "{unit} was ordered to handle your petition again (round {round}), to be finished by {due_day}.",
        ),
    ),
    NoticeKind.CLOSED: Template(
        Wording("办结告知", "Notice of completion"),
        Wording(
            "您的信访事项已于{at_day}审核认定办结。您可以在{rate_until}前评价信访部门和办理单位。",
            "Your petition was confirmed as finished on {at_day}. You may rate the bureau and the unit until "
            "{rate_until}.",
        ),
    ),
    NoticeKind.SETTLED_ON_SPOT: Template(
        Wording("当场化解告知", "Notice of settlement on the spot"),
        Wording(
            "您的信访事项已于{at_day}当场化解。您可以在{rate_until}前评价信访部门和办理单位。",
            "Your petition was settled on the spot on {at_day}. You may rate the bureau and the unit until "
            "{rate_until}.",
        ),
    ),
    NoticeKind.WITHDRAWN: Template(
        Wording("撤回信访事项回执", "Receipt of withdrawal"),
        Wording(
            "经您确认，该信访事项已于{at_day}撤回。",
            "As you confirmed, the petition was withdrawn on {at_day}.",
        ),
    ),
    NoticeKind.REVIEW_ACCEPTED: Template(
        Wording("复查（复核）受理告知书", "Notice that a request was taken up"),
        Wording(
            "{unit}已于{at_day}受理您的{level}请求。文号：{number}。",
            "{unit} took up your request for a {level} on {at_day}. Document number: {number}.",
        ),
    ),
    NoticeKind.REVIEW_DECLINED: Template(
        Wording("复查（复核）不予受理告知书", "Notice that a request was not accepted"),
        Wording(
            "{unit}已于{at_day}对您的{level}请求作出不予受理决定，理由：{reason}。文号：{number}。",
            "{unit} decided on {at_day} not to accept your request for a {level}; reason: {reason}. "
            "Document number: {number}.",
        ),
    ),
    NoticeKind.HEARING_CALLED: Template(
        Wording("听证通知", "Notice of a hearing"),
        Wording(
            "{unit}定于{hearing_on}举行听证，地点和参加人见书面通知。文号：{number}。",
            "{unit} holds a hearing on {hearing_on}; the written notice says where, and who is to come. "
            "Document number: {number}.",
        ),
    ),
    NoticeKind.REVIEW_DELIVERED: Template(
        Wording("复查意见书送达", "Delivery of the review"),
        Wording(
            "{unit}的复查意见（{outcome}）已于{delivered_on}送达。不服的，可以自收到之日起30日内（至{remedy_until}）"
            "请求复查机关、单位的上一级机关、单位复核（《信访工作条例》第三十六条）。",
            "The review of {unit} ({outcome}) was delivered on {delivered_on}. If you do not agree, you may ask the "
            "body one level above it for a re-review within 30 days, until {remedy_until} (Article 36).",
        ),
    ),
    NoticeKind.RE_REVIEW_DELIVERED: Template(
        Wording("复核意见书送达", "Delivery of the re-review"),
        Wording(
            "{unit}的复核意见（{outcome}）已于{delivered_on}送达。对复核意见不服，仍以同一事实和理由提出的，"
            "不再受理；有新的事实和理由的，可以再次提出（《信访工作条例》第三十六条）。",
            "The re-review of {unit} ({outcome}) was delivered on {delivered_on}. On the same facts and reasons the "
            "matter is no longer accepted; on new ones you may file again (Article 36).",
        ),
    ),
    NoticeKind.NOT_ACCEPTED: Template(
        Wording("不予受理告知书", "Notice of non-acceptance"),
        Wording(
            "您的信访事项已登记。{unit}于{at_day}决定不予受理，理由：{ground}。{way}",
            "Your petition is registered. {unit} decided on {at_day} not to accept it; reason: {ground}. {way}",
        ),
    ),
    NoticeKind.NO_LONGER_ACCEPTED: Template(
        Wording("不再受理告知书", "Notice that the matter is no longer accepted"),
        Wording(
            "您的信访事项已登记。{unit}于{at_day}决定不再受理，理由：{ground}。{way}"
            "有新的事实或者理由的，可以再次提出。",
            "Your petition is registered. {unit} decided on {at_day} that the matter is no longer accepted; reason: "
            "{ground}. {way} On new facts or reasons you may file again.",
        ),
    ),
    NoticeKind.GUIDED: Template(
        Wording("引导单", "Guidance slip"),
        Wording(
            "您的信访事项已登记，本单不是不予受理。{unit}于{at_day}告知：{ground}。{way}",
            "Your petition is registered; this is no refusal. {unit} tells you on {at_day}: {ground}. {way}",
        ),
    ),
    NoticeKind.PASSED_ON: Template(
        Wording("移送告知", "Notice of passing on"),
        Wording(
            "您的信访事项已登记。{unit}于{at_day}依法移送有关机关，理由：{ground}。{way}",
            "Your petition is registered. On {at_day} {unit} passed it on as the law says; reason: {ground}. {way}",
        ),
    ),
    NoticeKind.KEPT_ON_FILE: Template(
        Wording("存查告知", "Notice of keeping on file"),
        Wording(
            "您的信访事项已登记，{unit}于{at_day}决定存查，不再转送、交办。{way}",
            "Your petition is registered; on {at_day} {unit} decided to keep it on file. {way}",
        ),
    ),
    NoticeKind.ANSWERED: Template(
        Wording("直接回复", "Direct answer"),
        Wording(
            "您的信访事项已登记，{unit}于{at_day}直接回复，回复内容见“处置”。{way}",
            "Your petition is registered; {unit} answered it on {at_day}. The answer stands beside this. {way}",
        ),
    ),
    NoticeKind.JOINED_ANSWERED: Template(
        Wording("合并办理答复告知", "Notice of an answer to both"),
        Wording(
            "与本件合并办理的信访件（编号 {other}）于{at_day}：{answer}（{unit}）。请以该编号查询处理结果。",
            "Case {other}, handled together with this one, on {at_day}: {answer} ({unit}). Its own page shows the "
            "result.",
        ),
    ),
    NoticeKind.DISPOSITION_WITHDRAWN: Template(
        Wording("撤销处置告知", "Notice that a decision was withdrawn"),
        Wording(
            "{unit}已于{at_day}撤销此前的处置决定，您的信访事项将转送、交办有权处理的机关、单位。",
            "On {at_day} {unit} withdrew its earlier decision; your petition is sent to the competent unit.",
        ),
    ),
}


@dataclass(frozen=True)
class Notice:
    """One notice. `zh`/`en` are worded when it is made: a unit that is renamed later does not change it."""

    number: str
    kind: NoticeKind
    at: datetime
    unit: str
    round: int
    owed: bool
    zh: str
    en: str
    document_no: str | None = None
    until: date | None = None

    @property
    def title(self) -> Wording:
        return TEMPLATES[self.kind].title


def word(kind: NoticeKind, values: Mapping[str, Wording | object]) -> Wording:
    """The notice's text in both languages; a Wording among the values is taken in the language of the text."""
    template = TEMPLATES[kind].text
    zh = {name: value.zh if isinstance(value, Wording) else value for name, value in values.items()}
    en = {name: value.en if isinstance(value, Wording) else value for name, value in values.items()}
    return Wording(template.zh.format(**zh), template.en.format(**en))
