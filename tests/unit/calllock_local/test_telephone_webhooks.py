from __future__ import annotations

from calllock.runtime.twilio_signature import is_signed
from calllock_local.telephone_webhooks import Dialed, Webhooks, signature

FORM = {"CallSid": "CA1", "From": "+15125550123", "To": "+15125550100", "Empty": ""}
URL = "https://phone.example.com/twilio/voice"


def test_a_signature_is_what_the_gateway_checks() -> None:
    signed = signature("a secret", URL, FORM)

    assert is_signed("a secret", URL, FORM.items(), signed)
    assert not is_signed("another", URL, FORM.items(), signed)
    assert not is_signed("a secret", URL, {**FORM, "From": "+15125550124"}.items(), signed)


async def test_without_a_token_nothing_is_signed() -> None:
    unsigned = Webhooks(Dialed("CA1", "AC1", URL, "+15125550123", "+15125550100"))
    signed = Webhooks(Dialed("CA1", "AC1", URL, "+15125550123", "+15125550100", "a secret"))

    assert unsigned.signed_headers(URL, FORM) == {}
    assert signed.signed_headers(URL, FORM) == {"X-Twilio-Signature": signature("a secret", URL, FORM)}
    await unsigned.close()
    await signed.close()
