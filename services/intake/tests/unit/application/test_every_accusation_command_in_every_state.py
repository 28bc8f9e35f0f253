"""Every command on an accusation, in every state, by everybody (第三十条): it happens in silence, or it is refused."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

import pytest
from intake_builders import DISPATCHER, HEAD, NOW, REGISTRAR, a_web_filing
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT

from petition_intake.application import confidential_filing
from petition_intake.domain.accusation_errors import AlreadyPassedOn
from petition_intake.domain.accusation_transfer import Informed, Transfer
from petition_intake.domain.errors import CaseUnknown, Refused
from petition_intake.domain.filing import Accused, Purpose
from petition_intake.domain.officer import Officer
from workdays import local_day

NAMED = Officer(BUREAU, "P0347", frozenset({"accusation_officer"}))
COMPLAINED_OF = replace(NAMED, person="P0348")
OF_THE_ACCUSED_UNIT = Officer(DEPARTMENT, "P0201", frozenset({"accusation_officer"}))
OF_AN_AGENCY = Officer(BUREAU, None, frozenset({"accusation_officer"}))
MAY = {"the named officer": NAMED, "the head": HEAD}
MAY_NOT = {
    "the registrar": REGISTRAR,
    "the dispatcher": DISPATCHER,
    "whom it accuses": COMPLAINED_OF,
    "of the accused unit": OF_THE_ACCUSED_UNIT,
    "an agency's system": OF_AN_AGENCY,
}
Step = Callable[[World, str, Officer], object]


def read(world: World, case_no: str, officer: Officer) -> None:
    confidential_filing.note_reading(world.accusations, officer, case_no, "办理需要", NOW)


def pass_on(world: World, case_no: str, officer: Officer) -> None:
    informed = [Informed.ORGANISATION_DEPARTMENT]
    transfer = Transfer("县纪委监委", None, local_day(NOW), "纪收1号", False, informed, officer.name, NOW)
    confidential_filing.pass_on(world.accusations, world.registers, officer, case_no, transfer)


COMMANDS: dict[str, Step] = {"read": read, "pass on": pass_on}
STATES: dict[str, tuple[Step, ...]] = {
    "registered": (),
    "read": (read,),
    "passed on": (pass_on,),
    "read and passed on": (read, pass_on),
}
REFUSED: dict[tuple[str, str], type[Refused]] = {
    ("passed on", "pass on"): AlreadyPassedOn,
    ("read and passed on", "pass on"): AlreadyPassedOn,
}
"""State and command that does not happen, whoever gives it; it is read in every state."""


@pytest.mark.parametrize("who", [*MAY, *MAY_NOT])
@pytest.mark.parametrize("command", list(COMMANDS))
@pytest.mark.parametrize("state", list(STATES))
def test_every_command_in_every_state_of_an_accusation(state: str, command: str, who: str) -> None:
    world = World()
    accused = Accused(unit=DEPARTMENT, person=COMPLAINED_OF.person, name="某某")
    case_no = world.register(a_web_filing(purpose=Purpose.ACCUSATION, accused=accused)).case_no
    for step in STATES[state]:
        step(world, case_no, NAMED)
    before = deepcopy(world.accusations.get(case_no))
    assert before is not None
    refusal = REFUSED.get((state, command)) if who in MAY else CaseUnknown

    if refusal is None:
        COMMANDS[command](world, case_no, MAY[who])
        after = world.accusations.get(case_no)
        assert after is not None and after.version == before.version + 1
        grown = (len(after.readings) - len(before.readings), after.transfer != before.transfer)
        assert grown == ((1, False) if command == "read" else (0, True))
    else:
        with pytest.raises(refusal) as refused:
            COMMANDS[command](world, case_no, {**MAY, **MAY_NOT}[who])
        assert type(refused.value) is refusal
        assert world.accusations.get(case_no) == before
    assert (world.petitions.told, world.progress.stored) == ([], {})
