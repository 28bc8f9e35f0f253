"""信访表单: what a form asks for, by the rules of its channel (《信访工作条例》第十七条、第十九条、第二十条).

A portal, a telephone application or a WeChat page draws its form from this; a window and a telephone clerk may do the
same. A filing that answers what is needed is registered, so no page can ask for more than the law does.
"""

from __future__ import annotations

from enum import StrEnum

from petition_intake.domain.channels import BELONGS_TO, ORAL, REQUIRED, Channel
from petition_intake.domain.filing import MOST_REPRESENTATIVES, Purpose
from petition_intake.domain.forms import CHANNEL_OF, Form
from petition_intake.domain.wording import Wording


class FilledIn(StrEnum):
    """Who knows the answer."""

    BY_PETITIONER = "petitioner"
    BY_OFFICE = "office"


_FIXED = frozenset({"channel", "form"})
"""Decided by which form it is."""

_BY_OFFICE = frozenset(
    {
        "received_at",
        "identity_unclear",
        "in_writing",
        "read_back_confirmed",
        "postmarked_on",
        "postmark_illegible",
        "visited_level",
        "competent_level",
        "hand_down",
        "ticket_no",
        "accused.person",
    }
)
_UNLESS = {
    "petitioners": "anonymous",
    "petitioners.name": "anonymous",
    "petitioners.address": "anonymous",
    "read_back_confirmed": "in_writing",
    "postmarked_on": "postmark_illegible",
}
"""第十九条: name and address, but who files without a name has none; the spoken is read back, the written is not."""

_PURPOSES: dict[str, tuple[Purpose, ...]] = {
    "accused": (Purpose.ACCUSATION,),
    "complained_of": (Purpose.SUGGESTION, Purpose.APPEAL),
}


def is_asked(field: str, form: Form) -> bool:
    """Whether this form has the field."""
    channel = CHANNEL_OF[form]
    spoken_online = field == "read_back_confirmed" and form is Form.VIDEO_RECEPTION
    return field not in _FIXED and (channel in BELONGS_TO.get(field, set(Channel)) or spoken_online)


def is_needed(field: str, form: Form) -> bool:
    """Whether a filing of this form is never registered without it, beyond what every request must state."""
    spoken = CHANNEL_OF[form] in ORAL or form is Form.VIDEO_RECEPTION
    read_back = spoken and needed_unless("read_back_confirmed", form) is None
    return field in REQUIRED[CHANNEL_OF[form]] or (field == "read_back_confirmed" and read_back)


def needed_unless(field: str, form: Form) -> str | None:
    """The field of this form that, when it says yes, makes this one needless; else this one is needed."""
    other = _UNLESS.get(field)
    return other if other is not None and is_asked(other, form) else None


def purposes_of(field: str) -> tuple[Purpose, ...] | None:
    """For which purposes the field is asked; None: for all."""
    return _PURPOSES.get(field)


def filled_in(field: str) -> FilledIn:
    """Parts of what the office fills in are filled in by the office."""
    by_office = field in _BY_OFFICE or field.partition(".")[0] in _BY_OFFICE
    return FilledIn.BY_OFFICE if by_office else FilledIn.BY_PETITIONER


def notes_of(form: Form) -> tuple[Wording, ...]:
    """What whoever fills it in is told beforehand."""
    notes = [
        Wording(
            "请如实反映，对所提供材料内容的真实性负责，不得捏造、歪曲事实（《信访工作条例》第十九条）。",
            "State what is true; you answer for the truth of what you hand in (Article 19).",
        ),
        Wording(
            "登记后即得信访件编号和查询码，凭二者随时查询办理进展和结果。",
            "Once registered you get a case number and a query code: with both you can look at any time how it goes.",
        ),
        Wording(
            "可以请求对姓名、住址等个人信息保密（第十八条）；证件号码自愿提供。",
            "You may ask that name and address be kept secret (Article 18); no identity number is required.",
        ),
    ]
    if CHANNEL_OF[form] is Channel.VISIT:
        notes.append(
            Wording(
                f"多人走访提出共同事项的，推选代表不超过{MOST_REPRESENTATIVES}人（第二十条）。",
                f"Of several who come with one matter at most {MOST_REPRESENTATIVES} speak for them (Article 20).",
            )
        )
    return tuple(notes)
