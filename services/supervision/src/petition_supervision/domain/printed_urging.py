"""催办通知书 and the 通报 that may follow it in print."""

from __future__ import annotations

from datetime import timedelta

from petition_supervision.domain.clock_kinds import KINDS
from petition_supervision.domain.printed_papers import (
    PAPER_ZH,
    PaperKind,
    Parts,
    PrintedPaper,
    joint_meeting,
    written_day,
)
from petition_supervision.domain.unit_tree import UnitTree
from petition_supervision.domain.urging import Criticism, Urging
from workdays import local_day

AN_INSTANT = timedelta(milliseconds=1)


def papers_of_urging(urging: Urging, units: UnitTree) -> list[PrintedPaper]:
    """The notice, and the criticism once a named person has issued it; one that is only suggested has no paper."""
    notice = _paper(urging, PaperKind.URGING_NOTICE, urging.urging_no, _notice(urging, units), units)
    if urging.criticism is None:
        return [notice]
    parts = _criticism(urging, urging.criticism, units)
    return [notice, _paper(urging, PaperKind.CRITICISM_NOTICE, urging.criticism.document_no, parts, units)]


def _notice(urging: Urging, units: UnitTree) -> Parts:
    return (
        (None, f"信访事项（编号：{urging.case_no}）{_duty(urging)}已于{_last_day(urging)}届满，你单位尚未办理。"),
        (None, "按照《信访工作条例》第四十条的规定，现予催办。请立即办理，并书面回复办理情况。"),
        (None, f"抄送：{units.name_of(urging.copied_to)}"),
    )


def _criticism(urging: Urging, criticism: Criticism, units: UnitTree) -> Parts:
    issued_on = written_day(local_day(urging.issued_at))
    return (
        (
            None,
            f"{units.name_of(urging.unit)}承办的信访事项（编号：{urging.case_no}）{_duty(urging)}已于"
            f"{_last_day(urging)}届满，{issued_on}催办（{urging.urging_no}）后仍未办理。"
            f"经{joint_meeting(criticism.sign_off)}研究，决定予以通报批评（《信访工作条例》第三十九条）。",
        ),
        (None, f"请于{written_day(criticism.due_on)}以前（含当日）办理到位，各单位要引以为戒。"),
    )


def _paper(urging: Urging, kind: PaperKind, number: str, parts: Parts, units: UnitTree) -> PrintedPaper:
    to_all = kind is PaperKind.CRITICISM_NOTICE
    day = urging.criticism.at if to_all and urging.criticism else urging.issued_at
    return PrintedPaper(
        paper_no=f"{urging.urging_no}/{kind}",
        kind=kind,
        title=PAPER_ZH[kind],
        number=number,
        addressee=None if to_all else units.name_of(urging.unit),
        parts=parts,
        unit=units.name_of(urging.issuer),
        day=local_day(day),
    )


def _duty(urging: Urging) -> str:
    known = KINDS.get(urging.kind)
    return f"“{known.zh}”期限（{known.article}）" if known else "办理期限"


def _last_day(urging: Urging) -> str:
    """`due_at` is the first instant too late."""
    return written_day(local_day(urging.due_at - AN_INSTANT))
