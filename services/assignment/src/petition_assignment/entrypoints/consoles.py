"""Commands for the console: `python -m petition_assignment load-register DIR`."""

from __future__ import annotations

import sys
from pathlib import Path

from chassis.clock import open_clock
from chassis.mongo import open_mongo
from chassis.settings import Settings
from chassis.unit_of_work import Units
from petition_assignment.adapters.desks import open_desk
from petition_assignment.adapters.register_files import read_folder
from petition_assignment.application.register_loading import load_register
from petition_assignment.domain.register_rows import RegisterFaulty


def load_register_folder(settings: Settings, arguments: list[str]) -> int:
    """Put the register in this folder into force.

    Exit code 0: it is in force, or already was. 1: it has faults, each named, and nothing was changed. 2: no folder.
    """
    if len(arguments) != 1:
        print("usage: load-register DIR", file=sys.stderr)
        return 2
    raw = read_folder(Path(arguments[0]))
    clock = open_clock(settings.clock, settings.clock_file)
    with open_mongo(settings.mongo_uri, "assignment") as client:
        units = Units(client, settings.mongo_database, clock, "assignment")
        try:
            loaded = units.run(lambda uow: load_register(open_desk(uow), raw))
        except RegisterFaulty as error:
            for fault in error.faults:
                print(fault, file=sys.stderr)
            print(error.zh.format(**error.values), error.en.format(**error.values), file=sys.stderr)
            return 1
    if loaded.changed:
        print(f"名册第 {loaded.version} 版已生效。 / Register version {loaded.version} is in force.")
    else:
        print(f"内容与第 {loaded.version} 版相同，未作更改。 / Version {loaded.version} already says this.")
    return 0


CONSOLES = {"load-register": load_register_folder}
