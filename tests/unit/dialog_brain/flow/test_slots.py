"""What differs between two values of the slots."""

from __future__ import annotations

from calllock.contracts.events import FieldsLearned
from dialog_brain.flow.slots import Slots
from tests.unit.dialog_brain.flow.calls import AT


def test_only_what_differs_is_a_change() -> None:
    earlier = Slots(customer_name="Ann", zip_code="78704")
    later = Slots(customer_name="", zip_code="78704", caller_known=True)
    assert later.changes_since(earlier) == {"customer_name": "", "caller_known": True}
    assert later.changes_since(later) == {}


def test_every_slot_can_be_written_to_the_log() -> None:
    everything = {name: getattr(Slots(), name) for name in Slots._fields}
    message = FieldsLearned(event_id="e", call_sid="CA1", occurred_at=AT, fields=everything, origin="said")
    assert FieldsLearned.model_validate_json(message.model_dump_json()).fields == everything
