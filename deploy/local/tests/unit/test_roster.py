"""Which services are found, and how their processes are called."""

from __future__ import annotations

from pathlib import Path

from local_stack.roster import installed_services, process_names


def add(root: Path, folder: str, package: str) -> None:
    path = root / "services" / folder / "src" / package
    path.mkdir(parents=True)
    (path / "__main__.py").touch()


def test_services_that_can_be_started_are_found_in_the_order_of_the_roster(tmp_path: Path) -> None:
    for name in ("metrics", "archive", "intake"):
        add(tmp_path, name, f"petition_{name}")
    (tmp_path / "services" / "assignment" / "src" / "petition_assignment").mkdir(parents=True)
    add(tmp_path, "supervision", "petition_other")
    assert installed_services(tmp_path) == ("intake", "metrics", "archive")


def test_further_copies_of_a_process_carry_a_number() -> None:
    assert process_names(("intake",), replicas=2) == ("intake-rpc", "intake-worker", "intake-rpc-2", "intake-worker-2")
