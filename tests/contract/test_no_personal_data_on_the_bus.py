"""No event has a field that could hold who a petitioner or an officer is, or what somebody wrote."""

from __future__ import annotations

from wire_catalogue.contracts import EventContract

PERSONAL = {
    "address",
    "birth_date",
    "birthday",
    "email",
    "full_name",
    "gender",
    "home",
    "id_card",
    "id_no",
    "id_number",
    "mobile",
    "name",
    "occupation",
    "officer_name",
    "person_name",
    "petitioner",
    "petitioner_name",
    "petitioners",
    "phone",
    "phone_number",
    "query_code",
    "telephone",
    "wechat",
}
FREE_TEXT = {
    "appeal",
    "comment",
    "content",
    "description",
    "facts",
    "note",
    "opinion",
    "override_reason",
    "reason",
    "remark",
    "request",
    "subject_matter",
    "summary",
    "text",
    "title",
}
NAMES_OF_THINGS = {"townships[].name", "villages[].name", "grids[].name", "units[].name", "codes[].name"}
"""Places, units and codes have names; nobody is told apart by them."""


def test_no_event_has_a_field_for_personal_data(contracts: list[EventContract]) -> None:
    found = [
        f"{one.type}: {field.path}"
        for one in contracts
        for field in one.fields()
        if field.name in PERSONAL and field.path not in NAMES_OF_THINGS
    ]

    assert found == []


def test_no_event_has_a_field_for_free_text(contracts: list[EventContract]) -> None:
    """Somebody would write a name into it. A reason travels as a code."""
    found = [
        f"{one.type}: {field.path}"
        for one in contracts
        for field in one.fields()
        if field.name in FREE_TEXT and not field.values
    ]

    assert found == []


def test_an_accusation_is_not_so_much_as_named(contracts: list[EventContract]) -> None:
    """《信访工作条例》第三十条: nothing of it may reach those it is about, not even that there is one."""
    for contract in contracts:
        values = {value for field in contract.fields() for value in field.values}

        assert "accusation" not in values, contract.type
