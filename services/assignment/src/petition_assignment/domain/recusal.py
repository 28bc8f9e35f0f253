"""Who has a direct interest keeps out: officers by recusal, units by not having the case (第二十八条第三款)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from petition_assignment.domain import beside_events as events
from petition_assignment.domain.beside_errors import (
    AlreadyDeclared,
    MustKeepOut,
    NoRecusalDeclared,
    RecusalNotByHead,
    UnitComplainedOf,
)
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text

if TYPE_CHECKING:
    from petition_assignment.domain.beside_commands import DecideRecusal, DeclareRecusal
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.occasion import Occasion
    from petition_assignment.domain.officer import Officer
    from petition_assignment.domain.petition import Petition
    from petition_assignment.domain.register import Register


@dataclass
class Recusal:
    """An officer's recusal; `granted` None => not decided yet. The reason is a paper."""

    person: str
    unit: str
    declared_by: str
    declared_at: datetime
    granted: bool | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None

    @property
    def keeps_out(self) -> bool:
        """Granted, or declared by the officer themself: then at once, until somebody decides otherwise."""
        return self.granted is True or (self.granted is None and self.declared_by == self.person)


def keeps_out(recusals: Iterable[Recusal], person: str | None) -> bool:
    """Whether the person is recused from the case."""
    return any(recusal.person == person and recusal.keeps_out for recusal in recusals)


def check_may_act(recusals: Iterable[Recusal], officer: Officer) -> None:
    """第二十八条第三款: a recused officer takes no step => MustKeepOut."""
    check_may_be_named(recusals, "actor", officer.name)


def check_may_be_named(recusals: Iterable[Recusal], field: str, person: str) -> None:
    """A recused officer is not made responsible either => MustKeepOut naming the field."""
    if keeps_out(recusals, person):
        raise MustKeepOut(field, person=person)


def check_not_complained_of(unit: str, petition: Petition, register: Register) -> None:
    """Nothing goes to the unit the petition complains of => UnitComplainedOf, naming its superior."""
    if petition.complained_of_unit is not None and unit == petition.complained_of_unit:
        raise UnitComplainedOf("unit", unit=unit, superior=register.unit(unit).superior or register.bureau)


def declare_recusal(case: CaseRecord, command: DeclareRecusal, here: Occasion) -> Paper:
    """An officer declares an interest, or another one does; waiting or granted already => AlreadyDeclared."""
    person = here.register.person("person", command.person)
    if any(earlier.person == command.person and earlier.granted is not False for earlier in case.recusals):
        raise AlreadyDeclared("person", person=command.person)
    text = {"reason": required_text("text", command.text)}
    case.recusals.append(Recusal(command.person, person.unit, here.officer.name, here.now))
    case.record(events.RecusalDeclared(command.person, person.unit, here.officer.name, here.now))
    return case.paper(PaperKind.RECUSAL_DECLARATION, here, None, {"person": command.person, **text})


def decide_recusal(case: CaseRecord, command: DecideRecusal, here: Occasion) -> Paper:
    """A head of the officer's unit or of its superior decides, never the officer => else RecusalNotByHead."""
    waiting = next((one for one in case.recusals if one.person == command.person and one.granted is None), None)
    if waiting is None:
        raise NoRecusalDeclared("person", person=command.person)
    if not may_decide(waiting, here.officer, here.register):
        raise RecusalNotByHead("actor", person=waiting.person, unit=waiting.unit)
    text = {"reason": required_text("text", command.text)}
    waiting.granted, waiting.decided_by, waiting.decided_at = command.granted, here.officer.name, here.now
    case.record(events.RecusalDecided(waiting.person, waiting.unit, command.granted, here.officer.name, here.now))
    facts = {"person": waiting.person, "verdict": "准予回避" if command.granted else "不予回避"}
    return case.paper(PaperKind.RECUSAL_DECISION, here, None, {**facts, **text})


def may_decide(recusal: Recusal, officer: Officer, register: Register) -> bool:
    """Another head of the officer's own unit, or a head or leader of the unit above it."""
    above = register.unit(recusal.unit).superior
    return officer.name != recusal.person and (
        (officer.unit == recusal.unit and officer.holds("unit_head", "bureau_head"))
        or (officer.unit == above and officer.holds("unit_head", "county_leader"))
    )
