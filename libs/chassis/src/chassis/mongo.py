"""The connection to MongoDB, with the options that make a write safe and a dead server noticed soon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pymongo import MongoClient
from pymongo.errors import ConnectionFailure, EncryptionError, PyMongoError
from pymongo.read_concern import ReadConcern
from pymongo.write_concern import WriteConcern

if TYPE_CHECKING:
    from pymongo.encryption_options import AutoEncryptionOpts

SAFE_WRITE = WriteConcern(w="majority", j=True)
SNAPSHOT = ReadConcern("snapshot")
OPERATION_SECONDS = 10.0
"""No single operation or transaction waits longer than this; its outcome is then unknown and it is tried again."""
ANSWER_SECONDS = 6.0
"""Everything one request does in the store together, so that the caller hears BUSY before it gives up waiting."""


def is_outage(error: BaseException) -> bool:
    """Whether the store is away, overloaded or left us in doubt, rather than the request or event at fault."""
    if isinstance(error, EncryptionError):
        return is_outage(error.cause)
    if isinstance(error, ConnectionFailure):
        return True
    labels = ("TransientTransactionError", "UnknownTransactionCommitResult", "RetryableWriteError")
    return isinstance(error, PyMongoError) and (error.timeout or any(map(error.has_error_label, labels)))


def open_mongo(
    uri: str, name: str, pool: int = 32, opening: AutoEncryptionOpts | None = None
) -> MongoClient[dict[str, Any]]:
    """One client for one process. Times are aware UTC; every write is acknowledged by a journaled majority.

    `opening`: how it opens sealed values that it reads.

    A frozen primary is noticed by the short connect and heartbeat times rather than by a socket time-out, after
    which nobody could say whether the write happened.
    """
    return MongoClient(
        uri,
        appname=name,
        tz_aware=True,
        w="majority",
        journal=True,
        readConcernLevel="majority",
        retryWrites=True,
        retryReads=True,
        connectTimeoutMS=2000,
        heartbeatFrequencyMS=2000,
        serverSelectionTimeoutMS=8000,
        waitQueueTimeoutMS=5000,
        timeoutMS=int(OPERATION_SECONDS * 1000),
        maxPoolSize=pool,
        auto_encryption_opts=opening,
    )
