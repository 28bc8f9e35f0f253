"""The ports in memory. The integration tests run one suite on these and on the real adapters."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from supervision_builders import START, UNITS

from petition_supervision.application.sweep import Due, fire
from petition_supervision.domain.agenda import DueEntry, MissedRow, due_entries, missed_rows
from petition_supervision.domain.campaign import campaign_number
from petition_supervision.domain.county_settings import CountySettings
from petition_supervision.domain.key_village import Village, VillageCases
from petition_supervision.domain.ladder import ItemState, Trigger
from petition_supervision.domain.reception import Leader
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.supervision_item import SupervisionItem
from petition_supervision.domain.unit_grade import Progress
from petition_supervision.domain.unit_tree import UnitTree
from petition_supervision.domain.urgent_agenda import urgent_due_entries, urgent_missed_rows
from petition_supervision.domain.urgent_terms import UrgentState


class NotKept(Exception):
    """There is no such case."""


class FakeCases:
    """Keeps copies, so that a case changed and not saved stays as it was."""

    def __init__(self) -> None:
        self.kept: dict[str, SupervisedCase] = {}
        self.published: list[tuple[str, int, object]] = []
        self.preloaded: list[str] = []

    def get(self, case_no: str) -> SupervisedCase | None:
        return copy.deepcopy(self.kept.get(case_no))

    def require(self, case_no: str) -> SupervisedCase:
        case = self.get(case_no)
        if case is None:
            raise NotKept(case_no)
        return case

    def preload(self, case_nos: Iterable[str]) -> None:
        self.preloaded += case_nos

    def save(self, case: SupervisedCase) -> None:
        pending, case.pending = case.pending, []
        first = case.version - len(pending) + 1
        self.published += [(case.case_no, number, event) for number, event in enumerate(pending, first)]
        self.kept[case.case_no] = copy.deepcopy(case)

    @property
    def due(self) -> dict[str, DueEntry]:
        return {id: entry for case in self.kept.values() for id, entry in due_entries(case).items()}

    @property
    def missed(self) -> dict[str, MissedRow]:
        return {id: row for case in self.kept.values() for id, row in missed_rows(case).items()}


class FakeItems:
    """Keeps copies; what an item told stands in `published`."""

    def __init__(self) -> None:
        self.kept: dict[str, SupervisionItem] = {}
        self.published: list[object] = []
        self._numbers = 0

    def next_number(self, now: datetime) -> str:
        self._numbers += 1
        return f"DB{now.year}-{self._numbers:04}"

    def open_of(self, unit: str, case_no: str | None, trigger: Trigger) -> str | None:
        same = (unit, case_no, trigger, ItemState.OPEN)
        kept = self.kept.items()
        return next((no for no, one in kept if (one.unit, one.case_no, one.trigger, one.state) == same), None)

    def require(self, supervision_no: str) -> SupervisionItem:
        if supervision_no not in self.kept:
            raise NotKept(supervision_no)
        return copy.deepcopy(self.kept[supervision_no])

    def get(self, supervision_no: str) -> SupervisionItem | None:
        return copy.deepcopy(self.kept.get(supervision_no))

    def save(self, item: SupervisionItem) -> None:
        pending, item.pending = item.pending, []
        self.published += pending
        self.kept[item.supervision_no] = copy.deepcopy(item)


class FakeUnits:
    def __init__(self, tree: UnitTree) -> None:
        self.tree = tree

    def get(self) -> UnitTree:
        return self.tree

    def replace(self, units: UnitTree) -> None:
        self.tree = units


class FakeKept:
    """Meetings or reception days by number."""

    def __init__(self, key: str) -> None:
        self._key = key
        self.kept: dict[str, Any] = {}
        self.published: list[object] = []

    def get(self, number: str) -> Any:
        return copy.deepcopy(self.kept.get(number))

    def require(self, number: str) -> Any:
        kept = self.get(number)
        if kept is None:
            raise NotKept(number)
        return kept

    def save(self, one: Any) -> None:
        pending, one.pending = one.pending, []
        self.published += pending
        self.kept[getattr(one, self._key)] = copy.deepcopy(one)


class FakeProposals(FakeKept):
    def __init__(self) -> None:
        super().__init__("proposal_no")
        self._numbers = 0

    def next_number(self, now: datetime) -> str:
        self._numbers += 1
        return f"JY{now.year}-{self._numbers:04}"


class FakeUrgings(FakeKept):
    def __init__(self) -> None:
        super().__init__("urging_no")

    def next_number(self, now: datetime) -> str:
        return f"CB{now.year}-{len(self.kept) + 1:04}"


class FakeNumbered(FakeKept):
    """Aggregates with a number out of a yearly series."""

    def __init__(self, key: str, series: str = "") -> None:
        super().__init__(key)
        self._series, self._numbers = series, 0

    def next_number(self, now: datetime) -> str:
        self._numbers += 1
        return f"{self._series}{now.year}-{self._numbers:04}"


class FakeFilings:
    """What was filed and routed, by case."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}

    def filed(self, case_no: str, facts: Mapping[str, Any]) -> None:
        self.rows.setdefault(case_no, {}).update(facts)

    def routed(self, case_no: str, unit: str) -> None:
        self.rows.setdefault(case_no, {})["routed_unit"] = unit


class FakeGrades(FakeKept):
    def __init__(self) -> None:
        super().__init__("grade_no")
        self._progress: Progress | None = None

    def progress(self) -> Progress | None:
        return self._progress

    def set_progress(self, progress: Progress) -> None:
        self._progress = progress


class FakeCampaigns(FakeKept):
    def __init__(self) -> None:
        super().__init__("campaign_no")
        self.found: dict[tuple[str, str], int] = {}
        self._territory: dict[str, str] = {}

    def territory(self) -> Mapping[str, str]:
        return self._territory

    def keep_territory(self, villages: Mapping[str, str]) -> None:
        self._territory = dict(villages)

    def next_number(self, now: datetime) -> str:
        return campaign_number(now.year, len(self.kept) + 1)

    def count_dispute(self, campaign_no: str, village_code: str) -> None:
        self.found[campaign_no, village_code] = self.found.get((campaign_no, village_code), 0) + 1


class FakeVillages:
    """The register's villages."""

    def __init__(self) -> None:
        self.kept: dict[str, Village] = {}

    def get(self, village_code: str) -> Village | None:
        return self.kept.get(village_code)

    def replace(self, villages: Mapping[str, Village]) -> None:
        self.kept = dict(villages)


class FakeKeyVillages(FakeKept):
    """`counted` is what the test says a village has."""

    def __init__(self) -> None:
        super().__init__("village_code")
        self.named: list[str] = []
        self.counted = VillageCases(0, 0)

    def roll(self) -> list[str]:
        return list(self.named)

    def set_roll(self, named: list[str]) -> None:
        self.named = named

    def count(self, village_code: str) -> VillageCases:
        return self.counted


class FakeProblems(FakeKept):
    def __init__(self) -> None:
        super().__init__("problem_no")
        self._numbers = 0

    def next_number(self, now: datetime) -> str:
        self._numbers += 1
        return f"WT{now.year}-{self._numbers:04}"


class FakeExports(FakeKept):
    def __init__(self) -> None:
        super().__init__("export_no")

    def next_number(self, now: datetime) -> str:
        return f"DC{now.year}-{len(self.kept) + 1:04}"


class FakeUrgentMatters(FakeKept):
    def __init__(self) -> None:
        super().__init__("urgent_no")

    def next_number(self, now: datetime) -> str:
        return f"JJ{now.year}-{len(self.kept) + 1:04}"

    def open_of(self, case_no: str) -> str | None:
        same = (case_no, UrgentState.OPEN)
        return next((no for no, one in self.kept.items() if (one.case_no, one.state) == same), None)

    @property
    def due(self) -> dict[str, DueEntry]:
        return {id: entry for one in self.kept.values() for id, entry in urgent_due_entries(one).items()}

    @property
    def missed(self) -> dict[str, MissedRow]:
        return {id: row for one in self.kept.values() for id, row in urgent_missed_rows(one).items()}


class FakeIncidents(FakeKept):
    def __init__(self) -> None:
        super().__init__("incident_no")

    def next_number(self, now: datetime) -> str:
        return f"EX{now.year}-{len(self.kept) + 1:04}"


class FakeWardens:
    """Township by warden."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def township_of(self, warden: str) -> str | None:
        return self.kept.get(warden)

    def replace(self, township_code: str, wardens: Iterable[str]) -> None:
        elsewhere = {warden: township for warden, township in self.kept.items() if township != township_code}
        self.kept = {**elsewhere, **dict.fromkeys(wardens, township_code)}


class FakeCounty:
    def __init__(self) -> None:
        self.settings = CountySettings()

    def get(self) -> CountySettings:
        return self.settings

    def replace(self, settings: CountySettings) -> None:
        self.settings = settings


class FakeWork:
    """One unit of work after the other, at the time the test sets."""

    def __init__(self, now: datetime = START, units: UnitTree = UNITS) -> None:
        self.now = now
        self.settings = SupervisionSettings()
        self.cases = FakeCases()
        self.items = FakeItems()
        self.units = FakeUnits(units)
        self.meetings = FakeKept("meeting_no")
        self.receptions = FakeKept("reception_no")
        self.proposals = FakeProposals()
        self.urgings = FakeUrgings()
        self.suggestions = FakeKept("suggestion_no")
        self.filings = FakeFilings()
        self.grades = FakeGrades()
        self.campaigns = FakeCampaigns()
        self.exports = FakeExports()
        self.problems = FakeProblems()
        self.villages = FakeVillages()
        self.wardens = FakeWardens()
        self.key_villages = FakeKeyVillages()
        self.county = FakeCounty()
        self.urgent_matters = FakeUrgentMatters()
        self.incidents = FakeIncidents()
        self.inspections = FakeNumbered("inspection_no", "ZD")
        self.inspectors = FakeNumbered("inspector_id")
        self.appraisals = FakeNumbered("appraisal_no")
        self.measures = FakeNumbered("measure_no", "CS")
        self.staff_moves = FakeNumbered("move_no")
        self.honours = FakeNumbered("honour_no")
        self.joint_offices = FakeNumbered("office")
        self.joint_meetings = FakeNumbered("joint_meeting")
        self.appraisal_years = FakeNumbered("appraisal_year")
        self.people: dict[str, Leader] = {}

    def leader(self, person: str) -> Leader | None:
        return self.people.get(person)

    def sweep(self) -> int:
        """Fire everything that is due now, as the timer does."""
        entries = [*self.cases.due.values(), *self.urgent_matters.due.values()]
        rows = [e for e in entries if e.next_at is not None and e.next_at <= self.now]
        rows.sort(key=lambda e: (e.next_at, e.id))
        return fire(self, [Due(entry.case_no, entry.ref, entry.urgent_no) for entry in rows])

    def events(self, kind: type) -> list[object]:
        """The published events of one kind, oldest first."""
        return [event for _, _, event in self.cases.published if isinstance(event, kind)]
