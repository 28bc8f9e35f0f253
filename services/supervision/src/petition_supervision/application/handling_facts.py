"""Use cases for what other services told of the handling: what is watched because of it, and what it speaks for."""

from __future__ import annotations

from datetime import date, datetime

from petition_supervision.application import derived_clocks, suggesting
from petition_supervision.application.facts import change
from petition_supervision.application.ports import Work
from petition_supervision.domain.supervised_case import SupervisedCase


def moved(work: Work, case_no: str, at: datetime) -> None:
    """Something was done on the case: it does not stand still."""
    change(work, case_no, lambda case: case.conduct.move(at))


def signed_for(work: Work, case_no: str, at: datetime) -> None:
    """The unit signed for the case."""
    change(work, case_no, lambda case: derived_clocks.signed(work, case, at))


def objection_raised(work: Work, case_no: str, unit: str, at: datetime) -> None:
    """The unit objects to having the case."""

    def object_to(case: SupervisedCase) -> None:
        derived_clocks.signed(work, case, at)
        suggesting.objected(work, case, unit, at)

    change(work, case_no, object_to)


def opinion_issued(work: Work, case_no: str, round: int, outcome: str, at: datetime) -> None:
    """The unit gave its opinion of a round."""

    def issue(case: SupervisedCase) -> None:
        derived_clocks.opinion_issued(case, outcome, round)
        case.conduct.move(at)

    change(work, case_no, issue)


def execution_recorded(work: Work, case_no: str, unit: str, carried_out: bool, at: datetime) -> None:
    """Somebody looked whether what the opinion supports was carried out."""

    def look(case: SupervisedCase) -> None:
        if carried_out:
            derived_clocks.carried_out(work, case, at)
        else:
            suggesting.not_carried_out(work, case, unit, at)

    change(work, case_no, look)


def agreement_recorded(
    work: Work, case_no: str, unit: str, document_no: str, perform_by: date | None, at: datetime
) -> None:
    """The parties agreed."""

    def agree(case: SupervisedCase) -> None:
        derived_clocks.agreement_recorded(work, case, unit, document_no, perform_by, at)
        case.conduct.move(at)

    change(work, case_no, agree)


def performance_recorded(work: Work, case_no: str, unit: str, document_no: str, performed: bool, at: datetime) -> None:
    """Somebody looked whether the agreement was performed."""

    def look(case: SupervisedCase) -> None:
        if performed:
            derived_clocks.agreement_performed(work, case, document_no, at)
        else:
            suggesting.not_performed(work, case, unit, at)

    change(work, case_no, look)


def co_handler_invited(work: Work, case_no: str, unit: str, part_no: int, due_on: date, at: datetime) -> None:
    """A further unit was asked for its part."""

    def ask(case: SupervisedCase) -> None:
        derived_clocks.part_asked(work, case, unit, part_no, due_on, at)
        case.conduct.move(at)

    change(work, case_no, ask)


def part_over(work: Work, case_no: str, part_no: int, at: datetime) -> None:
    """The part was answered or taken back."""

    def be_over(case: SupervisedCase) -> None:
        derived_clocks.part_over(work, case, part_no, at)
        case.conduct.move(at)

    change(work, case_no, be_over)


def review_decided(work: Work, case_no: str, outcome: str, changed_to: str | None, at: datetime) -> None:
    """The level above decided about the opinion; one changed to support is carried out like any other."""

    def decide(case: SupervisedCase) -> None:
        suggesting.reviewed(work, case, outcome, at)
        if changed_to == derived_clocks.SUPPORT:
            derived_clocks.carry_out(work, case, at, at)

    change(work, case_no, decide)


def filed_again(work: Work, repeat_of: str | None, at: datetime) -> None:
    """A person found a later petition to be the same matter; a first petition says nothing of another case."""
    earlier = work.cases.get(repeat_of) if repeat_of else None
    if earlier is not None:
        suggesting.filed_again(work, earlier, at)
        work.cases.save(earlier)


def part_handed_on(work: Work, case_no: str, unit: str, predecessor: str, part_no: int) -> None:
    """第二十四条: the further unit was merged or abolished; its successor answers the part by the same date."""
    change(work, case_no, lambda case: derived_clocks.hand_over(work, case, predecessor, unit, str(part_no)))
