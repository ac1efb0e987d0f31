"""A call as a value."""

from __future__ import annotations

import pytest

from calllock.contracts.events import Origin
from dialog_brain.flow.call import Call, Pending
from tests.unit.dialog_brain.flow.calls import a_call


@pytest.mark.parametrize(
    ("origin", "agreed"), [("said", True), ("keyed", True), ("extracted", True), ("looked_up", False)]
)
def test_a_slot_is_agreed_to_unless_only_the_backend_knows_it(origin: Origin, *, agreed: bool) -> None:
    assert a_call("discovery", origin, customer_name="Ann").agreed("customer_name") == agreed


def test_an_empty_slot_is_never_agreed_to() -> None:
    assert not a_call("discovery", customer_name="").agreed("customer_name")


def test_filling_a_slot_leaves_the_earlier_value_of_the_call_alone() -> None:
    before = a_call("discovery", customer_name="Ann")
    after = before.fill("looked_up", customer_name="Jonas", zip_code="78704")
    assert (before.slots.customer_name, after.slots.customer_name) == ("Ann", "Jonas")
    assert before.origins != after.origins


def test_only_an_unanswered_request_is_waited_for() -> None:
    call = a_call()._replace(pending=(Pending("r1", "book_service"),))
    waiting = call.waiting_for("r1")
    assert waiting is not None
    assert waiting.tool == "book_service"
    assert call.waiting_for("r2") is None


def test_a_changed_call_differs_in_what_was_changed_alone() -> None:
    before = a_call("discovery", customer_name="Ann")
    after = before._replace(turn=7, over=True)
    assert after == Call(**{**before._asdict(), "turn": 7, "over": True})
    assert isinstance(after, Call)
    assert (before.turn, before.over) == (0, False)


def test_a_call_refuses_a_field_that_it_has_not() -> None:
    with pytest.raises(KeyError, match="colour"):
        a_call()._replace(colour="red")  # type: ignore[call-arg]  # as mypy sees, too
