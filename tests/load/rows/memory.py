"""What each process holds in memory, and what it uses of the processors, while nothing happens."""

from __future__ import annotations

import time
from collections.abc import Iterator

from tests.load.bench import Bench
from tests.load.bench_stack import THIS_PROCESS
from tests.load.process_cost import Memory
from tests.load.report import ProcessCosts, Row

MOST = 90.0
IDLE_SECONDS = 5.0
SERVERS = ("rabbitmq", "mongod", "epmd")


def read(bench: Bench) -> dict[str, tuple[float, float]]:
    """Resident and proportional MiB by process, the echo service among them."""
    processes = {**bench.stack.processes(), **bench.echo.process}
    readings = {name: Memory.of(pid) for name, pid in processes.items() if name != THIS_PROCESS}
    return {name: (memory.resident, memory.proportional) for name, memory in readings.items()}


def rows(bench: Bench, costs: ProcessCosts) -> Iterator[Row]:
    """The largest service process, idle with the register loaded; all of them stand in the second table."""
    costs.idle = read(bench)
    idle = bench.stack.cost_of(lambda: time.sleep(IDLE_SECONDS))
    costs.core_milliseconds["second idle"] = idle.milliseconds_each(int(IDLE_SECONDS))
    floor = costs.idle[next(iter(bench.echo.process))][0]
    own = {name: reading for name, reading in costs.idle.items() if name not in (*SERVERS, *bench.echo.process)}
    name, (resident, proportional) = max(own.items(), key=lambda item: item[1][0])
    yield Row(
        f"idle memory of the largest service process ({name}), RSS / PSS",
        f"{resident:.0f} / {proportional:.0f} MiB",
        f"≤ {MOST:.0f} MiB",
        f"{floor:.0f} MiB",
        resident / floor,
        resident <= MOST,
        note=f"{len(own)} processes, {sum(reading[1] for reading in own.values()):.0f} MiB PSS together; read after "
        "the register was loaded, before any load. Floor: a stock nameko service with one empty method.",
    )
