"""A row of an exchange list as a filing."""

from __future__ import annotations

from datetime import date

import pytest
from exchange_rows import HAND_DOWN_ROW, ROW, a_row

from petition_intake.domain.channels import Channel
from petition_intake.domain.exchange_columns import COLUMNS, FORM_OF_WORD, MARKS_A_PERSON, OWN_COLUMNS, TAKEN
from petition_intake.domain.exchange_errors import ColumnEmpty, ColumnUnknown, ColumnUnusable
from petition_intake.domain.exchange_reading import filing_of_row
from petition_intake.domain.filing import Purpose
from petition_intake.domain.forms import Form
from petition_intake.domain.levels import Level
from petition_intake.domain.people import Petitioner
from petition_intake.domain.register import Place


def test_the_national_record_has_51_columns_each_once() -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 51
    assert COLUMNS[7:9] == ("信访人数", "涉及人数")
    assert {*COLUMNS, *OWN_COLUMNS} >= TAKEN


def test_a_row_states_a_filing() -> None:
    filing = filing_of_row(ROW, "region_platform")

    assert (filing.channel, filing.form, filing.purpose) == (Channel.WEB, Form.WECHAT, Purpose.APPEAL)
    assert filing.place == Place("640425100", "640425100001", "640425100001-01")
    assert filing.petitioners == (
        Petitioner("马志林", "13909540001", "白阳镇政府街1号", None),
        Petitioner("李秀英", None, "白阳镇政府街2号", None),
    )
    assert (filing.request, filing.facts) == ("供暖不足", "今年以来室内只有12度。")
    assert filing.references == ("exchange|region_platform|NX2026-7788",)
    assert filing.received_at is not None
    assert filing.received_at.isoformat() == "2026-03-01T09:30:00+08:00"


def test_a_row_of_a_hand_down_list_is_known_by_both_its_numbers() -> None:
    filing = filing_of_row(HAND_DOWN_ROW, "region_platform")

    assert filing.hand_down is not None
    assert (filing.hand_down.issuer_level, filing.hand_down.feedback_due_on) == (Level.REGION, date(2026, 6, 30))
    assert filing.references == (
        "exchange|region_platform|NX2026-9001",
        "handed_down|region_petition_bureau|宁信交〔2026〕12号",
    )


@pytest.mark.parametrize("word", sorted(FORM_OF_WORD))
def test_every_word_for_a_form_is_read(word: str) -> None:
    row = {**HAND_DOWN_ROW, "信访形式": word, "热线工单号": "GD1", "信访人数": "2"}

    assert filing_of_row(row, "region_platform").form is FORM_OF_WORD[word]


@pytest.mark.parametrize(("came", "speak"), [("5", 5), ("6", 5), ("1", 1), ("", 1)])
def test_a_visit_without_a_word_on_representatives_has_at_most_five(came: str, speak: int) -> None:
    assert filing_of_row(a_row(信访形式="来访", 信访人数=came), "x").representatives == speak


@pytest.mark.parametrize("column", ["信访件编号", "信访形式", "信访目的代码", "问题属地代码", "内容分类代码"])
def test_what_a_registration_needs_is_asked_for_by_column(column: str) -> None:
    with pytest.raises(ColumnEmpty) as refused:
        filing_of_row(a_row(**{column: " "}), "region_platform")
    assert refused.value.field == column


def test_a_row_without_any_text_is_not_registered() -> None:
    with pytest.raises(ColumnEmpty):
        filing_of_row(a_row(概况信息="", 投诉内容=""), "region_platform")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("信访形式", "口信"),
        ("信访目的代码", "求助"),
        ("信访日期", "三月一日"),
        ("信访人数", "0"),
        ("信访人数", "100001"),
        ("信访人数", "几个"),
        ("匿名标志", "也许"),
        ("住址", "一、二、三"),
        ("信访件编号", "N" * 39),
        ("投诉内容", "长" * 4001),
    ],
)
def test_what_cannot_be_read_is_refused_by_column(column: str, value: str) -> None:
    with pytest.raises(ColumnUnusable) as refused:
        filing_of_row(a_row(**{column: value}), "region_platform")
    assert refused.value.field == column


@pytest.mark.parametrize(
    ("column", "value"), [("信访人数", "100000"), ("信访件编号", "N" * 38), ("投诉内容", "长" * 4000)]
)
def test_the_longest_and_the_most_are_read(column: str, value: str) -> None:
    assert filing_of_row(a_row(**{column: value}), "region_platform")


def test_a_refusal_does_not_repeat_what_somebody_wrote() -> None:
    with pytest.raises(ColumnUnusable) as refused:
        filing_of_row(a_row(投诉内容="马志林说" * 1001), "region_platform")
    assert "马志林" not in refused.value.zh.format(field=refused.value.field, **refused.value.values)


def test_a_column_nobody_knows_is_refused() -> None:
    with pytest.raises(ColumnUnknown) as refused:
        filing_of_row(a_row(政治面貌="群众"), "region_platform")
    assert refused.value.field == "政治面貌"


def test_a_column_of_the_record_that_is_not_taken_changes_nothing() -> None:
    assert filing_of_row(a_row(**{MARKS_A_PERSON: "1", "登记人": "某人"}), "x") == filing_of_row(ROW, "x")
