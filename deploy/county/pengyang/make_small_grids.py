"""Write small_grids.csv: the county's 2,293 small grids, spread evenly over its 162 big grids.

The county reports 162 big grids and 2,293 small ones, and publishes no list of the small ones. This script invents that
list, always the same from the same villages.csv: every village or community gets 14 or 15 grids. A village's grids are
its groups (村组), a community's are its buildings (楼栋).

    python make_small_grids.py            writes small_grids.csv beside this file
    python make_small_grids.py --check    writes nothing; exit code 1 if small_grids.csv differs

When the county supplies its real list, replace small_grids.csv and delete this script.
"""

import csv
import io
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SMALL_GRIDS = 2293
COLUMNS = ("code", "name", "village_code", "kind", "invented")
DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """Return 1..99 the way villagers write it: 一, 十, 十一, 二十."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def grids_of(village: dict[str, str], count: int) -> list[tuple[str, ...]]:
    """Return the rows of one village's or community's small grids, numbered from 01."""
    rows = []
    for number in range(1, count + 1):
        if village["kind"] == "community":
            name, kind = f"{village['short_name']}{number}号楼", "building"
        else:
            name, kind = f"{village['short_name']}{chinese_number(number)}组", "group"
        rows.append((f"{village['code']}-{number:02d}", name, village["code"], kind, "yes"))
    return rows


def small_grids(villages: list[dict[str, str]]) -> list[tuple[str, ...]]:
    """Return all rows in village order; the running share keeps any two villages within one grid of each other."""
    rows: list[tuple[str, ...]] = []
    for position, village in enumerate(villages, start=1):
        rows += grids_of(village, position * SMALL_GRIDS // len(villages) - len(rows))
    return rows


def as_csv(rows: list[tuple[str, ...]]) -> str:
    """Return the file's text, with a header and plain line feeds."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue()


def main(arguments: list[str]) -> int:
    """Write or check the file; 0 when it is written or equal, 1 when it differs, 2 for a wrong argument."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    with (HERE / "villages.csv").open(encoding="utf-8", newline="") as source:
        wanted = as_csv(small_grids(list(csv.DictReader(source))))
    target = HERE / "small_grids.csv"
    if arguments == ["--check"]:
        same = target.exists() and target.read_text(encoding="utf-8") == wanted
        print("small_grids.csv is as generated" if same else "small_grids.csv differs from what villages.csv gives")
        return 0 if same else 1
    target.write_text(wanted, encoding="utf-8", newline="")
    print(f"{wanted.count(chr(10)) - 1} small grids written to {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
