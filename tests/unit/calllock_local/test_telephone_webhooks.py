from __future__ import annotations

from calllock.runtime.twilio_signature import sign
from calllock_local.telephone_webhooks import Dialed, Webhooks

FORM = {"CallSid": "CA1", "From": "+15125550123", "To": "+15125550100", "Empty": ""}
URL = "https://phone.example.com/twilio/voice"


async def test_without_a_token_nothing_is_signed() -> None:
    unsigned = Webhooks(Dialed("CA1", "AC1", URL, "+15125550123", "+15125550100"))
    signed = Webhooks(Dialed("CA1", "AC1", URL, "+15125550123", "+15125550100", "a secret"))

    assert unsigned.signed_headers(URL, FORM) == {}
    assert signed.signed_headers(URL, FORM) == {"X-Twilio-Signature": sign("a secret", URL, FORM.items())}
    await unsigned.close()
    await signed.close()
