"""A list taken out over the bus: approved, watermarked, in both forms, cut where the setting says."""

from __future__ import annotations

import base64
import csv
import io
from typing import Any

import pytest
from openpyxl import load_workbook
from supervision_builders import BUREAU, DAY, START, TOWNSHIP
from supervision_neighbours import Neighbours

from petition_client import Refused

APPROVAL = {
    "ledger": "problems",
    "unit": TOWNSHIP,
    "for_person": "P0201",
    "until_on": "2026-03-03",
    "reason": "迎接检查",
}


OTHERS = ("supervisions", "hand_downs", "leader_cases", "key_villages", "appraisals")


def test_an_approved_list_is_a_file_with_watermark_and_harmless_cells(around: Neighbours) -> None:
    for number in range(3):
        data = {"source": "grid_patrol", "matter": f"=HYPERLINK({number})", "found_on": "2026-03-02"}
        around.call("record_problem", TOWNSHIP, data, actor="P0201", key=f"p-{number}")
    with pytest.raises(Refused) as refused:
        around.call("approve_export", TOWNSHIP, APPROVAL, actor="P0201", key="e-0")
    assert refused.value.code == "FORBIDDEN"
    approved = around.call("approve_export", BUREAU, APPROVAL, actor="P0017", key="e-1")

    def take(form: str, caller: str = TOWNSHIP, actor: str = "P0201") -> dict[str, Any]:
        asked = {"export_no": approved["export_no"], "form": form}
        return around.call("export_ledger", caller, asked, actor=actor)

    told = take("csv")
    lines = list(csv.reader(io.StringIO(base64.b64decode(told["content"]).decode("utf-8-sig"), newline="")))
    assert (told["rows"], told["complete"], told["file_name"]) == (3, True, f"问题清单_{TOWNSHIP}_2026-03-02.csv")
    assert "P0201" in lines[0][0] and "P0017" in lines[0][0] and "2026-03-02 09:00:00" in lines[0][0]
    matter = lines[1].index("事由")
    assert [line[matter] for line in lines[2:]] == [f"'=HYPERLINK({number})" for number in range(3)]
    book = load_workbook(io.BytesIO(base64.b64decode(take("xlsx")["content"])))
    rows = list(book.active.iter_rows(values_only=True))
    assert [list(row)[matter] for row in rows[2:]] == [line[matter] for line in lines[2:]]

    with pytest.raises(Refused) as refused:
        take("csv", BUREAU, "P0018")
    assert refused.value.code == "NOT_APPROVED_FOR_YOU"
    for ledger in OTHERS:
        of_the_county = {**APPROVAL, "ledger": ledger, "unit": None, "for_person": "P0018"}
        number = around.call("approve_export", BUREAU, of_the_county, actor="P0017", key=f"e-{ledger}")["export_no"]
        empty = around.call("export_ledger", BUREAU, {"export_no": number, "form": "csv"}, actor="P0018")
        assert (empty["rows"], empty["complete"]) == (0, True)

    around.at(START + 2 * DAY)
    with pytest.raises(Refused) as refused:
        take("csv")
    assert refused.value.code == "APPROVAL_LAPSED"
