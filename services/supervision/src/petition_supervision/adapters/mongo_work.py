"""The application's unit of work over the chassis's."""

from __future__ import annotations

from datetime import datetime

from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters import collections
from petition_supervision.adapters.mongo_campaigns import MongoCampaigns
from petition_supervision.adapters.mongo_cases import MongoCases
from petition_supervision.adapters.mongo_county import MongoCounty
from petition_supervision.adapters.mongo_exports import MongoExports
from petition_supervision.adapters.mongo_grades import MongoFilings, MongoGrades
from petition_supervision.adapters.mongo_incidents import MongoIncidents
from petition_supervision.adapters.mongo_items import MongoItems
from petition_supervision.adapters.mongo_numbered import MongoNumbered
from petition_supervision.adapters.mongo_problems import MongoProblems
from petition_supervision.adapters.mongo_proposals import MongoProposals
from petition_supervision.adapters.mongo_rhythm import MongoMeetings, MongoReceptions, find_leader
from petition_supervision.adapters.mongo_suggestions import MongoSuggestions
from petition_supervision.adapters.mongo_units import MongoUnits
from petition_supervision.adapters.mongo_urgent import MongoUrgentMatters
from petition_supervision.adapters.mongo_urgings import MongoUrgings
from petition_supervision.adapters.mongo_villages import MongoKeyVillages, MongoVillages
from petition_supervision.adapters.mongo_wardens import MongoWardens
from petition_supervision.domain.appraisal_year import AppraisalYear
from petition_supervision.domain.inspection import Inspection
from petition_supervision.domain.inspector import Inspector
from petition_supervision.domain.joint_meeting import JointMeeting
from petition_supervision.domain.measure import Measure
from petition_supervision.domain.reception import Leader
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.staff import Honour, JointOffice, StaffMove
from petition_supervision.domain.yearly_appraisal import YearlyAppraisal


class MongoWork:
    """`call`, when an officer asks: the version of the case the officer expects is checked."""

    def __init__(self, uow: UnitOfWork, settings: SupervisionSettings, call: Call | None = None) -> None:
        self.settings = settings
        self.cases = MongoCases(uow, call)
        self.items = MongoItems(uow, call)
        self.units = MongoUnits(uow)
        self.meetings = MongoMeetings(uow, call)
        self.receptions = MongoReceptions(uow)
        self.proposals = MongoProposals(uow, call)
        self.suggestions = MongoSuggestions(uow, call)
        self.urgings = MongoUrgings(uow, call)
        self.filings = MongoFilings(uow)
        self.grades = MongoGrades(uow)
        self.campaigns = MongoCampaigns(uow, call)
        self.exports = MongoExports(uow)
        self.problems = MongoProblems(uow, call)
        self.villages = MongoVillages(uow)
        self.wardens = MongoWardens(uow)
        self.key_villages = MongoKeyVillages(uow, call)
        self.county = MongoCounty(uow)
        self.urgent_matters = MongoUrgentMatters(uow, call)
        self.incidents = MongoIncidents(uow, call)
        self.inspections = MongoNumbered(uow, call, collections.INSPECTIONS, Inspection, "inspection_no", "ZD")
        self.inspectors = MongoNumbered(uow, call, collections.INSPECTORS, Inspector, "inspector_id")
        self.appraisals = MongoNumbered(uow, call, collections.APPRAISALS, YearlyAppraisal, "appraisal_no")
        self.measures = MongoNumbered(uow, call, collections.MEASURES, Measure, "measure_no", "CS")
        self.staff_moves = MongoNumbered(uow, call, collections.STAFF_MOVES, StaffMove, "move_no")
        self.honours = MongoNumbered(uow, call, collections.HONOURS, Honour, "honour_no")
        self.joint_offices = MongoNumbered(uow, call, collections.JOINT_OFFICES, JointOffice, "office")
        self.joint_meetings = MongoNumbered(uow, call, collections.JOINT_MEETINGS, JointMeeting, "joint_meeting")
        self.appraisal_years = MongoNumbered(uow, call, collections.APPRAISAL_YEARS, AppraisalYear, "appraisal_year")
        self._uow = uow

    @property
    def now(self) -> datetime:
        return self._uow.now

    def leader(self, person: str) -> Leader | None:
        return find_leader(self._uow, person)
