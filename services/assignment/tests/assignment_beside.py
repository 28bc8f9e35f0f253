"""What goes on beside the main path of the case, with ordinary defaults."""

from dataclasses import replace
from datetime import date
from typing import Any

from assignment_register import MEDIATORS, a_register, with_other
from assignment_world import World, a_delivery, an_agreement, on

from petition_assignment.application import timekeeping
from petition_assignment.domain import beside_commands as asked
from petition_assignment.domain import follow_through_commands as later
from petition_assignment.domain import leadership_commands as leadership
from petition_assignment.domain.commands import RecordAgreement
from petition_assignment.domain.register import Register
from petition_assignment.domain.vocabulary import AgreementForm, Purpose


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


def a_report_for_decision(**changes: Any) -> leadership.ReportForDecision:
    return replace(leadership.ReportForDecision("major", "dept_water", "建议由水务局牵头", "请〔2026〕3号"), **changes)


def a_decision(**changes: Any) -> leadership.DecideReportedCase:
    usual = leadership.DecideReportedCase("dept_water", "请水务局牵头办理", "批〔2026〕5号", date(2026, 4, 20))
    return replace(usual, **changes)


def a_taking_back(**changes: Any) -> leadership.WithdrawReportForDecision:
    return replace(leadership.WithdrawReportForDecision("由本局直接转办"), **changes)


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
    return with_merged("dept_water", "dept_housing", version)


def with_merged(unit: str, successor: str, version: int = 2) -> Register:
    """The unit was merged into the other."""
    units = with_other("units", "caller,serves", "caller,serves,successor")["units"]
    lines = [line.strip() for line in units.strip().splitlines()]
    told = [lines[0], *(f"{line},{successor if line.startswith(f'{unit},') else ''}" for line in lines[1:])]
    return a_register(version, units="\n".join(told))


def succeeded(world: World, unit: str = "dept_water", successor: str = "dept_housing") -> World:
    world.desk.registers.register = world.register = with_merged(unit, successor)
    timekeeping.follow_succession(world.desk, 10)
    return world


def a_suggestion_answer(**changes: Any) -> later.AnswerSuggestion:
    return replace(later.AnswerSuggestion("partly_adopted", "先在两个村试行", "water_head"), **changes)


def a_referral(**changes: Any) -> later.ReferCase:
    return replace(later.ReferCase("court", "移字〔2026〕1号", "已进入诉讼程序"), **changes)


def a_handling_paper(**changes: Any) -> later.RecordHandlingPaper:
    usual = later.RecordHandlingPaper("mediation_record", "调解〔2026〕1号", date(2026, 3, 2), "双方各陈述一次")
    return replace(usual, **changes)


def an_application(**changes: Any) -> asked.ApplyForExtension:
    return replace(asked.ApplyForExtension(30, "appraisal_needed", "需鉴定水质"), **changes)


def a_hearing_call(**changes: Any) -> later.CallHandlingHearing:
    usual = later.CallHandlingHearing("complex", "听证〔2026〕1号", date(2026, 3, 5), "局会议室", "信访人、某施工单位")
    return replace(usual, **changes)


def a_hearing_record(**changes: Any) -> later.RecordHandlingPaper:
    usual = a_handling_paper(paper="handling_hearing", hearing_ground="complex", held_on=date(2026, 3, 5))
    return replace(usual, **changes)


def hearing_called() -> World:
    """A matter in hand on the day for which its hearing was called."""
    return World().in_handling().do(a_hearing_call(), "water_handler").move_to(on("2026-03-05"))


def a_mediated_agreement(**changes: Any) -> RecordAgreement:
    return an_agreement(form=AgreementForm.MEDIATION, **changes)


def mediated(world: World, **changes: Any) -> World:
    """The same case once the two have been heard together."""
    return world.do(a_handling_paper(**changes), "water_handler")


def with_mediators() -> World:
    """A county that keeps a list of mediators, and a matter in hand on 2 March."""
    return World(a_register(mediators=MEDIATORS)).in_handling()


def mediated_by_listed() -> World:
    """Mediated and agreed on 2 March by two of the list."""
    world = mediated(with_mediators(), mediators=["M1", "M2"])
    return world.do(a_mediated_agreement(mediators=["M1", "M2"]), "water_handler")


def a_performance(**changes: Any) -> later.RecordPerformance:
    return replace(later.RecordPerformance("调字〔2026〕1号", True, date(2026, 3, 2), "已通水并付清"), **changes)


def an_execution(**changes: Any) -> later.RecordExecution:
    return replace(later.RecordExecution(True, date(2026, 3, 2), "现场查看已通水"), **changes)


def a_care(**changes: Any) -> later.RecordCare:
    return replace(later.RecordCare("social_assistance", date(2026, 3, 2), "协助申请低保"), **changes)


def followed_through() -> World:
    world = World().in_handling().do(a_handling_paper(), "water_handler").do(a_referral(), "water_handler")
    world.do(an_agreement(perform_by=date(2026, 3, 10)), "water_handler").do(a_performance(), "water_handler")
    return world.do(a_care(), "dispatcher")


def a_suggestion_in_handling() -> World:
    return World().in_handling(purpose=Purpose.SUGGESTION)


def suggestion_delivered() -> World:
    return a_suggestion_in_handling().do(a_suggestion_answer(), "water_handler").do(a_delivery(), "water_handler")


def supported() -> World:
    return World().delivered().do(an_execution(), "dispatcher")
