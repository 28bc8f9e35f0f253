"""This service's copy of the settings of the county register it goes by, one document."""

from __future__ import annotations

from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import COUNTY
from petition_supervision.domain.county_settings import CountySettings


class MongoCounty:
    """The settings are read once for each unit of work."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def get(self) -> CountySettings:
        kept = self._uow.get(COUNTY, COUNTY)
        return CountySettings(**kept["settings"]) if kept else CountySettings()

    def replace(self, settings: CountySettings) -> None:
        kept = self._uow.get(COUNTY, COUNTY)
        version = (kept["version"] if kept else 0) + 1
        self._uow.put(COUNTY, {"_id": COUNTY, "version": version, "settings": vars(settings)})
