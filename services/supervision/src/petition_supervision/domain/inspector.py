"""信访督查专员 (《信访工作条例》第十六条): somebody to whom the register gives the office, appointed for a term."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from petition_supervision.domain.inspection_errors import InspectorRoleMissing, NoTermToEnd, TermReversed, TermsOverlap
from petition_supervision.domain.inspector_events import InspectorAppointed, InspectorRelieved
from petition_supervision.domain.reception import Leader

INSPECTOR = "inspector"


@dataclass(frozen=True)
class Term:
    """From the first day to the last, both included; `relieved_on` is the day from which it no longer holds."""

    first_day: date
    last_day: date
    document_no: str
    appointed_by: str
    appointed_at: datetime
    relieved_on: date | None = None
    relieved_why: str | None = None

    def holds_on(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day and (self.relieved_on is None or day < self.relieved_on)


@dataclass
class Inspector:
    """One person's terms, the oldest first. `inspector_id` is the person of the register."""

    inspector_id: str
    unit: str
    terms: list[Term] = field(default_factory=list)
    until: date | None = None
    """The last day of the latest term."""
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    def holds_on(self, day: date) -> bool:
        return any(term.holds_on(day) for term in self.terms)

    def appoint(self, person: Leader, term: Term) -> None:
        """任命.

        No such office in the register => InspectorRoleMissing. Days the wrong way round => TermReversed. A day within
        another term => TermsOverlap.
        """
        if INSPECTOR not in person.roles:
            raise InspectorRoleMissing("person", person=person.person)
        if term.last_day < term.first_day:
            raise TermReversed("last_day", first_day=term.first_day, last_day=term.last_day)
        for held in self.terms:
            if _begin(held) <= term.last_day and term.first_day <= _end(held) and _begin(held) <= _end(held):
                raise TermsOverlap("first_day", person=person.person, first_day=held.first_day, last_day=_end(held))
        self.unit = person.unit
        self.terms.append(term)
        self.terms.sort(key=lambda one: one.first_day)
        self._record(InspectorAppointed(person.unit, term.first_day, term.last_day, term.document_no))

    def relieve(self, day: date, why: str) -> None:
        """免去, from a day of a term on. No term on that day => NoTermToEnd."""
        for place, term in enumerate(self.terms):
            if term.holds_on(day):
                self.terms[place] = replace(term, relieved_on=day, relieved_why=why)
                self._record(InspectorRelieved(self.unit, day))
                return
        raise NoTermToEnd("relieved_on", person=self.inspector_id, day=day)

    def _record(self, event: object) -> None:
        self.until = max(_end(term) for term in self.terms)
        self.pending.append(event)
        self.version += 1


def _begin(term: Term) -> date:
    return term.first_day


def _end(term: Term) -> date:
    """The last day on which the term holds; before its first where it was ended on that day."""
    if term.relieved_on is None:
        return term.last_day
    return date.fromordinal(term.relieved_on.toordinal() - 1)
