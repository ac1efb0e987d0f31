"""What follows from a vendor's faults."""

from __future__ import annotations

import pytest

from voice_gateway.speech.faults import CONSEQUENCES, Fault, refusal


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        *[(status, "refused") for status in (301, 400, 401, 402, 403, 404, 422)],
        *[(status, "busy") for status in (408, 429, 503)],
        *[(status, "broken") for status in (500, 502, 504)],
    ],
)
def test_a_status_tells_whether_asking_again_makes_sense(status: int, fault: Fault) -> None:
    assert refusal(status).fault == fault
    assert str(refusal(status)) == f"{fault}: status {status}"


def test_what_a_caller_has_waited_for_or_what_cannot_change_is_not_asked_for_again() -> None:
    assert {fault for fault, consequence in CONSEQUENCES.items() if not consequence.again} == {
        *("refused", "busy", "late", "failed"),
    }
