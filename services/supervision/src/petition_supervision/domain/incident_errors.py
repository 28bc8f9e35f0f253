"""How supervision says no about incidents."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class IncidentInTheFuture(Refused):
    code = "INCIDENT_IN_THE_FUTURE"
    zh = "发生日期不能晚于今天。"
    en = "An incident cannot have occurred later than today."


class IncidentWithdrawnBefore(Refused):
    code = "INCIDENT_WITHDRAWN"
    zh = "该登记已撤销。"
    en = "The record has been withdrawn."
