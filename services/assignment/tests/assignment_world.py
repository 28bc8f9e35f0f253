"""A case and the people around it, driven through the use cases; every step has an ordinary default."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from assignment_fakes import a_desk, at
from assignment_register import a_register

from petition_assignment.application import beside, following, handling, reviewing
from petition_assignment.domain import commands as asked
from petition_assignment.domain.case import Case
from petition_assignment.domain.investigation_commands import RecordInvestigation
from petition_assignment.domain.notice_commands import RecordNoticeDelivery
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.petition import Petition, Place
from petition_assignment.domain.register import Register
from petition_assignment.domain.vocabulary import (
    AgreementForm,
    DeliveryMethod,
    FirstOrRepeat,
    InvestigationForm,
    Level,
    Mode,
    NoticeKind,
    Outcome,
    Purpose,
)

CASE = "640425202603020001"
MORNING = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""Monday 2 March 2026, 9 o'clock in Pengyang."""


def on(day: str, clock: str = "09:00") -> datetime:
    """An instant by the clock on the wall in Pengyang."""
    return (datetime.fromisoformat(f"{day}T{clock}:00+08:00")).astimezone(UTC)


def a_petition(**changes: Any) -> Petition:
    usual: dict[str, Any] = {
        "case_no": CASE,
        "received_at": MORNING,
        "registered_by_unit": "petition_bureau",
        "channel": "letter",
        "purpose": Purpose.APPEAL,
        "category": "010701",
        "place": Place("640425208", "640425208202", "640425208202-01"),
        "anonymous": False,
    }
    return Petition(**{**usual, **changes})


def a_routing(**changes: Any) -> asked.RouteCase:
    return replace(asked.RouteCase(Mode.TRANSFER), **changes)


def an_objection(**changes: Any) -> asked.RaiseObjection:
    return replace(asked.RaiseObjection("not_our_power", "饮水工程由乡镇管理"), **changes)


def an_acceptance(**changes: Any) -> asked.AcceptCase:
    return replace(asked.AcceptCase(6, "受字〔2026〕1号"), **changes)


def a_declining(**changes: Any) -> asked.DeclineCase:
    competent = {"competent_unit": "dept_housing"} if changes.get("reason_code", "N5") == "N5" else {}
    return replace(asked.DeclineCase("N5", "属法院管辖", "不受字〔2026〕1号"), **{**competent, **changes})


def a_responsibility(**changes: Any) -> asked.SetResponsibility:
    return replace(asked.SetResponsibility("water_head", "dept_water", "water_handler", date(2026, 4, 10)), **changes)


def an_extension(**changes: Any) -> asked.ExtendCase:
    return replace(asked.ExtendCase(30, "appraisal_needed", "需鉴定水质", "延字〔2026〕1号"), **changes)


def an_opinion(**changes: Any) -> asked.IssueOpinion:
    usual = asked.IssueOpinion(
        "要求通水", "管网冻裂属实", "十日内修复", "《农村饮水条例》第三条", Outcome.SUPPORT, "water_head"
    )
    return replace(usual, **changes)


def an_agreement(**changes: Any) -> asked.RecordAgreement:
    usual = asked.RecordAgreement(
        AgreementForm.RECONCILIATION, "水务局三日内接通，赔付误工费", date(2026, 3, 2), "调字〔2026〕1号", True, True
    )
    return replace(usual, **changes)


def a_delivery(**changes: Any) -> asked.RecordDelivery:
    return replace(asked.RecordDelivery(DeliveryMethod.DIRECT, date(2026, 3, 2), "回执1号"), **changes)


def a_notice_delivery(**changes: Any) -> RecordNoticeDelivery:
    usual = RecordNoticeDelivery(NoticeKind.ACCEPTANCE, DeliveryMethod.DIRECT, date(2026, 3, 2), "告回执1号")
    return replace(usual, **changes)


def an_interview(**changes: Any) -> RecordInvestigation:
    usual = RecordInvestigation(
        InvestigationForm.INTERVIEW,
        "调查〔2026〕8号",
        date(2026, 3, 2),
        "子、寅",
        "水管于一月冻裂。",
        recorder="寅",
        place="草庙乡曹川村",
        interviewed="村民小组长",
    )
    return replace(usual, **changes)


def a_report(**changes: Any) -> RecordInvestigation:
    usual = RecordInvestigation(
        InvestigationForm.REPORT,
        "调报〔2026〕3号",
        date(2026, 3, 2),
        "子、寅",
        "现场查看三处。",
        conclusion="反映情况属实。",
    )
    return replace(usual, **changes)


def a_completion(**changes: Any) -> asked.CompleteCase:
    return replace(asked.CompleteCase(Level.COUNTY), **changes)


def a_return(**changes: Any) -> asked.ReturnCase:
    return replace(asked.ReturnCase("promise_not_kept", "水还没有通", date(2026, 3, 20)), **changes)


class World:
    """One county, one case, and a clock that stands still until it is moved."""

    def __init__(self, register: Register | None = None, now: datetime = MORNING) -> None:
        self.register = register or a_register()
        self.desk = a_desk(self.register, now)

    # -- looking ---------------------------------------------------------------------------------------------------

    @property
    def case(self) -> Case:
        return self.desk.cases.require(CASE)

    @property
    def now(self) -> datetime:
        return self.desk.now

    @property
    def events(self) -> list[Any]:
        return [event for _, _, event in self.desk.cases.told]

    @property
    def papers(self) -> list[Any]:
        return [paper for _, paper in self.desk.papers.filed]

    def told(self, kind: type) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]

    def names_since(self, mark: int) -> list[str]:
        return [type(event).__name__ for event in self.events[mark:]]

    def clock(self, clock_id: str) -> Any:
        return next(clock for clock in self.case.clocks if clock.clock_id == clock_id)

    # -- moving ----------------------------------------------------------------------------------------------------

    def move_to(self, instant: datetime) -> "World":
        self.desk = at(self.desk, instant)
        return self

    def pass_days(self, days: int) -> "World":
        return self.move_to(self.now + timedelta(days=days))

    def officer(self, person_id: str) -> Officer:
        person = self.register.person("actor", person_id)
        return Officer(person.unit, person_id, frozenset(person.roles))

    def do(self, command: asked.Command, person: str) -> "World":
        """Give the command in this person's name."""
        steps = next(of for of in (handling, reviewing, beside) if type(command) in of.STEPS)
        carry_out = steps.carry_out
        carry_out(self.desk, CASE, command, self.officer(person))
        return self

    def opened(self, **petition: Any) -> "World":
        following.open_case(self.desk, a_petition(**petition))
        return self

    def decided(self, decision: FirstOrRepeat = FirstOrRepeat.FIRST) -> "World":
        following.note_first_or_repeat(self.desk, CASE, decision, None, "dispatcher")
        return self

    def routed(self, command: asked.RouteCase | None = None, **petition: Any) -> "World":
        self.opened(**petition).decided()
        return self.do(command or a_routing(), "dispatcher")

    def signed(self, **given: Any) -> "World":
        return self.routed(**given).do(asked.SignForCase(), "water_signer")

    def objected(self) -> "World":
        return self.routed().do(an_objection(), "water_signer")

    def accepted(self, acceptance: asked.AcceptCase | None = None, **given: Any) -> "World":
        return self.signed(**given).do(acceptance or an_acceptance(), "water_handler")

    def in_handling(self, **given: Any) -> "World":
        return self.accepted(**given).do(a_responsibility(), "water_handler")

    def opinion_issued(self, **given: Any) -> "World":
        return self.in_handling(**given).do(an_opinion(), "water_handler")

    def delivered(self, **given: Any) -> "World":
        return self.opinion_issued(**given).do(a_delivery(), "water_handler")

    def completed(self, **given: Any) -> "World":
        return self.delivered(**given).do(a_completion(), "water_handler")

    def continued_to_completion(self) -> "World":
        """From acceptance on, whatever was recorded in between."""
        self.do(a_responsibility(), "water_handler").do(an_opinion(), "water_handler")
        return self.do(a_delivery(), "water_handler").do(a_completion(), "water_handler")

    def confirmed(self) -> "World":
        return self.completed().do(asked.ConfirmCase(), "dispatcher")

    def declined(self) -> "World":
        return self.signed().do(a_declining(), "water_handler")

    def closed_on_spot(self) -> "World":
        self.opened()
        following.close_on_spot(self.desk, CASE, Level.COUNTY, self.now)
        return self

    def withdrawn(self) -> "World":
        self.opened()
        following.close_withdrawn(self.desk, CASE, self.now)
        return self

    def disposed(self) -> "World":
        self.opened()
        following.close_by_disposition(self.desk, CASE, "guided", self.now)
        return self

    def routed_after_all(self) -> "World":
        following.route_after_all(self.desk, CASE, self.now)
        return self

    def order_rehandling(
        self, due_on: date = date(2026, 4, 30), unit: str = "dept_water", round: int | None = None
    ) -> "World":
        following.open_round(self.desk, CASE, round or self.case.round + 1, unit, "leader1", due_on)
        return self
