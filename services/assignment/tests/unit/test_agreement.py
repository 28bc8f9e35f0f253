"""第三十三条: an agreement of both parties, of their own free will, in writing; the terms stay with the case."""

from datetime import date

import pytest
from assignment_beside import a_hearing_record, a_mediated_agreement, hearing_called, mediated
from assignment_world import World, a_completion, a_delivery, a_return, an_agreement, an_opinion, on

from petition_assignment.domain import agreement_errors, errors, events
from petition_assignment.domain import commands as asked
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import AgreementForm


def test_an_agreement_is_a_paper_and_its_terms_are_not_told():
    world = mediated(World().in_handling())
    world.do(a_mediated_agreement(perform_by=date(2026, 3, 10)), "water_handler")
    told = world.events[-1]
    assert isinstance(told, events.AgreementRecorded)
    assert (told.form, told.agreed_on, told.perform_by, told.document_no, told.round) == (
        AgreementForm.MEDIATION,
        date(2026, 3, 2),
        date(2026, 3, 10),
        "调字〔2026〕1号",
        1,
    )
    assert "terms" not in vars(told)
    paper = world.papers[-1]
    assert (paper.kind, paper.number, paper.text) == (
        PaperKind.AGREEMENT,
        "调字〔2026〕1号",
        {"terms": "水务局三日内接通，赔付误工费"},
    )


def test_the_opinion_still_follows_and_its_sixty_days_run_on():
    world = World().in_handling()
    before = world.clock("K5").due_at
    world.do(an_agreement(), "water_handler")
    assert (world.case.state, world.clock("K5").due_at) == (State.IN_HANDLING, before)
    assert world.do(an_opinion(), "water_handler").case.state is State.OPINION_ISSUED


@pytest.mark.parametrize("party", ["petitioner_consents", "other_party_consents"])
def test_without_the_consent_of_both_there_is_no_agreement(party: str):
    world = World().accepted()
    with pytest.raises(agreement_errors.BothMustConsent) as refused:
        world.do(an_agreement(**{party: False}), "water_handler")
    assert refused.value.field == party
    assert world.case.agreements == []


@pytest.mark.parametrize(
    ("day", "possible"), [("2026-03-01", False), ("2026-03-02", True), ("2026-03-05", True), ("2026-03-06", False)]
)
def test_it_is_signed_between_acceptance_and_today(day: str, possible: bool):
    world = World().accepted().move_to(on("2026-03-05"))
    command = an_agreement(agreed_on=date.fromisoformat(day))
    if possible:
        assert world.do(command, "water_handler").case.agreements[0].agreed_on == command.agreed_on
    else:
        with pytest.raises(agreement_errors.AgreementDateImpossible):
            world.do(command, "water_handler")


@pytest.mark.parametrize(("day", "possible"), [("2026-03-01", False), ("2026-03-02", True)])
def test_it_is_not_performed_before_it_is_signed(day: str, possible: bool):
    command = an_agreement(perform_by=date.fromisoformat(day))
    if possible:
        assert World().accepted().do(command, "water_handler").case.agreements
    else:
        with pytest.raises(agreement_errors.PerformanceTooEarly):
            World().accepted().do(command, "water_handler")


@pytest.mark.parametrize("field", ["terms", "document_no"])
def test_it_is_in_writing_and_numbered(field: str):
    with pytest.raises(errors.TextRequired) as refused:
        World().accepted().do(an_agreement(**{field: " "}), "water_handler")
    assert refused.value.field == field


def test_parties_may_agree_on_more_than_one_thing():
    world = World().accepted().do(an_agreement(), "water_handler")
    mediated(world).do(a_mediated_agreement(document_no="调字〔2026〕2号"), "water_head")
    assert [signed.form for signed in world.case.agreements] == ["reconciliation", "mediation"]


def test_a_mediated_settlement_needs_the_record_of_the_mediation_and_a_reconciliation_needs_none():
    world = World().in_handling()
    with pytest.raises(agreement_errors.MediationRecordRequired) as refused:
        world.do(a_mediated_agreement(), "water_handler")
    assert (refused.value.field, world.case.agreements) == ("form", [])
    assert World().in_handling().do(an_agreement(), "water_handler").case.agreements
    assert mediated(world).do(a_mediated_agreement(), "water_handler").case.agreements


@pytest.mark.parametrize(("held", "possible"), [("2026-03-03", True), ("2026-03-04", True), ("2026-03-05", False)])
def test_the_mediation_was_held_on_the_day_of_the_agreement_or_before(held: str, possible: bool):
    world = mediated(World().accepted().move_to(on("2026-03-05")), held_on=date.fromisoformat(held))
    command = a_mediated_agreement(agreed_on=date(2026, 3, 4))
    if possible:
        assert world.do(command, "water_handler").case.agreements
    else:
        with pytest.raises(agreement_errors.MediationRecordRequired):
            world.do(command, "water_handler")


def test_a_hearing_is_no_mediation():
    world = hearing_called().do(a_hearing_record(), "water_handler")
    with pytest.raises(agreement_errors.MediationRecordRequired):
        world.do(a_mediated_agreement(agreed_on=date(2026, 3, 5)), "water_handler")


def test_a_further_round_needs_a_mediation_of_its_own():
    world = mediated(World().in_handling()).do(an_opinion(), "water_handler").do(a_delivery(), "water_handler")
    world.do(a_completion(), "water_handler").do(asked.ConfirmCase(), "dispatcher").order_rehandling()
    with pytest.raises(agreement_errors.MediationRecordRequired):
        world.do(a_mediated_agreement(), "water_handler")
    assert mediated(world).do(a_mediated_agreement(), "water_handler").case.agreements


def test_sent_back_within_the_round_the_mediation_still_counts():
    world = mediated(World().in_handling()).do(an_opinion(), "water_handler").do(a_delivery(), "water_handler")
    world.do(a_completion(), "water_handler").do(a_return(), "dispatcher")
    assert world.do(a_mediated_agreement(), "water_handler").case.agreements
