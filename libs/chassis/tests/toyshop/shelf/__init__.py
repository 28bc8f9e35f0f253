"""The service that follows `boxes` and keeps what it saw."""
