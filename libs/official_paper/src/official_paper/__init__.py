"""Papers of public bodies as Word files, the same byte for byte for the same description."""

from official_paper.description import Document, Part, Receipt
from official_paper.writing import MEDIA_TYPE, SUFFIX, render

__all__ = ["MEDIA_TYPE", "SUFFIX", "Document", "Part", "Receipt", "render"]
