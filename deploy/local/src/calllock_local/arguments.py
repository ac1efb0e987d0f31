"""Pure. Kinds of command-line arguments that are checked before anything is done."""

from __future__ import annotations

from argparse import ArgumentTypeError
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from calllock.contracts.business import E164

_NUMBER = TypeAdapter(E164)


def web_address(text: str) -> str:
    """An http or https URL with a host; raises `ArgumentTypeError`."""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ArgumentTypeError(f"{text!r} is not a URL that begins with http:// or https://")
    return text


def phone_number(text: str) -> str:
    """A number in E.164; raises `ArgumentTypeError`."""
    try:
        return _NUMBER.validate_python(text)
    except ValidationError:
        raise ArgumentTypeError(f"{text!r} is not a number in E.164, such as +15125550142") from None
