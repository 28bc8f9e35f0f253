"""How officers see words about a petition: without the petitioners' names and numbers."""

from __future__ import annotations

from collections.abc import Callable

from petition_intake.application.ports import Files
from petition_intake.domain.people import mask_text


def veil_over(files: Files, case_no: str) -> Callable[[str], str]:
    """Masks a text; where the petitioner asked for secrecy, not even the family name is left."""
    people, petition = files.people.get(case_no), files.petitions.get(case_no)
    secret = petition is not None and petition.secrecy_asked
    return lambda text: mask_text(text, people, secret)
