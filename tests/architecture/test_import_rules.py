"""Which package may know which: the contracts stand in the root pyproject.toml under [tool.importlinter]."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

CHECK = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def test_every_import_contract_holds(root: Path) -> None:
    patterns = ("libs/*/src", "services/*/src", "deploy/*/src")
    sources = sorted(str(path) for pattern in patterns for path in root.glob(pattern))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sources), "NO_COLOR": "1"}
    checked = subprocess.run(
        [sys.executable, "-c", CHECK], cwd=root, env=environment, capture_output=True, text=True, check=False
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_contracts_cover_every_package_of_the_repository(root: Path) -> None:
    packages = {
        path.parent.name
        for pattern in ("libs/*/src/*/__init__.py", "services/*/src/*/__init__.py", "deploy/*/src/*/__init__.py")
        for path in root.glob(pattern)
    }
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))

    assert set(settings["tool"]["importlinter"]["root_packages"]) == packages


def test_every_service_is_under_every_rule_for_services(root: Path) -> None:
    services = {f"petition_{path.name}" for path in root.glob("services/*") if path.is_dir()}
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}

    assert set(contracts["independent-services"]["modules"]) == services
    assert set(contracts["inward"]["containers"]) == services
    assert set(contracts["pure-rules"]["source_modules"]) == {
        f"{service}.{layer}" for service in services for layer in ("domain", "application")
    }
