"""Write wardens.csv: who looks after each of the county's big and small grids (大网格长, 网格员), and a few vacancies.

The county publishes no list of them. This script invents one, always the same from the same villages.csv and
small_grids.csv: staff numbers run through the big grids and then through the small ones, every name is put together
from common family and given names, and one post in VACANT_EACH stays vacant: it has a staff number and no row.

    python make_wardens.py            writes wardens.csv beside this file
    python make_wardens.py --check    writes nothing; exit code 1 if wardens.csv differs

When the county supplies its real list, replace wardens.csv and delete this script.
"""

import csv
import io
import sys
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
COLUMNS = ("warden_id", "name", "grid_code", "invented")
SEED = 640425
VACANT_EACH = 200
FAMILY = "王李张刘陈杨马赵韩祁高虎海石安郭何罗梁曹"
GIVEN = "军红平芳霞强丽勇梅斌燕峰娟涛玲宏英龙兰刚"
MIDDLE = ("", "志", "建", "海", "文", "晓", "国", "秀", "永", "玉")


def grid_codes() -> list[str]:
    """Every big grid, then every small one."""
    codes = []
    for file in ("villages.csv", "small_grids.csv"):
        with (HERE / file).open(encoding="utf-8", newline="") as source:
            codes += [row["code"] for row in csv.DictReader(source)]
    return codes


def wardens(codes: list[str]) -> list[tuple[str, ...]]:
    """One row for each grid but the vacant ones, of which the first is in the middle of the first VACANT_EACH."""
    chance = Random(SEED)  # noqa: S311 - invented names are no secret
    rows = []
    for number, code in enumerate(codes, start=1):
        name = chance.choice(FAMILY) + chance.choice(MIDDLE) + chance.choice(GIVEN)
        if number % VACANT_EACH != VACANT_EACH // 2:
            rows.append((f"W{number:04d}", name, code, "yes"))
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
    wanted = as_csv(wardens(grid_codes()))
    target = HERE / "wardens.csv"
    if arguments == ["--check"]:
        same = target.exists() and target.read_text(encoding="utf-8") == wanted
        print("wardens.csv is as generated" if same else "wardens.csv differs from what the grids give")
        return 0 if same else 1
    target.write_text(wanted, encoding="utf-8", newline="")
    print(f"{wanted.count(chr(10)) - 1} wardens written to {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
