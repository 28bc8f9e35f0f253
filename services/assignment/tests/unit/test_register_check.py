"""Every fault of a register is found, and named by file, line, column and reason."""

import pytest
from assignment_register import COUNTY, GUIDE, MEDIATORS, WARDENS, a_raw_register, with_line, with_other

from petition_assignment.domain.register_check import check_register
from petition_assignment.domain.register_making import make_register
from petition_assignment.domain.register_rows import Fault, RawRegister, RegisterFaulty


def faults(**changes) -> list[tuple[str, int, str, str]]:
    found = check_register(a_raw_register(**changes))
    return [(fault.file, fault.line, fault.column, fault.value) for fault in found]


def test_the_small_county_has_no_fault():
    assert faults() == []


CASES = {
    "township code of another county": (
        with_line("townships", "999999100,外乡,waixiang"),
        [("townships.csv", 4, "code", "999999100"), ("units.csv", 0, "township_code", "999999100")],
    ),
    "township pinyin": (
        with_other("townships", "caomiao", "Cao miao"),
        [("townships.csv", 3, "pinyin", "Cao miao")],
    ),
    "blank name": (with_other("townships", "草庙乡", ""), [("townships.csv", 3, "name", "")]),
    "village twice": (
        with_line("villages", "640425208202,草庙村委会,草庙村,village,640425208"),
        [("villages.csv", 5, "code", "640425208202")],
    ),
    "village kind": (
        with_other("villages", "周沟村,village", "周沟村,hamlet"),
        [("villages.csv", 3, "kind", "hamlet")],
    ),
    "village in an unknown township": (
        with_line("villages", "640425300001,某村,某村,village,640425300"),
        [("villages.csv", 5, "township_code", "640425300"), ("villages.csv", 5, "code", "640425300001")],
    ),
    "village code of another township": (
        with_line("villages", "640425208001,某村,某村,village,640425100"),
        [("villages.csv", 5, "code", "640425208001"), ("villages.csv", 5, "code", "640425208001")],
    ),
    "grid of an unknown village": (
        with_line("small_grids", "640425208999-01,某组,640425208999,group"),
        [("small_grids.csv", 6, "village_code", "640425208999")],
    ),
    "grid code and kind": (
        with_line("small_grids", "640425208202-1,某组,640425208202,field"),
        [("small_grids.csv", 6, "kind", "field"), ("small_grids.csv", 6, "code", "640425208202-1")],
    ),
    "unit code, kind and superior": (
        with_line("units", "Dept Moon,月亮局,,planet,,sun,,"),
        [
            ("units.csv", 12, "kind", "planet"),
            ("units.csv", 12, "code", "Dept Moon"),
            ("units.csv", 12, "superior", "sun"),
        ],
    ),
    "one caller for two units": (
        with_line("units", "court_two,二庭,,court,,,dept_water,"),
        [("units.csv", 12, "caller", "dept_water")],
    ),
    "two bureaus": (
        with_other("units", "hotline_12345,12345热线,,hotline", "hotline_12345,12345热线,,bureau"),
        [
            ("units.csv", 0, "kind", "bureau"),
            *[("units.csv", 11, "code", "hotline_12345")] * 6,
        ],
    ),
    "township of an unknown township": (
        with_other("units", "草庙乡人民政府,,township,640425208", "草庙乡人民政府,,township,640425999"),
        [("units.csv", 6, "township_code", "640425999"), ("units.csv", 0, "township_code", "640425208")],
    ),
    "joint office without a township": (
        with_other("units", "joint_office,640425100", "joint_office,"),
        [("units.csv", 7, "township_code", "")],
    ),
    "serves an unknown township": (
        with_other("units", "640425100;640425208", "640425100;640425999"),
        [("units.csv", 8, "serves", "640425100;640425999")],
    ),
    "superiors in a circle": (
        with_other("units", "县级领导,,county_leadership,,,,", "县级领导,,county_leadership,,dept_water,,"),
        [
            ("units.csv", 3, "superior", "county_leadership"),
            ("units.csv", 10, "superior", "dept_water"),
        ],
    ),
    "person twice, of an unknown unit, with an unknown role": (
        with_line("people", "keeper,某,dept_moon,站长,gardener"),
        [
            ("people.csv", 27, "person_id", "keeper"),
            ("people.csv", 27, "unit", "dept_moon"),
            ("people.csv", 27, "roles", "gardener"),
        ],
    ),
    "person without an id, a post or a role": (
        with_line("people", "a b,某,dept_water,,"),
        [
            ("people.csv", 27, "post", ""),
            ("people.csv", 27, "roles", ""),
            ("people.csv", 27, "person_id", "a b"),
        ],
    ),
    "a unit without a signer": (
        with_other("people", "辰,dept_housing,办公室主任,signer", "辰,dept_housing,办公室主任,handler"),
        [("units.csv", 4, "code", "dept_housing")],
    ),
    "too few to follow up": (
        with_other("people", "壬,petition_bureau,回访员,follow_up_officer", "壬,petition_bureau,回访员,handler"),
        [("people.csv", 0, "roles", "follow_up_officer")],
    ),
    "category code and names": (
        with_line("categories", "01070,农业,,饮水"),
        [("categories.csv", 6, "level2", ""), ("categories.csv", 6, "code", "01070")],
    ),
    "category twice": (
        with_line("categories", "010701,农业农村,水利与饮水,农村人畜饮水"),
        [("categories.csv", 6, "code", "010701")],
    ),
    "a category nobody handles": (
        with_other("catalogue", "R5,*,*,petition_bureau,归口办理", "R5,99,*,petition_bureau,归口办理"),
        [("categories.csv", 4, "code", "030101")],
    ),
    "rule twice, of an unknown unit and place, without a basis": (
        with_line("catalogue", "R1,0107,640425999,dept_moon,"),
        [
            ("catalogue.csv", 7, "rule_id", "R1"),
            ("catalogue.csv", 7, "basis", ""),
            ("catalogue.csv", 7, "place", "640425999"),
            ("catalogue.csv", 7, "unit", "dept_moon"),
        ],
    ),
    "rule for a unit without casework": (
        with_line("catalogue", "R6,9901,*,hotline_12345,依据"),
        [("catalogue.csv", 7, "unit", "hotline_12345")],
    ),
    "rule for no category": (
        with_line("catalogue", "R6,98,*,dept_water,依据"),
        [("catalogue.csv", 7, "category", "98")],
    ),
    "rule for half a level": (
        with_line("catalogue", "R6,010,*,dept_water,依据"),
        [("catalogue.csv", 7, "category", "010")],
    ),
    "two rules for the same": (
        with_line("catalogue", "R6,0107,*,dept_housing,依据"),
        [("catalogue.csv", 7, "place", "*")],
    ),
    "code of a table nobody knows, with letters, without a name": (
        with_line("codes", "mood,A1,"),
        [("codes.csv", 4, "table", "mood"), ("codes.csv", 4, "name", ""), ("codes.csv", 4, "code", "A1")],
    ),
    "word for no category": (
        with_line("category_words", "010799,水价"),
        [("category_words.csv", 3, "category", "010799")],
    ),
    "word of one character": (
        with_line("category_words", "010702,水"),
        [("category_words.csv", 3, "word", "水")],
    ),
    "word twice for its category": (
        with_line("category_words", "010702,水费"),
        [("category_words.csv", 3, "word", "水费")],
    ),
    "code twice in its table": (
        with_line("codes", "problem_cause,01,又一个"),
        [("codes.csv", 4, "code", "01")],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_a_fault_is_named_by_file_line_and_column(changes, expected):
    assert faults(**changes) == expected


@pytest.mark.parametrize(("number", "found"), [(200, []), (201, [("codes.csv", 0, "table", "affiliation")])])
def test_a_code_table_is_short_enough_to_be_read_out_whole(number: int, found: list):
    lines = "\n".join(f"affiliation,{code:03},某系统" for code in range(number))
    assert faults(**with_line("codes", lines)) == found


@pytest.mark.parametrize(
    ("county", "columns"),
    [
        ({}, ["code", "name", "version"]),
        ({**COUNTY, "code": 640425}, ["code"]),
        ({**COUNTY, "name": " "}, ["name"]),
        ({**COUNTY, "counts": {"townships": 2, "big_grids": 3, "small_grids": 4, "other": 9}}, []),
        (
            {**COUNTY, "counts": {"townships": 12, "big_grids": 162, "small_grids": 2293}},
            ["counts.townships", "counts.big_grids", "counts.small_grids"],
        ),
        ({**COUNTY, "settings": {"roll_day_clock_to_working_day": "no"}}, ["settings.roll_day_clock_to_working_day"]),
        ({**COUNTY, "settings": {"roll_day_clock_to_working_day": False}}, []),
        ({**COUNTY, "settings": {"days": 30}, "settings_text": {"days": "{value}日内"}}, []),
        ({**COUNTY, "public_guide": [{**GUIDE[0], "en": ""}]}, ["public_guide.en"]),
        ({**COUNTY, "public_guide": [{**GUIDE[0], "way": "pigeon"}]}, ["public_guide.way"]),
        ({**COUNTY, "public_guide": [GUIDE[0], GUIDE[0]]}, ["public_guide.way"]),
        ({**COUNTY, "settings": {"days": 30}, "settings_text": {"days": "{days}日内"}}, ["settings_text.days"]),
        ({**COUNTY, "settings": {"days": 30}, "settings_text": {"days": " "}}, ["settings_text.days"]),
        *[
            ({**COUNTY, "settings": {name: value}}, [f"settings.{name}"] if value is not good else [])
            for name, good, *bad in (
                ("rating_window_days", 1, 0, -1, "30", True),
                ("public_small_cell", 5, 0, None),
                ("statistical_quarter", "calendar_quarter", "ten_weeks"),
                ("statistical_year", "calendar_year", "october_to_september"),
            )
            for value in (good, *bad)
        ],
        ({**COUNTY, "files": {"units": "units.csv"}}, []),
        ({**COUNTY, "files": {"units": "others.csv", "strange": "strange.csv"}}, ["files.units", "files.strange"]),
    ],
)
def test_the_county_file_is_checked(county: dict, columns: list[str]):
    found = [fault for fault in check_register(a_raw_register(county=county)) if fault.file == "county.toml"]
    assert [fault.column for fault in found] == columns


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("640425208202-02,草庙村一组,640425208202,group", [("small_grids.csv", 6, "name", "草庙村一组")]),
        ("640425208202-02,草庙村二组,640425208202,group", []),
        ("640425208202-02,周沟村一组,640425208202,group", []),
    ],
)
def test_a_group_or_building_of_a_village_lies_in_one_small_grid(line: str, found: list):
    assert faults(**with_line("small_grids", line)) == found


@pytest.mark.parametrize(
    ("grids", "found"),
    [("", [("villages.csv", 5, "code", "640425208203")]), ("640425208203-01,新洼村一组,640425208203,group", [])],
)
def test_no_village_is_left_without_a_small_grid(grids: str, found: list):
    village = with_line("villages", "640425208203,新洼村委会,新洼村,village,640425208")
    assert faults(**village, **(with_line("small_grids", grids) if grids else {})) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("W3,马,640425208202-01", []),
        ("W3,马,640425208202", []),
        ("W3,,640425208202", [("wardens.csv", 4, "name", "")]),
        ("W3,马,640425208202-99", [("wardens.csv", 4, "grid_code", "640425208202-99")]),
        ("W3,马,640425208", [("wardens.csv", 4, "grid_code", "640425208")]),
        ("W3,马,640425100001", [("wardens.csv", 4, "grid_code", "640425100001")]),
        ("W1,马,640425208202", [("wardens.csv", 4, "warden_id", "W1")]),
        ("W 3,马,640425208202", [("wardens.csv", 4, "warden_id", "W 3")]),
        ("auditor,马,640425208202", [("wardens.csv", 4, "warden_id", "auditor")]),
    ],
)
def test_a_warden_has_a_name_and_one_grid_that_nobody_else_has(line: str, found: list):
    assert faults(wardens=f"{WARDENS.rstrip()}\n{line}") == found


def test_what_could_not_be_read_is_all_that_is_reported():
    unreadable = Fault("units.csv", 0, "", "", "读不到文件", "the file cannot be read")
    assert check_register(RawRegister({}, {}, [unreadable])) == [unreadable]


def test_a_faulty_register_is_refused_with_every_fault():
    with pytest.raises(RegisterFaulty) as refused:
        make_register(a_raw_register(**with_line("catalogue", "R1,0107,640425999,dept_moon,")), 1)
    assert len(refused.value.faults) == 4
    assert refused.value.values == {"count": 4}


def test_a_fault_reads_as_one_line():
    fault = Fault("units.csv", 12, "code", "X", "不对", "wrong")
    assert str(fault) == "units.csv:12 code='X': 不对 / wrong"
    assert str(Fault("units.csv", 0, "code", "X", "不对", "wrong")).startswith("units.csv code=")


@pytest.mark.parametrize(
    ("line", "column", "value"),
    [
        ("M6,马,peoples,640425100,joint_office_baiyang,0107;03,2026-01-01,2026-01-02", None, ""),
        ("M6,马,peoples,,dept_water,010701,2026-01-01,", None, ""),
        ("M1,马,peoples,,dept_water,,2026-01-01,", "mediator_id", "M1"),
        ("M 6,马,peoples,,dept_water,,2026-01-01,", "mediator_id", "M 6"),
        ("auditor,马,peoples,,dept_water,,2026-01-01,", "mediator_id", "auditor"),
        ("W1,马,peoples,,dept_water,,2026-01-01,", "mediator_id", "W1"),
        ("M6,,peoples,,dept_water,,2026-01-01,", "name", ""),
        ("M6,马,friend,,dept_water,,2026-01-01,", "kind", "friend"),
        ("M6,马,peoples,640425999,dept_water,,2026-01-01,", "township_code", "640425999"),
        ("M6,马,peoples,,nobody,,2026-01-01,", "unit", "nobody"),
        ("M6,马,peoples,,,,2026-01-01,", "unit", ""),
        ("M6,马,peoples,,dept_water,0107;02,2026-01-01,", "categories", "0107;02"),
        ("M6,马,peoples,,dept_water,010,2026-01-01,", "categories", "010"),
        ("M6,马,peoples,,dept_water,,,", "listed_on", ""),
        ("M6,马,peoples,,dept_water,,20260101,", "listed_on", "20260101"),
        ("M6,马,peoples,,dept_water,,2026-02-30,", "listed_on", "2026-02-30"),
        ("M6,马,peoples,,dept_water,,2026-01-01,2026-01-01", "delisted_on", "2026-01-01"),
        ("M6,马,peoples,,dept_water,,2026-01-01,soon", "delisted_on", "soon"),
    ],
)
def test_every_entry_of_the_list_of_mediators_can_be_relied_on(line: str, column: str | None, value: str):
    found = faults(wardens=WARDENS, mediators=f"{MEDIATORS.rstrip()}\n{line}")
    assert found == ([("mediators.csv", 7, column, value)] if column else [])
