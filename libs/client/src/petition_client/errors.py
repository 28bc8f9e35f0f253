"""What a call can end in, besides its answer."""

from __future__ import annotations


class Refused(Exception):
    """The service refused; nothing was written. `code` is stable, `field` names the field, `zh` and `en` say why."""

    def __init__(self, code: str, field: str | None, zh: str, en: str, retryable: bool = False) -> None:
        super().__init__(f"{code}: {zh} {en}")
        self.code = code
        self.field = field
        self.zh = zh
        self.en = en
        self.retryable = retryable


class NoAnswer(Exception):
    """No answer came in time: the outcome is unknown. Call again with the same key to learn it."""


class UnknownService(Exception):
    """No service of this name receives requests on this broker."""


class AccessDenied(Exception):
    """The broker does not let this account in, or not call this method; nothing was sent to a service."""
