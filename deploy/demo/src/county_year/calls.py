"""What each step says to which service, in whose name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from chassis.event import format_instant
from county_year.county import County
from county_year.itinerary import LOCAL, Step
from county_year.matters import BUREAU, Matter
from county_year.scene import Known
from petition_client import Request

OVERSIGHT = "dept_government_office"
"""县委县政府督查室: follows up what the petition bureau settled itself, since nobody follows up their own work."""
PORTAL = "citizen_portal"
LEADERSHIP = "county_leadership"

Call = tuple[str, str, str, str | None, dict[str, Any]]
"""Caller, service, method, officer, data."""


class Calls:
    """Knows of each matter what the services answered: its number, its query code, the unit that has it."""

    def __init__(self, county: County, seed: int, known: Known | None = None) -> None:
        known = known or Known()
        self._county = county
        self._seed = seed
        self._case_no = known.case_no
        self._query_code = known.query_code
        self._unit = known.unit
        self._makers: dict[str, Callable[[Step], Call]] = {
            "register": self._register,
            "decide": self._decide,
            "settle": self._settle,
            "route": self._route,
            "sign": self._sign,
            "object": self._object,
            "decide_upheld": self._decide_objection,
            "decide_rejected": self._decide_objection,
            "reroute": self._reroute,
            "accept": self._accept,
            "set_responsibility": self._set_responsibility,
            "extend": self._extend,
            "issue_opinion": self._issue_opinion,
            "deliver": self._deliver,
            "complete": self._complete,
            "send_back": self._send_back,
            "confirm": self._confirm,
            "miss_follow_up": self._follow_up,
            "follow_up": self._follow_up,
            "order_rehandling": self._order_rehandling,
            "rate": self._rate,
            "report": self._report,
        }
        self._services = {
            **dict.fromkeys(("register", "decide", "settle", "rate"), "intake"),
            **dict.fromkeys(("miss_follow_up", "follow_up", "order_rehandling", "report"), "supervision"),
        }

    def service_of(self, step: Step) -> str:
        return self._services.get(_action(step), "assignment")

    def request(self, step: Step) -> tuple[str, Request]:
        """The calling unit and the request of a step; its key says seed, matter and step."""
        caller, service, method, actor, data = self._makers[_action(step)](step)
        return caller, Request(service, method, data, actor, key=f"year-{self._seed}:{step.key}")

    def learn(self, step: Step, answer: dict[str, Any]) -> None:
        """Keep what later steps need of an answer."""
        name = step.matter.name
        if _action(step) == "register":
            self._case_no[name] = answer["case_no"]
            self._query_code[name] = answer["query_code"]
            self._unit[name] = step.matter.unit
        elif _action(step) == "settle":
            self._unit[name] = BUREAU
        elif _action(step) in ("route", "reroute"):
            self._unit[name] = answer["unit"]

    # -- intake ----------------------------------------------------------------------------------------------------

    def _register(self, step: Step) -> Call:
        matter = step.matter
        data: dict[str, Any] = {
            "channel": matter.channel,
            "received_at": format_instant(step.at),
            "purpose": "appeal",
            "category": matter.category,
            "place": {
                "township_code": matter.village.township_code,
                "village_code": matter.village.code,
                "grid_code": matter.grid,
            },
            "request": matter.texts["request"],
            "facts": matter.texts["facts"],
            "reasons": matter.texts["summary"],
            "petitioners": [
                {"name": person.name, "phone": person.phone, "address": person.address} for person in matter.people
            ],
            **self._of_channel(matter, step),
        }
        return self._as(matter.unit, "registrar", matter, "intake", "register_petition", data)

    def _of_channel(self, matter: Matter, step: Step) -> dict[str, Any]:
        """What the channel's own form asks for."""
        if matter.channel == "visit":
            return {
                "headcount": matter.headcount,
                "representatives": len(matter.people),
                "in_writing": False,
                "read_back_confirmed": True,
                "visited_level": matter.visited_level,
                # A township's or a department's matter: the county is as high as a visit may go.
                "competent_level": "township",
            }
        if matter.channel == "call":
            return {"read_back_confirmed": True}
        if matter.channel == "letter":
            return {"postmarked_on": (_local_day(step) - timedelta(days=3)).isoformat()}
        if matter.channel == "hotline":
            return {"ticket_no": f"12345-{step.at:%Y%m%d}-{matter.number:04d}"}
        if matter.handed_down_by:
            issuer = f"{matter.handed_down_by}_petition_bureau"
            return {
                "hand_down": {
                    "issuer": issuer,
                    "issuer_level": matter.handed_down_by,
                    "document_no": f"{matter.handed_down_by}-{matter.day.year}-{matter.number:04d}",
                    "batch_name": "重复信访、信访积案专项",
                    "feedback_due_on": _after(step, 120),
                }
            }
        return {}

    def _decide(self, step: Step) -> Call:
        earlier = step.matter.repeat_of
        data = {"decision": "repeat", "repeat_of": self._case_no[earlier]} if earlier else {"decision": "first"}
        return self._as(self._desk_of(step.matter), "registrar", step.matter, "intake", "decide_first_or_repeat", data)

    def _settle(self, step: Step) -> Call:
        data = {"result": step.matter.texts["answer"], "level": "county", "petitioner_confirmed": True}
        return self._as(BUREAU, "registrar", step.matter, "intake", "settle_on_spot", data)

    def _rate(self, step: Step) -> Call:
        data = {
            "case_no": self._case_no[step.matter.name],
            "query_code": self._query_code[step.matter.name],
            "bureau_rating": "satisfied",
            "unit_rating": "dissatisfied"
            if "rated_low" in step.matter.turns
            else "basically_satisfied"
            if step.matter.number % 5 == 0
            else "satisfied",
        }
        return PORTAL, "intake", "rate_petition", None, data

    # -- assignment ------------------------------------------------------------------------------------------------

    def _route(self, step: Step) -> Call:
        mode: dict[str, Any] = {"mode": "transfer"}
        if step.matter.handed_down_by:
            mode = {"mode": "assign", "feedback_due_on": _after(step, 110)}
        return self._as(BUREAU, "dispatcher", step.matter, "assignment", "route_case", mode)

    def _reroute(self, step: Step) -> Call:
        objector = self._unit[step.matter.name]
        other = self._county.township_units[step.matter.village.township_code]
        data: dict[str, Any] = self._route(step)[4] | {
            "unit": other if other != objector else "dept_agriculture",
            "override_reason": "经核实异议成立，按属地与职责重新转办。",
        }
        return self._as(BUREAU, "dispatcher", step.matter, "assignment", "route_case", data)

    def _sign(self, step: Step) -> Call:
        return self._as_unit(step, "signer", "sign_for_case", {})

    def _object(self, step: Step) -> Call:
        data = {"reason_code": "not_our_power", "text": "经核对三定职责，该事项不属本单位职权，请予核实。"}
        return self._as_unit(step, "signer", "raise_objection", data)

    def _decide_objection(self, step: Step) -> Call:
        upheld = _action(step) == "decide_upheld"
        data = {"upheld": upheld, "text": "异议成立，收回重新转办。" if upheld else "属你单位职责范围，请依法办理。"}
        return self._as(BUREAU, "dispatcher", step.matter, "assignment", "decide_objection", data)

    def _accept(self, step: Step) -> Call:
        return self._as_unit(step, "handler", "accept_case", {"track": 6, "notice_no": self._paper("受理", step)})

    def _set_responsibility(self, step: Step) -> Call:
        unit = self._unit[step.matter.name]
        data = {
            "lead_leader": self._county.officer(unit, "unit_head"),
            "station": unit,
            "person": self._county.officer(unit, "handler", step.matter.number),
            "due_on": _after(step, 50),
        }
        return self._as_unit(step, "handler", "set_responsibility", data)

    def _extend(self, step: Step) -> Call:
        data = {
            "days": 15 + step.matter.number % 16,
            "reason_code": "evidence_needed",
            "reason": "情况复杂，需进一步调查取证，依法延长办理期限。",
            "notice_no": self._paper("延期", step),
        }
        return self._as_unit(step, "unit_head", "extend_case", data)

    def _issue_opinion(self, step: Step) -> Call:
        texts = step.matter.texts
        data = {
            "request": texts["request"],
            "facts_and_reasons": texts["facts"],
            "opinion": texts["answer"],
            "legal_basis": texts["basis"],
            "outcome": step.matter.outcome,
            "approved_by": self._county.officer(self._unit[step.matter.name], "unit_head"),
            "document_no": self._paper("意见", step),
        }
        return self._as_unit(step, "handler", "issue_opinion", data)

    def _deliver(self, step: Step) -> Call:
        data = {
            "method": "direct",
            "delivered_on": step.at.astimezone(LOCAL).date().isoformat(),
            "receipt_no": self._paper("回执", step),
        }
        return self._as_unit(step, "handler", "record_delivery", data)

    def _complete(self, step: Step) -> Call:
        unit = self._unit[step.matter.name]
        level = "township" if unit.startswith("township_") else "county"
        return self._as_unit(step, "handler", "complete_case", {"level": level, "report_no": self._paper("办结", step)})

    def _send_back(self, step: Step) -> Call:
        data = {
            "reason_code": "papers_missing",
            "text": "办结报告缺少佐证材料，请补充后重新上报。",
            "due_on": _after(step, 20),
        }
        return self._as(BUREAU, "dispatcher", step.matter, "assignment", "return_case", data)

    def _confirm(self, step: Step) -> Call:
        return self._as(BUREAU, "dispatcher", step.matter, "assignment", "confirm_case", {})

    # -- supervision -----------------------------------------------------------------------------------------------

    def _follow_up(self, step: Step) -> Call:
        matter = step.matter
        by = OVERSIGHT if self._unit[matter.name] == BUREAU else BUREAU
        if _action(step) == "miss_follow_up":
            data: dict[str, Any] = {"method": "call", "reached": False}
        elif step.round == 1 and "dissatisfied" in matter.turns:
            data = {
                "method": "call",
                "reached": True,
                "score": "dissatisfied",
                "reason": "答复的事项只落实了一部分。",
                "promise_kept": False,
            }
        else:
            score = "basically_satisfied" if matter.number % 4 == 0 else "satisfied"
            data = {"method": "call", "reached": True, "score": score, "promise_kept": True}
        return self._as(by, "follow_up_officer", matter, "supervision", "record_follow_up", data)

    def _order_rehandling(self, step: Step) -> Call:
        """The bureau's dispatcher orders it, or the county's first secretary, who reads what petitioners answered."""
        data = {"due_on": _after(step, 45), "reason_code": "petitioner_dissatisfied"}
        if step.matter.number % 2:
            return self._as(BUREAU, "dispatcher", step.matter, "supervision", "order_rehandling", data)
        reading = {"round": step.round, "note": "已阅。", "instruction": "请承办单位重新办理，限期报告。"}
        return self._as(LEADERSHIP, "county_leader", step.matter, "supervision", "read_follow_up", data | reading)

    def _report(self, step: Step) -> Call:
        result = "explained" if "explained" in step.matter.turns else "resolved"
        return self._as(BUREAU, "dispatcher", step.matter, "supervision", "report_hand_down", {"result": result})

    # -- who speaks ------------------------------------------------------------------------------------------------

    def _as(self, unit: str, role: str, matter: Matter, service: str, method: str, data: dict[str, Any]) -> Call:
        actor = self._county.officer(unit, role, matter.number)
        known = self._case_no.get(matter.name)
        return unit, service, method, actor, data if known is None else {"case_no": known, **data}

    def _as_unit(self, step: Step, role: str, method: str, data: dict[str, Any]) -> Call:
        """In the name of the unit that has the case."""
        return self._as(self._unit[step.matter.name], role, step.matter, "assignment", method, data)

    def _desk_of(self, matter: Matter) -> str:
        """Who compares a new filing with earlier ones: the township for its own window, else the bureau."""
        return matter.unit if matter.unit.startswith("township_") else BUREAU

    def _paper(self, kind: str, step: Step) -> str:
        return f"彭信{kind}〔{step.at:%Y}〕{step.matter.number}-{step.round}号"


def _action(step: Step) -> str:
    """The action without the count of a repetition."""
    return step.action.partition(".")[0]


def _after(step: Step, days: int) -> str:
    return (_local_day(step) + timedelta(days=days)).isoformat()


def _local_day(step: Step) -> date:
    return step.at.astimezone(LOCAL).date()
