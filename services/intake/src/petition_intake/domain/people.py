"""Petitioners and their personal data: how they are shown, and how two filings are found to be by the same person.

Personal data stays in this service's own store. It is in no event, no log, no metric and no refusal.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from petition_intake.domain.wording import Wording


class Role(StrEnum):
    """For oneself, speaking for a group (第二十条), or filing for somebody else (委托代理)."""

    PETITIONER = "petitioner"
    REPRESENTATIVE = "representative"
    AGENT = "agent"


ROLE_WORDING: dict[Role, Wording] = {
    Role.PETITIONER: Wording("信访人", "petitioner"),
    Role.REPRESENTATIVE: Wording("代表", "representative"),
    Role.AGENT: Wording("代理人", "agent"),
}


@dataclass(frozen=True)
class Petitioner:
    """One person or body behind a petition, as far as stated. Nothing beyond this is ever asked for."""

    name: str | None = None
    phone: str | None = None
    address: str | None = None
    id_number: str | None = None
    role: Role = Role.PETITIONER
    id_kind: str | None = None

    @property
    def states_name_and_address(self) -> bool:
        return bool(self.name and self.address)


KEY_WORDING: dict[str, Wording] = {
    "id": Wording("姓名和证件号码相同", "same name and identity number"),
    "phone": Wording("姓名和电话相同", "same name and telephone number"),
    "address": Wording("姓名和住址相同", "same name and address"),
}
"""The kinds of identity key, strongest first."""

_IGNORED = re.compile(r"[\W_]+")
_COUNTRY_CODE = re.compile(r"^(00|\+)?86(?=1\d{10}$)")


def normal_text(text: str) -> str:
    """NFKC, lower case, without blanks and punctuation: what is left when two spellings differ in form only."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text).casefold())


def normal_phone(text: str) -> str:
    """Digits only, without the country code of a mobile number."""
    kept = re.sub(r"[^\d+]", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"\D", "", _COUNTRY_CODE.sub("", kept))


class IdentityKeys:
    """Derives keys by which the same person is recognised without storing what was compared.

    The key is secret: without it nobody can find out whether a person known to him ever filed a petition.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, person: Petitioner) -> list[str]:
        """Keys `<kind>:<digest>` for name with identity number, telephone and address, as far as stated.

        An agent => none: when a petition is filed for somebody, it is that somebody who is compared (同人).
        """
        if person.role is Role.AGENT or not person.name:
            return []
        name = normal_text(person.name)
        stated = {
            "id": normal_text(person.id_number or ""),
            "phone": normal_phone(person.phone or ""),
            "address": normal_text(person.address or ""),
        }
        return [f"{kind}:{self._digest(kind, name, value)}" for kind, value in stated.items() if name and value]

    def of_all(self, people: Iterable[Petitioner]) -> list[str]:
        return sorted({key for person in people for key in self.of(person)})

    def _digest(self, *parts: str) -> str:
        return hmac.new(self._key, "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()[:32]


def kinds_shared(mine: Iterable[str], theirs: Iterable[str]) -> list[str]:
    """Which kinds of key two filings have in common, strongest first."""
    shared = {key.partition(":")[0] for key in set(mine) & set(theirs)}
    return [kind for kind in KEY_WORDING if kind in shared]


# -- masks -------------------------------------------------------------------------------------------------------------

MASK = "*"
_ID_NUMBER = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_PHONE = re.compile(r"(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)")


def mask_name(name: str | None) -> str | None:
    """The family name (first character) and a star for each further one: 马志林 -> 马**."""
    return name and name[0] + MASK * (len(name) - 1)


def mask_phone(phone: str | None) -> str | None:
    """First three and last two digits of a long number, nothing of a short one."""
    if not phone:
        return phone
    digits = normal_phone(phone)
    return f"{digits[:3]}{MASK * (len(digits) - 5)}{digits[-2:]}" if len(digits) > 6 else MASK * len(digits)


def mask_address(address: str | None) -> str | None:
    """The first six characters, enough for the township."""
    return address and address[:6] + MASK * 3


def mask_text(text: str, people: Iterable[Petitioner], secret: bool = False) -> str:
    """Text with the petitioners' names, telephone and identity numbers masked, and any that look like such.

    `secret`: of a name not even the family name is left.
    """
    for person in people:
        for known, mask in (
            (person.name, MASK * len(person.name or "") if secret else mask_name(person.name)),
            (person.phone, mask_phone(person.phone)),
            (person.id_number, MASK * 6),
        ):
            if known and mask and len(known) > 1:
                text = text.replace(known, mask)
    text = _ID_NUMBER.sub(MASK * 18, text)
    return _PHONE.sub(rf"\1{MASK * 4}\2", text)


def masked(person: Petitioner, secret: bool = False) -> dict[str, object]:
    """A petitioner as an officer sees one without having asked, with a reason, for more; of a secret one nothing."""
    if secret:
        return {"name": MASK * 3, "phone": None, "address": None, "id_number_given": None, "role": person.role.value}
    return {
        "name": mask_name(person.name),
        "phone": mask_phone(person.phone),
        "address": mask_address(person.address),
        "id_number_given": bool(person.id_number),
        "role": person.role.value,
    }
