"""What the installer says when it cannot go on. That it can is shown by every clean checkout that runs these tests."""

from __future__ import annotations

import os
import runpy
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[2]


def run(script: str, path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(HERE / script)],
        env={"PATH": str(path), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A PATH with what a shell script needs and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("dirname", "sh", "rm", "cat", "chmod"):
        (folder / tool).symlink_to(Path("/usr/bin") / tool)
    return folder


def program(folder: Path, name: str, body: str) -> None:
    target = folder / name
    target.write_text(f"#!/bin/sh\n{body}\n")
    target.chmod(0o755)


@pytest.mark.parametrize("body", ["exit 127", "exit 1"], ids=["a launcher without a Python", "another version"])
def test_without_python_3_11_one_sentence_says_what_to_do(path: Path, body: str) -> None:
    program(path, "python3.11", body)
    program(path, "python3", body)
    finished = run("install.sh", path, PYTHON="python3.11 python3")
    assert finished.returncode == 1
    assert finished.stderr == "PYTHON=python3.11 python3 is not Python 3.11: name one that is.\n"


def test_the_first_python_3_11_is_used(path: Path) -> None:
    program(path, "python3.11", "exit 127")
    program(path, "python3", 'if [ "$1" = -c ]; then exit 0; fi; echo "installing with $1"')
    finished = run("install.sh", path)
    assert finished.returncode == 0
    assert finished.stdout == f"installing with {HERE}/install.py\n"


def test_system_packages_are_installed_without_starting_a_server(tmp_path: Path, path: Path) -> None:
    seen = tmp_path / "seen"
    policy = tmp_path / "policy"
    program(path, "apt-get", f'cat {policy} >> {seen}; echo "apt-get $*" >> {seen}')
    program(path, "systemctl", f'echo "systemctl $*" >> {seen}')
    program(path, "update-rc.d", f'echo "update-rc.d $*" >> {seen}')
    copy = tmp_path / "install.sh"
    copy.write_text((HERE / "install_system_packages.sh").read_text().replace("/usr/sbin/policy-rc.d", str(policy)))
    subprocess.run(["/bin/sh", str(copy), "rabbitmq-server"], env={"PATH": str(path)}, check=True)
    lines = seen.read_text().splitlines()
    assert lines.index("exit 101") < lines.index("apt-get update -qq")
    assert "apt-get install -y -qq --no-install-recommends rabbitmq-server" in lines
    assert lines[-1] == "systemctl disable rabbitmq-server"
    assert not policy.exists()


def test_the_administrators_own_policy_is_left_as_it_is(tmp_path: Path, path: Path) -> None:
    program(path, "apt-get", "exit 0")
    policy = tmp_path / "policy"
    policy.write_text("#!/bin/sh\nexit 0\n")
    copy = tmp_path / "install.sh"
    copy.write_text((HERE / "install_system_packages.sh").read_text().replace("/usr/sbin/policy-rc.d", str(policy)))
    subprocess.run(["/bin/sh", str(copy), "libcurl4"], env={"PATH": str(path)}, check=True)
    assert policy.read_text() == "#!/bin/sh\nexit 0\n"


@pytest.mark.parametrize(
    ("tools", "words"),
    [
        ((), "is not a Debian-like machine: use `docker compose up`"),
        (("apt-get",), "ask an administrator for `apt-get install rabbitmq-server`, or use `docker compose up`"),
    ],
    ids=["no apt-get", "no right to"],
)
def test_without_the_right_to_install_one_sentence_names_the_other_way(
    path: Path, monkeypatch: pytest.MonkeyPatch, tools: tuple[str, ...], words: str
) -> None:
    for tool in tools:
        program(path, tool, "exit 1")
    monkeypatch.setenv("PATH", str(path))
    monkeypatch.setattr(os, "getuid", lambda: 1000)
    with pytest.raises(Exception, match="rabbitmq-server is missing") as refusal:
        installer()["install_as_root"](["rabbitmq-server"])
    assert words in str(refusal.value)


@pytest.mark.parametrize(
    ("user", "expected"),
    [(0, "sh {script} rabbitmq-server"), (1000, "sudo -n sh {script} rabbitmq-server")],
    ids=["root", "sudo without a password"],
)
def test_root_installs_directly_and_others_by_sudo(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user: int, expected: str
) -> None:
    (path / "sh").unlink()
    program(path, "apt-get", "exit 0")
    program(path, "sudo", f'echo "sudo $*" > {tmp_path}/ran')
    (path / "sh").write_text(f'#!/usr/bin/sh\necho "sh $*" > {tmp_path}/ran\n')
    (path / "sh").chmod(0o755)
    monkeypatch.setenv("PATH", str(path))
    monkeypatch.setattr(os, "getuid", lambda: user)
    installer()["install_as_root"](["rabbitmq-server"])
    assert (tmp_path / "ran").read_text().strip() == expected.format(script=HERE / "install_system_packages.sh")


def test_what_an_installation_tool_says_last_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path, "apt-get", "exit 0")
    (path / "sh").unlink()
    (path / "sh").write_text("#!/usr/bin/sh\necho Unable to locate package\nexit 100\n")
    (path / "sh").chmod(0o755)
    monkeypatch.setenv("PATH", str(path))
    monkeypatch.setattr(os, "getuid", lambda: 0)
    with pytest.raises(Exception, match="Unable to locate package"):
        installer()["install_as_root"](["rabbitmq-server"])


def installer() -> dict[str, object]:
    """The installer's functions: a script beside the packages, not a part of one."""
    return runpy.run_path(str(HERE / "install.py"))
