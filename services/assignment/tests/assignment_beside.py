"""What goes on beside the main path of the case, with ordinary defaults."""

from dataclasses import replace
from datetime import date
from typing import Any

from assignment_register import a_register, with_other
from assignment_world import World

from petition_assignment.application import timekeeping
from petition_assignment.domain import beside_commands as asked
from petition_assignment.domain.register import Register


def an_invitation(**changes: Any) -> asked.InviteCoHandler:
    return replace(asked.InviteCoHandler("dept_housing", "查明管网归属", date(2026, 3, 20)), **changes)


def a_participation(**changes: Any) -> asked.InviteParticipant:
    return replace(asked.InviteParticipant("court_baiyang", "法律指导", date(2026, 3, 10)), **changes)


def an_answer(**changes: Any) -> asked.AnswerPart:
    return replace(asked.AnswerPart("管网归物业所有"), **changes)


def a_withdrawal(**changes: Any) -> asked.WithdrawPart:
    return replace(asked.WithdrawPart("dept_housing", "已由本局查明"), **changes)


def a_dispute(**changes: Any) -> asked.RaiseCompetenceDispute:
    return replace(asked.RaiseCompetenceDispute("dept_housing", "both_deny", "双方都认为不归本单位"), **changes)


def a_dispute_decision(**changes: Any) -> asked.DecideCompetenceDispute:
    return replace(asked.DecideCompetenceDispute("dept_housing", "小区内管网归住建管理"), **changes)


def a_recusal(**changes: Any) -> asked.DeclareRecusal:
    return replace(asked.DeclareRecusal("water_handler", "信访人的近亲属"), **changes)


def a_recusal_decision(**changes: Any) -> asked.DecideRecusal:
    return replace(asked.DecideRecusal("water_handler", True, "情况属实"), **changes)


def without_common_superior() -> Register:
    return a_register(
        **with_other("units", "县住建局;县住房局,department,,county_leadership", "县住建局;县住房局,department,,")
    )


def with_water_abolished(version: int = 2) -> Register:
    """The water department was merged into the housing department."""
    units = with_other("units", "caller,serves", "caller,serves,successor")["units"]
    lines = [line.strip() for line in units.strip().splitlines()]
    told = [lines[0], *(f"{line},{'dept_housing' if line.startswith('dept_water,') else ''}" for line in lines[1:])]
    return a_register(version, units="\n".join(told))


def succeeded(world: World) -> World:
    world.desk.registers.register = world.register = with_water_abolished()
    timekeeping.follow_succession(world.desk, 10)
    return world
