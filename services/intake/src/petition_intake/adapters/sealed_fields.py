"""What the store gets sealed: petitioners, their words and materials, and what officers wrote about them.

In clear stay numbers, times, units, states and codes, by which lists are made.
"""

from __future__ import annotations

from dataclasses import fields

from petition_intake.adapters.mongo_accesses import ACCESSES
from petition_intake.adapters.mongo_disputes import DISPUTES
from petition_intake.adapters.mongo_files import ACCUSATIONS, PETITIONERS, PETITIONS, PROGRESS
from petition_intake.adapters.mongo_joint_receptions import JOINT_RECEPTIONS
from petition_intake.adapters.mongo_materials import OF_ACCUSATIONS, OF_PETITIONS
from petition_intake.adapters.mongo_window import BOOKINGS, VISITS
from petition_intake.domain.accusation import Accusation

SHOWN_OF_AN_ACCUSATION = frozenset({"case_no", "version"})

FINDABLE: dict[str, tuple[str, ...]] = {ACCUSATIONS: ("reference",)}
"""A hand-down is registered once, so its number is looked up."""

SEALED: dict[str, tuple[str, ...]] = {
    PETITIONS: (
        "request",
        "facts",
        "reasons",
        "settlement",
        "dispositions",
        "review_requests",
        "marks",
        "category_decisions",
    ),
    PETITIONERS: ("people",),
    PROGRESS: ("notices",),
    ACCUSATIONS: tuple(
        name
        for name in (field.name for field in fields(Accusation))
        if name not in {*SHOWN_OF_AN_ACCUSATION, *FINDABLE[ACCUSATIONS]}
    ),
    ACCESSES: ("reason",),
    DISPUTES: ("find.matter", "check", "settlement"),
    VISITS: ("deed", "card"),
    BOOKINGS: ("statement",),
    JOINT_RECEPTIONS: ("answers",),
    OF_PETITIONS.folders: ("entries",),
    OF_PETITIONS.uploads: ("declared",),
    OF_PETITIONS.parts: ("content",),
    OF_PETITIONS.materials: ("declared",),
    OF_ACCUSATIONS.folders: ("entries",),
    OF_ACCUSATIONS.uploads: ("declared", "by_petitioner", "received"),
    OF_ACCUSATIONS.parts: ("content",),
    OF_ACCUSATIONS.materials: ("declared", "by_petitioner", "added_by", "added_at"),
}
