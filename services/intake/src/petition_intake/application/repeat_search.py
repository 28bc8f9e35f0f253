"""筛重: showing a person which earlier petitions may be the same matter."""

from __future__ import annotations

from typing import Any

from petition_intake.application.access import open_own_registration
from petition_intake.application.ports import Archive, Files, Registers
from petition_intake.domain.errors import CaseUnknown
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import unit_wording
from petition_intake.domain.repeats import Candidate, suggest
from petition_intake.domain.wording import Wording

MEANING = {
    (True, True): Wording("同人同事，疑似重复信访", "same person and similar matter: perhaps a repeated petition"),
    (True, False): Wording("同人，事项不同", "same person, another matter"),
    (False, True): Wording("事项相似，人不同", "similar matter, another person"),
}
ADVICE = Wording("系统仅作提示，是否重复由工作人员核对后认定。", "This is a hint; an officer compares and decides.")


FINAL = Wording(
    "该事项已终结。仍然以同一事实和理由提出的不再受理，有新的事实和理由的应当办理；由工作人员比对后决定。",
    "This matter is final. The same facts and reasons are no longer accepted, new ones are; an officer compares.",
)


def suggest_repeats(
    files: Files, archive: Archive, registers: Registers, officer: Officer, case_no: str
) -> dict[str, Any]:
    """Earlier petitions worth comparing, each with its score explained. Nothing is decided here."""
    register = registers.current()
    open_own_registration(files, register, officer, case_no)
    matter = archive.matter(case_no)
    if matter is None:
        raise CaseUnknown("case_no", case_no=case_no)
    found = suggest(matter, archive.matters_to_compare(matter))
    return {
        "case_no": case_no,
        "candidates": [
            {
                **_shown(candidate),
                "registered_by_unit": unit_wording(register, candidate.matter.registered_by_unit),
                "final": _final(files, candidate),
            }
            for candidate in found
        ],
        "advice": ADVICE._asdict(),
    }


def _final(files: Files, candidate: Candidate) -> dict[str, str] | None:
    """第三十六条第三款: the reference of a matter that is final already; a person compares the facts."""
    progress = files.progress.get(candidate.matter.case_no)
    if progress is None or progress.final_no is None:
        return None
    return {"reference_no": progress.final_no, **FINAL._asdict()}


def _shown(candidate: Candidate) -> dict[str, Any]:
    return {
        "case_no": candidate.matter.case_no,
        "received_at": candidate.matter.received_at,
        "category": candidate.matter.category,
        "score": candidate.score,
        "same_person": candidate.same_person,
        "similar_matter": candidate.same_matter,
        "similarity": round(candidate.similarity, 3),
        "meaning": MEANING[candidate.same_person, candidate.same_matter]._asdict(),
        "reasons": [{"points": point.points, **point.wording.to_wire(point.code)} for point in candidate.reasons],
    }
