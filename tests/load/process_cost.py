"""What processes cost: processor time between two readings, memory at one instant. From /proc, so Linux only."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count() or 1
_PROC = Path("/proc")
_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class CpuReading:
    """Processor seconds each process has used so far, and those of the whole machine: busy and passed."""

    used: Mapping[str, float]
    busy: float
    passed: float

    @classmethod
    def take(cls, processes: Mapping[str, int]) -> CpuReading:
        """Of processes by name; one that is gone has used nothing."""
        fields = [int(field) for field in (_PROC / "stat").read_text().splitlines()[0].split()[1:9]]
        idle = fields[3] + fields[4]
        return cls(
            {name: _used(pid) for name, pid in processes.items()},
            (sum(fields) - idle) / TICKS_PER_SECOND,
            sum(fields) / TICKS_PER_SECOND,
        )

    def until(self, later: CpuReading) -> CpuUse:
        """What was used between this reading and a later one."""
        used = {name: max(seconds - self.used.get(name, 0.0), 0.0) for name, seconds in later.used.items()}
        others = max(later.busy - self.busy - sum(used.values()), 0.0)
        passed = later.passed - self.passed
        return CpuUse(used, others / passed if passed else 0.0)


@dataclass(frozen=True)
class CpuUse:
    """Processor seconds by process, and the share of the machine that all other processes took (0 to 1)."""

    seconds: Mapping[str, float]
    others: float

    def milliseconds_each(self, done: int) -> dict[str, float]:
        """Core-milliseconds by process for each of so many things done."""
        return {name: seconds * 1000 / max(done, 1) for name, seconds in self.seconds.items()}


def _used(pid: int) -> float:
    try:
        fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS_PER_SECOND


@dataclass(frozen=True)
class Memory:
    """MiB of one process: resident, and its proportional share of what it has in common with others."""

    resident: float
    proportional: float

    @classmethod
    def of(cls, pid: int) -> Memory:
        values: dict[str, int] = {}
        for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()[1:]:
            name, _, rest = line.partition(":")
            values[name] = int(rest.split()[0]) * 1024
        return cls(values["Rss"] / _MEBIBYTE, values["Pss"] / _MEBIBYTE)
