"""Proposals to improve work and policies: made in writing, answered in writing, once, by a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from supervision_builders import BUREAU, CASE_NO, HANDLER, LEADERSHIP, START, TOWNSHIP, UNITS, a_case
from supervision_fakes import FakeWork, NotKept

from petition_supervision.application import proposing
from petition_supervision.application.reading import check_proposal
from petition_supervision.domain.county_settings import CountySettings
from petition_supervision.domain.errors import Refused, UnitUnknown
from petition_supervision.domain.ladder import Adoption
from petition_supervision.domain.ladder_errors import AdoptionReasonRequired
from petition_supervision.domain.printed_proposal import KIND_OF, proposal_in_print
from petition_supervision.domain.proposal import Proposal
from petition_supervision.domain.proposal_errors import NotYourProposal, OwnUnitAddressed, ProposalAnsweredBefore
from petition_supervision.domain.proposal_events import ProposalAnswered, ProposalMade
from petition_supervision.domain.proposal_kinds import PROPOSAL_ZH, ProposalKind
from petition_supervision.domain.supervision_item import Officer
from petition_supervision.domain.unit_tree import UnitTree
from workdays import end_of_day

HEAD, UNIT, STRANGER = Officer("P0017", BUREAU), Officer("P0100", HANDLER), Officer("P0200", TOWNSHIP)
LAST_DAY = date(2026, 4, 1)
"""30 days after 2 March 2026, that day not counted."""


def made(work: FakeWork, kind: ProposalKind = ProposalKind.IMPROVE_WORK, **changes: object) -> Proposal:
    usual: dict[str, object] = {
        "addressee": HANDLER,
        "document_no": "彭信建〔2026〕2号",
        "grounds": "同一小区一年内反映五次。",
        "proposal": "建立维修台账。",
        "case_no": None,
    }
    return proposing.make_proposal(work, HEAD, kind, **{**usual, **changes})


def answered(
    work: FakeWork, officer: Officer = UNIT, adoption: Adoption = Adoption.ADOPTED, reason: str | None = None
) -> Proposal:
    return proposing.answer_proposal(work, officer, "JY2026-0001", adoption, reason)


def test_a_proposal_is_numbered_told_without_its_words_and_due_in_thirty_days():
    work = FakeWork()
    proposal = made(work, ProposalKind.IMPROVE_POLICY)
    assert (proposal.proposal_no, proposal.feedback_due_on, proposal.answered) == ("JY2026-0001", LAST_DAY, False)
    assert work.proposals.published == [
        ProposalMade(ProposalKind.IMPROVE_POLICY, HANDLER, BUREAU, "彭信建〔2026〕2号", None, "P0017", START, LAST_DAY)
    ]
    assert made(work).proposal_no == "JY2026-0002"


def test_the_days_to_answer_are_the_countys():
    work = FakeWork()
    work.settings = replace(work.settings, proposal_feedback_days=15)
    assert made(work).feedback_due_on == date(2026, 3, 17)


@pytest.mark.parametrize(("rolls", "last_day"), [(True, date(2026, 3, 16)), (False, date(2026, 3, 14))])
def test_a_last_day_on_a_saturday_rolls_unless_the_county_counts_otherwise(rolls: bool, last_day: date):
    """《民法典》第二百零三条: 14 March 2026 is a Saturday."""
    work = FakeWork()
    work.settings = replace(work.settings, proposal_feedback_days=12)
    work.county.replace(CountySettings(days_roll=rolls))
    assert made(work).feedback_due_on == last_day


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [({"addressee": "dept_moon"}, UnitUnknown), ({"addressee": BUREAU}, OwnUnitAddressed), ({"case_no": "1"}, NotKept)],
)
def test_it_is_addressed_to_another_unit_of_the_register_about_a_case_that_is_known(
    changes: dict[str, str], refusal: type[Exception]
):
    work = FakeWork()
    with pytest.raises(refusal):
        made(work, **changes)
    assert work.proposals.kept == {}


def test_it_may_name_the_case_it_arose_from():
    work = FakeWork()
    work.cases.save(a_case())
    assert made(work, case_no=CASE_NO).case_no == CASE_NO


@pytest.mark.parametrize(
    ("now", "late"), [(end_of_day(LAST_DAY) - timedelta(milliseconds=1), False), (end_of_day(LAST_DAY), True)]
)
def test_an_answer_is_late_after_the_end_of_its_day(now: datetime, late: bool):
    work = FakeWork()
    made(work)
    work.now = now
    proposal = work.proposals.require("JY2026-0001")
    assert proposal.is_late(now) is late
    answer = answered(work).answer
    assert answer is not None and answer.late is late
    assert work.proposals.published[-1] == ProposalAnswered(
        ProposalKind.IMPROVE_WORK, HANDLER, Adoption.ADOPTED, "P0100", now, late
    )


@pytest.mark.parametrize(
    ("adoption", "reason", "allowed"),
    [
        (Adoption.ADOPTED, None, True),
        (Adoption.PARTLY_ADOPTED, "经费本年不足", True),
        (Adoption.PARTLY_ADOPTED, None, False),
        (Adoption.NOT_ADOPTED, "  ", False),
        (Adoption.NOT_ADOPTED, "与上级政策不符", True),
    ],
)
def test_whoever_does_not_adopt_it_says_why(adoption: Adoption, reason: str | None, allowed: bool):
    work = FakeWork()
    made(work)
    if allowed:
        assert answered(work, adoption=adoption, reason=reason).answered
    else:
        with pytest.raises(AdoptionReasonRequired):
            answered(work, adoption=adoption, reason=reason)
        assert not work.proposals.require("JY2026-0001").answered


OPEN: Callable[[FakeWork], object] = made


def closed(work: FakeWork) -> None:
    made(work)
    answered(work)


@pytest.mark.parametrize(
    ("state", "officer", "refusal"),
    [
        (OPEN, UNIT, None),
        (OPEN, HEAD, None),
        (OPEN, STRANGER, NotYourProposal),
        (closed, UNIT, ProposalAnsweredBefore),
        (closed, HEAD, ProposalAnsweredBefore),
        (closed, STRANGER, NotYourProposal),
    ],
)
def test_an_answer_in_every_state_by_everybody(
    state: Callable[[FakeWork], object], officer: Officer, refusal: type[Refused] | None
):
    work = FakeWork()
    state(work)
    before = work.proposals.require("JY2026-0001")
    if refusal is None:
        assert answered(work, officer).version == before.version + 1
    else:
        with pytest.raises(refusal):
            answered(work, officer)
        assert work.proposals.require("JY2026-0001") == before


@pytest.mark.parametrize(("reader", "may"), [(HANDLER, True), (BUREAU, True), (LEADERSHIP, True), (TOWNSHIP, False)])
def test_it_is_read_by_both_sides_and_those_who_oversee(reader: str, may: bool):
    proposal = made(FakeWork())
    if may:
        check_proposal(UNITS, reader, proposal)
    else:
        with pytest.raises(NotYourProposal):
            check_proposal(UNITS, reader, proposal)


@pytest.mark.parametrize("kind", list(ProposalKind))
def test_it_is_printed_for_its_addressee_with_the_day_of_the_answer(kind: ProposalKind):
    units = UnitTree({**UNITS.units, HANDLER: replace(UNITS.units[HANDLER], name="彭阳县住房和城乡建设局")})
    work = FakeWork()
    work.cases.save(a_case())
    paper = proposal_in_print(made(work, kind, case_no=CASE_NO), units)
    assert (paper.title, paper.number) == (PROPOSAL_ZH[kind], "彭信建〔2026〕2号")
    assert paper.addressee == "彭阳县住房和城乡建设局"
    said = "".join(f"{heading or ''}{text}" for heading, text in paper.parts)
    for sentence in ("同一小区一年内反映五次。", "建立维修台账。", "2026年4月1日以前", "第四十条", CASE_NO):
        assert sentence in said
    assert set(KIND_OF) == set(ProposalKind)
