"""The service that has commands, queries, a timer and events of its own."""
