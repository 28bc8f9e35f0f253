"""业务智能辅助: a category suggested from the words, a draft from the case. A person decides each time."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from petition_intake.application.access import open_case, open_own_registration
from petition_intake.application.ports import Files, Office, Registers
from petition_intake.application.veiling import veil_of
from petition_intake.domain.category_suggestion import suggest_categories
from petition_intake.domain.drafts import PAPER_WORDING, DraftPaper, draft
from petition_intake.domain.errors import NotYourCase
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.vocabulary import ReclassifyReason
from petition_intake.domain.wording import Wording

ADVICE = Wording("系统仅作提示，内容分类由工作人员选择。", "This is a hint; an officer chooses the category.")
DRAFT_ADVICE = Wording(
    "草稿仅供参考，未保存、未发出；请核对内容，补齐【】中的部分，由承办单位审定签发。",
    "A draft for reference, stored and sent nowhere: check it, fill in what stands between 【 and 】, have it signed.",
)


def suggest_category(registers: Registers, request: str, facts: str, reasons: str) -> dict[str, Any]:
    """Categories for a text that is about to be registered; the text is not kept."""
    hints = suggest_categories(f"{request}{facts}{reasons}", registers.current().category_words)
    return {"items": [asdict(hint) for hint in hints], "advice": ADVICE._asdict()}


def decide_suggested_category(
    files: Files,
    office: Office,
    officer: Officer,
    case_no: str,
    category: str,
    taken: bool,
    reason_code: ReclassifyReason,
    expected_version: int | None,
    now: datetime,
) -> Petition:
    """Record whether a suggestion was taken; taken and not yet in force, the petition is reclassified with it.

    Refusals as in `decided` and, when it is reclassified, as in `Petition.reclassify`.
    """
    register = office.registers.current()
    petition, progress = open_own_registration(files, register, officer, case_no, expected_version)
    hints = suggest_categories(f"{petition.request}{petition.facts}{petition.reasons}", register.category_words)
    petition.decide_suggestion(hints, category, taken, officer, now)
    if taken and category != petition.category:
        register.check_category(category)
        petition.reclassify(petition.purpose, category, petition.place, reason_code, officer, progress.state, now)
        progress.reclassified(petition)
        files.progress.save(progress)
    files.petitions.save(petition)
    return petition


def draft_paper(
    files: Files, registers: Registers, officer: Officer, case_no: str, paper: DraftPaper
) -> dict[str, Any]:
    """A draft for the unit that has the case; any other => NotYourCase. Other refusals as in `draft`."""
    register = registers.current()
    petition, progress = open_case(files, register, officer, case_no)
    if progress.unit not in (None, officer.unit):
        raise NotYourCase("case_no", unit=officer.unit)
    return {
        "case_no": case_no,
        "paper": PAPER_WORDING[paper].to_wire(paper.value),
        "text": draft(paper, petition, progress, register, veil_of(files.people.get(case_no), petition.secrecy_asked)),
        "advice": DRAFT_ADVICE._asdict(),
    }
