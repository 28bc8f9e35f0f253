"""The whole stack on one machine: broker, store and every process of every service, started by one command.

For development, demonstrations and tests. `python -m local_stack up | down | status | logs | run`.
"""
