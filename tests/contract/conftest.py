"""What these tests compare: contracts, declarations, events of the domains, and the glossary. None needs a server."""

from __future__ import annotations

from pathlib import Path

import pytest

from chassis.service import Service
from wire_catalogue.contracts import EventContract, read_contracts
from wire_catalogue.declarations import declared_services
from wire_catalogue.glossary import Term, read_glossary

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def contracts() -> list[EventContract]:
    """Every event contract."""
    return read_contracts()


@pytest.fixture(scope="session")
def declared() -> list[Service]:
    """Every service's declaration."""
    return declared_services()


@pytest.fixture(scope="session")
def glossary() -> list[Term]:
    """Every term of the glossary."""
    return read_glossary()
