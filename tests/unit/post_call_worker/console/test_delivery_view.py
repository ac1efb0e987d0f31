"""From a delivery to its place on the page of its call."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from post_call_worker.console.delivery_view import DeliveryShown, delivery_shown
from tests.unit.post_call_worker.call_logs import STARTED_AT

ZONE = ZoneInfo("America/Chicago")
DELIVERY: dict[str, Any] = {
    "id": "msg_1",
    "kind": "job",
    "status": "dead",
    "reason": "refused",
    "body": {"job": "data"},
    "due_at": STARTED_AT,
    "tried": [
        {"number": 1, "at": STARTED_AT, "took_ms": 12, "status_code": 400, "error": "", "response_body": "no"},
        {
            "number": 2,
            "at": STARTED_AT,
            "took_ms": 9,
            "status_code": None,
            "error": "ConnectError",
            "response_body": "",
        },
    ],
}


def test_a_delivery_shows_each_attempt_and_what_can_be_done() -> None:
    shown = delivery_shown(DELIVERY, STARTED_AT, ZONE)
    assert [(one.at, one.answer, one.body) for one in shown.attempts] == [
        ("Mon, Feb 23, 10:00 AM", "HTTP 400", "no"),
        ("Mon, Feb 23, 10:00 AM", "ConnectError", ""),
    ]
    assert (shown.outcome, shown.tone) == ("Not delivered", "bad")
    assert shown.can_resend
    assert shown.can_discard
    pending = delivery_shown({**DELIVERY, "status": "pending"}, STARTED_AT, ZONE)
    assert (pending.can_resend, pending.can_discard) == (False, True)
    delivered = delivery_shown({**DELIVERY, "status": "delivered"}, STARTED_AT, ZONE)
    assert (delivered.can_resend, delivered.can_discard) == (False, False)


def _page(**row: Any) -> DeliveryShown:
    """A page that nobody has tried to send yet."""
    page = {"kind": "page", "status": "pending", "reason": "", "tried": [], "body": {"to": "+15125550190"}}
    return delivery_shown({**DELIVERY, **page, **row}, STARTED_AT, ZONE)


def test_a_page_tells_whom_it_goes_to_and_an_emptied_one_nobody() -> None:
    assert _page().to == "0190"
    assert _page(body={}).to == ""
    assert delivery_shown(DELIVERY, STARTED_AT, ZONE).to == ""


@pytest.mark.parametrize(
    ("wait", "outcome"),
    [
        (timedelta(minutes=-1), "Delivering"),
        (timedelta(0), "Delivering"),
        (timedelta(minutes=5), "Waits until 10:05 AM"),
        (timedelta(hours=21), "Waits until Tue, Feb 24, 7:00 AM"),
    ],
)
def test_what_waits_for_its_turn_says_until_when(wait: timedelta, outcome: str) -> None:
    assert _page(due_at=STARTED_AT + wait).outcome == outcome


def test_only_what_was_never_tried_and_may_still_go_out_waits_for_its_turn() -> None:
    later = STARTED_AT + timedelta(minutes=5)
    assert _page(due_at=later, tried=DELIVERY["tried"]).outcome == "Delivering"
    for status, outcome in (("discarded", "Discarded"), ("delivered", "Delivered"), ("dead", "Not delivered")):
        assert _page(due_at=later, status=status).outcome == outcome
