"""What the use cases need of the outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from petition_metrics.domain.occurrence import Occurrence
from petition_metrics.domain.period import Period
from petition_metrics.domain.register import Register
from petition_metrics.domain.selection import Selection
from petition_metrics.domain.timeline import Timeline


class Projection(Protocol):
    """The read models as one unit of work sees them."""

    def timeline(self, case_no: str) -> Timeline | None: ...

    def keep_timeline(self, timeline: Timeline) -> None: ...

    def forget_timeline(self, case_no: str) -> None:
        """Remove a timeline that is there."""
        ...

    def register(self) -> Register | None: ...

    def keep_register(self, register: Register) -> None: ...


class Heard(Protocol):
    """What was ever heard, known types or not."""

    def of_subject(self, subject: str) -> Iterable[Occurrence]:
        """What was heard about one subject, each producer's events in the order of their sequence."""
        ...


class EventLog(Heard, Protocol):
    """The append-only log of what is heard."""

    def append(self, occurrence: Occurrence) -> None: ...


@dataclass(frozen=True)
class Page:
    """Some things of a selection in order, and the cursor of the next page or None."""

    things: tuple[Mapping[str, Any], ...]
    next: str | None


class Ledger(Protocol):
    """The read models at one instant: what it counts and what it lists agree."""

    def total(self, selection: Selection) -> int:
        """The sum of the amounts of everything selected."""
        ...

    def page(self, selection: Selection, limit: int, cursor: str | None) -> Page:
        """Up to `limit` things selected, after `cursor`."""
        ...

    def timeline(self, case_no: str) -> Timeline | None: ...

    def register(self) -> Register | None:
        """The county register in force; none was published yet => None."""
        ...

    def settings(self) -> Mapping[str, Any]:
        """What the county set in the register in force; nothing before the first register."""
        ...

    def heard_filing_since(self, day: date) -> bool:
        """Whether any case is known that was received on that day or later."""
        ...

    def totals_by_unit(self, selection: Selection) -> dict[str, int]:
        """The total of a selection apart for each unit answerable, in the order of the unit codes."""
        ...

    def acts(self, types: tuple[str, ...], period: Period) -> Iterable[Occurrence]:
        """Supervision's events of these types whose time lies in a period, oldest first."""
        ...

    def tally(self, field: str, period: Period) -> dict[str, int]:
        """The cases received in a period by the value of one field, in the order of the values; "" = not known."""
        ...

    def heard(self, case_no: str) -> Iterable[Occurrence]:
        """The events of one case, oldest first."""
        ...


class Ledgers(Protocol):
    """Opens the ledger at the present instant."""

    def open(self) -> AbstractContextManager[Ledger]: ...


class WholeLog(Heard, Protocol):
    """The event log read from end to end."""

    def mark(self) -> Any:
        """A position safely before any event still to be appended."""
        ...

    def size(self) -> int: ...

    def stream(self) -> Iterator[Occurrence]:
        """All events: by subject, then producer, then sequence."""
        ...

    def subjects_since(self, mark: Any) -> Iterable[str]:
        """The subjects of which something was appended after the mark (and perhaps some others)."""
        ...


class Bench(Projection, Protocol):
    """The timelines being rebuilt, beside the live ones, until they take their place in one step.

    As a projection it reads and keeps the rebuilt ones.
    """

    def clear(self) -> None: ...

    def add(self, timelines: list[Timeline]) -> None:
        """Add many timelines that are not there yet."""
        ...

    def replace(self, timelines: list[Timeline]) -> None:
        """Put many timelines in the place of those with the same case number, or add them."""
        ...

    def some(self, case_numbers: list[str]) -> dict[str, Timeline]: ...

    def some_live(self, case_numbers: list[str]) -> dict[str, Timeline]: ...

    def rebuilt(self) -> Iterator[Timeline]:
        """All rebuilt timelines by case number."""
        ...

    def live(self) -> Iterator[Timeline]:
        """All live timelines by case number."""
        ...

    def finish(self) -> None:
        """Make the indexes, so that nothing is slow after the swap."""
        ...

    def discard(self) -> None:
        """Throw the rebuilt timelines away."""
        ...

    def swap(self) -> None:
        """The rebuilt timelines become the live ones, in one step."""
        ...
