"""What supervision did in a period, from its own events: items opened, steps taken, proposals made and answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from petition_metrics.domain.days import day_of, instant
from petition_metrics.domain.occurrence import Occurrence

OPENED = "supervision_opened.v1"
STEP = "ladder_step_taken.v1"
CLEARED = "supervision_cleared.v1"
SIGNED = "accountability_signed.v1"
SIGNED_ANSWERED = "proposal_feedback_recorded.v1"
MADE = "proposal_made.v1"
MADE_ANSWERED = "proposal_answered.v1"

ACTS = (OPENED, STEP, CLEARED)
PROPOSALS = (SIGNED, MADE)
ANSWERS = (SIGNED_ANSWERED, MADE_ANSWERED)
STEPS = ("rectification", "criticism", "accountability")
KINDS = ("improve_work", "improve_policy", "accountability")
"""改进工作、完善政策、追究责任 (《信访工作条例》第三十九条、第四十一条)."""


@dataclass(frozen=True)
class SupervisionActs:
    """Numbers of what was done in a period."""

    opened: int
    steps: Mapping[str, int]
    cleared: int


@dataclass(frozen=True)
class Proposal:
    """A proposal signed in a period, and what became of it. `adoption` None = not answered yet."""

    number: str
    kind: str
    document_no: str
    addressee: str
    signed_on: str
    adoption: str | None


def acts_counted(acts: Iterable[Occurrence]) -> SupervisionActs:
    """Count the acts."""
    kept = list(acts)
    steps = [one.data.get("step") for one in kept if one.type == STEP]
    return SupervisionActs(
        opened=sum(one.type == OPENED for one in kept),
        steps={step: steps.count(step) for step in STEPS},
        cleared=sum(one.type == CLEARED for one in kept),
    )


def proposals_of(signed: Iterable[Occurrence], answers: Iterable[Occurrence]) -> tuple[Proposal, ...]:
    """The proposals in the order they were signed, each with its answer if there is one."""
    adoptions = {_key(one): str(one.data["adoption"]) for one in answers}
    return tuple(
        Proposal(
            number=one.subject,
            kind="accountability" if one.type == SIGNED else str(one.data["kind"]),
            document_no=str(one.data["document_no"]),
            addressee=str(one.data["addressee"]),
            signed_on=str(day_of(instant(one.data["signed_at" if one.type == SIGNED else "made_at"]))),
            adoption=adoptions.get(_key(one)),
        )
        for one in signed
    )


def _key(one: Occurrence) -> tuple[str, str]:
    """An item under supervision may bring several proposals to hold to account, told apart by their document."""
    apart = one.type in (SIGNED, SIGNED_ANSWERED)
    return one.subject, str(one.data.get("document_no")) if apart else ""
