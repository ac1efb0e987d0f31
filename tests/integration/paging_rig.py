"""A worker that pages for an emergency, a Twilio that misbehaves when told, and people who answer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from email.utils import format_datetime
from itertools import count
from urllib.parse import parse_qs, urlencode

import httpx
from fastapi import FastAPI

from calllock.contracts.business import EmergencyContact, Texts
from calllock.runtime.twilio_signature import sign
from post_call_worker.acknowledgements import Acknowledgements
from post_call_worker.delivery.arrivals import Arrivals
from post_call_worker.links import REPLY_PATH
from post_call_worker.text_routes import TextDesk, text_routes
from tests.integration.worker_rig import AUTH_TOKEN, LINKS, Worker, worker
from tests.unit.post_call_worker.call_logs import PROFILE, STARTED_AT, gas_call

_SIDS = count(1)
FIRST, SECOND, THIRD = "+15125550190", "+15125550191", "+15125550192"
TEXTING = PROFILE.model_copy(
    update={
        "emergency": EmergencyContact(numbers=(FIRST, SECOND, THIRD), acknowledge_within_minutes=5),
        "texts": Texts(to_callers=True),
    }
)


class Twilio(httpx.AsyncBaseTransport):
    """Takes messages, and answers those to some numbers otherwise."""

    def __init__(self, **answers: httpx.Response) -> None:
        self.sent: list[tuple[str, str]] = []
        self.answers = answers

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(200, json={"messages": []})
        form = parse_qs((await request.aread()).decode())
        to = form["To"][0]
        if to in self.answers:
            return self.answers[to]
        self.sent.append((to, form["Body"][0]))
        return httpx.Response(201, json={"sid": f"SM{len(self.sent)}"})

    @property
    def numbers(self) -> list[str]:
        return [to for to, _ in self.sent]


class LosesAnswers(Twilio):
    """Takes every text, but nobody hears of it while `loses`; nor does it say what it has until then."""

    loses = True

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(503) if self.loses else httpx.Response(200, json={"messages": self._has()})
        answer = await super().handle_async_request(request)
        if self.loses:
            raise httpx.ReadTimeout("lost", request=request)
        return answer

    def _has(self) -> list[dict[str, str]]:
        about = {"status": "sent", "date_created": format_datetime(STARTED_AT + timedelta(hours=1, seconds=5))}
        return [{"sid": f"SM{place}", "body": body, **about} for place, (_, body) in enumerate(self.sent, 1)]


@asynccontextmanager
async def emergency(postgres_url: str, twilio: Twilio) -> AsyncIterator[Worker]:
    """A worker to which a call in danger has just said so; the call goes on."""
    async with worker(postgres_url, twilio=twilio, profile=TEXTING) as rig:
        for message in gas_call().messages[:-1]:
            await rig.bus.publish(message)
        await rig.until(rig.archive.deliveries)
        await rig.deliver_all()
        yield rig


@asynccontextmanager
async def first_and_second_paged(postgres_url: str) -> AsyncIterator[Worker]:
    """An emergency that two people were asked to take, and the third was not."""
    async with emergency(postgres_url, Twilio()) as rig:
        await later(rig, 5.1)
        yield rig


@asynccontextmanager
async def two_emergencies(postgres_url: str, twilio: Twilio) -> AsyncIterator[Worker]:
    """The first is asked to take both."""
    async with emergency(postgres_url, twilio) as rig:
        for message in gas_call("CA0003").messages[:-1]:
            await rig.bus.publish(message)
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        yield rig


def desk_of(rig: Worker) -> httpx.AsyncClient:
    app = FastAPI()
    desk = TextDesk(
        LINKS, AUTH_TOKEN, Acknowledgements(rig.engine), Arrivals(rig.engine), rig.keeper, rig.deliveries.wake
    )
    app.include_router(text_routes(desk))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://inside.test")


async def reply(
    rig: Worker, number: str, text: str, *, to: str = TEXTING.numbers[0], token: str = AUTH_TOKEN, sid: str = ""
) -> httpx.Response:
    """A text message; Twilio tells of one twice under the same `sid`."""
    form = [("From", number), ("To", to), ("Body", text), ("MessageSid", sid or f"SM{next(_SIDS)}")]
    return await _post(rig, f"{LINKS.public_url}{REPLY_PATH}", form, token)


async def becomes(
    rig: Worker, delivery: str, status: str, *, sid: str = "SM1", token: str = AUTH_TOKEN
) -> httpx.Response:
    """Twilio tells what became of a delivery's text, which has a `sid`."""
    form = [("MessageSid", sid), ("MessageStatus", status), ("ErrorCode", "30034")]
    return await _post(rig, LINKS.arrival(delivery), form, token)


async def _post(rig: Worker, url: str, form: list[tuple[str, str]], token: str) -> httpx.Response:
    headers = {
        "X-Twilio-Signature": sign(token, url, form),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    async with desk_of(rig) as desk:
        return await desk.post(url.removeprefix(LINKS.public_url), content=urlencode(form), headers=headers)


async def later(rig: Worker, minutes: float) -> None:
    rig.clock.step(60 * minutes)
    await rig.deliver_all()
