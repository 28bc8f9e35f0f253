"""The verbs by which a case's parts change together are for the rules: no other layer moves a case by hand."""

from __future__ import annotations

import ast
from pathlib import Path

import petition_assignment
from petition_assignment.application import beside, handling, reviewing
from petition_assignment.domain.beside_duties import BESIDE_DUTIES
from petition_assignment.domain.case_record import CaseRecord
from petition_assignment.domain.commands import Command
from petition_assignment.domain.review_duties import REVIEW_DUTIES
from petition_assignment.domain.states import DUTIES

SOURCE = Path(petition_assignment.__file__).parent
FOR_USE_CASES = {"enter", "did", "did_beside"}
READING = {"belongs_to", "filed_at_own_window", "mode", "routed_unit"}
VERBS = {name for name in vars(CaseRecord) if not name.startswith("_") and callable(getattr(CaseRecord, name))}


def calls(folder: str) -> set[str]:
    called = set()
    for file in (SOURCE / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                value = node.func.value
                if isinstance(value, ast.Name) and value.id == "case":
                    called.add(node.func.attr)
    return called


def test_only_the_domain_moves_a_case():
    outside = calls("application") | calls("adapters") | calls("entrypoints")
    assert {"record", "move_to", "start", "stop"} <= VERBS & calls("domain")
    assert outside & VERBS <= FOR_USE_CASES | READING


def test_every_command_has_one_step_and_one_row_of_duties():
    assert set(handling.STEPS) | set(reviewing.STEPS) | set(beside.STEPS) == set(Command.__subclasses__())
    assert {command.name for command in handling.STEPS} == set(DUTIES)
    assert {command.name for command in beside.STEPS} == set(BESIDE_DUTIES)
    assert {command.name for command in reviewing.STEPS} == {*REVIEW_DUTIES, "reopen_on_new_facts"}
