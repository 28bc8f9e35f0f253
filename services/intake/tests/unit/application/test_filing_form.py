"""畅通网络信访渠道: a page drawn from the form takes in every filing the law wants registered, and asks no more."""

from __future__ import annotations

from typing import Any

import pytest
from intake_builders import NOW
from intake_fakes import World
from intake_register import BAIYANG, CATEGORY, VILLAGE
from marshmallow import ValidationError

from petition_intake.application.tracking import track_petition
from petition_intake.domain.errors import Refused
from petition_intake.domain.filing_form import FilledIn
from petition_intake.domain.forms import Form
from petition_intake.entrypoints.filing_form_rpc import GetFilingForm, get_filing_form
from petition_intake.entrypoints.filing_schema import RegisterPetition, filing_of

ANSWERS: dict[str, Any] = {
    "category": CATEGORY,
    "place": {"township_code": BAIYANG, "village_code": VILLAGE},
    "request": "请求核实承包地面积。",
    "petitioners": [{"name": "测试人丙", "address": "白阳镇政府街社区3号"}],
    "received_at": "2026-03-01T09:00:00+08:00",
    "postmarked_on": "2026-02-26",
    "ticket_no": "GD202603010007",
    "headcount": 1,
    "representatives": 1,
    "hand_down": {
        "issuer": "region_petition_bureau",
        "issuer_level": "region",
        "document_no": "宁信交〔2026〕1号",
        "feedback_due_on": "2026-05-01",
    },
}


def form_of(form: Form, **asked: Any) -> dict[str, Any]:
    return get_filing_form(None, None, GetFilingForm().load({"form": form.value, **asked}))  # type: ignore[arg-type]


def answered(item: dict[str, Any]) -> Any:
    """What somebody would fill in here."""
    if item["kind"] == "choice":
        return item["choices"][-1]["code"]
    return True if item["kind"] == "yes_no" else ANSWERS[item["field"]]


def needed(form: Form) -> dict[str, Any]:
    """A request with what the form needs and nothing else."""
    page = form_of(form)
    asked = [item for item in page["fields"] if item["required"] or item["required_unless"]]
    return {
        "channel": page["channel"]["code"],
        "form": page["form"]["code"],
        **{item["field"]: answered(item) for item in asked},
    }


def register(world: World, request: dict[str, Any]) -> str:
    return str(world.register(filing_of(RegisterPetition().load(request))).case_no)


@pytest.mark.parametrize("form", list(Form))
def test_whoever_fills_in_what_is_needed_is_registered_and_gets_a_query_code(world: World, form: Form) -> None:
    case_no = register(world, needed(form))

    assert track_petition(world.files, world.office, case_no, world.code(case_no), NOW)["case_no"] == case_no


@pytest.mark.parametrize(
    ("form", "field"), [(form, field) for form in Form for field in needed(form) if field not in ("channel", "form")]
)
def test_without_any_one_of_the_needed_fields_nothing_is_registered(world: World, form: Form, field: str) -> None:
    request = needed(form)
    del request[field]

    with pytest.raises((Refused, ValidationError)) as refused:
        register(world, request)

    error = refused.value
    assert field in (error.normalized_messages() if isinstance(error, ValidationError) else (error.field,))


@pytest.mark.parametrize("form", [Form.WEB, Form.MOBILE, Form.WECHAT, Form.CALL])
def test_who_files_without_a_name_needs_none(world: World, form: Form) -> None:
    request = {**needed(form), "anonymous": True}
    del request["petitioners"]

    assert register(world, request)


@pytest.mark.parametrize("form", [Form.WEB, Form.MOBILE, Form.WECHAT])
def test_the_petitioners_page_asks_nothing_only_an_office_knows(form: Form) -> None:
    own = {item["field"] for item in form_of(form, filled_in_by="petitioner")["fields"]}
    offices = {item["field"] for item in form_of(form, filled_in_by="office")["fields"]}

    assert {"request", "category", "place", "petitioners", "secrecy"} <= own
    assert offices == {"received_at", "identity_unclear"}
    assert own.isdisjoint(offices)
    accused = next(item for item in form_of(form, filled_in_by="petitioner")["fields"] if item["field"] == "accused")
    assert [part["field"] for part in accused["fields"]] == ["unit", "name", "post"]
    assert accused["purposes"] == ["accusation"]


@pytest.mark.parametrize("form", list(Form))
def test_a_form_has_no_field_that_a_filing_of_its_channel_may_not_have(world: World, form: Form) -> None:
    request = needed(form)
    spare = [item for item in form_of(form)["fields"] if item["kind"] == "yes_no" and item["field"] != "anonymous"]

    assert register(world, {**request, **{item["field"]: True for item in spare}})


def test_bounds_and_words_are_those_of_the_request() -> None:
    fields = {item["field"]: item for item in form_of(Form.WECHAT)["fields"]}

    assert fields["request"]["most"] == 4000
    assert fields["headcount"]["least"] == 1
    assert fields["category"]["choices_from"] == "assignment.list_categories"
    assert [choice["zh"] for choice in fields["purpose"]["choices"]] == ["建议意见", "检举控告", "申诉求决"]
    assert all(note["zh"] and note["en"] for note in form_of(Form.VISIT)["notes"])
    assert len(form_of(Form.VISIT)["notes"]) == len(form_of(Form.WEB)["notes"]) + 1


def test_whose_fields_are_wanted_is_one_of_two() -> None:
    assert {one.value for one in FilledIn} == {"petitioner", "office"}
    with pytest.raises(ValidationError, match="filled_in_by"):
        GetFilingForm().load({"form": "web", "filled_in_by": "nobody"})
