"""The request about the transfer of an accusation. A field that is not here is refused."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_intake.domain.accusation_transfer import Informed
from petition_intake.entrypoints.fields import CODE, SHORT_TEXT, case_no, optional_code, says


class PassOnAccusation(Schema):
    """移送检举控告件 (第三十条): to the discipline body, by the named people alone; nothing of it leaves the store."""

    case_no = case_no()
    body = fields.String(
        required=True, validate=SHORT_TEXT, metadata=says("接收的纪检监察或者有权机关", "the body that receives it")
    )
    unit = optional_code("该机关在名册中的代码", "its code, where it is on the register")
    passed_on_on = fields.Date(required=True, metadata=says("移送日期", "day of the transfer"))
    receipt_no = fields.String(required=True, validate=CODE, metadata=says("接收回执号", "receipt number"))
    major = fields.Boolean(load_default=False, metadata=says("重大情况", "a major matter"))
    informed = fields.List(
        fields.Enum(Informed, by_value=True),
        required=True,
        validate=validate.Length(max=len(Informed)),
        metadata=says("已通报、报告的对象", "who was informed"),
    )
