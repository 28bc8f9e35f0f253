"""Use cases of the clocks supervision derives: which fact begins one, and which ends it."""

from __future__ import annotations

from datetime import date, datetime

from petition_supervision.application import urging
from petition_supervision.application.ports import Work
from petition_supervision.domain import derived_clocks as derived
from petition_supervision.domain.derived_clocks import CARRY_OUT, PART, PERFORMANCE, SIGNING
from petition_supervision.domain.supervised_case import SupervisedCase

SENT_ON = frozenset({"transfer", "assign"})
SUPPORT = "support"


def routed(work: Work, case: SupervisedCase, mode: str, unit: str, at: datetime) -> None:
    """A case sent to a unit waits for its signature; one kept at the own window does not."""
    end(work, case, at, "routed_again", SIGNING)
    if mode in SENT_ON:
        derived.begin(case, SIGNING, unit, derived.sign_by(at, work.settings), at, work.settings)


def signed(work: Work, case: SupervisedCase, at: datetime) -> None:
    """The unit signed, or objected: it has seen the case."""
    end(work, case, at, "signed", SIGNING)


def opinion_issued(case: SupervisedCase, outcome: str, round: int) -> None:
    """Only what is supported is carried out (第三十二条)."""
    if outcome == SUPPORT and round not in case.conduct.supported_rounds:
        case.conduct.supported_rounds.append(round)


def opinion_delivered(work: Work, case: SupervisedCase, round: int, delivered_on: date | None, at: datetime) -> None:
    """From the day the petitioner has it in hand, what it supports is to be carried out."""
    if round in case.conduct.supported_rounds:
        carry_out(work, case, delivered_on or at, at)


def carry_out(work: Work, case: SupervisedCase, known_on: date | datetime, at: datetime) -> None:
    """Begin, or begin anew, the time in which what was supported is carried out."""
    if case.responsible_unit is not None:
        end(work, case, at, "begun_anew", CARRY_OUT)
        due = derived.carry_out_by(known_on, work.settings)
        derived.begin(case, CARRY_OUT, case.responsible_unit, due, at, work.settings)


def carried_out(work: Work, case: SupervisedCase, at: datetime) -> None:
    """The unit recorded it, or the petitioner said at the follow-up that the promise was kept."""
    end(work, case, at, "carried_out", CARRY_OUT)


def agreement_recorded(
    work: Work, case: SupervisedCase, unit: str, document_no: str, perform_by: date | None, at: datetime
) -> None:
    """第三十三条: an agreement with a date is watched; one without is performed at once."""
    if perform_by is not None:
        derived.begin(case, PERFORMANCE, unit, perform_by, at, work.settings, document_no)


def agreement_performed(work: Work, case: SupervisedCase, document_no: str, at: datetime) -> None:
    """Somebody found it performed, and recorded it."""
    end(work, case, at, "performed", PERFORMANCE, about=document_no)


def part_asked(work: Work, case: SupervisedCase, unit: str, part_no: int, due_on: date, at: datetime) -> None:
    """第二十四条: a further unit has a part to answer by its own date."""
    derived.begin(case, PART, unit, due_on, at, work.settings, str(part_no))


def part_over(work: Work, case: SupervisedCase, part_no: int, at: datetime) -> None:
    """The part was answered, or taken back."""
    end(work, case, at, "part_over", PART, about=str(part_no))


def end(work: Work, case: SupervisedCase, at: datetime, reason: str, *kinds: str, about: str | None = None) -> None:
    """Stop these clocks at `at`, with the notices about them; one that was kept in time is forgotten."""
    for clock in derived.running(case, *kinds, about=about):
        urged_before = clock.urging_no
        case.stop_clock(clock.clock_id, at, reason, work.units.get())
        urging.follow_clock(work, case, clock.clock_id, urged_before)
        derived.forget_if_in_time(case, clock.clock_id)


def hand_over(work: Work, case: SupervisedCase, predecessor: str, successor: str, part: str | None = None) -> None:
    """第二十四条: what ran for a merged or abolished unit runs for its successor, which is urged anew by name.

    `part`: only that part of the case was handed on.
    """
    for clock in case.clocks.values():
        concerned = clock.kind != PART if part is None else (clock.kind, clock.about) == (PART, part)
        if clock.unit == predecessor and clock.stopped_at is None and concerned:
            urged_before = clock.urging_no
            clock.hand_over(successor)
            urging.follow_clock(work, case, clock.clock_id, urged_before)
