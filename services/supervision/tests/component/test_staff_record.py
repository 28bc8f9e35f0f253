"""The county's staff record, put on record by command: the figures of the article come out, with the lists behind."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from supervision_builders import BUREAU, UNITS
from supervision_neighbours import PEOPLE, Neighbours

COUNTY = Path(__file__).resolve().parents[4] / "deploy" / "county" / "pengyang"
HEAD = {"caller": BUREAU, "actor": "P0017"}


def rows(name: str) -> list[dict[str, str]]:
    with (COUNTY / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [{key: value for key, value in row.items() if key != "invented"} for row in csv.DictReader(file)]


def tell_the_countys_register(around: Neighbours) -> None:
    units: list[dict[str, Any]] = [
        {"code": row["code"], "kind": row["kind"], "superior": row["superior"], "township_code": row["township_code"]}
        for row in rows("units")
    ]
    people = [
        {"person_id": row["person_id"], "unit": row["unit"], "roles": row["roles"].split(";")} for row in rows("people")
    ]
    known = [{"person_id": id, "unit": unit, "roles": roles} for id, (unit, roles) in PEOPLE.items()]
    callers = [{"caller": code, "unit": code} for code in UNITS.units]
    told = {"units": units, "villages": [], "people": [*people, *known], "callers": callers}
    around.tell("assignment", "register_published.v1", "register", **told)
    around.settle()


def test_the_figures_of_the_article_come_out_of_what_was_recorded(around: Neighbours) -> None:
    tell_the_countys_register(around)
    for number, move in enumerate(rows("staff_moves")):
        around.call("record_staff_move", data=move, key=f"m-{number}", **HEAD)
    for number, honour in enumerate(rows("honours")):
        around.call("record_honour", data={**honour, "year": int(honour["year"])}, key=f"h-{number}", **HEAD)
    for number, term in enumerate(rows("office_heads")):
        around.call("record_office_head", data=term, key=f"o-{number}", **HEAD)

    figures = around.call("get_staff_figures", **HEAD)
    assert (figures["moves_since"], figures["honours_since"]) == (2020, 2017)
    assert figures["moves"] == {"directors_moved": 3, "rank_promotions": 2, "young_cadres_rotated": 6}
    for figure, count in figures["moves"].items():
        assert len(around.call("list_staff_moves", data={"figure": figure}, **HEAD)["items"]) == count
    honours = around.call("list_honours", data={}, **HEAD)["items"]
    assert len(honours) == figures["honours"] == 4 and honours[0]["year"] == 2017
    assert [one["year"] for one in honours if one["person"] == "P0012"] == [2021, 2022]

    vacancies = around.call("list_office_vacancies", **HEAD)
    assert (vacancies["offices"], vacancies["headed"]) == (12, 10)
    assert [row["unit"] for row in vacancies["items"]] == ["joint_office_jiaocha", "joint_office_xiaocha"]
    for cursor, unit, following in (
        (None, "joint_office_jiaocha", "joint_office_jiaocha"),
        ("joint_office_jiaocha", "joint_office_xiaocha", None),
    ):
        one_page = around.call("list_office_vacancies", data={"limit": 1, "cursor": cursor}, **HEAD)
        assert ([row["unit"] for row in one_page["items"]], one_page["next"]) == ([unit], following)
        assert (one_page["offices"], one_page["headed"]) == (12, 10)
    around.call("end_office_head", data={"unit": "joint_office_caomiao", "until": "2026-03-01"}, key="e-1", **HEAD)
    (first, *_) = around.call("list_office_vacancies", **HEAD)["items"]
    assert (first["unit"], first["vacant_since"]) == ("joint_office_caomiao", "2026-03-01")
