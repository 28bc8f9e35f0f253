"""Every code that is shown has words in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

import pytest
from intake_builders import NOW

from petition_intake.domain import codes_told
from petition_intake.domain.channels import BELONGS_TO, CHANNEL_WORDING, REQUIRED, Channel
from petition_intake.domain.filing import PURPOSE_WORDING, Filing, Purpose
from petition_intake.domain.forms import CHANNEL_OF, FORM_WORDING, Form
from petition_intake.domain.levels import LEVEL_WORDING, Level
from petition_intake.domain.notices import TEMPLATES, NoticeKind, word
from petition_intake.domain.people import ROLE_WORDING, Role
from petition_intake.domain.rating import RATING_WORDING, RatingLevel
from petition_intake.domain.review_course import (
    COURSE_WORDING,
    REVIEW_LEVEL_WORDING,
    CourseState,
    ReviewLevel,
)
from petition_intake.domain.states import STATE_WORDING, State
from petition_intake.domain.step_details import details_of
from petition_intake.domain.steps import STEP_WORDING, Step, StepKind
from petition_intake.domain.vocabulary import RECLASSIFY_REASON_WORDING, ReclassifyReason
from petition_intake.domain.wording import Wording


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (Channel, CHANNEL_WORDING),
        (Form, FORM_WORDING),
        (Form, CHANNEL_OF),
        (Purpose, PURPOSE_WORDING),
        (Level, LEVEL_WORDING),
        (Role, ROLE_WORDING),
        (NoticeKind, TEMPLATES),
        (ReclassifyReason, RECLASSIFY_REASON_WORDING),
        (RatingLevel, RATING_WORDING),
        (State, STATE_WORDING),
        (StepKind, STEP_WORDING),
        (ReviewLevel, REVIEW_LEVEL_WORDING),
        (CourseState, COURSE_WORDING),
    ],
)
def test_every_kind_has_words(kinds: type[Enum], words: Mapping[Enum, object]) -> None:
    assert set(words) == set(kinds)


def test_every_field_of_a_channel_is_a_field_of_a_filing() -> None:
    fields = set(Filing.__dataclass_fields__)

    assert set(BELONGS_TO) <= fields
    assert {name for names in REQUIRED.values() for name in names} <= fields


def test_an_unlisted_code_stands_for_itself() -> None:
    assert codes_told.worded(codes_told.TRACKS, 6).zh.startswith("信访程序")
    assert codes_told.worded(codes_told.TRACKS, 7) == Wording("7", "7")


@pytest.mark.parametrize(
    ("kind", "details", "zh"),
    [
        (StepKind.ROUTED, {"mode": "transfer"}, ["转送"]),
        (StepKind.ROUTED, {"mode": "pigeon"}, ["pigeon"]),
        (StepKind.LINKED, {"decision": "repeat", "repeat_of": "640425202603010001"}, ["重复信访"]),
        (StepKind.DECLINED, {"reason": "N5"}, ["不属于本机关、单位职权范围"]),
        (StepKind.RECLASSIFIED, {"reason": "place_found"}, ["问题属地已查明"]),
        (StepKind.RESPONSIBILITY_SET, {"due_on": "2026-05-01"}, ["办结时限 2026-05-01"]),
        (StepKind.AGREED, {"due_on": "2026-05-01"}, ["履行期限 2026-05-01"]),
        (StepKind.EXTENDED, {"days": "30", "due_on": "2026-06-01"}, ["延长30日", "办结时限 2026-06-01"]),
        (StepKind.OPINION_DELIVERED, {"delivered_on": "2026-04-01"}, ["送达日期 2026-04-01"]),
        (StepKind.REVIEW_REQUESTED, {"review_level": "re_review"}, ["复核"]),
        (StepKind.REVIEW_DECIDED, {"review_outcome": "changed", "outcome": "support"}, ["变更", "支持诉求"]),
        (StepKind.FOLLOWED_UP, {"reached": "false"}, ["未联系到信访人"]),
        (StepKind.OBJECTION_DECIDED, {"upheld": "true"}, ["异议成立，将另行转送、交办"]),
    ],
)
def test_the_details_of_a_step_are_said_in_words(kind: StepKind, details: dict[str, str], zh: list[str]) -> None:
    assert [detail.zh for detail in details_of(Step(NOW, kind, None, 1, details))] == zh


def test_a_notice_takes_each_wording_in_its_own_language() -> None:
    worded = word(
        NoticeKind.ROUTED_TO, {"at_day": "2026-03-02", "unit": Wording("白阳镇政府", "the township of Baiyang")}
    )

    assert "白阳镇政府" in worded.zh
    assert "the township of Baiyang" in worded.en
