"""What is installed: every version fixed, every file known by its hash, and no word on where it came from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

LOCKS = ("build", "runtime", "test", "dev")


def locked(root: Path, name: str) -> dict[str, Version]:
    text = (root / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    return {
        canonicalize_name(package): Version(version)
        for package, version in re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", text, flags=re.MULTILINE)
    }


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_hashes(root: Path, name: str) -> None:
    entries = (root / "requirements" / f"{name}.lock").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    assert entries
    for entry in entries:
        assert re.fullmatch(r"\S+==\S+(?: ; [^#]+?)?(?:\s+--hash=sha256:[0-9a-f]{64})+\s*", entry), entry[:80]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_place_to_fetch_from(root: Path, name: str) -> None:
    text = (root / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--find-links|--extra| @ |/", text)


@pytest.mark.parametrize(("smaller", "larger"), [("runtime", "test"), ("build", "test"), ("test", "dev")])
def test_what_two_locks_share_is_the_same_version(root: Path, smaller: str, larger: str) -> None:
    assert locked(root, smaller).items() <= locked(root, larger).items()


def test_whatever_a_package_of_this_project_needs_is_locked_in_a_version_it_accepts(root: Path) -> None:
    own = {
        canonicalize_name(tomllib.loads(path.read_text(encoding="utf-8"))["project"]["name"]): path
        for path in root.glob("*/*/pyproject.toml")
    }
    assert len(own) >= 8
    for name, path in own.items():
        # Containers have services and libraries only; tools of deployment run where a developer works.
        lock = locked(root, "dev" if "deploy" in path.relative_to(root).parts else "runtime")
        project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
        needed = [(text, lock) for text in project.get("dependencies", [])]
        needed += [
            (text, locked(root, "test"))
            for texts in project.get("optional-dependencies", {}).values()
            for text in texts
        ]
        for text, available in needed:
            requirement = Requirement(text)
            wanted = canonicalize_name(requirement.name)
            if wanted in own:
                continue
            assert wanted in available, f"{name} needs {text}, which is in no lock"
            assert available[wanted] in requirement.specifier, f"{name} needs {text}, locked is {available[wanted]}"
