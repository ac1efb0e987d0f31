"""Pure. The headers of a webhook."""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import UTC, datetime

from post_call_worker.delivery.signing import headers_for

AT = datetime(2023, 3, 29, 12, 0, 0, tzinfo=UTC)


def _signed(key: bytes, webhook_id: str, body: bytes) -> str:
    content = f"{webhook_id}.{int(AT.timestamp())}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()


def test_the_first_secret_goes_along_and_every_secret_signs() -> None:
    headers = headers_for("msg_1", b'{"a":1}', AT, ["new", "old"])
    assert headers["X-Webhook-Secret"] == "new"
    assert headers["webhook-id"] == "msg_1"
    assert headers["webhook-timestamp"] == "1680091200"
    assert headers["webhook-signature"].split(" ") == [
        _signed(b"new", "msg_1", b'{"a":1}'),
        _signed(b"old", "msg_1", b'{"a":1}'),
    ]


def test_the_published_example_of_standard_webhooks_verifies() -> None:
    """The test vector of the Standard Webhooks libraries."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    at = datetime.fromtimestamp(1614265330, tz=UTC)
    headers = headers_for("msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}', at, [secret])
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_plain_secret_that_begins_like_an_encoded_one_signs_as_it_is() -> None:
    headers = headers_for("msg_1", b"{}", AT, ["whsec_not base64!"])
    assert headers["webhook-signature"] == _signed(b"whsec_not base64!", "msg_1", b"{}")
