"""Hands a list of another system to intake, row by row registered or refused: `make import FILE=… ACTOR=… SYSTEM=…`.

The file is a CSV with the columns of the exchange record, as a spreadsheet saves it (UTF-8 or GB18030). Rows that
cannot be registered stand afterwards in `<file>.refused.csv` with their number and the reason in both languages. Run
again, after an interruption or with corrected rows, it adds only what is not registered yet.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from local_stack.problem import StackProblem
from local_stack.settings import StackSettings
from local_stack.stack_accounts import stack_credentials
from petition_client import Client, NoAnswer, Refused

AT_ONCE = 100
ENCODINGS = ("utf-8-sig", "gb18030")
REFUSED_COLUMNS = ("行号", "信访件编号", "代码", "列", "原因", "reason")


def main(arguments: Sequence[str] | None = None) -> int:
    """0 every row is registered · 1 some were refused, or the list could not be handed over; a sentence says why."""
    parser = argparse.ArgumentParser(prog="python -m local_stack.import_list", description=__doc__)
    parser.add_argument("file", type=Path, help="the list, as CSV")
    parser.add_argument("--actor", required=True, help="the registrar in whose name the rows are registered")
    parser.add_argument("--system", required=True, help="code of the system the list comes from")
    parser.add_argument("--unit", default="petition_bureau", help="the unit that registers")
    options = parser.parse_args(arguments)
    try:
        rows = read_rows(options.file)
        settings = StackSettings.from_environment()
        if not settings.credentials_file.exists():
            raise StackProblem("The stack was never started here: run `make up` first.")
        outcomes: list[dict[str, Any]] = []
        with Client(stack_credentials(settings).broker_uri(options.unit)) as client:
            for batch in hand_over(client, rows, options.actor, options.system):
                outcomes += batch
                print(f"\r登记 / registering {len(outcomes)}/{len(rows)}", end="", flush=True)
        print()
    except StackProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except Refused as refused:
        print(f"\n{refused.code}: {refused.zh} {refused.en}", file=sys.stderr)
        return 1
    except NoAnswer as unanswered:
        print(
            f"\n无应答，请再次运行，不会重复。/ No answer; run it again, nothing doubles. ({unanswered})",
            file=sys.stderr,
        )
        return 1
    return report(options.file, rows, outcomes)


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of the list by column; StackProblem when it cannot be read as a list."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise StackProblem(f"The list cannot be read: {error}") from error
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        rows = list(csv.DictReader(io.StringIO(text), restkey="…", restval=""))
        if not rows:
            raise StackProblem(f"There are no rows in {path}.")
        long = next((number for number, row in enumerate(rows, 2) if "…" in row), None)
        if long is not None:
            raise StackProblem(f"Line {long} of {path} has more cells than the list has columns.")
        return rows
    raise StackProblem(f"{path} is neither UTF-8 nor GB18030.")


def hand_over(
    client: Client, rows: Sequence[Mapping[str, str]], actor: str, system: str
) -> Iterator[list[dict[str, Any]]]:
    """The outcomes, batch by batch. A row is known again by its number, so that a second run doubles nothing."""
    for start in range(0, len(rows), AT_ONCE):
        batch = [dict(row) for row in rows[start : start + AT_ONCE]]
        yield client.call("intake", "import_petitions", {"source_system": system, "rows": batch}, actor=actor)["rows"]


def report(path: Path, rows: Sequence[Mapping[str, str]], outcomes: Sequence[dict[str, Any]]) -> int:
    """Print the counts and write the refused rows beside the list; 1 when there are any."""
    counts = Counter(outcome["outcome"] for outcome in outcomes)
    print(
        f"已登记 / registered {counts['registered']} · 早已登记 / registered before {counts['already_registered']}"
        f" · 未登记 / refused {counts['refused']}"
    )
    refused = [(n, row, o["error"]) for n, (row, o) in enumerate(zip(rows, outcomes, strict=True), 2) if o["error"]]
    if not refused:
        return 0
    beside = path.with_name(path.name + ".refused.csv")
    with beside.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(REFUSED_COLUMNS)
        for line, row, error in refused:
            number = row.get("信访件编号", "")
            writer.writerow([line, number, error["code"], error["field"] or "", error["zh"], error["en"]])
    print(f"未登记的各行及其原因 / the refused rows and why: {beside}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
