"""How officers see words about a petition: without the petitioners' names and numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from petition_intake.application.ports import Files
from petition_intake.domain.people import Petitioner, mask_text

Veil = Callable[[str], str]


def veil_of(people: Sequence[Petitioner], secret: bool) -> Veil:
    """Masks a text; where the petitioner asked for secrecy, not even the family name is left."""
    return lambda text: mask_text(text, people, secret)


def veil_over(files: Files, case_no: str) -> Veil:
    """The veil of words that stand with something else than the petition itself."""
    petition = files.petitions.get(case_no)
    return veil_of(files.people.get(case_no), petition is not None and petition.secrecy_asked)
