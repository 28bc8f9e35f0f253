"""查询码: with the case number, the petitioner's own key to the case (《信访工作条例》第十八条、第二十一条).

The code is worked out from the case number and a secret key whenever it is needed, and stored nowhere: who copies
the database has no code, and a receipt can be printed again.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U, so that a code can be read out over the telephone."""
SYMBOLS = 12
GROUP = 4
_BITS = 5
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


class QueryCodes:
    """Issues and checks query codes; 12 symbols are 60 bits."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, case_no: str) -> str:
        """The code of this case number, in three groups of four: `7K3M-0Q9T-XV2H`."""
        number = int.from_bytes(hmac.new(self._key, case_no.encode(), hashlib.sha256).digest()[:8], "big") >> 4
        symbols = "".join(ALPHABET[number >> _BITS * place & 31] for place in reversed(range(SYMBOLS)))
        return "-".join(symbols[start : start + GROUP] for start in range(0, SYMBOLS, GROUP))

    def fits(self, case_no: str, given: str) -> bool:
        """Whether `given` is the code, read as people write it; takes the same time for every wrong one."""
        return hmac.compare_digest(_plain(self.of(case_no)).encode(), _plain(given).encode())


def _plain(code: str) -> str:
    """Upper case, without separators, with the letters that look like digits read as these."""
    letters = unicodedata.normalize("NFKC", code).upper().translate(_READ_AS)
    return "".join(symbol for symbol in letters if symbol.isalnum())


TRIES_WINDOW = timedelta(hours=1)
TRIES = 10
"""So many wrong codes for one case number within one window, then none is looked at until the window is over."""


@dataclass(frozen=True)
class WrongTries:
    """Wrong codes given for one case number, known or not, since the window opened."""

    opened_at: datetime
    count: int

    def locked_until(self, now: datetime) -> datetime | None:
        """When the lock ends; None when there is none at `now`."""
        end = self.opened_at + TRIES_WINDOW
        return end if self.count >= TRIES and now < end else None
