"""`python -m <service> migrate | rpc | worker | parked | rotate-keys | <the service's own commands>`.

The RPC process is monkey-patched before anything else is imported, hence the service's declaration is imported by name
in `main` and this module imports only the standard library at the top.
"""

from __future__ import annotations

import importlib
import os
import sys
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chassis.service import Service


def main(bootstrap: str) -> None:
    """Run the process named on the command line for the service declared as `SERVICE` in module `bootstrap`.

    Exit code 0 after a clean end; 1 after a failure (a sentence says why); 2 for a wrong command line.
    """
    arguments = sys.argv[1:]
    if arguments[:1] == ["rpc"]:
        _patch()
    from pymongo.errors import PyMongoError

    from chassis import processes
    from chassis.bus import BUS_ERRORS
    from chassis.logs import describe
    from chassis.settings import SettingError, Settings

    outages: tuple[type[Exception], ...] = (*BUS_ERRORS, PyMongoError)
    try:
        service: Service = importlib.import_module(bootstrap).SERVICE
        commands = {**processes.COMMANDS, **{name: processes.console(run) for name, run in service.consoles.items()}}
        if not arguments or arguments[0] not in commands:
            print(f"usage: python -m <package of {service.name}> {' | '.join(commands)}", file=sys.stderr)
            sys.exit(2)
        settings = Settings.from_environment(service.name)
        sys.exit(commands[arguments[0]](service, settings, arguments[1:]))
    except SettingError as error:
        print(error, file=sys.stderr)
    except outages as error:
        print(f"{' '.join([bootstrap.partition('.')[0], *arguments[:1]])} failed: {describe(error)}", file=sys.stderr)
    sys.exit(1)


def _patch() -> None:
    """Make everything that is imported from now on use green threads."""
    os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
    with warnings.catch_warnings():
        # That eventlet is no longer developed is known and decided; an operator cannot act on it at every start.
        warnings.simplefilter("ignore")
        import eventlet
        import eventlet.debug

    eventlet.monkey_patch()
    # A green thread that ends in an error is logged by whoever waits for it; eventlet's own print is no JSON.
    eventlet.debug.hub_exceptions(False)
