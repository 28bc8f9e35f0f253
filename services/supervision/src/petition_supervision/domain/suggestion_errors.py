"""How supervision says no about a suggestion to supervise."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class SuggestionDecided(Refused):
    code = "SUGGESTION_DECIDED"
    zh = "该督办提示已于 {decided_on} 处理。"
    en = "This suggestion was decided on {decided_on}."
