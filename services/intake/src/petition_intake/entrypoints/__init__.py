"""The ways into intake: commands and queries of the RPC process, events of the worker process."""
