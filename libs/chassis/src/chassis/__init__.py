"""Plumbing shared by the services.

It knows messages, transactions and processes; it knows nothing of what they are about.
"""
