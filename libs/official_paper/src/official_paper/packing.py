"""The archive of a Word file, written so that equal content gives equal bytes on every machine."""

from __future__ import annotations

import io
import zipfile

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first time an archive can name: its entries have no time of their own."""


def repack(archive: bytes) -> bytes:
    """The same entries in the same order, with a fixed time, and stored as they are.

    Compression is left out because its output differs between versions of the library that does it.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as given, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as written:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.create_system = 0
            entry.external_attr = 0
            written.writestr(entry, given.read(name))
    return packed.getvalue()
