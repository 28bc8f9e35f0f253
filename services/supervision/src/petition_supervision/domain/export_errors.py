"""Every way an export is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class OwnExport(Refused):
    code = "OWN_EXPORT"
    zh = "导出须经本人以外的人批准。"
    en = "Somebody else than the one who takes a list out approves it."


class UntilUnfit(Refused):
    code = "UNTIL_UNFIT"
    zh = "有效期 {date} 须在今天至 {latest} 之间。"
    en = "The approval's last day {date} must lie between today and {latest}."


class NotApprovedForYou(Refused):
    code = "NOT_APPROVED_FOR_YOU"
    zh = "该导出批准的不是本人，不能导出。"
    en = "This export was not approved for you."


class ApprovalLapsed(Refused):
    code = "APPROVAL_LAPSED"
    zh = "导出批准已于 {date} 到期，须重新批准。"
    en = "The approval ended on {date}; the export needs another one."


class ExportOfTheCounty(Refused):
    code = "EXPORT_OF_THE_COUNTY"
    zh = "{ledger} 只有全县的，不按单位导出。"
    en = "{ledger} is the whole county's; it is not taken out for one unit."


class TakerOfAnotherUnit(Refused):
    code = "TAKER_OF_ANOTHER_UNIT"
    zh = "{person} 的单位只能导出本单位的清单。"
    en = "{person}'s unit may take out its own lists only."
