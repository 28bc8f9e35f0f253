"""What the printed papers say: every kind, its title, whom it addresses, its remedy; and what none of them says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from assignment_beside import a_mediated_agreement, mediated
from assignment_beside_papers import WRITTEN_BESIDE
from assignment_register import COUNTY, a_register, with_other
from assignment_review import ReviewWorld, with_a_city_above
from assignment_world import (
    CASE,
    World,
    a_completion,
    a_declining,
    a_notice_delivery,
    a_report,
    a_return,
    a_routing,
    an_agreement,
    an_extension,
    an_interview,
    an_objection,
    on,
)

from petition_assignment.domain import commands as asked
from petition_assignment.domain.paper_forms import FORMS
from petition_assignment.domain.paper_printing import NO_LEVEL_ABOVE, PrintedPaper, printed
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.vocabulary import AgreementForm, Mode, Outcome, ReviewOutcome

ASSIGNED = a_routing(mode=Mode.ASSIGN, feedback_due_on=date(2026, 5, 6))


def print_of(world: World, kind: PaperKind) -> PrintedPaper:
    paper = next(paper for paper in reversed(world.papers) if paper.kind is kind)
    return printed(paper, CASE, world.register)


def words(paper: PrintedPaper) -> str:
    said = [paper.title, paper.addressee or "", *(f"{heading or ''}{text}" for heading, text in paper.parts)]
    return "\n".join([*said, paper.remedy or ""])


def ended_by_lateness() -> World:
    settings = {"end_when_review_not_requested": True}
    world = ReviewWorld(a_register(**with_a_city_above(), county={**COUNTY, "settings": settings}))
    return world.requested(at=on("2026-04-10")).declined_by_the_county("late")


WRITTEN: list[tuple[PaperKind, Callable[[], World], str, str | None, str]] = [
    *WRITTEN_BESIDE,
    (PaperKind.ROUTING_NOTE, lambda: World().routed(), "转办单", "彭阳县水务局", "责任目录规则：R1"),
    (
        PaperKind.ROUTING_NOTE,
        lambda: World().routed(a_routing(unit="dept_housing", override_reason="管网随小区改造")),
        "转办单",
        "彭阳县住房和城乡建设局",
        "未按责任目录转办的理由管网随小区改造",
    ),
    (PaperKind.ASSIGNMENT_LETTER, lambda: World().routed(ASSIGNED), "交办函", "彭阳县水务局", "2026年5月6日以前"),
    (
        PaperKind.OBJECTION,
        lambda: World().routed().do(an_objection(suggested_unit="township_caomiao"), "water_handler"),
        "异议书",
        "彭阳县信访局",
        "建议承办单位草庙乡人民政府",
    ),
    (
        PaperKind.OBJECTION_DECISION,
        lambda: World().objected().do(asked.DecideObjection(True, "情况属实"), "dispatcher"),
        "异议核实意见",
        "彭阳县水务局",
        "同意退回",
    ),
    (PaperKind.ACCEPTANCE_NOTICE, lambda: World().accepted(), "受理告知书", "信访人", "2026年5月6日以前（含当日）"),
    (
        PaperKind.DECLINE_NOTICE,
        lambda: World().declined(),
        "不予受理告知书",
        "信访人",
        "不属于本机关、单位职权范围。属法院管辖",
    ),
    (
        PaperKind.NO_LONGER_ACCEPTED_NOTICE,
        lambda: World().signed().do(a_declining(reason_code="N6", text="三级意见均已送达"), "water_handler"),
        "不再受理告知书",
        "信访人",
        "决定不再受理",
    ),
    (
        PaperKind.EXTENSION_APPLICATION,
        lambda: World().in_handling().do(an_extension(), "water_head"),
        "延期办理申请书",
        "单位负责人",
        "至2026年5月6日届满。因情况复杂，申请延长30日，至2026年6月1日",
    ),
    (
        PaperKind.EXTENSION_NOTICE,
        lambda: World().in_handling().do(an_extension(), "water_head"),
        "延期告知书",
        "信访人",
        "需鉴定、评估。需鉴定水质",
    ),
    (
        PaperKind.AGREEMENT,
        lambda: mediated(World().accepted()).do(a_mediated_agreement(perform_by=date(2026, 3, 5)), "water_handler"),
        "调解协议书",
        None,
        "履行期限2026年3月5日",
    ),
    (
        PaperKind.AGREEMENT,
        lambda: World().accepted().do(an_agreement(form=AgreementForm.RECONCILIATION), "water_handler"),
        "和解协议书",
        None,
        "水务局三日内接通",
    ),
    (
        PaperKind.INTERVIEW_RECORD,
        lambda: World().accepted().do(an_interview(), "water_handler"),
        "调查笔录",
        None,
        "被调查人：村民小组长",
    ),
    (
        PaperKind.INVESTIGATION_REPORT,
        lambda: World().accepted().do(a_report(), "water_handler"),
        "调查报告",
        None,
        "二、调查结论反映情况属实。",
    ),
    (PaperKind.OPINION, lambda: World().opinion_issued(), "信访处理意见书", "信访人", "三、处理意见支持。十日内修复"),
    (PaperKind.DELIVERY_RECEIPT, lambda: World().delivered(), "送达回执", None, "最后一日：2026年4月1日"),
    (
        PaperKind.NOTICE_RECEIPT,
        lambda: World().accepted().do(a_notice_delivery(), "water_signer"),
        "告知书送达回执",
        None,
        "送达文书：受理告知书",
    ),
    (
        PaperKind.COMPLETION_REPORT,
        lambda: (
            World()
            .delivered(command=ASSIGNED)
            .do(a_completion(report_no="报告1号", report="水已接通，群众满意。"), "water_handler")
        ),
        "办结报告",
        "彭阳县信访局",
        "办理情况水已接通，群众满意。",
    ),
    (
        PaperKind.COMPLETION_REPORT,
        lambda: World().delivered(command=ASSIGNED).do(a_completion(report_no="报告1号"), "water_handler"),
        "办结报告",
        "彭阳县信访局",
        "已于2026年3月2日送达信访人，送达回执编号回执1号",
    ),
    (
        PaperKind.RETURN_NOTE,
        lambda: World().completed().do(a_return(), "dispatcher"),
        "退回重办意见",
        "彭阳县水务局",
        "请于2026年3月20日以前",
    ),
    (
        PaperKind.REVIEW_ACCEPTANCE_NOTICE,
        lambda: ReviewWorld().taken_up(),
        "复查受理告知书",
        "信访人",
        "2026年3月10日就信访事项",
    ),
    (
        PaperKind.REVIEW_DECLINE_NOTICE,
        lambda: ReviewWorld().requested().declined_by_the_county("other_procedure"),
        "复查不予受理告知书",
        "信访人",
        "应通过其他法定途径救济",
    ),
    (
        PaperKind.HEARING_NOTICE,
        lambda: ReviewWorld().re_review_heard(),
        "听证通知书",
        "信访人",
        "时间2026年3月24日",
    ),
    (PaperKind.HEARING_RECORD, lambda: ReviewWorld().re_review_heard(), "听证笔录", None, "双方陈述完毕"),
    (
        PaperKind.REVIEW_OPINION,
        lambda: ReviewWorld().reviewed(),
        "复查意见书",
        "信访人",
        "维持彭阳县水务局的处理意见",
    ),
    (
        PaperKind.REVIEW_OPINION,
        lambda: ReviewWorld().reviewed(outcome=ReviewOutcome.CHANGED, changed_to=Outcome.EXPLAIN),
        "复查意见书",
        "信访人",
        "变更后的结论：解释说明",
    ),
    (PaperKind.REVIEW_OPINION, lambda: ReviewWorld().made_final(), "复核意见书", "信访人", "不再受理"),
    (PaperKind.REVIEW_DELIVERY_RECEIPT, lambda: ReviewWorld().reviewed(), "复查意见书送达回执", None, "请求复核的最后"),
    (PaperKind.FINALITY_NOTICE, lambda: ReviewWorld().made_final(), "终结通知书", "信访人", "已作出复核意见并送达"),
    (PaperKind.FINALITY_NOTICE, ended_by_lateness, "终结通知书", "信访人", "未在规定期限内请求复查"),
    (
        PaperKind.REOPENING_NOTE,
        lambda: ReviewWorld().made_final().reopened(),
        "新的事实和理由比对记录",
        None,
        "新发现的竣工验收记录",
    ),
]


@pytest.mark.parametrize(
    ("kind", "make", "title", "addressee", "sentence"), WRITTEN, ids=[f"{row[0]}-{row[4][:8]}" for row in WRITTEN]
)
def test_a_paper_is_printed_with_its_title_its_addressee_and_what_it_has_to_say(
    kind: PaperKind, make: Callable[[], World], title: str, addressee: str | None, sentence: str
):
    paper = print_of(make(), kind)
    assert (paper.title, paper.addressee) == (title, addressee)
    assert sentence in words(paper)
    assert CASE in words(paper) or kind is PaperKind.OBJECTION_DECISION
    assert "{" not in words(paper)


def test_every_kind_of_paper_has_a_form_and_a_row_above():
    assert set(FORMS) == set(PaperKind) == {row[0] for row in WRITTEN}


@pytest.mark.parametrize(
    ("kind", "make"),
    [row[:2] for row in WRITTEN if row[0] is not PaperKind.REFERRAL],
    ids=[f"{row[0]}-{row[4][:8]}" for row in WRITTEN if row[0] is not PaperKind.REFERRAL],
)
def test_no_paper_promises_a_court(kind: PaperKind, make: Callable[[], World]):
    """Only a letter of referral names a court, as the body that the matter is passed on to."""
    said = words(print_of(make(), kind))
    assert not [word for word in ("诉讼", "起诉", "人民法院", "行政复议") if word in said]


def test_an_opinion_names_the_remedy_the_body_and_the_thirty_days():
    paper = print_of(World().opinion_issued(), PaperKind.OPINION)
    assert paper.remedy == (
        "如不服本处理意见，可以自收到本意见书之日起30日内，向县级领导请求复查（《信访工作条例》第三十五条）。"
    )


def test_without_a_body_above_on_the_register_the_remedy_speaks_as_the_law_does():
    paper = next(paper for paper in World().opinion_issued().papers if paper.kind is PaperKind.OPINION)
    alone = a_register(**with_other("units", "department,,county_leadership,dept_water", "department,,,dept_water"))
    remedy = printed(paper, CASE, alone).remedy
    assert remedy is not None and f"向{NO_LEVEL_ABOVE}请求复查" in remedy


@pytest.mark.parametrize(
    ("make", "part"),
    [(lambda: ReviewWorld().reviewed(), "向固原市人民政府请求复核"), (lambda: ReviewWorld().made_final(), "不再受理")],
)
def test_a_review_names_the_re_review_and_a_re_review_that_it_is_the_last_word(make: Callable[[], World], part: str):
    remedy = print_of(make(), PaperKind.REVIEW_OPINION).remedy
    assert remedy is not None and part in remedy


@pytest.mark.parametrize(
    ("kind", "make", "receipt"),
    [
        (PaperKind.ACCEPTANCE_NOTICE, lambda: World().accepted(), True),
        (PaperKind.OPINION, lambda: World().opinion_issued(), True),
        (PaperKind.FINALITY_NOTICE, lambda: ReviewWorld().made_final(), True),
        (PaperKind.ROUTING_NOTE, lambda: World().routed(), False),
    ],
)
def test_what_goes_to_the_petitioner_has_a_receipt_with_its_number(
    kind: PaperKind, make: Callable[[], World], receipt: bool
):
    paper = print_of(make(), kind)
    assert (paper.slip_title == "送达回执") is receipt
    assert dict(paper.slip).get("文书编号", paper.number or "") == (paper.number or "")


def test_an_agreement_has_a_line_for_each_signature():
    paper = print_of(World().accepted().do(an_agreement(), "water_handler"), PaperKind.AGREEMENT)
    assert [name for name, _ in paper.slip] == ["信访人（签名）", "对方当事人（签名）", "主持人（签名）"]


@pytest.mark.parametrize("command", [a_routing(), ASSIGNED])
def test_every_transfer_and_every_assignment_has_its_paper_also_the_second_time(command: asked.RouteCase):
    world = World().routed(command).do(an_objection(), "water_signer")
    world.do(asked.DecideObjection(True, "同意"), "dispatcher")
    world.do(a_routing(unit="dept_housing", override_reason="改由住建承办"), "dispatcher")
    kinds = [
        paper.kind for paper in world.papers if paper.kind in (PaperKind.ROUTING_NOTE, PaperKind.ASSIGNMENT_LETTER)
    ]
    assert len(kinds) == 2


def test_a_paper_kept_before_facts_were_kept_with_it_is_still_printed():
    world = World().opinion_issued()
    paper = next(paper for paper in world.papers if paper.kind is PaperKind.OPINION)
    paper.facts.clear()
    said = words(printed(paper, CASE, world.register))
    assert "管网冻裂属实" in said and "{" not in said


def test_a_county_that_uses_the_missed_review_prints_that_reason_too():
    world = World(a_register(county={**COUNTY, "settings": {"end_when_review_not_requested": True}})).signed()
    world.do(a_declining(reason_code="N7"), "water_handler")
    assert "未在规定期限内请求复查、复核且无正当理由。属法院管辖" in words(print_of(world, PaperKind.DECLINE_NOTICE))


def test_a_hearing_that_is_no_review_is_called_for_as_one_of_the_handling():
    notice = next(p for p in ReviewWorld().re_review_heard().papers if p.kind is PaperKind.HEARING_NOTICE)
    first_handling = replace(notice, facts={"held_at": "2026-03-24"})
    assert "的办理举行听证，请你（们）参加（《信访工作条例》第三十一条）" in words(
        printed(first_handling, CASE, World().register)
    )
