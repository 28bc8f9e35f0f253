"""The ways a petition comes in, and what each of them has to state (《信访工作条例》第十七条、第十九条、第二十条).

No channel is refused; a field says what must be known of a filing that came this way.
"""

from __future__ import annotations

from enum import StrEnum

from petition_intake.domain.wording import Wording


class Channel(StrEnum):
    """第十七条: 信息网络、书信、电话、传真、走访等形式; and what comes from above or from the hotline."""

    LETTER = "letter"
    VISIT = "visit"
    CALL = "call"
    WEB = "web"
    FAX = "fax"
    HANDED_DOWN = "handed_down"
    HOTLINE = "hotline"


CHANNEL_WORDING: dict[Channel, Wording] = {
    Channel.LETTER: Wording("来信", "letter"),
    Channel.VISIT: Wording("来访", "visit"),
    Channel.CALL: Wording("来电", "call"),
    Channel.WEB: Wording("网上信访", "web"),
    Channel.FAX: Wording("传真", "fax"),
    Channel.HANDED_DOWN: Wording("上级转送、交办", "hand-down from above"),
    Channel.HOTLINE: Wording("12345热线转办", "12345 hotline"),
}

REQUIRED: dict[Channel, tuple[str, ...]] = {
    Channel.LETTER: ("received_at",),
    Channel.VISIT: ("headcount", "representatives"),
    Channel.CALL: (),
    Channel.WEB: (),
    Channel.FAX: ("received_at",),
    Channel.HANDED_DOWN: ("hand_down",),
    Channel.HOTLINE: ("ticket_no",),
}
"""Fields without which a filing of this channel is not registered. A letter needs its postmark or a note that it
cannot be read, besides."""

BELONGS_TO: dict[str, frozenset[Channel]] = {
    "representatives": frozenset({Channel.VISIT}),
    "visited_level": frozenset({Channel.VISIT}),
    "competent_level": frozenset({Channel.VISIT, Channel.HANDED_DOWN}),
    "in_writing": frozenset({Channel.VISIT}),
    "read_back_confirmed": frozenset({Channel.VISIT, Channel.CALL}),
    "postmarked_on": frozenset({Channel.LETTER}),
    "postmark_illegible": frozenset({Channel.LETTER}),
    "hand_down": frozenset({Channel.HANDED_DOWN}),
    "ticket_no": frozenset({Channel.HOTLINE}),
}
"""Fields that say something about certain channels only."""

ORAL: frozenset[Channel] = frozenset({Channel.VISIT, Channel.CALL})
"""第十九条: made by word of mouth, so recorded faithfully and read back. A visitor may hand in writing instead."""
