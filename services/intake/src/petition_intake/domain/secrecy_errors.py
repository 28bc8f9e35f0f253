"""Every way a wish for secrecy, or its end, is refused."""

from __future__ import annotations

from petition_intake.domain.errors import Refused


class SecrecyStands(Refused):
    """Also said of an accusation, which is secret by law."""

    code = "SECRECY_STANDS"
    zh = "信访人的保密请求已经登记，仍然有效。"
    en = "The petitioner's wish for secrecy is on record and stands."


class NoSecrecyAsked(Refused):
    """Also said of an accusation: what the law keeps secret nobody lifts."""

    code = "NO_SECRECY_ASKED"
    zh = "没有登记信访人的保密请求，无从撤回。"
    en = "There is no wish for secrecy on record that could be taken back."


class LiftedByOfficer(Refused):
    code = "LIFTED_BY_OFFICER"
    zh = "保密请求由信访人本人凭查询码撤回，工作人员不得代为撤回。"
    en = "Only the petitioner takes the wish for secrecy back, with the query code; no officer may do it for them."
