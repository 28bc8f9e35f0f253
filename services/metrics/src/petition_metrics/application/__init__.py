"""Use cases: project an event, compute a figure, list what was counted, rebuild the projection."""
