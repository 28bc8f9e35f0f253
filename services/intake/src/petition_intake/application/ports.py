"""What the use cases need of the world outside. Everything written through one `Files` is written together or not at
all; `Numbers` and `TriesBook` write at once and keep what they wrote, whatever becomes of the request.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from petition_intake.domain.accusation import Accusation
from petition_intake.domain.material import USUAL_LIMITS, MaterialLimits
from petition_intake.domain.numbering import NumberSlip
from petition_intake.domain.people import IdentityKeys, Petitioner
from petition_intake.domain.petition import Petition
from petition_intake.domain.progress import Progress
from petition_intake.domain.query_code import QueryCodes, WrongTries
from petition_intake.domain.register import RegisterCopy
from petition_intake.domain.repeats import Matter
from petition_intake.domain.word_pairs import PairDigests


class Registers(Protocol):
    """The copy of the county register in force."""

    def current(self) -> RegisterCopy: ...


class Numbers(Protocol):
    """Serial numbers of one day: each given out once, whatever becomes of the registration (gaps are explained)."""

    def take(self, day: date, request_id: str, unit: str, now: datetime) -> int:
        """The next serial of that day. A request that is run again in the same process gets the one it had."""
        ...

    def take_several(self, day: date, request_ids: Sequence[str], unit: str, now: datetime) -> list[int]:
        """Serials for several registrations of one request, in one go and in their order; otherwise as `take`."""
        ...

    def last(self, day: date) -> int:
        """The highest serial given out that day, 0 when none was."""
        ...

    def slips(self, day: date) -> list[NumberSlip]:
        """Every serial given out that day."""
        ...


class TriesBook(Protocol):
    """Wrong query codes for one case number, counted whether or not there is such a case."""

    def of(self, case_no: str) -> WrongTries | None: ...

    def add(self, case_no: str, now: datetime) -> None:
        """Count one more; the first after an hour opens a new window."""
        ...


class Petitions(Protocol):
    """Registered petitions. `save` tells the world what happened since the petition was loaded."""

    def get(self, case_no: str) -> Petition | None: ...

    def save(self, petition: Petition) -> None: ...


class PeopleFile(Protocol):
    """The petitioners of a petition, with the keys by which they are found again."""

    def get(self, case_no: str) -> tuple[Petitioner, ...]: ...

    def add(self, case_no: str, people: Sequence[Petitioner], keys: Sequence[str]) -> None: ...


class ProgressFile(Protocol):
    """How each petition fares."""

    def get(self, case_no: str) -> Progress | None: ...

    def save(self, progress: Progress) -> None: ...

    def joined_to(self, case_no: str) -> list[Progress]:
        """Those handled together with this case."""


class References(Protocol):
    """Which petition an outside number (a hand-down's document, a hotline ticket) was registered as."""

    def case_of(self, reference: str) -> str | None: ...

    def look_up(self, references: Sequence[str]) -> None:
        """Read many at once; to ask for them afterwards costs nothing."""
        ...

    def add(self, reference: str, case_no: str) -> None: ...


class Accusations(Protocol):
    """The restricted store. Nothing but `confidential_filing` and `registration` knows it."""

    def get(self, case_no: str) -> Accusation | None: ...

    def case_of(self, reference: str) -> str | None: ...

    def save(self, accusation: Accusation) -> None: ...


@dataclass(frozen=True)
class Written:
    """What a petitioner wrote, and who: the names are masked before anybody reads it."""

    texts: tuple[str, ...]
    people: tuple[Petitioner, ...]


class Words(Protocol):
    """The index of words, written with the petition."""

    def add(self, case_no: str, digests: Sequence[int]) -> None: ...


class WordIndex(Protocol):
    """The index of words, asked."""

    def candidates(self, digests: Sequence[int], before: str | None, most: int) -> list[str]:
        """Petitions with all these digests and a number before `before`, the last number first, at most so many."""
        ...


class Archive(Protocol):
    """Reading across petitions, outside any command. Nothing confidential is in any answer."""

    def matter(self, case_no: str) -> Matter | None:
        """What is compared of one petition."""
        ...

    def matters_to_compare(self, matter: Matter) -> list[Matter]:
        """Earlier petitions that share a key with it, or its second-level category and township; newest first."""
        ...

    def page(self, wanted: dict[str, Any], limit: int, cursor: str | None) -> tuple[list[Progress], str | None]:
        """One page of the list, newest receipt first and without notices, and the cursor of the next."""
        ...

    def visible(self, case_numbers: Sequence[str], unit: str | None) -> dict[str, Progress]:
        """Of these petitions those the unit may see (None: every one), without notices."""
        ...

    def texts(self, case_numbers: Sequence[str]) -> dict[str, Written]:
        """What was written in these petitions, without those whose petitioner asked for secrecy."""
        ...

    def serials_used(self, county: str, day: date) -> set[int]:
        """The serials of that day under which a petition is registered."""
        ...


@dataclass(frozen=True)
class Files:
    """What one request may read and change, in one piece."""

    petitions: Petitions
    people: PeopleFile
    progress: ProgressFile
    references: References
    accusations: Accusations
    words: Words


@dataclass(frozen=True)
class Office:
    """What every request finds in place: the register, numbers, keys, limits."""

    registers: Registers
    numbers: Numbers
    tries: TriesBook
    identity_keys: IdentityKeys
    query_codes: QueryCodes
    pair_digests: PairDigests
    material_limits: MaterialLimits = USUAL_LIMITS
