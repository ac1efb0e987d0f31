"""Pure. The proof that a request comes from Twilio."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator

_ADDRESS = re.compile(r"(?P<scheme>\w+)://(?:[^/?#]*@)?(?P<host>[^/?#]*?)(?::(?P<port>\d+))?(?=[/?#]|$)")
_PORTS = {"http": "80", "ws": "80", "https": "443", "wss": "443"}


def sign(auth_token: str, url: str, form: Iterable[tuple[str, str]] = ()) -> str:
    """`X-Twilio-Signature`: HMAC-SHA1 over the public URL and the form's sorted names and values."""
    signed = url + "".join(name + value for name, value in sorted(set(form)))
    return base64.b64encode(hmac.new(auth_token.encode(), signed.encode(), hashlib.sha1).digest()).decode("ascii")


def is_signed(auth_token: str, url: str, form: Iterable[tuple[str, str]], signature: str | None) -> bool:
    """Whether `signature` is one that Twilio makes for this public URL, http(s) or ws(s): it leaves out user and
    password, and of some kinds of request the port, of others not."""
    pairs, given = list(form), (signature or "").encode("utf-8", "replace")
    return any(hmac.compare_digest(sign(auth_token, one, pairs).encode(), given) for one in _as_signed(url))


def _as_signed(url: str) -> Iterator[str]:
    address = _ADDRESS.match(url)
    if address is None:
        return
    scheme, host, port = address["scheme"], address["host"], address["port"]
    for end in ("", f":{port or _PORTS.get(scheme)}"):
        yield f"{scheme}://{host}{end}{url[address.end() :]}"
