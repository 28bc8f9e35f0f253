"""Every way the answer to a suggestion, or a draft, is refused."""

from __future__ import annotations

from petition_intake.domain.errors import Refused


class NotSuggested(Refused):
    code = "NOT_SUGGESTED"
    zh = "系统没有就本件提示过分类 {category}。"
    en = "Category {category} is not among those suggested for this petition."


class SuggestionDecided(Refused):
    code = "SUGGESTION_DECIDED"
    zh = "对分类提示 {category} 已经作出决定。"
    en = "What to make of the suggested category {category} was decided already."


class SuggestedIsInForce(Refused):
    code = "SUGGESTED_IS_IN_FORCE"
    zh = "本件现登记的分类就是 {category}；不采纳的，请先更正分类。"
    en = "The petition is registered under {category}; correct that first if it is not to be taken."


class NothingToDraft(Refused):
    code = "NOTHING_TO_DRAFT"
    zh = "信访事项现为“{state_zh}”，没有“{paper_zh}”可以起草。"
    en = "The petition is {state}; there is no {paper} to be drafted now."
