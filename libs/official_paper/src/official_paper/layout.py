"""The measures of GB/T 9704: page, margins in mm, sizes and line distance in points, names of fonts."""

from __future__ import annotations

PAGE_MM = (210, 297)
TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 37, 35, 28, 26
FOOTER_MM = 28
"""The page number stands 7 mm below what is printed on: its foot lies this far from the edge."""

TITLE_PT = 22
"""二号."""

BODY_PT = 16
"""三号."""

PAGE_NUMBER_PT = 14
"""四号."""

LINE_PT = 28

TITLE_FONT = "方正小标宋简体"
BODY_FONT = "仿宋"
HEADING_FONT = "黑体"
PAGE_NUMBER_FONT = "宋体"
LATIN_FONT = "Times New Roman"

INDENT_CHARACTERS = 2
DAY_FROM_RIGHT_CHARACTERS = 4
UNIT_FROM_RIGHT_CHARACTERS = 2
