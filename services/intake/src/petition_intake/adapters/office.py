"""What the service's processes have at hand besides a unit of work: the secret key, and the store outside transactions.

Settings of its own: `QUERY_CODE_KEY_FILE`, a file holding at least 32 bytes that never change; `MATERIAL_BYTES_MOST`
and `MATERIALS_MOST`, how large a material may be and how many one side keeps of one petition.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pymongo.database import Database

from chassis.mongo import open_mongo
from chassis.settings import SettingError, Settings
from chassis.vault import Vault
from petition_intake.adapters.mongo_numbers import MongoNumbers, MongoTriesBook
from petition_intake.adapters.mongo_register import MongoRegisters
from petition_intake.application.ports import Office
from petition_intake.domain.material import USUAL_LIMITS, MaterialLimits
from petition_intake.domain.people import IdentityKeys
from petition_intake.domain.query_code import QueryCodes
from petition_intake.domain.word_pairs import PairDigests

KEY_FILE = "QUERY_CODE_KEY_FILE"
SHORTEST_KEY = 32
BYTES_MOST = "MATERIAL_BYTES_MOST"
FILES_MOST = "MATERIALS_MOST"
LARGEST_MATERIAL = 64 * 1024 * 1024
"""With its last part a material is read once whole, within the time of one answer."""
LARGEST_FOLDER = 200
"""A folder is one document."""
CONNECTIONS = 8


def read_key(path: str | None) -> bytes:
    """The secret key; missing, unreadable or shorter than 32 bytes => SettingError."""
    if not path:
        raise SettingError(f"{KEY_FILE} is not set: it names the file with the secret key of the query codes")
    try:
        key = Path(path).read_bytes().strip()
    except OSError as error:
        raise SettingError(f"{KEY_FILE} names a file that cannot be read: {error}") from error
    if len(key) < SHORTEST_KEY:
        raise SettingError(f"the key in {KEY_FILE} has {len(key)} bytes; it needs {SHORTEST_KEY} at least")
    return key


def read_limits(environment: Mapping[str, str]) -> MaterialLimits:
    """The limits of materials, the usual ones where nothing is set; no number, or none that can be => SettingError."""
    return MaterialLimits(
        _limit(environment, BYTES_MOST, USUAL_LIMITS.bytes_most, LARGEST_MATERIAL),
        _limit(environment, FILES_MOST, USUAL_LIMITS.files_most, LARGEST_FOLDER),
    )


def _limit(environment: Mapping[str, str], name: str, usual: int, largest: int) -> int:
    text = environment.get(name) or str(usual)
    if not text.isdecimal() or not 1 <= int(text) <= largest:
        raise SettingError(f"{name} is {text!r}; it should be a whole number from 1 to {largest}")
    return int(text)


def furnish(database: Database[dict[str, Any]], key: bytes, limits: MaterialLimits = USUAL_LIMITS) -> Office:
    """An office on this database. Query codes, identities and words have a key of their own each, made from the one."""

    def own_key(purpose: bytes) -> bytes:
        return hmac.new(key, purpose, hashlib.sha256).digest()

    return Office(
        registers=MongoRegisters(database),
        numbers=MongoNumbers(database),
        tries=MongoTriesBook(database),
        identity_keys=IdentityKeys(own_key(b"identity")),
        query_codes=QueryCodes(own_key(b"query-code")),
        pair_digests=PairDigests(own_key(b"words")),
        material_limits=limits,
    )


class Premises:
    """Holds the one office of a process, opened before the process serves."""

    def __init__(self) -> None:
        self._database: Database[dict[str, Any]] | None = None
        self._office: Office | None = None

    def open(self, settings: Settings) -> None:
        """Read the keys and connect; SettingError says what is missing."""
        key, limits = read_key(os.environ.get(KEY_FILE)), read_limits(os.environ)
        opening = Vault(settings, "intake").opening
        client = open_mongo(settings.mongo_uri, "intake-office", CONNECTIONS, opening)
        self.furnish(client[settings.mongo_database], key, limits)

    def furnish(self, database: Database[dict[str, Any]], key: bytes, limits: MaterialLimits = USUAL_LIMITS) -> None:
        """Work on this database with this key, within these limits."""
        self._database, self._office = database, furnish(database, key, limits)

    @property
    def database(self) -> Database[dict[str, Any]]:
        """The store outside any transaction."""
        assert self._database is not None, "the office is opened when the process starts"
        return self._database

    @property
    def office(self) -> Office:
        assert self._office is not None, "the office is opened when the process starts"
        return self._office
