"""Every environment variable that is read is explained in docs/operations.md, and nothing else is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

NAME = re.compile(r"[A-Z][A-Z0-9_]{1,}")
READING = {"get", "pop", "setdefault"}
OF_THE_MACHINE = {"HOME", "LANG", "PATH", "PYTHONPATH", "PYTHONUNBUFFERED", "TZ", "USER"}
"""Variables every process has or any Python reads; not settings of this project."""
SET_FOR_OTHERS = {"EVENTLET_NO_GREENDNS"}
"""Set by the program for a library it uses, never meant to come from outside."""


def test_every_variable_that_is_read_is_documented_and_no_other(root: Path) -> None:
    read = set(_read_in_python(root)) | set(_read_in_compose(root))
    documented = set(_documented(root))

    assert sorted(read - documented - OF_THE_MACHINE - SET_FOR_OTHERS) == [], "read, but not in docs/operations.md"
    assert sorted(documented - read) == [], "in docs/operations.md, but read nowhere"


def test_the_example_names_only_documented_variables(root: Path) -> None:
    text = (root / ".env.example").read_text(encoding="utf-8")
    named = set(re.findall(r"^#? ?([A-Z][A-Z0-9_]+)=", text, re.MULTILINE))

    assert sorted(named - set(_documented(root)) - OF_THE_MACHINE) == []


def test_reading_is_found_however_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "one.py").write_text(
        "import os\n"
        "KEY = 'FROM_CONSTANT'\n"
        "NAMES = ('FROM_LIST', 'FROM_LIST_TOO')\n"
        "def number(environment, name):\n"
        "    return int(environment.get(name, 1))\n"
        "def settings(environment):\n"
        "    def needed(name):\n"
        "        return environment[name]\n"
        "    return needed('FROM_INNER'), number(environment, 'FROM_OUTER'), [environment[n] for n in NAMES]\n"
        "a = os.environ.get(KEY), os.getenv('FROM_GETENV'), os.environ['FROM_ITEM']\n",
        encoding="utf-8",
    )

    assert set(_read_in_python(tmp_path)) == {
        "FROM_CONSTANT",
        "FROM_GETENV",
        "FROM_INNER",
        "FROM_ITEM",
        "FROM_LIST",
        "FROM_LIST_TOO",
        "FROM_OUTER",
    }


def _documented(root: Path) -> Iterator[str]:
    """First cells of the tables in the section on configuration."""
    text = (root / "docs" / "operations.md").read_text(encoding="utf-8")
    section = text.split("\n## Configuration", 1)[1].split("\n## ", 1)[0]
    for line in section.splitlines():
        cell = re.match(r"\| `([A-Z][A-Z0-9_]+)` \|", line)
        if cell:
            yield cell.group(1)


def _read_in_compose(root: Path) -> Iterator[str]:
    text = (root / "docker-compose.yml").read_text(encoding="utf-8")
    yield from re.findall(r"\$\{([A-Z][A-Z0-9_]*)", text)
    compose: dict[str, Any] = yaml.safe_load(text)
    for entry in compose["services"].values():
        if str(entry.get("image", "")).startswith("petition/"):
            yield from (entry.get("environment") or {}).keys()


def _read_in_python(root: Path) -> Iterator[str]:
    for top in ("libs", "services", "deploy"):
        for path in sorted((root / top).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            if "environ" in text and not {"tests", "testing"} & set(path.parts):
                yield from _read_in_module(ast.parse(text))


def _read_in_module(module: ast.Module) -> Iterator[str]:
    constants = dict(_constants(module))
    readers = dict(_readers(module))
    for node in ast.walk(module):
        key = _key_read(node)
        if key is not None:
            yield from _names(key, constants, module)
        elif isinstance(node, ast.Call) and _called(node) in readers:
            place = readers[_called(node)]
            if place < len(node.args):
                yield from _names(node.args[place], constants, module)


def _key_read(node: ast.AST) -> ast.expr | None:
    """The key in `environment.get(key)`, `os.environ[key]`, `os.getenv(key)`."""
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and _is_environment(node.value):
        return node.slice
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
        if node.func.attr == "getenv" or (node.func.attr in READING and _is_environment(node.func.value)):
            return node.args[0]
    return None


def _is_environment(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name in {"environment", "_environment"} or (name == "environ" and isinstance(node, ast.Attribute))


def _readers(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Functions that read the variable named by one of their arguments, with that argument's place in a call."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg not in ("self", "cls")]
            for inner in ast.walk(node):
                key = _key_read(inner)
                if isinstance(key, ast.Name) and key.id in names:
                    yield node.name, names.index(key.id)


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _constants(module: ast.Module) -> Iterator[tuple[str, list[str]]]:
    """Module constants that hold a name of a variable, or several."""
    for node in module.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            values = node.value.elts if isinstance(node.value, ast.Tuple | ast.List) else [node.value]
            texts = [value.value for value in values if isinstance(value, ast.Constant)]
            if texts and all(isinstance(text, str) and NAME.fullmatch(text) for text in texts):
                yield node.targets[0].id, texts


def _names(key: ast.expr, constants: dict[str, list[str]], module: ast.Module) -> Iterator[str]:
    if isinstance(key, ast.Constant) and isinstance(key.value, str) and NAME.fullmatch(key.value):
        yield key.value
    elif isinstance(key, ast.Name):
        yield from constants.get(key.id, ())
        for node in ast.walk(module):
            if isinstance(node, ast.comprehension) and ast.unparse(node.target) == key.id:
                yield from constants.get(ast.unparse(node.iter), ())
