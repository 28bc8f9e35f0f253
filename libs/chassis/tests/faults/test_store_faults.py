"""The store is killed, frozen, or leaves us in doubt: callers hear BUSY in time, and their key finds one effect."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from toyshop.caller import Caller, code_of
from toyshop.waiting import eventually

from .conftest import Stack
