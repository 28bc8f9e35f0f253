"""Tables as CSV and XLSX files: rows as they come, formulas made harmless, a watermark line."""

from __future__ import annotations

from worksheet.cells import harmless
from worksheet.writing import MEDIA_TYPES, Column, Form, Sheet, write

__all__ = ["MEDIA_TYPES", "Column", "Form", "Sheet", "harmless", "write"]
