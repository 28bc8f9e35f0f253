"""The users of one stack: its services and the county's calling units, with their passwords and rights."""

from __future__ import annotations

from typing import Any

from local_stack.broker_accounts import OPERATOR, accounts, definitions, service_user
from local_stack.county_callers import county_callers
from local_stack.credentials import VHOST, Addresses, Credentials, bring_up_to_date
from local_stack.ports import LOOPBACK
from local_stack.roster import SERVICES, installed_services
from local_stack.settings import StackSettings


def known_services(settings: StackSettings) -> tuple[str, ...]:
    """Every service that has users: those of the roster, and any further one that can be started here."""
    return tuple(dict.fromkeys((*SERVICES, *installed_services(settings.root))))


def stack_credentials(settings: StackSettings) -> Credentials:
    """`credentials.json` of this stack, brought up to date with its services and the county's units."""
    ports = settings.ports
    addresses = Addresses(LOOPBACK, ports.amqp, LOOPBACK, ports.mongo, ports.management)
    callers = county_callers(settings.county)
    return bring_up_to_date(settings.credentials_file, addresses, known_services(settings), callers)


def stack_rights(settings: StackSettings, credentials: Credentials) -> dict[str, Any]:
    """What the broker is to know: every user by hash, with exactly the rights of its kind."""
    services = known_services(settings)
    own = {OPERATOR, *(service_user(service) for service in services)}
    callers = [name for name in credentials.broker_users if name not in own]
    return definitions(accounts(services, callers), credentials.broker_users, VHOST, services)
