"""How supervision says no about the list of old cases."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class AlreadyAnOldCase(Refused):
    code = "ALREADY_AN_OLD_CASE"
    zh = "本件已列入信访积案，未销号。"
    en = "The case is on the list of old cases and not cleared."


class NotAnOldCase(Refused):
    code = "NOT_AN_OLD_CASE"
    zh = "本件不在信访积案名册内。"
    en = "The case is not on the list of old cases."


class LimitNotMissed(Refused):
    code = "LIMIT_NOT_MISSED"
    zh = "本件没有超过办理期限的记录，不能以“超期未化解”列为积案。"
    en = "No limit of this case was missed, so it is not listed as unresolved after its limit."


class OldCaseNotSettled(Refused):
    code = "OLD_CASE_NOT_SETTLED"
    zh = "尚缺：{missing}。积案须凭证据销号。"
    en = "Missing: {missing}. An old case is cleared with evidence only."
