"""`python -m local_stack up | down | status | logs [process] | run <service> <command> …`"""

from __future__ import annotations

import argparse
import fcntl
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from local_stack.console import run_console
from local_stack.log_tail import follow, last_lines
from local_stack.problem import StackProblem
from local_stack.settings import StackSettings
from local_stack.shutdown import down
from local_stack.startup import up
from local_stack.status_table import show_status

NOT_RUNNING = 3
"""Exit code of `status` when something is not ready."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 done · 1 something is in the way, told in a sentence · 2 wrong arguments · 3 `status`: not everything ready."""
    options = _parser().parse_args(arguments)
    try:
        settings = StackSettings.from_environment()
        return _carry_out(options, settings)
    except StackProblem as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. `make status` shows what runs, `make down` ends it.", file=sys.stderr)
        return 130


def _carry_out(options: argparse.Namespace, settings: StackSettings) -> int:
    if options.command == "up":
        with _alone(settings):
            up(settings, _say)
        _say("\nThe stack runs. `make status` shows it, `make logs` follows it, `make down` ends it.")
    elif options.command == "down":
        if settings.home.exists():
            with _alone(settings):
                down(settings, _say)
        else:
            _say("Nothing was running.")
    elif options.command == "status":
        return 0 if show_status(settings, _say) else NOT_RUNNING
    elif options.command == "logs":
        _show_logs(settings, options.process, options.lines, options.follow)
    elif options.command == "run":
        return run_console(settings, options.service, options.arguments)
    return 0


def _say(text: str) -> None:
    print(text, flush=True)


def _show_logs(settings: StackSettings, process: str | None, lines: int, keep_on: bool) -> None:
    logs = sorted(settings.logs.glob("*.log"))
    if process is not None:
        logs = [log for log in logs if log.stem == process]
    if not logs:
        names = ", ".join(sorted(log.stem for log in settings.logs.glob("*.log"))) or "none yet"
        raise StackProblem(f"There is no log of {process or 'this stack'}; there are: {names}.")
    for log in logs:
        _say(f"==> {log}\n{last_lines(log, lines)}\n")
    if keep_on:
        follow(logs)


@contextmanager
def _alone(settings: StackSettings) -> Iterator[None]:
    """Two of `up` and `down` at the same time would undo each other: the second waits."""
    try:
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(settings.home / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StackProblem(
            f"The state folder {settings.home} cannot be written ({error.strerror}): "
            "give yourself the right to, or choose another with STACK_HOME."
        ) from error
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Another `up` or `down` of this stack is at work; waiting for it.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="local_stack", description="The whole stack on this machine.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("up", help="start everything and wait until it is ready")
    commands.add_parser("down", help="stop everything this stack started")
    commands.add_parser("status", help="one line per process")
    logs = commands.add_parser("logs", help="the ends of the log files")
    logs.add_argument("process", nargs="?", help="one process only, such as intake-rpc")
    logs.add_argument("-n", "--lines", type=int, default=20, help="how many lines of each (20)")
    logs.add_argument("-f", "--follow", action="store_true", help="go on with what is added")
    run = commands.add_parser("run", help="a console command of a service, with the settings it has in this stack")
    run.add_argument("service")
    run.add_argument("arguments", nargs=argparse.REMAINDER)
    return parser


if __name__ == "__main__":
    sys.exit(main())
