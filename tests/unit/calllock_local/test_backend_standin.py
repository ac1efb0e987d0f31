"""Shell. The backend stand-in over its real HTTP wire, in process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from calllock.runtime.profiles import load_profiles
from calllock_local.backend_standin import backend_app
from tests.unit.calllock_local.standing_clock import StandingClock

BUSINESSES = Path(__file__).parents[3] / "deploy/businesses"
KEY = "a-key"
LOOKUP = "/webhook/retell/lookup_caller"
BOOK = "/api/retell/book-service"
CALLBACK = "/webhook/retell/create_callback"
ALERT = "/webhook/retell/send_sales_lead_alert"
NINE = "Tuesday, February 24 at 9:00 AM"


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
async def backend(clock: StandingClock) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(backend_app(load_profiles(BUSINESSES), KEY, clock))
    async with httpx.AsyncClient(transport=transport, base_url="http://standin", headers={"X-API-Key": KEY}) as client:
        yield client


def _envelope(args: dict[str, Any] | None = None, number: str = "+15125550171", call_id: str = "CA1") -> dict[str, Any]:
    call = {"call_id": call_id, "from_number": number, "to_number": "+15125550100", "direction": "inbound"}
    return {"call": {**call, "metadata": {}}, "args": args or {}}


def _visit(when: str = NINE, number: str = "+15125550171", *, force: bool = False) -> dict[str, Any]:
    return _envelope(
        {
            "customer_name": "Eva Stone",
            "customer_phone": number,
            "preferred_time": when,
            "issue_description": "AC blows warm",
            "service_address": "7 Elm Street",
            "urgency_tier": "routine",
            "zip_code": "78704",
            "force_book": force,
        },
        number,
    )


@pytest.mark.parametrize("path", [LOOKUP, BOOK, CALLBACK, ALERT, "/standin/calls/CA1"])
@pytest.mark.parametrize("key", [None, "wrong", ""])
async def test_without_the_right_key_nothing_is_answered(
    backend: httpx.AsyncClient, path: str, key: str | None
) -> None:
    del backend.headers["X-API-Key"]
    headers = {} if key is None else {"X-API-Key": key}
    method = "PUT" if "standin" in path else "POST"
    answer = await backend.request(method, path, json=_envelope(), headers=headers)
    assert answer.status_code == 401


async def test_every_answer_says_that_it_comes_from_a_standin(backend: httpx.AsyncClient) -> None:
    answers = [
        await backend.post(LOOKUP, json=_envelope()),
        await backend.post(LOOKUP, json={}),
        await backend.get("/no"),
    ]
    assert [answer.status_code for answer in answers] == [200, 400, 404]
    assert all("stand-in" in answer.headers["X-Stand-In"] for answer in answers)


async def test_a_body_that_is_no_envelope_is_refused_by_field(backend: httpx.AsyncClient) -> None:
    answer = await backend.post(LOOKUP, json={"call": {"call_id": ""}, "args": {}})
    assert answer.status_code == 400
    assert "call.to_number" in answer.json()["fields"]


async def test_a_known_caller_is_found_and_a_stranger_is_not(backend: httpx.AsyncClient) -> None:
    known = await backend.post(LOOKUP, json=_envelope(number="+15125550142"))
    assert known.json()["customerName"] == "Jonas Miller"
    stranger = await backend.post(LOOKUP, json=_envelope())
    assert stranger.json() == {"found": False, "message": "No customer with this number."}


async def test_a_booking_is_made_at_the_time_asked_for_and_known_afterwards(backend: httpx.AsyncClient) -> None:
    booked = (await backend.post(BOOK, json=_visit())).json()
    assert (booked["success"], booked["booked"]) == (True, True)
    assert (booked["appointment_date"], booked["appointment_time"]) == ("Tuesday, February 24", "9:00 AM")
    assert booked["booking_time"] == "2026-02-24T09:00:00-06:00"

    found = (await backend.post(LOOKUP, json=_envelope())).json()
    assert (found["customerName"], found["upcomingAppointment"]["time"]) == ("Eva Stone", "9:00 AM")


async def test_a_taken_slot_is_answered_with_others(backend: httpx.AsyncClient) -> None:
    await backend.post(BOOK, json=_visit())
    refused = await backend.post(BOOK, json=_visit(number="+15125550172"))
    assert refused.status_code == 200
    assert refused.json()["booked"] is False
    assert refused.json()["available_slots"][0] == "Tuesday, February 24 at 11:00 AM"


async def test_a_second_visit_on_the_same_day_needs_force(backend: httpx.AsyncClient) -> None:
    await backend.post(BOOK, json=_visit())
    later = "Tuesday, February 24 at 1:00 PM"
    conflict = (await backend.post(BOOK, json=_visit(later))).json()
    assert conflict["booked"] is False
    assert conflict["existing_appointment"] == {"date": "Tuesday, February 24", "time": "9:00 AM"}
    forced = (await backend.post(BOOK, json=_visit(later, force=True))).json()
    assert forced["booked"] is True


async def test_the_same_key_books_once_and_gets_the_same_answer(backend: httpx.AsyncClient) -> None:
    headers = {"Idempotency-Key": "CA1:7"}
    first = await backend.post(BOOK, json=_visit(), headers=headers)
    again = await backend.post(BOOK, json=_visit(), headers=headers)
    assert first.json()["booked"] is True
    assert again.json() == first.json()


async def test_a_refused_booking_may_be_tried_again_under_its_key(backend: httpx.AsyncClient) -> None:
    await backend.post(BOOK, json=_visit(number="+15125550172"))
    headers = {"Idempotency-Key": "CA1:7"}
    refused = await backend.post(BOOK, json=_visit(), headers=headers)
    accepted = await backend.post(BOOK, json=_visit("Tuesday, February 24 at 1:00 PM"), headers=headers)
    assert [refused.json()["booked"], accepted.json()["booked"]] == [False, True]


async def test_a_time_that_is_not_understood_books_nothing(backend: httpx.AsyncClient) -> None:
    refused = (await backend.post(BOOK, json=_visit("sometime nice"))).json()
    assert refused["booked"] is False
    assert len(refused["available_slots"]) == 3


async def test_callbacks_and_alerts_demand_what_the_real_backend_demands(backend: httpx.AsyncClient) -> None:
    assert (await backend.post(CALLBACK, json=_envelope({"reason": "Wants a call"}))).json()["success"] is True
    assert (await backend.post(CALLBACK, json=_envelope({}))).json()["success"] is False
    assert (await backend.post(ALERT, json=_envelope({"customer_phone": "+15125550171"}))).json()["success"] is True
    assert (await backend.post(ALERT, json=_envelope({}))).status_code == 500


async def test_a_scripted_call_gets_its_scripted_answers_in_order(
    backend: httpx.AsyncClient, clock: StandingClock
) -> None:
    script = {
        "lookup": {"status": 503},
        "booking": [{"booked": False, "available_slots": ["x"]}, {"booked": True, "delay_s": 5}],
    }
    assert (await backend.put("/standin/calls/CA1", json=script)).status_code == 200

    assert (await backend.post(LOOKUP, json=_envelope())).status_code == 503
    first, second, third = [(await backend.post(BOOK, json=_visit())).json() for _ in range(3)]
    assert first == {"booked": False, "available_slots": ["x"]}
    assert second == third == {"booked": True}
    assert clock.slept == [5, 5]
    assert (await backend.post(LOOKUP, json=_envelope(call_id="CA2"))).status_code == 200


async def test_what_was_asked_is_listed_by_call(backend: httpx.AsyncClient) -> None:
    await backend.post(LOOKUP, json=_envelope())
    await backend.post(BOOK, json=_visit(), headers={"Idempotency-Key": "k"})
    await backend.post(LOOKUP, json=_envelope(call_id="CA2"))
    asked = (await backend.get("/standin/requests", params={"call_id": "CA1"})).json()
    assert [(one["tool"], one["idempotency_key"]) for one in asked] == [("lookup_caller", ""), ("book_service", "k")]
    assert asked[1]["args"]["preferred_time"] == NINE
