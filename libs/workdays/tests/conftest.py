"""A notice to load, and how the tests load it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from workdays import Calendar

# Dates invented for these tests; the real notice for 2027 is not among them.
NOTICE = """
year = 2027

[[notice]]
title = "国务院办公厅关于2027年部分节假日安排的通知"
reference = "国办发明电〔2026〕0号"

[[holiday]]
name = "元旦"
off = [[2027-01-01, 2027-01-03]]
days = 3
statutory = [2027-01-01]

[[holiday]]
name = "春节"
off = [[2027-02-05, 2027-02-12]]
days = 8
statutory = [2027-02-05, 2027-02-06, 2027-02-07, 2027-02-08]
work = [2027-01-30, 2027-02-20]

[[holiday]]
name = "劳动节"
off = [[2027-05-01, 2027-05-03], 2027-05-04]
days = 4
statutory = [2027-05-01, 2027-05-02]
work = [2027-05-08]

[[holiday]]
name = "国庆节"
off = [[2027-10-01, 2027-10-07]]
days = 7
statutory = [2027-10-01, 2027-10-02, 2027-10-03]
work = [2027-09-26, 2027-10-09]
"""


@pytest.fixture
def notice() -> Callable[..., str]:
    """The text of the notice above with some words replaced, each of which stands in it once."""

    def notice(*replacements: tuple[str, str]) -> str:
        text = NOTICE
        for old, new in replacements:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return text

    return notice


@pytest.fixture
def notice_for() -> Callable[[int], str]:
    """The same notice for another year, without make-up days, since those must fall on weekends."""
    return lambda year: re.sub(r"work = .*\n", "", NOTICE).replace("2027", str(year))


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Calendar]:
    """The published calendar, or another, with the notice in a text."""

    def load(text: str, calendar: Calendar | None = None, **settings: bool) -> Calendar:
        file = tmp_path / "notice.toml"
        file.write_text(text, encoding="utf-8")
        return (calendar or Calendar.published()).with_notice(file, **settings)

    return load
