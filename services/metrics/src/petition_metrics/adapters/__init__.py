"""MongoDB collections and Prometheus gauges."""
