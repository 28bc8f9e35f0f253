"""The calendar of working days: which days are worked, which are off, and by which notice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from os import PathLike
from pathlib import Path

from workdays.deadline import Due, reckon
from workdays.lengths import CalendarDays, WorkingDays
from workdays.local_time import ONE_DAY, as_day
from workdays.notice import ArrangedDay, NoticeError, YearNotice, parse_notice
from workdays.pauses import Pause

SATURDAY = 5
UNROLLED = "+unrolled"
"""Marks the version of a calendar that does not roll: what was reckoned with it is reckoned otherwise."""

CHANGES = "say replace=True if this notice changes it"


class Calendar:
    """Working days in China for a run of whole years, each arranged by a notice of the State Council. Immutable.

    Every method that takes a day takes a date, or an aware datetime for its day in Asia/Shanghai.

    Outside the covered years Monday to Friday count as working days, which is a guess; `covers` tells them apart and
    `due` marks what rests on it as provisional. One more thing can move: a new year's notice may rearrange the last
    days of the December before it, as in 2005, 2006, 2007, 2011 and 2018. So when a notice is loaded, reckon again
    every open clock whose `calendar_version` is another one, not only the provisional ones.
    """

    def __init__(self, notices: Iterable[YearNotice], *, rolls: bool = True) -> None:
        """From one notice for each year of a run without a gap. Raises ValueError for any other set of years.

        `rolls`: whether a length in CalendarDays that ends on a day off rolls to the next working day, where nothing
        else is said.
        """
        ordered = sorted(notices, key=lambda notice: notice.year)
        years = [notice.year for notice in ordered]
        if not years or years != list(range(years[0], years[-1] + 1)):
            raise ValueError(f"a calendar needs a run of years without a gap, each once, not {years}")
        self._notices = {notice.year: notice for notice in ordered}
        self._first_day, self._last_day = date(years[0], 1, 1), date(years[-1], 12, 31)
        self._days: dict[date, ArrangedDay] = {}
        for notice in ordered:
            self._days |= notice.days
        self._rolls = rolls
        self._other: Calendar | None = None
        self._version = _version(years, self._days) + ("" if rolls else UNROLLED)

    @classmethod
    def published(cls) -> Calendar:
        """The calendar that comes with this package, 2004 to 2026."""
        return _published()

    def rolling(self, rolls: bool) -> Calendar:
        """This calendar, rolling (《民法典》第二百零三条) or not: the same days, another version."""
        if rolls is self._rolls:
            return self
        if self._other is None:
            self._other = Calendar(self._notices.values(), rolls=rolls)
        return self._other

    @property
    def rolls(self) -> bool:
        """Whether an end on a day off rolls to the next working day."""
        return self._rolls

    def with_notice(self, path: str | PathLike[str], *, replace: bool = False) -> Calendar:
        """A new calendar, with another version, which knows the notice in the TOML file at `path` (see the README).

        The file's year follows the last covered year => it is added, and that year is covered.
        The year is covered already, or a December day of the year before was arranged otherwise => refused, unless
        `replace` says that the new arrangement stands. A changed year is given whole: the old one is forgotten.

        Raises NoticeError, which names everything that is wrong with the file at once.
        """
        source = Path(path)
        try:
            text = source.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise NoticeError(source.name, [f"cannot be read: {error}"]) from error
        notice = parse_notice(text, source.name)
        self._refuse_out_of_place(notice, source.name, replace)
        return Calendar((self._notices | {notice.year: notice}).values(), rolls=self._rolls)

    def _refuse_out_of_place(self, notice: YearNotice, name: str, replace: bool) -> None:
        first, following = self._first_day.year, self._last_day.year + 1
        if not first <= notice.year <= following:
            raise NoticeError(name, [f"year {notice.year} leaves a gap: {following} is the next one to load"])
        if replace:
            return
        if notice.year != following:
            raise NoticeError(name, [f"year {notice.year} is loaded already; {CHANGES}"])
        changed = [
            f"{day} was arranged otherwise by the notice for {day.year}; {CHANGES}"
            for day, arranged in notice.days.items()
            if self._days.get(day, arranged).working is not arranged.working
        ]
        if changed:
            raise NoticeError(name, changed)

    @property
    def version(self) -> str:
        """The last covered year and a hash of all arranged days, such as "2026-0123456789ab".

        Equal exactly when two calendars say the same of every day and of rolling, from whatever files they were made.
        """
        return self._version

    @property
    def first_day(self) -> date:
        """The first covered day, a 1 January."""
        return self._first_day

    @property
    def last_day(self) -> date:
        """The last covered day, a 31 December."""
        return self._last_day

    def covers(self, day: date) -> bool:
        """Whether a loaded notice arranges the year of `day`."""
        return self._first_day <= as_day(day) <= self._last_day

    def references(self, year: int) -> tuple[str, ...]:
        """The numbers of the notices that arrange `year`, such as "国办发明电〔2025〕7号"; empty if not covered."""
        return self._notices[year].references if year in self._notices else ()

    def is_working_day(self, day: date) -> bool:
        """Whether `day` is worked: as arranged by a notice, else Monday to Friday."""
        day = as_day(day)
        arranged = self._days.get(day)
        return day.weekday() < SATURDAY if arranged is None else arranged.working

    def is_statutory_holiday(self, day: date) -> bool:
        """Whether `day` itself is a holiday for everybody by 《全国年节及纪念日放假办法》第二条.

        The days off around it, moved there from weekends (调休), are not.
        False outside the covered years, where it is unknown.
        """
        arranged = self._days.get(as_day(day))
        return arranged is not None and arranged.statutory

    def name_of(self, day: date) -> str | None:
        """The Chinese name of the holiday `day` is off for, such as "春节"; on a make-up day such as "春节调休上班".

        None on a day that no notice names: ordinary working days and ordinary weekends.
        """
        arranged = self._days.get(as_day(day))
        if arranged is None:
            return None
        return f"{arranged.name}调休上班" if arranged.working else arranged.name

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`."""
        day = as_day(day) + ONE_DAY
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def working_days_between(self, a: date, b: date) -> int:
        """How many working days come after `a`, up to and including `b`; below zero when `b` is before `a`.

        So `due(a, WorkingDays(n)).on` is the first day whose count from `a` is n, and counts add up.
        """
        a, b = as_day(a), as_day(b)
        if b < a:
            return -self.working_days_between(b, a)
        return sum(self.is_working_day(a + n * ONE_DAY) for n in range(1, (b - a).days + 1))

    def due(
        self,
        start: date | datetime,
        length: CalendarDays | WorkingDays,
        pauses: Sequence[Pause] = (),
        extension: CalendarDays | None = None,
        *,
        roll: bool | None = None,
    ) -> Due:
        """When a clock that was started on `start` runs out.

        The day of `start` => not counted; counting begins on the next day (《民法典》第二百零一条).
        `length` in CalendarDays => every day counts. Its end on a day off (法定休假日: a holiday, a day moved to it, an
          ordinary weekend day) => rolled to the next working day (《民法典》第二百零三条), unless `roll` is False; left
          out, this calendar says whether.
        `length` in WorkingDays => days off do not count, make-up days do; it always ends on a working day.
        Paused days => not counted, and never the due day: an end is rolled past them as past days off.
        `extension` => as many more calendar days, added to the end before it is rolled; the whole is rolled once.
        The last day ends at 24:00 (《民法典》第二百零三条).

        Raises StillPaused when the clock reaches a pause without an end, ValueError for a start without a time zone,
        and TypeError for values of other types or an extension of a clock of working days.
        """
        return reckon(self, as_day(start), length, pauses, extension, self._rolls if roll is None else roll)

    def __repr__(self) -> str:
        return f"<Calendar {self._first_day.year}..{self._last_day.year} {self._version}>"


@cache
def _published() -> Calendar:
    folder = files("workdays") / "published"
    return Calendar(parse_notice(entry.read_text(encoding="utf-8"), entry.name) for entry in folder.iterdir())


def _version(years: list[int], days: dict[date, ArrangedDay]) -> str:
    lines = [f"{years[0]}..{years[-1]}"]
    lines += [f"{day} {known.working:d}{known.statutory:d} {known.name}" for day, known in sorted(days.items())]
    content = "\n".join(lines).encode()
    return f"{years[-1]}-{hashlib.sha256(content).hexdigest()[:12]}"
