"""Every metric a process shows is explained in docs/operations.md, and nothing else is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

MAKERS = {"Counter", "Gauge", "Histogram", "Summary", "GaugeMetricFamily", "CounterMetricFamily", "_gauge", "gauge"}
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")


def test_every_metric_is_documented_and_no_other(root: Path) -> None:
    shown = set(_shown(root))
    documented = set(_documented(root))

    assert sorted(shown - documented) == [], "shown, but not in docs/operations.md"
    assert sorted(documented - shown) == [], "in docs/operations.md, but shown nowhere"


def test_every_name_says_what_it_counts_and_in_which_unit(root: Path) -> None:
    for name in _shown(root):
        assert not re.search(r"_(ms|millis|milliseconds|minutes|hours|mb|kb)(_|$)", name), f"{name}: base units only"


def _documented(root: Path) -> Iterator[str]:
    text = (root / "docs" / "operations.md").read_text(encoding="utf-8")
    section = text.split("\n## Metrics", 1)[1].split("\n## ", 1)[0]
    yield from re.findall(r"^\| `([a-z][a-z0-9_]+)` \|", section, re.MULTILINE)


def _shown(root: Path) -> Iterator[str]:
    """First arguments of what makes a metric, and the keys of a table that is gone through to make several."""
    for pattern in ("libs/chassis/src/**/*.py", "services/*/src/**/*.py"):
        for path in sorted(root.glob(pattern)):
            text = path.read_text(encoding="utf-8")
            if "prometheus_client" not in text:
                continue
            module = ast.parse(text)
            for node in ast.walk(module):
                if isinstance(node, ast.Call) and _called(node) in MAKERS and node.args:
                    yield from _names(node.args[0], module)


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _names(first: ast.expr, module: ast.Module) -> Iterator[str]:
    if isinstance(first, ast.Constant) and isinstance(first.value, str) and NAME.fullmatch(first.value):
        yield first.value
    elif isinstance(first, ast.Name):
        for table in ast.walk(module):
            if isinstance(table, ast.Dict) and all(isinstance(value, ast.Tuple) for value in table.values):
                keys = [key.value for key in table.keys if isinstance(key, ast.Constant)]
                yield from (key for key in keys if isinstance(key, str) and NAME.fullmatch(key))
