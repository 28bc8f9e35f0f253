"""What the papers of supervision say, made from what is on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from supervision_builders import (
    BUREAU,
    CASE_NO,
    DUE,
    HANDLER,
    LEADERSHIP,
    START,
    TOWNSHIP,
    UNITS,
    an_attempt,
    nobody_reached,
)

from petition_supervision.domain import printed_papers as printing
from petition_supervision.domain.answers import Method, Score
from petition_supervision.domain.follow_up import FollowUp
from petition_supervision.domain.ladder import Trigger, Verdict
from petition_supervision.domain.meetings import AgendaItem, Decision, Meeting, MeetingKind
from petition_supervision.domain.printed_papers import PrintedPaper, follow_up_records, minutes_of, papers_of_item
from petition_supervision.domain.supervision_item import Officer, SupervisionItem
from petition_supervision.domain.unit_tree import UnitTree

NAMED = UnitTree(
    {
        **UNITS.units,
        BUREAU: replace(UNITS.units[BUREAU], name="彭阳县信访局"),
        HANDLER: replace(UNITS.units[HANDLER], name="彭阳县住房和城乡建设局"),
    }
)
CHECKER, SIGNER, UNIT = Officer("P0018", BUREAU), Officer("P0017", BUREAU), Officer("P0100", HANDLER)
MEETING_NO = "county_joint:petition_bureau:2026-03-30"


def an_item(steps: int = 0, case_no: str | None = CASE_NO) -> SupervisionItem:
    item = SupervisionItem.open(
        "DB2026-0001", Trigger.EVASION_OR_DELAY, HANDLER, case_no, BUREAU, "P0018", "P0018", date(2026, 3, 10), START
    )
    papers = ((date(2026, 3, 20), None), (date(2026, 4, 20), MEETING_NO), (None, None))
    for number, (due_on, sign_off) in enumerate(papers[:steps], 1):
        item.reply(UNIT, "正在办理", START)
        item.check(CHECKER, Verdict.NOT_CARRIED_OUT, f"第{number}次查看未见整改", due_on, sign_off, START)
    return item


def signed() -> SupervisionItem:
    item = an_item(3)
    item.sign(SIGNER, "彭信建〔2026〕1号", "county_discipline", "集体访两次", date(2026, 4, 1), START)
    return item


def a_meeting(*decisions: Decision) -> Meeting:
    return Meeting(
        meeting_no=MEETING_NO,
        kind=MeetingKind.COUNTY_JOINT,
        unit=BUREAU,
        held_on=date(2026, 3, 30),
        period="2026-03",
        chair="县委副书记",
        attendees=["信访局", "住建局"],
        agenda=[AgendaItem.REPORTS_HEARD, AgendaItem.PROBLEMS_RESOLVED],
        minutes="研究供水管网改造。",
        decisions=list(decisions),
        recorded_by="P0018",
        recorded_at=START,
    )


def words(paper: PrintedPaper) -> str:
    return "\n".join([paper.title, paper.addressee or "", *(f"{heading or ''}{text}" for heading, text in paper.parts)])


@pytest.mark.parametrize(
    ("make", "titles"),
    [
        (lambda: an_item(), ["督办通知书"]),
        (lambda: an_item(1), ["督办通知书", "整改通知书"]),
        (lambda: an_item(2), ["督办通知书", "整改通知书", "通报"]),
        (lambda: an_item(3), ["督办通知书", "整改通知书", "通报"]),
        (signed, ["督办通知书", "整改通知书", "通报", "追究责任建议书"]),
    ],
)
def test_every_step_that_was_taken_has_its_paper_and_a_draft_has_none(
    make: Callable[[], SupervisionItem], titles: list[str]
):
    assert [paper.title for paper in papers_of_item(make(), NAMED)] == titles


@pytest.mark.parametrize(
    ("place", "addressee", "number", "sentences"),
    [
        (
            0,
            "彭阳县住房和城乡建设局",
            "DB2026-0001",
            ["推诿、敷衍、拖延", "第四十条", f"涉及信访事项编号：{CASE_NO}", "2026年3月10日以前"],
        ),
        (1, "彭阳县住房和城乡建设局", "DB2026-0001", ["责令限期整改", "第1次查看未见整改", "2026年3月20日以前"]),
        (
            2,
            None,
            "DB2026-0001",
            ["2026年3月30日县信访工作联席会议研究", "通报批评", "第三十九条", "2026年4月20日以前"],
        ),
        (
            3,
            "county_discipline",
            "彭信建〔2026〕1号",
            ["追究责任", "集体访两次", "2026年4月1日以前", "书面反馈采纳情况"],
        ),
    ],
)
def test_a_paper_of_an_item_says_what_the_law_and_the_ladder_ask_for(
    place: int, addressee: str | None, number: str, sentences: list[str]
):
    paper = papers_of_item(signed(), NAMED)[place]
    assert (paper.addressee, paper.number, paper.unit) == (addressee, number, "彭阳县信访局")
    assert [sentence for sentence in sentences if sentence not in words(paper)] == []


def test_the_notice_keeps_its_own_day_when_later_steps_have_others():
    first, later = papers_of_item(an_item(), NAMED)[0], papers_of_item(an_item(2), NAMED)[0]
    assert first == later


def test_an_item_opened_before_its_first_day_was_kept_has_a_notice_without_one():
    item = an_item(1)
    item.first_due_on = None
    assert "3月20日" not in words(papers_of_item(item, NAMED)[0])


def test_an_item_about_a_unit_alone_names_no_case():
    assert "涉及信访事项" not in words(papers_of_item(an_item(case_no=None), NAMED)[0])


def test_the_minutes_name_who_was_there_and_what_was_decided():
    paper = minutes_of(
        a_meeting(
            Decision(1, "改造管网", HANDLER, date(2026, 5, 1), CASE_NO),
            Decision(2, "走访群众", TOWNSHIP, date(2026, 4, 9)),
        ),
        NAMED,
    )
    assert (paper.title, paper.unit, paper.day) == ("县信访工作联席会议纪要", "彭阳县信访局", date(2026, 3, 30))
    said = words(paper)
    for sentence in (
        "主持：县委副书记",
        "参加：信访局、住建局",
        "听取工作汇报；研究解决突出信访问题。",
        f"1. 改造管网（信访事项编号：{CASE_NO}），由彭阳县住房和城乡建设局负责，2026年5月1日以前完成。",
        f"2. 走访群众，由{TOWNSHIP}负责，2026年4月9日以前完成。",
    ):
        assert sentence in said


def test_minutes_without_a_decision_have_no_heading_for_one():
    assert "议定事项" not in words(minutes_of(a_meeting(), NAMED))


def a_follow_up(*attempts: object) -> FollowUp:
    follow_up = FollowUp.after(1, HANDLER, DUE, 15)
    follow_up.attempts.extend(attempts)  # type: ignore[arg-type]
    return follow_up


def test_a_follow_up_record_shows_every_try_with_its_answer():
    (paper,) = follow_up_records(
        CASE_NO, [a_follow_up(nobody_reached(), an_attempt(Score.DISSATISFIED, promise_kept=False))], NAMED, True
    )
    said = words(paper)
    for sentence in ("未能联系到信访人", "评价：不满意", "处理意见未落实", "信访人反映：答复的事项没有落实"):
        assert sentence in said
    assert paper.paper_no == f"{CASE_NO}/follow_up_record-1"


def test_the_petitioners_own_words_are_not_printed_for_the_unit_that_handled_the_case():
    (paper,) = follow_up_records(CASE_NO, [a_follow_up(an_attempt(Score.DISSATISFIED))], NAMED, with_reasons=False)
    assert "评价：不满意" in words(paper)
    assert "信访人反映" not in words(paper)


def test_a_follow_up_nobody_has_tried_yet_has_no_record():
    assert follow_up_records(CASE_NO, [a_follow_up()], NAMED, True) == []


def test_every_word_of_the_lists_has_its_chinese():
    assert set(printing.TRIGGER_ZH) == set(Trigger)
    assert set(printing.MEETING_ZH) == set(MeetingKind)
    assert set(printing.AGENDA_ZH) == set(AgendaItem)
    assert set(printing.METHOD_ZH) == set(Method)
    assert set(printing.SCORE_ZH) == set(Score)
    assert set(printing.PAPER_ZH) == set(printing.PaperKind)


def test_where_the_register_gives_no_name_the_code_stands():
    assert papers_of_item(an_item(), UNITS)[0].addressee == HANDLER
    assert LEADERSHIP not in words(papers_of_item(an_item(), UNITS)[0])
