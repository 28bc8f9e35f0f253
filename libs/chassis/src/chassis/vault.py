"""The keys of what is sealed: a data key in the service's own database, wrapped by a master key in a secret file.

MongoDB's explicit client-side field encryption: the store and whoever copies it have sealed values and a wrapped key.
A master key is called by its fingerprint, so that a wrong one is known from the data key's entry, before it is tried.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pymongo import IndexModel, MongoClient
from pymongo.database import Database
from pymongo.encryption import Algorithm, ClientEncryption  # type: ignore[attr-defined]
from pymongo.encryption_options import AutoEncryptionOpts
from pymongo.errors import DuplicateKeyError, EncryptionError

from chassis.mongo import open_mongo
from chassis.settings import SettingError, Settings

DATA_KEYS = "data_keys"
UNIQUE_NAMES = IndexModel(
    [("keyAltNames", 1)], name="names", unique=True, partialFilterExpression={"keyAltNames": {"$exists": True}}
)
MASTER_KEY_BYTES = 96
CONNECTIONS = 8
_FOR_EVER = 0
"""A client asks for the data key once, when it first seals or opens: a new master key changes nothing for it then."""


@dataclass(frozen=True)
class MasterKey:
    """The secret that wraps data keys."""

    secret: bytes = field(repr=False)

    @classmethod
    def read(cls, path: Path | None) -> MasterKey:
        """96 bytes in base64, from a file => SettingError saying what is wrong with it."""
        if path is None:
            raise SettingError(
                "MASTER_KEY_FILE is not set: it names the file with the master key of what is sealed in the store"
            )
        try:
            secret = base64.b64decode(path.read_bytes().strip(), validate=True)
        except OSError as error:
            raise SettingError(f"the master key cannot be read (MASTER_KEY_FILE): {error}") from error
        except binascii.Error as error:
            raise SettingError(f"{path} is no master key: it is not in base64") from error
        if len(secret) != MASTER_KEY_BYTES:
            raise SettingError(f"{path} is no master key: it has {len(secret)} bytes, not {MASTER_KEY_BYTES}")
        return cls(secret)

    @property
    def name(self) -> str:
        """What the store calls it: its fingerprint."""
        return f"local:{hashlib.sha256(self.secret).hexdigest()[:16]}"


class Vault:
    """Seals with the data key of one service; `opening` is what a client needs to open what it reads."""

    def __init__(self, settings: Settings, service: str) -> None:
        self._master = MasterKey.read(settings.master_key_file)
        self._file = settings.master_key_file
        self._service = service
        self._client: MongoClient[dict[str, Any]] = open_mongo(settings.mongo_uri, f"{service}-keys", CONNECTIONS)
        self.database: Database[dict[str, Any]] = self._client[settings.mongo_database]
        self._namespace = f"{settings.mongo_database}.{DATA_KEYS}"
        providers = self._providers(self._master)
        self._encryption = self._encrypting(providers)
        self.opening = AutoEncryptionOpts(
            providers,
            self._namespace,
            key_vault_client=self._client,
            bypass_auto_encryption=True,
            bypass_query_analysis=True,
            key_expiration_ms=_FOR_EVER,
        )

    def seal(self, value: Any) -> Any:
        """Sealed differently each time: nobody can tell which values are equal."""
        return self._encryption.encrypt(
            value, Algorithm.AEAD_AES_256_CBC_HMAC_SHA_512_Random, key_alt_name=self._service
        )

    def seal_alike(self, value: Any) -> Any:
        """Sealed to the same each time, so that an index finds it."""
        return self._encryption.encrypt(
            value, Algorithm.AEAD_AES_256_CBC_HMAC_SHA_512_Deterministic, key_alt_name=self._service
        )

    def create(self) -> None:
        """Make the data key, unless it is there. Its unique name lets one of several succeed."""
        self.database[DATA_KEYS].create_indexes([UNIQUE_NAMES])
        if self._wrapped_by() is None:
            try:
                self._encryption.create_data_key(self._master.name, key_alt_names=[self._service])
            except EncryptionError as error:
                if not isinstance(error.cause, DuplicateKeyError):
                    raise

    def check(self) -> None:
        """See that the data key is there and that this master key opens it; SettingError says what to do."""
        wrapped_by = self._wrapped_by()
        if wrapped_by is None:
            raise SettingError(
                f"the store {self.database.name} has no data key for {self._service}: run `migrate` first"
            )
        if wrapped_by != self._master.name:
            raise SettingError(
                f"{self._file} (MASTER_KEY_FILE) holds the master key {self._master.name}, but what is sealed in "
                f"{self.database.name} needs {wrapped_by}: put that one back from where its copies are kept"
            )
        self.seal("")

    def rewrap(self, new: MasterKey) -> bool:
        """Wrap the data key with another master key; False when it is already. What is sealed stays as it is."""
        if self._wrapped_by() == new.name:
            return False
        self.check()
        with self._encrypting({**self._providers(self._master), **self._providers(new)}) as both:
            both.rewrap_many_data_key({}, provider=new.name)
        return True

    def close(self) -> None:
        self._encryption.close()
        self._client.close()

    def _wrapped_by(self) -> str | None:
        """The name of the master key that opens the data key, if there is a data key."""
        found = self.database[DATA_KEYS].find_one({"keyAltNames": self._service})
        return None if found is None else str(found["masterKey"]["provider"])

    def _encrypting(self, providers: Mapping[str, Any]) -> ClientEncryption[dict[str, Any]]:
        options = self._client.codec_options
        return ClientEncryption(providers, self._namespace, self._client, options, key_expiration_ms=_FOR_EVER)

    @staticmethod
    def _providers(master: MasterKey) -> dict[str, Any]:
        return {master.name: {"key": master.secret}}
