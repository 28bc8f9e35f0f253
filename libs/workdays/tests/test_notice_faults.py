"""A notice file that cannot be used is refused, and everything wrong with it is named."""

import pytest

from workdays import Calendar, NoticeError

NOT_DAYS = "is neither a date nor a pair [first, last] of dates"
NOT_NEAR = "is neither in 2027 nor in the December before"

YEAR = "year = 2027"
REFERENCE = 'reference = "国办发明电〔2026〕0号"'
NAME = 'name = "春节"'
OFF = "[[2027-02-05, 2027-02-12]]"
EVE = "2027-02-05, 2027-02-06, "
WORK = "[2027-01-30, 2027-02-20]"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (YEAR, "year = 2027.0", "the file: year must be a whole number, not 2027.0"),
        (YEAR, "", "the file: year is missing"),
        (YEAR, "year = 1", "the file: year 1 is out of range"),
        (YEAR, "year = 9999", "the file: year 9999 is out of range"),
        (YEAR, 'year = 2027\ncounty = "彭阳"', "the file: county is not a known key"),
        ("[[notice]]", "notice = 1\n[other]", "the file: notice must be a list, not 1"),
        (REFERENCE, "", "notice 1: reference is missing"),
        (REFERENCE, 'reference = ""', "notice 1: reference is empty"),
        (NAME, "", "holiday 2: name is missing"),
        (NAME, 'name = "春节"\nfrom = 2027-02-05', "holiday 2: from is not a known key"),
        ("days = 8", 'days = "8"', "holiday 2: days must be a whole number, not '8'"),
        ("days = 8", "days = true", "holiday 2: days must be a whole number, not True"),
        ("days = 8", "days = 7", "holiday 2 (春节): the notice says 7 days off, the dates make 8"),
        ("days = 8", "days = 9", "holiday 2 (春节): the notice says 9 days off, the dates make 8"),
        (OFF, "[]", "holiday 2: off is empty"),
        (OFF, "2027-02-05", "holiday 2: off must be a list, not datetime.date(2027, 2, 5)"),
        (OFF, '["2027-02-05"]', f"holiday 2 (春节): off '2027-02-05' {NOT_DAYS}"),
        (OFF, "[[2027-02-05, 5]]", f"holiday 2 (春节): off [datetime.date(2027, 2, 5), 5] {NOT_DAYS}"),
        (OFF, "[[2027-02-05]]", f"holiday 2 (春节): off [datetime.date(2027, 2, 5)] {NOT_DAYS}"),
        (
            OFF,
            "[[2027-02-12, 2027-02-05]]",
            f"holiday 2 (春节): off [datetime.date(2027, 2, 12), datetime.date(2027, 2, 5)] {NOT_DAYS}",
        ),
        (OFF, f"[{OFF[1:-1]}, 2027-02-12]", "holiday 2 (春节): 2027-02-12 is given twice, first for 春节"),
        (OFF, f"[{OFF[1:-1]}, 2027-01-03]", "holiday 2 (春节): 2027-01-03 is given twice, first for 元旦"),
        (EVE, f"2027-02-04, {EVE}", "holiday 2 (春节): statutory day 2027-02-04 is not among its days off"),
        (EVE, f'"除夕", {EVE}', "holiday 2 (春节): statutory '除夕' is not a date"),
        (
            WORK,
            "[2027-02-19]",
            "holiday 2 (春节): work day 2027-02-19 is not on a weekend, so it is worked anyway",
        ),
        (WORK, "[2027-02-06]", "holiday 2 (春节): 2027-02-06 is given twice, first for 春节"),
        (WORK, "[2026-11-29]", f"holiday 2 (春节): 2026-11-29 {NOT_NEAR}"),
        (WORK, "[2028-01-01]", f"holiday 2 (春节): 2028-01-01 {NOT_NEAR}"),
        (WORK, "[2025-12-27]", f"holiday 2 (春节): 2025-12-27 {NOT_NEAR}"),
        (WORK, "[2027-02-20T00:00:00]", "holiday 2 (春节): work datetime.datetime(2027, 2, 20, 0, 0) is not a date"),
        ("statutory = [2027-01-01]\n", "", "the file: 2027-01-01 (元旦) is not given as a statutory holiday"),
        (
            "[2027-10-01, 2027-10-02, 2027-10-03]",
            "[]",
            "the file: 2027-10-01 (国庆节) is not given as a statutory holiday",
        ),
    ],
)
def test_a_bad_row_is_named(load, notice, old, new, problem):
    with pytest.raises(NoticeError) as refused:
        load(notice((old, new)))
    assert problem in refused.value.problems
    assert f"notice.toml: {problem}" in str(refused.value).splitlines()
    assert refused.value.file_name == "notice.toml"


def test_a_fixed_holiday_left_out_is_named(load, notice):
    text = notice()
    with pytest.raises(NoticeError) as refused:
        load(text[: text.index('[[holiday]]\nname = "劳动节"')])
    assert refused.value.problems == (
        "the file: 2027-05-01 (劳动节) is not given as a statutory holiday",
        "the file: 2027-10-01 (国庆节) is not given as a statutory holiday",
    )


def test_every_bad_row_is_named_at_once(load, notice):
    text = notice(
        (REFERENCE, "reference = 7"),
        ('name = "元旦"', ""),
        ("days = 8", "days = 9"),
        ("work = [2027-05-08]", "work = [2027-05-07]"),
    )
    with pytest.raises(NoticeError) as refused:
        load(text)
    assert refused.value.problems == (
        "notice 1: reference must be a text, not 7",
        "holiday 1: name is missing",
        "holiday 2 (春节): the notice says 9 days off, the dates make 8",
        "holiday 3 (劳动节): work day 2027-05-07 is not on a weekend, so it is worked anyway",
    )


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ("the file: year is missing", "the file: notice is missing", "the file: holiday is missing")),
        ("year = 2027\nnotice = []\nholiday = []", ("the file: notice is empty", "the file: holiday is empty")),
        (
            "year = 2027\nnotice = [1]\nholiday = [2]",
            ("notice 1: must be a table, not 1", "holiday 1: must be a table, not 2"),
        ),
    ],
)
def test_a_file_of_another_shape_is_refused(load, text, problems):
    with pytest.raises(NoticeError) as refused:
        load(text)
    assert refused.value.problems == problems


def test_a_date_that_does_not_exist_is_refused_with_its_line(load, notice):
    text = notice((OFF, "[[2027-02-05, 2027-02-30]]"))
    line = 1 + text[: text.index("2027-02-30")].count("\n")
    with pytest.raises(NoticeError, match=rf"notice\.toml: not TOML: .*\(at line {line}, column"):
        load(text)


def test_a_file_that_cannot_be_read_is_refused(notice, tmp_path):
    with pytest.raises(NoticeError, match=r"absent\.toml: cannot be read: .*No such file"):
        Calendar.published().with_notice(tmp_path / "absent.toml")
    file = tmp_path / "gbk.toml"
    file.write_bytes(notice().encode("gbk"))
    with pytest.raises(NoticeError, match=r"gbk\.toml: cannot be read: .*utf-8"):
        Calendar.published().with_notice(str(file))
