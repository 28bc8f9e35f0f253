"""Every way the naming of the body with the power is refused (《信访工作条例》第二十三条)."""

from __future__ import annotations

from petition_assignment.domain.errors import Refused


class CompetentBodyRequired(Refused):
    code = "COMPETENT_BODY_REQUIRED"
    zh = "以不属于本机关、单位职权范围（N5）不予受理的，应写明有权处理的机关、单位：单位代码或者名称，只填一项。"
    en = "Declining for lack of power (N5) names the body that has it: by its code or in words, one of the two."


class CompetentBodyNotAllowed(Refused):
    code = "COMPETENT_BODY_NOT_ALLOWED"
    zh = "只有以不属于本机关、单位职权范围（N5）不予受理的，才写明有权处理的机关、单位（{field}）。"
    en = "Only declining for lack of power (N5) names the body that has it; leave {field} out."


class CompetentUnitIsOneself(Refused):
    code = "COMPETENT_UNIT_IS_ONESELF"
    zh = "有权处理的单位不能是不予受理的单位自己（{unit}）。"
    en = "The unit with the power cannot be {unit}, which declines for the lack of it."
