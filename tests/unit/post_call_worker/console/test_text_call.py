"""A call by text, told from its log."""

from __future__ import annotations

import pytest

from calllock.contracts import events
from calllock.contracts.message import Message
from calllock.runtime.bus import Logged
from post_call_worker.console.text_call import is_text_call, text_call
from tests.unit.post_call_worker.call_logs import CallLog


def _logged(log: CallLog, gateway: str = "console") -> list[Logged]:
    first = log.messages[0]
    assert isinstance(first, events.CallAnswered)
    messages: list[Message] = [first.model_copy(update={"gateway": gateway}), *log.messages[1:]]
    return [Logged(number, one.subject, one) for number, one in enumerate(messages, 1)]


def test_a_call_by_text_knows_its_next_turn_and_what_was_heard_before_it() -> None:
    entries = _logged(CallLog("CA1").enters("welcome").says("Hello.").hears("hi").says("And?"))
    call = text_call(entries)
    assert call is not None
    assert (call.turn, call.heard_prompt) == (1, 2)
    assert entries[call.last_on_line - 1].subject.endswith(".line")
    assert not any(entry.subject.endswith(".line") for entry in entries[call.last_on_line :])


@pytest.mark.parametrize("entries", [_logged(CallLog("CA1").ends()), _logged(CallLog("CA1"), "gateway-1"), []])
def test_one_that_is_over_or_has_sound_is_none(entries: list[Logged]) -> None:
    assert text_call(entries) is None
    assert not is_text_call([entry.message for entry in entries if entry.message is not None])


def test_one_that_has_just_begun_can_be_spoken_on() -> None:
    entries = _logged(CallLog("CA1"))
    assert text_call(entries) is not None
    assert is_text_call([entry.message for entry in entries if entry.message is not None])
