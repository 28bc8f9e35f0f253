"""From a paper as it is kept to what its print says: names for codes, days as they are written, the remedy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from string import Formatter

from petition_assignment.domain.handling_papers import BODIES
from petition_assignment.domain.mediators import names_of
from petition_assignment.domain.paper_form import To
from petition_assignment.domain.paper_forms import FORMS
from petition_assignment.domain.papers import PAPER_ZH, Paper, PaperKind
from petition_assignment.domain.register import Register
from petition_assignment.domain.review import LEVEL_ZH
from petition_assignment.domain.vocabulary import AgreementForm, FinalGround, ReviewLevel
from workdays import local_day

METHOD_ZH: dict[str, str] = {
    "direct": "直接送达",
    "left_in_place": "留置送达",
    "post": "邮寄送达",
    "electronic": "电子送达",
    "entrusted": "委托送达",
    "announcement": "公告送达",
}
LEVEL_OF_SETTLING_ZH: dict[str, str] = {"village": "村（社区）", "township": "乡镇", "county": "县级"}
GROUND_ZH: dict[str, str] = {
    FinalGround.RE_REVIEWED: "已作出复核意见并送达",
    FinalGround.NOT_REQUESTED_IN_TIME: "未在规定期限内请求复查、复核且无正当理由",
}
AGREEMENT_ZH: dict[str, str] = {AgreementForm.MEDIATION: "调解协议书", AgreementForm.RECONCILIATION: "和解协议书"}

HANDLING = "办理"
"""What is heard where it is no review."""
HEARD_IN_HANDLING, HEARD_IN_REVIEW = "第三十一条", "第三十六条"

BOTH_LEVELS = "复查（复核）"
RECEIPT_ROWS = ("受送达人", "送达文书", "文书编号", "送达方式", "送达日期", "受送达人签名", "送达人签名", "备注")
NO_LEVEL_ABOVE = "原办理机关、单位的上一级机关、单位"

_DATES = frozenset(
    {
        "due_on",
        "old_due_on",
        "delivered_on",
        "remedy_until",
        "agreed_on",
        "perform_by",
        "requested_on",
        "opened_on",
        "held_at",
        "held_on",
    }
)


@dataclass(frozen=True)
class PrintedPaper:
    """What a printed paper says; `slip` are the rows of a receipt or of signatures, under the title beside them."""

    title: str
    number: str | None
    addressee: str | None
    parts: tuple[tuple[str | None, str], ...]
    remedy: str | None
    slip_title: str
    slip: tuple[tuple[str, str], ...]
    unit: str
    day: date


def printed(paper: Paper, case_no: str, register: Register) -> PrintedPaper:
    """The paper with every code written out by the register in force; a code that is not on it stands as it is."""
    form, title = FORMS[paper.kind], title_of(paper)
    values = _values(paper, case_no, register)
    slip_title, slip = "签名", tuple((line, "") for line in form.signed_by)
    if form.receipt:
        known = {"送达文书": title, "文书编号": paper.number or ""}
        slip_title, slip = "送达回执", tuple((row, known.get(row, "")) for row in RECEIPT_ROWS)
    return PrintedPaper(
        title=title,
        number=paper.number,
        addressee=_addressee(form.to, values),
        parts=tuple(
            (heading and heading.format_map(values), sentence.format_map(values))
            for heading, sentence in form.parts
            if _has_all(sentence, values)
        ),
        remedy=_remedy(form.remedy, values, paper),
        slip_title=slip_title,
        slip=slip,
        unit=values["unit"],
        day=local_day(paper.at),
    )


def title_of(paper: Paper) -> str:
    """复查 or 复核, mediation or reconciliation: by what the paper is about."""
    if paper.kind is PaperKind.AGREEMENT:
        return AGREEMENT_ZH.get(paper.facts.get("form", ""), PAPER_ZH[paper.kind])
    return PAPER_ZH[paper.kind].replace(BOTH_LEVELS, paper.facts.get("level", BOTH_LEVELS))


def _values(paper: Paper, case_no: str, register: Register) -> dict[str, str]:
    values = {**paper.text, **paper.facts, "case_no": case_no, "unit": _unit(paper.unit, register)}
    if paper.number:
        values["number"] = paper.number
    for key in _DATES & values.keys():
        day = date.fromisoformat(values[key])
        values[key] = f"{day.year}年{day.month}月{day.day}日"
    for key in ("to_unit", "answering_unit", "suggested_unit", "other_unit", "competent_unit"):
        if key in values:
            values[f"{key}_name"] = _unit(values[key], register)
    for key in ("applicant", "approved_by", "person"):
        if key in values:
            person = register.person_or_none(values[key])
            values[f"{key}_name"] = person.name if person else values[key]
    if "mediators" in values:
        values["mediators_name"] = "、".join(names_of(register.mediators, values["mediators"].split(";")))
    for key, words in (("method", METHOD_ZH), ("level", LEVEL_OF_SETTLING_ZH), ("ground", GROUND_ZH)):
        if values.get(key) in words:
            values[f"{key}_zh"] = words[values[key]]
    if values.get("referred_to") in BODIES:
        values["referred_to_zh"] = BODIES[values["referred_to"]][0]
    values["stage"] = values.get("level", HANDLING)
    values["hearing_article"] = HEARD_IN_REVIEW if "level" in values else HEARD_IN_HANDLING
    values["above"] = _above(paper.unit, register)
    return values


def _remedy(sentences: tuple[str, ...], values: dict[str, str], paper: Paper) -> str | None:
    """A review can be asked to be re-reviewed; after a re-review there is no further remedy (第三十六条)."""
    if not sentences:
        return None
    last = paper.facts.get("level") == LEVEL_ZH[ReviewLevel.RE_REVIEW]
    return sentences[-1 if last else 0].format_map(values)


def _addressee(to: To, values: dict[str, str]) -> str | None:
    if to is To.UNIT:
        return values.get("to_unit_name")
    return {To.NOBODY: None, To.PETITIONER: "信访人", To.HEAD: "单位负责人"}[to]


def _has_all(sentence: str, values: dict[str, str]) -> bool:
    return all(values.get(name) for _, name, _, _ in Formatter().parse(sentence) if name)


def _unit(code: str, register: Register) -> str:
    return next((unit.name for unit in register.units if unit.code == code), code)


def _above(code: str, register: Register) -> str:
    """The body that reviews what this unit decides, by name; none on the register => as the law puts it."""
    superior = next((unit.superior for unit in register.units if unit.code == code), None)
    return _unit(superior, register) if superior else NO_LEVEL_ABOVE
