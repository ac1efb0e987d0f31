"""Whether Twilio's requests would reach a service, told from what answers in its place."""

from __future__ import annotations

import httpx
import pytest

from calllock.runtime.checkup import Finding
from calllock.runtime.twilio_form import UNSIGNED
from calllock.runtime.webhook_checkup import webhook_check

TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>'


async def found(answer: httpx.Response | httpx.TransportError, *, signed: bool = True) -> Finding:
    def answers(_request: httpx.Request) -> httpx.Response:
        if isinstance(answer, httpx.TransportError):
            raise answer
        return answer

    async with httpx.AsyncClient(transport=httpx.MockTransport(answers)) as client:
        return await webhook_check("public URL", "https://phone.example.com/twilio/voice", "gateway", signed, client)


async def test_a_service_that_refuses_what_is_not_signed_is_well() -> None:
    one = await found(httpx.Response(403, json={"detail": UNSIGNED}))
    assert one.well
    assert one.seen == "phone.example.com leads to a gateway that checks signatures"


async def test_a_service_that_answers_what_is_not_signed_is_told_to_check_it() -> None:
    one = await found(httpx.Response(200, text=TWIML))
    assert one.remedy == "set TWILIO_AUTH_TOKEN where the gateway runs"
    assert (await found(httpx.Response(200, text=TWIML), signed=False)).well


@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.parametrize(
    "answer",
    [
        *(httpx.Response(200), httpx.Response(200, text="<html>Welcome</html>"), httpx.Response(204)),
        *(httpx.Response(403, text="Forbidden: members only"), httpx.Response(403), httpx.Response(401)),
        *(httpx.Response(308), httpx.Response(404), httpx.Response(502)),
    ],
)
async def test_what_answers_in_place_of_the_service_is_not_taken_for_it(answer: httpx.Response, signed: bool) -> None:
    one = await found(answer, signed=signed)
    assert f"answers {answer.status_code}, and not as the gateway does" in one.seen
    assert one.remedy.startswith("let what stands in front pass /twilio/ on to the gateway")


async def test_an_address_at_which_nobody_answers_is_named_with_its_site() -> None:
    one = await found(httpx.ConnectError("refused"))
    assert "cannot be reached" in one.seen
    assert one.remedy.startswith("let https://phone.example.com lead to the gateway")
