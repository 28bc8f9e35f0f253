"""Every way the export of the folder of evidence is refused."""

from __future__ import annotations

from petition_metrics.domain.errors import Refused


class OwnExport(Refused):
    code = "OWN_EXPORT"
    zh = "导出须经本人以外的人批准。"
    en = "Somebody else than the one who takes the folder out approves it."


class UntilUnfit(Refused):
    code = "UNTIL_UNFIT"
    zh = "有效期 {date} 须在今天至 {latest} 之间。"
    en = "The approval's last day {date} must lie between today and {latest}."


class ApprovalUnknown(Refused):
    code = "NOT_FOUND"
    zh = "查无此批准：{export_no}。"
    en = "There is no such approval: {export_no}."


class NotApprovedForYou(Refused):
    code = "NOT_APPROVED_FOR_YOU"
    zh = "该导出批准的不是本人，不能导出。"
    en = "This export was not approved for you."


class ApprovalLapsed(Refused):
    code = "APPROVAL_LAPSED"
    zh = "导出批准已于 {date} 到期，须重新批准。"
    en = "The approval ended on {date}; the export needs another one."
