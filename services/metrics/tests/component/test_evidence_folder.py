"""The folder of evidence over the bus: approved by another person, watermarked, in both forms."""

from __future__ import annotations

import base64
import csv
import io
from typing import Any

import pytest
from metrics_asking import YEAR_END
from metrics_running import Metrics
from metrics_story import BUREAU, CAOMIAO, Story
from openpyxl import load_workbook

from petition_client import Refused

HEAD, TAKER, AUDITOR = "P017", "P001", "P070"
APPROVAL = {"year": 2026, "for_person": TAKER, "until_on": YEAR_END.date().isoformat(), "reason": "迎接检查"}


def test_an_approved_section_is_a_file_with_watermark_figures_and_case_numbers(metrics: Metrics, story: Story) -> None:
    register = story.register("2026-01-01", 2, 3, 4)
    register.data["people"].append({"person_id": HEAD, "unit": BUREAU, "roles": ["bureau_head"]})
    story.visit("640425202603010001", "2026-03-01", 2)
    story.settled("640425202603010001", "2026-03-01")
    metrics.publish(story.told)
    metrics.start("worker")
    metrics.start("rpc")
    metrics.await_heard(len(story.told))
    export_no = metrics.ask(BUREAU, "approve_evidence_folder", APPROVAL, actor=HEAD)["export_no"]

    def take(form: str, caller: str = BUREAU, actor: str = TAKER) -> dict[str, Any]:
        asked = {"export_no": export_no, "section": "platform", "form": form}
        return metrics.ask(caller, "export_evidence_folder", asked, actor=actor)

    told = take("xlsx")
    rows = list(load_workbook(io.BytesIO(base64.b64decode(told["content"]))).active.iter_rows(values_only=True))
    assert (told["file_name"], told["rows"], told["complete"]) == ("好平台_2026.xlsx", len(rows) - 2, True)
    assert all(said in rows[0][0] for said in (export_no, TAKER, HEAD, "2026-12-31 18:00:00"))
    listed = [dict(zip(rows[1], row, strict=True)) for row in rows[2:]]
    persons = [row for row in listed if row["指标代码"] == "settled_persons"]
    assert [(row["结果"], row["编号"], row["计入数"]) for row in persons] == [
        ("2", None, None),
        (None, "640425202603010001", 2),
    ]
    text = base64.b64decode(take("csv")["content"]).decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text, newline="")))) == len(rows)

    refusals: list[tuple[Any, str]] = [
        (lambda: metrics.ask(BUREAU, "approve_evidence_folder", APPROVAL, actor=TAKER), "FORBIDDEN"),
        (lambda: take("csv", CAOMIAO, AUDITOR), "NOT_APPROVED_FOR_YOU"),
        (lambda: take("csv", CAOMIAO, "P050"), "FORBIDDEN"),
    ]
    for attempt, code in refusals:
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.code == code
