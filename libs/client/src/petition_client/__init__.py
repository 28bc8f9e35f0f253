"""Call the county's petition services from an agency's own system.

    from petition_client import Client

    with Client("amqp://petition_bureau:secret@127.0.0.1:27672/county") as client:
        client.call("intake", "get_petition", {"case_no": "640425202603010001"}, actor="P0003")

Every call carries an idempotency key (given or made here), so that a call without an answer is sent again and has its
effect once.
"""

from petition_client.client import Client
from petition_client.errors import AccessDenied, NoAnswer, Refused, UnknownService
from petition_client.request import Request

__all__ = ["AccessDenied", "Client", "NoAnswer", "Refused", "Request", "UnknownService"]
