"""`python -m county_year` replays the year and prints the table; `table` and `cases FIGURE` only look.

Exit code 0 when every figure is equal, 1 when one is not or the replay failed, 2 for a wrong command line.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
import time
from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from chassis.clock import ManualClock
from county_year.board import print_board, read_board
from county_year.calls import Calls
from county_year.county import County
from county_year.figures import EXPECTED
from county_year.itinerary import LOCAL, office_days, steps_of
from county_year.matters import BUREAU, make_year
from county_year.outlines import THIS_YEAR, YEAR_BEFORE
from county_year.quiet import NeverQuiet, Quiet
from county_year.replay import Progress, Replay, ReplayFailed, ticks
from county_year.scene import Known
from county_year.stage import Stage
from county_year.stories import scenes
from county_year.stories.setting import Setting
from county_year.table import Figures, print_cases, print_rows
from petition_client import Client, NoAnswer, Refused
from workdays import Calendar

SEED = 2025
ROOT = Path(__file__).resolve().parents[4]


def main() -> int:
    options = _options()
    console = Console(width=None if sys.stdout.isatty() else 120)
    county = County(options.county)
    credentials = json.loads(options.credentials.read_text(encoding="utf-8"))
    if "cases" in options.what:
        with Client(_uri(credentials, BUREAU)) as client:
            print_cases(_figures(client, county), options.what[1], console)
        return 0
    try:
        if not options.what:
            _replay(options, county, credentials, console)
        with Client(_uri(credentials, BUREAU)) as client:
            rows = _figures(client, county).rows()
            board = read_board(client, county.officer(BUREAU, "dispatcher"))
    except (ReplayFailed, NeverQuiet, NoAnswer, Refused) as error:
        console.print(f"[bold red]重放未完成 / the replay did not finish:[/bold red] {error}")
        return 1
    print_rows(rows, console)
    print_board(board, console)
    if not all(row.equal for row in rows):
        console.print("[bold red]有数据不相符 / a figure is not equal[/bold red]")
        return 1
    console.print("全部相符 / all equal.  下一步 / next:  make cases FIGURE=settled_batches   make status   make down")
    return 0


def _options() -> argparse.Namespace:
    home = Path(os.environ.get("STACK_HOME") or ROOT / ".run")
    parser = argparse.ArgumentParser(prog="python -m county_year", description=__doc__)
    parser.add_argument("what", nargs="*", help="nothing: replay and table · table · cases FIGURE")
    parser.add_argument("--county", type=Path, default=ROOT / "deploy" / "county" / "pengyang")
    parser.add_argument("--credentials", type=Path, default=home / "credentials.json")
    parser.add_argument("--clock-file", type=Path, default=Path(os.environ.get("CLOCK_FILE") or home / "clock"))
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--scale", type=float, default=1.0, help="below 1: a smaller year, whose table is not equal")
    options = parser.parse_args()
    known = [expected.row for expected in EXPECTED]
    match options.what:
        case [] | ["table"]:
            pass
        case ["cases", figure] if figure in known:
            pass
        case _:
            parser.error(f"table, or cases with one of: {' '.join(known)}")
    return options


def _check_beginning(clock_file: Path, first: datetime, figures: Figures) -> None:
    """Past the first step's instant => the year must have been begun here, otherwise there is no way back to it."""
    now = ManualClock(clock_file).now()
    if now > first and not any(figures.cases("visit_batches")):
        raise ReplayFailed(
            f"系统时钟已到 {now:%F}，无法回到要重放的一年：先 `make clean`，再 `make demo`。 / "
            f"The clock stands at {now:%F}, past the year to be replayed: `make clean`, then `make demo`."
        )


def _replay(options: argparse.Namespace, county: County, credentials: dict[str, object], console: Console) -> None:
    categories: dict[str, list[str]] = defaultdict(list)
    with (options.county / "categories.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            categories[row["level1"]].append(row["code"])
    outlines = {YEAR_BEFORE.year: YEAR_BEFORE, THIS_YEAR.year: THIS_YEAR}
    matters = {
        outline.year: make_year(county, categories, options.seed, options.scale, outline)
        for outline in outlines.values()
    }
    taken = tuple(step for year, outline in outlines.items() for step in steps_of(matters[year], outline, options.seed))
    days = tuple(office_days(THIS_YEAR, Calendar.published()))
    told = scenes(Setting(county, THIS_YEAR.year, taken, days)) if options.scale >= 1 else ()
    plan = ticks([*taken, *told])
    steps = sum(len(chain) for _, chains in plan for chain in chains)
    console.print(
        f"重放一年：{sum(map(len, matters.values()))} 件信访事项，{steps} 个步骤，{len(plan)} 个时点 / "
        f"replaying a year: {sum(map(len, matters.values()))} matters, {steps} steps at {len(plan)} instants"
    )
    started = time.monotonic()
    with Client(_uri(credentials, BUREAU)) as client, _bar(console) as bar:
        _check_beginning(options.clock_file, plan[0][0], _figures(client, county))
        task = bar.add_task("", total=steps)
        quarter = [0]

        def show(at: datetime, done: int) -> None:
            day = at.astimezone(LOCAL).date()
            bar.update(task, completed=done, description=str(day))
            if not console.is_terminal and done * 10 // steps > quarter[0]:
                quarter[0] = done * 10 // steps
                console.print(f"  {day}  {done}/{steps}")

        progress = Progress(on_step=show)
        known = Known()
        stage = Stage(Calls(county, options.seed, known), known, options.seed)
        replay = Replay(stage, lambda unit: _uri(credentials, unit), options.clock_file, Quiet(client), progress)
        replay.run(plan, plan[-1][0] + timedelta(days=1))
    console.print(f"用时 / took {time.monotonic() - started:.0f} s")


def _bar(console: Console) -> Bar:
    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
    )


def _figures(client: Client, county: County) -> Figures:
    return Figures(client, county.officer(BUREAU, "dispatcher"))


def _uri(credentials: dict[str, object], user: str) -> str:
    broker = credentials["broker"]
    assert isinstance(broker, dict)
    return f"amqp://{user}:{broker['users'][user]}@{broker['host']}:{broker['port']}/{broker['vhost']}"


if __name__ == "__main__":
    sys.exit(main())
