"""The ends of log files."""

from __future__ import annotations

from pathlib import Path

from local_stack.log_tail import last_lines


def test_the_last_lines_come_in_order_also_from_a_long_file(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("".join(f"line {number}\n" for number in range(100_000)))
    assert last_lines(log, 2) == "line 99998\nline 99999"


def test_no_file_has_no_last_lines(tmp_path: Path) -> None:
    assert last_lines(tmp_path / "none", 5) == ""


def test_bytes_that_are_no_text_do_not_stop_the_reading(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"\xff\xfe broken\n")
    assert last_lines(tmp_path / "log", 1).endswith(" broken")
