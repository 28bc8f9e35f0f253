"""Refusals of what is to be made public, and taken back."""

from __future__ import annotations

from petition_assignment.domain.errors import Refused


class NotHeardInReReview(Refused):
    code = "NOT_HEARD_IN_RE_REVIEW"
    zh = "只有经过听证的复核意见可以依法公示（《信访工作条例》第三十六条第二款）。"
    en = "Only the opinion of a re-review that was heard may be made public (Article 36)."


class AlreadyPublished(Refused):
    code = "ALREADY_PUBLISHED"
    zh = "本案复核意见已经公示。"
    en = "The opinion on this case is public already."


class NothingPublished(Refused):
    code = "NOTHING_PUBLISHED"
    zh = "本案没有正在公示的复核意见。"
    en = "No opinion on this case is public."


class PetitionerWantsSecrecy(Refused):
    code = "PETITIONER_WANTS_SECRECY"
    zh = "信访人请求保密，本案的任何内容不得公示（《信访工作条例》第十八条第四款）。"
    en = "The petitioner asked for secrecy: nothing of this case is made public (Article 18)."


class NumberInText(Refused):
    code = "NUMBER_IN_TEXT"
    zh = "公示文本中不得出现电话、证件、账户、信访件等长号码，也不得写明信访人姓名，请先作处理。"
    en = "A text for everybody has no telephone, identity, account or case number, nor names; take them out first."
