"""The console command `rotate-keys`: the data key is opened by another master key from now on."""

from __future__ import annotations

import sys
from pathlib import Path

from chassis.service import Service
from chassis.settings import Settings
from chassis.store import open_store


def rotate_keys(service: Service, settings: Settings, arguments: list[str]) -> int:
    """`rotate-keys FILE`: FILE holds the new master key, MASTER_KEY_FILE still names the old one.

    0 done, or done before · 1 the service seals nothing, or one of the keys is no master key · 2 wrong command line.
    """
    if len(arguments) != 1:
        print("usage: rotate-keys FILE", file=sys.stderr)
        return 2
    with open_store(service, settings) as store:
        if store.vault is None:
            print(f"the service {service.name} seals nothing", file=sys.stderr)
            return 1
        from chassis.vault import MasterKey

        new = MasterKey.read(Path(arguments[0]))
        done = store.vault.rewrap(new)
    print(
        f"the data key of {service.name} {'is now' if done else 'was already'} opened by {new.name}: "
        f"put {arguments[0]} in the place of {settings.master_key_file} before a process is started"
    )
    return 0
