"""The broker's management interface, as far as the stack and the tests need it."""

from __future__ import annotations

import base64
import http.client
import json
from typing import Any
from urllib.parse import quote

from local_stack.broker_accounts import Account, permission
from local_stack.ports import LOOPBACK


class ManagementError(Exception):
    """The broker refused a management request; the text has its status and its words."""


class ManagementApi:
    """Speaks for an administrator to one broker; every call is a request of its own."""

    def __init__(self, port: int, user: str, password: str, host: str = LOOPBACK, timeout: float = 10.0) -> None:
        self._address = (host, port)
        self._timeout = timeout
        token = base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
        self._headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json"}

    def request(self, method: str, *path: str, body: Any = None) -> Any:
        """One request; each part of the path is escaped.

        Not 2xx => ManagementError; no connection => OSError.
        """
        connection = http.client.HTTPConnection(*self._address, timeout=self._timeout)
        try:
            target = "/api/" + "/".join(quote(part, safe="") for part in path)
            connection.request(method, target, None if body is None else json.dumps(body), self._headers)
            answer = connection.getresponse()
            content = answer.read()
        except http.client.HTTPException as error:
            raise OSError(f"the broker broke off: {error!r}") from error
        finally:
            connection.close()
        if not 200 <= answer.status < 300:
            raise ManagementError(f"{method} {target}: {answer.status} {content.decode(errors='replace')[:300]}")
        return json.loads(content) if content else None

    def answers(self) -> bool:
        """Has the broker finished its start?"""
        try:
            self.request("GET", "overview")
        except (OSError, ManagementError):
            return False
        return True

    def load(self, definitions: dict[str, Any]) -> None:
        """Apply definitions to a running broker; what they do not name stays as it is."""
        self.request("POST", "definitions", body=definitions)

    def user_names(self) -> set[str]:
        return {user["name"] for user in self.request("GET", "users")}

    def delete_user(self, name: str) -> None:
        self.request("DELETE", "users", name)

    def add_vhost(self, name: str) -> None:
        self.request("PUT", "vhosts", name, body={})

    def add_user(self, name: str, password: str, tags: str = "") -> None:
        self.request("PUT", "users", name, body={"password": password, "tags": tags})

    def grant(self, vhost: str, account: Account) -> None:
        """Give an existing user the account's rights in one virtual host."""
        self.request("PUT", "permissions", vhost, account.name, body=permission(account))
        for topic in account.topics:
            rights = {"exchange": topic.exchange, "write": topic.write, "read": topic.read}
            self.request("PUT", "topic-permissions", vhost, account.name, body=rights)

    def add_topic_exchange(self, vhost: str, name: str) -> None:
        self.request("PUT", "exchanges", vhost, name, body={"type": "topic", "durable": True})
