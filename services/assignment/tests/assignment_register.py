"""A county small enough to read: two townships, three villages, four small grids, eight units."""

from petition_assignment.domain.register import Register
from petition_assignment.domain.register_making import make_register
from petition_assignment.domain.register_rows import RawRegister, Row

TABLES = {
    "townships.csv": """
        code,name,pinyin
        640425100,白阳镇,baiyang
        640425208,草庙乡,caomiao
    """,
    "villages.csv": """
        code,name,short_name,kind,township_code
        640425100001,政府街社区居委会,政府街社区,community,640425100
        640425100200,周沟村委会,周沟村,village,640425100
        640425208202,草庙村委会,草庙村,village,640425208
    """,
    "small_grids.csv": """
        code,name,village_code,kind
        640425100001-01,政府街社区1号楼,640425100001,building
        640425100200-01,周沟村一组,640425100200,group
        640425100200-02,周沟村二组,640425100200,group
        640425208202-01,草庙村一组,640425208202,group
    """,
    "units.csv": """
        code,name,aliases,kind,township_code,superior,caller,serves
        petition_bureau,彭阳县信访局,县信访局,bureau,,county_leadership,petition_bureau,
        dept_water,彭阳县水务局,县水务局,department,,county_leadership,dept_water,
        dept_housing,彭阳县住房和城乡建设局,县住建局;县住房局,department,,county_leadership,dept_housing,
        township_baiyang,白阳镇人民政府,,township,640425100,county_leadership,township_baiyang,
        township_caomiao,草庙乡人民政府,,township,640425208,county_leadership,township_caomiao,
        joint_office_baiyang,白阳镇联席办,白阳镇综治中心,joint_office,640425100,township_baiyang,joint_office_baiyang,
        court_baiyang,白阳人民法庭,,court,640425100,,court_baiyang,640425100;640425208
        water_station,草庙水利站,,justice_office,640425208,dept_water,,
        county_leadership,县级领导,,county_leadership,,,,
        hotline_12345,12345热线,,hotline,,,hotline_12345,
    """,
    "people.csv": """
        person_id,name,unit,post,roles
        leader1,甲,county_leadership,县长,county_leader
        leader2,乙,county_leadership,副县长,county_leader
        leader3,丙,county_leadership,副县长,county_leader
        leader4,丁,county_leadership,副书记,county_leader
        bureau_head,戊,petition_bureau,局长,bureau_head;unit_head
        dispatcher,己,petition_bureau,分办员,dispatcher;signer;registrar
        bureau_handler,庚,petition_bureau,承办员,handler
        caller1,辛,petition_bureau,回访员,follow_up_officer
        caller2,壬,petition_bureau,回访员,follow_up_officer
        water_head,子,dept_water,局长,unit_head
        water_signer,丑,dept_water,办公室主任,signer;registrar
        water_handler,寅,dept_water,承办员,handler
        housing_head,卯,dept_housing,局长,unit_head
        housing_signer,辰,dept_housing,办公室主任,signer
        housing_handler,巳,dept_housing,承办员,handler
        baiyang_head,午,township_baiyang,镇长,unit_head;township_leader
        baiyang_deputy,癸,township_baiyang,副镇长,township_leader
        baiyang_signer,未,township_baiyang,办公室,signer;registrar
        baiyang_handler,申,township_baiyang,承办员,handler
        caomiao_head,酉,township_caomiao,乡长,unit_head
        caomiao_signer,戌,township_caomiao,办公室,signer
        caomiao_handler,亥,township_caomiao,承办员,handler
        judge,法,court_baiyang,庭长,unit_head
        keeper,水,water_station,站长,handler
        auditor,审,county_leadership,审计员,auditor
    """,
    "categories.csv": """
        code,level1,level2,level3
        010701,农业农村,水利与饮水,农村人畜饮水
        010702,农业农村,水利与饮水,灌溉水费
        030101,城乡建设,房屋,物业服务
        990101,其他,其他,其他
    """,
    "catalogue.csv": """
        rule_id,category,place,unit,basis
        R1,0107,*,dept_water,三定职责
        R2,010702,*,@township,属地管理
        R3,0107,640425100,township_baiyang,属地例外
        R4,0107,640425100200-01,dept_housing,属地例外
        R5,*,*,petition_bureau,归口办理
    """,
    "codes.csv": """
        table,code,name
        problem_cause,01,政策规定不明确
        id_kind,01,居民身份证
    """,
    "category_words.csv": """
        category,word
        010702,水费
    """,
    "wardens.csv": "warden_id,name,grid_code",
    "mediators.csv": "mediator_id,name,kind,township_code,unit,categories,listed_on,delisted_on",
}

WARDENS = """
    warden_id,name,grid_code
    W1,牛,640425100001
    W2,羊,640425100200-02
"""
"""A file the county may do without: a big grid's head and a small grid's warden, every other post is vacant."""

MEDIATORS = """
    mediator_id,name,kind,township_code,unit,categories,listed_on,delisted_on
    M1,调甲,peoples,640425100,joint_office_baiyang,,2026-01-01,
    M2,调乙,industry,,dept_water,0107;03,2026-01-01,
    M3,调丙,lawyer,,dept_housing,010702,2026-03-03,2026-03-06
    M4,调丁,judicial,640425208,water_station,,2026-01-01,
    M5,调戊,elder,640425100,township_baiyang,0107,2026-01-01,
"""
"""Whom the county lists: a township's own and the county's, for any matter and for some; one for three days alone."""

LABEL = "党建引领基层社会治理“1+1+3”工作机制"
GUIDE = [
    {"way": "letter", "zh": "来信寄县信访局。", "en": "By letter.", "hours_zh": "随时", "hours_en": "at any time"},
    {"way": "follow", "zh": "凭查询码查询。", "en": "By query code.", "hours_zh": "全天", "hours_en": "always"},
]
COUNTY = {
    "code": "640425",
    "name": "彭阳县",
    "version": "2026.1",
    "settings": {"rating_window_days": 30, "mechanism_label": LABEL},
    "settings_text": {"rating_window_days": "信访人可在{value}日内评价"},
    "public_guide": GUIDE,
}


def rows(file: str, text: str) -> list[Row]:
    lines = [line.strip().split(",") for line in text.strip().splitlines()]
    return [
        Row(file, number, dict(zip(lines[0], cells, strict=True))) for number, cells in enumerate(lines[1:], start=2)
    ]


def a_raw_register(*, county: dict | None = None, **changes: str) -> RawRegister:
    """The small county; `units="…"` puts another table in the place of `units.csv`."""
    texts = {file: changes.get(file.removesuffix(".csv"), text) for file, text in TABLES.items()}
    tables = {file: rows(file, text) for file, text in texts.items()}
    return RawRegister(tables, COUNTY if county is None else county)


def with_line(table: str, line: str) -> dict[str, str]:
    """A change that adds a line to a table."""
    return {table: f"{TABLES[f'{table}.csv'].rstrip()}\n{line}"}


def with_other(table: str, old: str, new: str) -> dict[str, str]:
    """A change that replaces a piece of a table."""
    text = TABLES[f"{table}.csv"]
    if old not in text:
        raise ValueError(f"{old!r} is not in {table}")
    return {table: text.replace(old, new)}


def a_register(version: int = 1, **changes: str) -> Register:
    return make_register(a_raw_register(**changes), version)
