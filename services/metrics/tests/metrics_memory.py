"""Read models, log and ledger in memory: what the real store does, without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from petition_metrics.adapters.element_days import with_element_days
from petition_metrics.application.ports import Page
from petition_metrics.application.projecting import project
from petition_metrics.domain.days import county_midnight
from petition_metrics.domain.occurrence import SUPERVISION, Occurrence
from petition_metrics.domain.period import Period
from petition_metrics.domain.predicate import fact_at
from petition_metrics.domain.register import Register
from petition_metrics.domain.selection import Selection
from petition_metrics.domain.timeline import Timeline


def as_kept(timelines: Mapping[str, Timeline]) -> dict[str, Timeline]:
    """Timelines as the store has them, but for their versions."""
    return without_version({case_no: with_element_days(one) for case_no, one in timelines.items()})


def without_version(timelines: Mapping[str, Timeline]) -> dict[str, Timeline]:
    """Timelines without what only counts how often each was written."""
    return {name: {**one, "version": 0} for name, one in timelines.items()}


class Memory:
    """Projection, event log and ledger at once."""

    def __init__(self) -> None:
        self.timelines: dict[str, Timeline] = {}
        self.registers: list[Register] = []
        self.log: list[Occurrence] = []

    def hear(self, occurrences: Iterable[Occurrence]) -> Memory:
        """Project each event in turn."""
        for occurrence in occurrences:
            project(occurrence, self, self)
        return self

    # -- projection and log ----------------------------------------------------------------------------------------

    def timeline(self, case_no: str) -> Timeline | None:
        return self.timelines.get(case_no)

    def keep_timeline(self, timeline: Timeline) -> None:
        self.timelines[timeline["_id"]] = timeline

    def forget_timeline(self, case_no: str) -> None:
        del self.timelines[case_no]

    def register(self) -> Register | None:
        return self.registers[-1] if self.registers else None

    def settings(self) -> Mapping[str, Any]:
        return (self.register() or {}).get("settings") or {}

    def keep_register(self, register: Register) -> None:
        self.registers.append(register)

    def append(self, occurrence: Occurrence) -> None:
        self.log.append(occurrence)

    def of_subject(self, subject: str) -> Iterator[Occurrence]:
        found = [one for one in self.log if one.subject == subject]
        return iter(sorted(found, key=lambda one: (one.source, one.sequence)))

    # -- ledger ----------------------------------------------------------------------------------------------------

    def total(self, selection: Selection) -> int:
        return sum(selection.amount(thing) for thing in self._things(selection))

    def page(self, selection: Selection, limit: int, cursor: str | None) -> Page:
        def place(thing: Any) -> tuple[Any, ...]:
            key = selection.counted.key
            day = (fact_at(thing, selection.day),) if selection.day else ()
            return (*day, thing["_id"], fact_at(thing, selection.counted.field(key)) if key else 0)

        things = sorted(self._things(selection), key=place)
        start = int(cursor or 0)
        end = start + limit
        return Page(tuple(things[start:end]), str(end) if end < len(things) else None)

    def heard_filing_since(self, day: date) -> bool:
        return any(one.get("received_on", "") >= day.isoformat() for one in self.timelines.values())

    def totals_by_unit(self, selection: Selection) -> dict[str, int]:
        totals: dict[str, int] = {}
        for thing in self._things(selection):
            unit = fact_at(thing, selection.counted.field("unit"))
            if unit:
                totals[unit] = totals.get(unit, 0) + selection.amount(thing)
        return dict(sorted(totals.items()))

    def acts(self, types: tuple[str, ...], period: Period) -> list[Occurrence]:
        begin, end = county_midnight(period.begin), county_midnight(period.end)
        found = [one for one in self.log if one.source == SUPERVISION and one.type in types and begin <= one.time < end]
        return sorted(found, key=lambda one: (one.time, one.subject, one.sequence))

    def tally(self, field: str, period: Period) -> dict[str, int]:
        begin, end = period.begin.isoformat(), period.end.isoformat()
        cases = [one for one in self.timelines.values() if one.get("channel")]
        found = [one.get(field) or "" for one in cases if begin <= one["received_on"] < end]
        return {value: found.count(value) for value in sorted(found)}

    def heard(self, case_no: str) -> list[Occurrence]:
        return sorted(self.of_subject(case_no), key=lambda one: (one.time, one.source, one.sequence))

    def _things(self, selection: Selection) -> list[Any]:
        records: Iterable[Any] = self.registers[-1:] if selection.counted.of_register else self.timelines.values()
        return [thing for record in records for thing in selection.of(record)]


class MemoryBench(Memory):
    """The rebuilt timelines in `timelines`, beside the live ones of another memory; the log is that memory's."""

    def __init__(self, live_memory: Memory) -> None:
        super().__init__()
        self._memory = live_memory

    def clear(self) -> None:
        self.timelines = {}

    def add(self, timelines: list[Timeline]) -> None:
        assert not {one["_id"] for one in timelines} & set(self.timelines)
        self.replace(timelines)

    def replace(self, timelines: list[Timeline]) -> None:
        self.timelines |= {one["_id"]: one for one in timelines}

    def some(self, case_numbers: list[str]) -> dict[str, Timeline]:
        return {name: self.timelines[name] for name in case_numbers if name in self.timelines}

    def some_live(self, case_numbers: list[str]) -> dict[str, Timeline]:
        there = self._memory.timelines
        return {name: there[name] for name in case_numbers if name in there}

    def rebuilt(self) -> Iterator[Timeline]:
        return iter([self.timelines[name] for name in sorted(self.timelines)])

    def live(self) -> Iterator[Timeline]:
        return iter([self._memory.timelines[name] for name in sorted(self._memory.timelines)])

    def finish(self) -> None:
        """Memory needs no indexes."""

    def discard(self) -> None:
        self.timelines = {}

    def swap(self) -> None:
        self._memory.timelines, self.timelines = self.timelines, {}


class MemoryWholeLog:
    """The log of a memory from end to end."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def mark(self) -> int:
        return len(self._memory.log)

    def size(self) -> int:
        return len(self._memory.log)

    def stream(self) -> Iterator[Occurrence]:
        return iter(sorted(self._memory.log, key=lambda one: (one.subject, one.source, one.sequence)))

    def of_subject(self, subject: str) -> Iterator[Occurrence]:
        return self._memory.of_subject(subject)

    def subjects_since(self, mark: int) -> set[str]:
        return {one.subject for one in self._memory.log[mark:]}
