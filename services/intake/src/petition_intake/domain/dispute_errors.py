"""Every way a step with a dispute is refused."""

from __future__ import annotations

from petition_intake.domain.errors import AlreadyDone, IllegalTransition, Refused


class DisputeUnknown(Refused):
    code = "NOT_FOUND"
    zh = "查无此矛盾纠纷：{dispute_no}。"
    en = "There is no such dispute: {dispute_no}."


class NotYourDispute(Refused):
    code = "NOT_YOUR_DISPUTE"
    zh = "该矛盾纠纷不是本单位（{unit}）排查的，也不在本单位辖区。"
    en = "This dispute was not found by {unit} and does not lie in its township."


class DisputeNotInThisState(IllegalTransition):
    zh = "矛盾纠纷现为“{state_zh}”，不能办理“{step_zh}”。"
    en = "The dispute is {state}; {step} is not possible now."


class DisputeStepDone(AlreadyDone, DisputeNotInThisState):
    zh = "“{step_zh}”已经办过（矛盾纠纷现为“{state_zh}”），未重复办理。"
    en = "{step} was already done (the dispute is {state}); it was not done again."


class VillageRequired(Refused):
    code = "VILLAGE_REQUIRED"
    zh = "排查出的矛盾纠纷应当登记到村（社区）。"
    en = "A dispute is put on record with its village."


class SmallGridRequired(Refused):
    code = "SMALL_GRID_REQUIRED"
    zh = "网格巡查发现、在网格化解的，应当登记到小网格。"
    en = "What a grid patrol found, or what was settled in a grid, is put on record with its small grid."


class CampaignRequired(Refused):
    code = "CAMPAIGN_REQUIRED"
    zh = "集中排查发现的，须填写排查活动编号；其他方式发现的不填写。"
    en = "What a campaign found needs the campaign's number; what was found otherwise has none."


class CaseOfFindRequired(Refused):
    code = "CASE_OF_FIND_REQUIRED"
    zh = "信访事项中发现的，须填写信访件编号；其他方式发现的不填写。"
    en = "What came to light in a petition needs its number; what was found otherwise has none."


class CheckedByFinder(Refused):
    code = "CHECKED_BY_FINDER"
    zh = "排查结果应当由排查人（{person}）以外的人员核实。"
    en = "What {person} found is looked at by somebody else."


class SettledBeforeFound(Refused):
    code = "SETTLED_BEFORE_FOUND"
    zh = "化解日期 {given} 早于排查日期 {found_on}。"
    en = "The settlement is dated {given}, before the dispute was found on {found_on}."


class FoundAfterFiling(Refused):
    code = "FOUND_AFTER_FILING"
    zh = "该矛盾纠纷在信访事项收到之后才登记，或者就是在信访事项中发现的，不属于事先排查。"
    en = "The dispute was put on record after the petition came in, or came to light in one: it was not found before."


class PetitionOrNumberRequired(Refused):
    code = "PETITION_OR_NUMBER_REQUIRED"
    zh = "转为信访事项的，填写已登记的信访件编号，或者填写登记内容，二者选一。"
    en = "Name the petition it goes on as, or give what is to be registered: one of the two."


class RegistrarOnly(Refused):
    code = "REGISTRAR_ONLY"
    zh = "登记信访事项由登记员办理。"
    en = "Only a registrar registers a petition."


class MatterAlreadyLinked(Refused):
    code = "MATTER_ALREADY_LINKED"
    zh = "该信访事项已关联矛盾纠纷 {dispute_no}。"
    en = "This petition is linked to dispute {dispute_no} already."


class DisputeStillOpen(Refused):
    code = "DISPUTE_STILL_OPEN"
    zh = "矛盾纠纷尚未办结，应当办理“转为信访事项”。"
    en = "The dispute is still open: let it go on as the petition (upgrade_dispute)."
