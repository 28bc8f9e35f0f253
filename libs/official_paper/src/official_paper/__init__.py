"""Papers of public bodies as Word files, the same byte for byte for the same description."""

from official_paper.description import MEDIA_TYPE, SUFFIX, Document, Part, Receipt

__all__ = ["MEDIA_TYPE", "SUFFIX", "Document", "Part", "Receipt", "render"]


def render(document: Document) -> bytes:
    """The paper as a Word file; equal descriptions give equal bytes.

    What writes it is loaded with the first paper: a process that never prints does not carry it.
    """
    from official_paper.writing import write_file

    return write_file(document)
