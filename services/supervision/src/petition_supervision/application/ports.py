"""What the use cases need from outside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol, TypeVar

from petition_supervision.application.wardens import Wardens
from petition_supervision.domain.appraisal_year import AppraisalYear
from petition_supervision.domain.campaign import Campaign
from petition_supervision.domain.county_settings import CountySettings
from petition_supervision.domain.incident import Incident
from petition_supervision.domain.inspection import Inspection
from petition_supervision.domain.inspector import Inspector
from petition_supervision.domain.joint_meeting import JointMeeting
from petition_supervision.domain.key_village import KeyVillage, Village, VillageCases
from petition_supervision.domain.ladder import Trigger
from petition_supervision.domain.ledger_export import LedgerExport
from petition_supervision.domain.measure import Measure
from petition_supervision.domain.meetings import Meeting
from petition_supervision.domain.problem import Problem
from petition_supervision.domain.proposal import Proposal
from petition_supervision.domain.reception import Leader, ReceptionDay
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.staff import Honour, JointOffice, StaffMove
from petition_supervision.domain.suggestion import Suggestion
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.supervision_item import SupervisionItem
from petition_supervision.domain.unit_grade import Progress, UnitGrade
from petition_supervision.domain.unit_tree import UnitTree
from petition_supervision.domain.urgent_matter import UrgentMatter
from petition_supervision.domain.urging import Urging
from petition_supervision.domain.yearly_appraisal import YearlyAppraisal

Kept = TypeVar("Kept")


class Numbered(Protocol[Kept]):
    """Aggregates that each have a number or a key of their own."""

    def next_number(self, now: datetime) -> str:
        """A number no other one has; two who ask at once cannot both commit."""
        ...

    def get(self, number: str) -> Kept | None: ...

    def require(self, number: str) -> Kept:
        """Unknown, or not in the version the caller expects => the refusal the wire defines for that."""
        ...

    def save(self, one: Kept) -> None:
        """Store it and publish its pending events: all or nothing."""
        ...


class CaseRepository(Protocol):
    """Cases, stored together with what they put on the agenda and with the events they tell."""

    def get(self, case_no: str) -> SupervisedCase | None: ...

    def require(self, case_no: str) -> SupervisedCase:
        """The case; unknown, or not in the version the caller expects => the refusal the wire defines for that."""
        ...

    def preload(self, case_nos: Iterable[str]) -> None:
        """Read many cases at once; later `get`s of them cost nothing."""
        ...

    def save(self, case: SupervisedCase) -> None:
        """Store the case, its due entries and its misses, and publish its pending events: all or nothing."""
        ...


class ItemRepository(Protocol):
    """The supervision ledger, with every unit's yearly totals."""

    def next_number(self, now: datetime) -> str:
        """A number no other item has; two who ask at once cannot both commit."""
        ...

    def open_of(self, unit: str, case_no: str | None, trigger: Trigger) -> str | None:
        """The number of the open item about the same matter, if there is one."""
        ...

    def require(self, supervision_no: str) -> SupervisionItem:
        """The item; unknown, or not in the version the caller expects => the refusal the wire defines for that."""
        ...

    def get(self, supervision_no: str) -> SupervisionItem | None:
        """The item, whatever version anybody expects; None when there is none."""
        ...

    def save(self, item: SupervisionItem) -> None:
        """Store the item, count it in its unit's year and publish its pending events: all or nothing."""
        ...


class UnitRegister(Protocol):
    """This service's copy of the county's units."""

    def get(self) -> UnitTree:
        """The latest copy; empty while none has come."""
        ...

    def replace(self, units: UnitTree) -> None: ...


class MeetingRepository(Protocol):
    """Meetings, each with the events it tells."""

    def get(self, meeting_no: str) -> Meeting | None: ...

    def require(self, meeting_no: str) -> Meeting: ...

    def save(self, meeting: Meeting) -> None: ...


class ReceptionRepository(Protocol):
    """Reception days, each with the events it tells."""

    def get(self, reception_no: str) -> ReceptionDay | None: ...

    def save(self, day: ReceptionDay) -> None: ...


class ProposalRepository(Protocol):
    """Proposals to improve work and policies, each with the events it tells."""

    def next_number(self, now: datetime) -> str:
        """A number no other proposal has; two who ask at once cannot both commit."""
        ...

    def require(self, proposal_no: str) -> Proposal: ...

    def save(self, proposal: Proposal) -> None: ...


class UrgingRepository(Protocol):
    """Notices that urge a unit (催办通知书), each with the events it tells."""

    def next_number(self, now: datetime) -> str:
        """A number no other notice has; two who ask at once cannot both commit."""
        ...

    def require(self, urging_no: str) -> Urging:
        """The notice; unknown, or not in the version the caller expects => the refusal the wire defines for that."""
        ...

    def get(self, urging_no: str) -> Urging | None:
        """The notice, whatever version anybody expects; None when there is none."""
        ...

    def save(self, urging: Urging) -> None: ...


class SuggestionRepository(Protocol):
    """Suggestions to supervise, each with the events it tells."""

    def require(self, suggestion_no: str) -> Suggestion: ...

    def save(self, suggestion: Suggestion) -> None: ...


class FilingRepository(Protocol):
    """What the colours are counted from."""

    def filed(self, case_no: str, facts: Mapping[str, Any]) -> None: ...

    def routed(self, case_no: str, unit: str) -> None: ...


class GradeRepository(Protocol):
    """Colours of units, each with the events it tells, and how far grading has come."""

    def get(self, grade_no: str) -> UnitGrade | None: ...

    def save(self, grade: UnitGrade) -> None: ...

    def progress(self) -> Progress | None: ...

    def set_progress(self, progress: Progress) -> None: ...


class CampaignRepository(Protocol):
    """Screening campaigns, each with the events it tells, and the disputes counted to them."""

    def next_number(self, now: datetime) -> str:
        """A number no other campaign has; two who ask at once cannot both commit."""
        ...

    def require(self, campaign_no: str) -> Campaign:
        """The campaign; unknown, or not in the expected version => the refusal the wire defines for that."""
        ...

    def save(self, campaign: Campaign) -> None: ...

    def territory(self) -> Mapping[str, str]:
        """The township of each village on the register; empty while none has come."""
        ...

    def keep_territory(self, villages: Mapping[str, str]) -> None: ...

    def count_dispute(self, campaign_no: str, village_code: str) -> None:
        """One more dispute that this campaign found in this village."""
        ...


class VillageRegister(Protocol):
    """This service's copy of the county's villages."""

    def get(self, village_code: str) -> Village | None: ...

    def replace(self, villages: Mapping[str, Village]) -> None: ...


class KeyVillageRepository(Protocol):
    """Key villages, each with the events it tells, and the roll of those on the list."""

    def get(self, village_code: str) -> KeyVillage | None: ...

    def require(self, village_code: str) -> KeyVillage: ...

    def save(self, village: KeyVillage) -> None: ...

    def roll(self) -> list[str]: ...

    def set_roll(self, named: list[str]) -> None: ...

    def count(self, village_code: str) -> VillageCases:
        """The petitions about a village, and how many of them are not finished."""
        ...


class ProblemRepository(Protocol):
    """The rows of the three lists, each with the events it tells."""

    def next_number(self, now: datetime) -> str:
        """A number no other problem has; two who ask at once cannot both commit."""
        ...

    def get(self, problem_no: str) -> Problem | None: ...

    def require(self, problem_no: str) -> Problem: ...

    def save(self, problem: Problem) -> None: ...


class ExportRepository(Protocol):
    """Approvals of exports, each with the events it tells."""

    def next_number(self, now: datetime) -> str:
        """A number no other approval has; two who ask at once cannot both commit."""
        ...

    def save(self, export: LedgerExport) -> None: ...


class CountyRegister(Protocol):
    """This service's copy of the settings of the county register."""

    def get(self) -> CountySettings:
        """The latest copy; the defaults while none has come."""
        ...

    def replace(self, settings: CountySettings) -> None: ...


class UrgentRepository(Protocol):
    """Urgent matters, stored together with what they put on the agenda and with the events they tell."""

    def next_number(self, now: datetime) -> str:
        """A number no other matter has; two who ask at once cannot both commit."""
        ...

    def open_of(self, case_no: str) -> str | None:
        """The number of the open urgent matter about this case, if there is one."""
        ...

    def require(self, urgent_no: str) -> UrgentMatter: ...

    def save(self, matter: UrgentMatter) -> None: ...


class IncidentRepository(Protocol):
    """Incidents, each with the events it tells."""

    def next_number(self, now: datetime) -> str:
        """A number no other incident has; two who ask at once cannot both commit."""
        ...

    def require(self, incident_no: str) -> Incident: ...

    def save(self, incident: Incident) -> None: ...


class Work(Protocol):
    """One unit of work: everything done through it happens together or not at all."""

    @property
    def now(self) -> datetime: ...

    @property
    def settings(self) -> SupervisionSettings: ...

    @property
    def cases(self) -> CaseRepository: ...

    @property
    def items(self) -> ItemRepository: ...

    @property
    def units(self) -> UnitRegister: ...

    @property
    def meetings(self) -> MeetingRepository: ...

    @property
    def receptions(self) -> ReceptionRepository: ...

    @property
    def proposals(self) -> ProposalRepository: ...

    @property
    def urgings(self) -> UrgingRepository: ...

    @property
    def suggestions(self) -> SuggestionRepository: ...

    @property
    def filings(self) -> FilingRepository: ...

    @property
    def grades(self) -> GradeRepository: ...

    @property
    def campaigns(self) -> CampaignRepository: ...

    @property
    def exports(self) -> ExportRepository: ...

    @property
    def inspections(self) -> Numbered[Inspection]: ...

    @property
    def inspectors(self) -> Numbered[Inspector]: ...

    @property
    def appraisals(self) -> Numbered[YearlyAppraisal]: ...

    @property
    def measures(self) -> Numbered[Measure]: ...

    @property
    def staff_moves(self) -> Numbered[StaffMove]: ...

    @property
    def honours(self) -> Numbered[Honour]: ...

    @property
    def joint_offices(self) -> Numbered[JointOffice]: ...

    @property
    def joint_meetings(self) -> Numbered[JointMeeting]: ...

    @property
    def appraisal_years(self) -> Numbered[AppraisalYear]: ...

    @property
    def problems(self) -> ProblemRepository: ...

    @property
    def villages(self) -> VillageRegister: ...

    @property
    def key_villages(self) -> KeyVillageRepository: ...

    @property
    def county(self) -> CountyRegister: ...

    @property
    def urgent_matters(self) -> UrgentRepository: ...

    @property
    def incidents(self) -> IncidentRepository: ...

    @property
    def wardens(self) -> Wardens: ...

    def leader(self, person: str) -> Leader | None:
        """A person of the register with unit and offices, or None."""
        ...
