"""Rebuild every timeline from the event log, compare with the live ones, and put them in their place.

1. Take a mark in the log.
2. Read the log by subject and fold each case; write the timelines to the bench in bulk.
3. Note repeats on the timelines of the matters they repeat.
4. Compare bench and live, case by case. A case that moved on meanwhile is folded anew and compared again.
5. Swap, in one step. Live projection goes on all the time.
6. Catch up every case about which something was logged since the mark: an event that was projected between the
   comparison and the swap went into the timelines that are gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import TypeVar

from petition_metrics.application.ports import Bench, WholeLog
from petition_metrics.application.projecting import catch_up
from petition_metrics.domain.occurrence import Occurrence
from petition_metrics.domain.register import Register, fold_register, is_register
from petition_metrics.domain.timeline import Timeline, empty_timeline, fold_all, mark_repeat

CHUNK = 500
SHOWN = 20
"""Differences are counted all, and the first few are named."""

T = TypeVar("T")


@dataclass
class Outcome:
    """What a rebuild found. `differences` names cases and the fields in which live and rebuilt disagree."""

    events: int = 0
    cases: int = 0
    identical: int = 0
    different: int = 0
    moved_on: int = 0
    caught_up: int = 0
    register: Register | None = None
    differences: list[str] = field(default_factory=list)


def fold_the_log(log: WholeLog, bench: Bench, progress: Callable[[int, int], None], outcome: Outcome) -> None:
    """Steps 2 and 3. `progress(done, total)` is called after every chunk of cases."""
    total = log.size()
    repeats: dict[str, dict[str, str | None]] = {}
    bench.clear()
    for chunk in _chunks(_timelines(log.stream(), outcome), CHUNK):
        for timeline in chunk:
            if timeline.get("repeat_of"):
                repeats.setdefault(timeline["repeat_of"], {})[timeline["_id"]] = timeline.get("received_on")
        bench.add(chunk)
        outcome.cases += len(chunk)
        progress(outcome.events, total)
    progress(outcome.events, total)
    for matters in _chunks(sorted(repeats), CHUNK):
        there = bench.some(matters)
        bench.replace([_with_repeats(there.get(one) or empty_timeline(one), repeats[one]) for one in matters])


def compare(log: WholeLog, bench: Bench, outcome: Outcome) -> None:
    """Step 4: what is equal, what differs, and what has merely moved on since it was folded.

    What differs at first sight is looked at again after all cases that moved on were folded anew, because a new
    filing of an old matter also changes the matter's own timeline.
    """
    again: list[str] = []
    for live, rebuilt in _side_by_side(bench.live(), bench.rebuilt()):
        if _facts(live) == _facts(rebuilt):
            outcome.identical += 1
            continue
        case_no = (live or rebuilt or {})["_id"]
        again.append(case_no)
        if _heads(live) != _heads(rebuilt) and catch_up(case_no, bench, log):
            outcome.moved_on += 1
    for chunk in _chunks(again, CHUNK):
        lives, rebuilts = bench.some_live(chunk), bench.some(chunk)
        for case_no in chunk:
            _judge(case_no, lives.get(case_no), rebuilts.get(case_no), bench, outcome)


def _judge(case_no: str, live: Timeline | None, rebuilt: Timeline | None, bench: Bench, outcome: Outcome) -> None:
    ours, theirs = _facts(live), _facts(rebuilt)
    if ours == theirs:
        outcome.identical += 1
    elif _heads(live) != _heads(rebuilt) or _repeats_moved_on(ours, theirs, bench):
        outcome.moved_on += 1
    else:
        outcome.different += 1
        if len(outcome.differences) < SHOWN:
            fields = sorted(name for name in {*ours, *theirs} if ours.get(name) != theirs.get(name))
            outcome.differences.append(f"{case_no}: {', '.join(fields)}")


def _repeats_moved_on(ours: Timeline, theirs: Timeline, bench: Bench) -> bool:
    """Whether a case noted as a repeat on one side only has itself moved on."""
    cases = sorted({*ours.get("repeats", {})} ^ {*theirs.get("repeats", {})})
    lives, rebuilts = bench.some_live(cases), bench.some(cases)
    return any(_heads(lives.get(case_no)) != _heads(rebuilts.get(case_no)) for case_no in cases)


def _heads(timeline: Timeline | None) -> dict[str, int]:
    return dict((timeline or {}).get("heads", {}))


def _timelines(events: Iterable[Occurrence], outcome: Outcome) -> Iterator[Timeline]:
    for subject, group in groupby(events, key=lambda event: event.subject):
        heard = list(group)
        outcome.events += len(heard)
        about_the_case = [event for event in heard if event.concerns_a_case]
        for event in heard:
            if is_register(event):
                outcome.register = fold_register(outcome.register, event)
        if about_the_case:
            yield fold_all(empty_timeline(subject), about_the_case)


def _with_repeats(timeline: Timeline, repeats: dict[str, str | None]) -> Timeline:
    for case_no, received_on in sorted(repeats.items()):
        timeline = mark_repeat(timeline, case_no, received_on)
    return timeline


def _facts(timeline: Timeline | None) -> Timeline:
    """A timeline without its version, which only counts how often it was written."""
    return {name: value for name, value in (timeline or {}).items() if name != "version"}


def _side_by_side(
    live: Iterator[Timeline], rebuilt: Iterator[Timeline]
) -> Iterator[tuple[Timeline | None, Timeline | None]]:
    """Both, ordered by case number, as pairs; None where one side has no such case."""
    left, right = next(live, None), next(rebuilt, None)
    while left is not None or right is not None:
        if right is None or (left is not None and left["_id"] < right["_id"]):
            yield left, None
            left = next(live, None)
        elif left is None or right["_id"] < left["_id"]:
            yield None, right
            right = next(rebuilt, None)
        else:
            yield left, right
            left, right = next(live, None), next(rebuilt, None)


def _chunks(things: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(things)
    while chunk := list(islice(iterator, size)):
        yield chunk
