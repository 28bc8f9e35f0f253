"""What counts as an outage of the store, and what as the fault of the request."""

from __future__ import annotations

import pytest
from pymongo.errors import AutoReconnect, EncryptionError, OperationFailure, ServerSelectionTimeoutError

from chassis.mongo import is_outage


@pytest.mark.parametrize(
    "error", [AutoReconnect("gone"), EncryptionError(ServerSelectionTimeoutError("no data key without a store"))]
)
def test_a_store_that_is_away_is_an_outage_also_when_a_data_key_was_wanted(error: Exception) -> None:
    assert is_outage(error)


@pytest.mark.parametrize("error", [OperationFailure("no"), EncryptionError(ValueError("a wrong key")), ValueError()])
def test_what_would_fail_again_is_none(error: Exception) -> None:
    assert not is_outage(error)
