from __future__ import annotations

import json
from typing import Any

import pytest

from calllock.contracts.events import EmergencyRaised, ToolAnswered
from calllock.contracts.message import VERSION, Message
from calllock.contracts.wire import UnreadableMessage, decode, encode
from tests.contracts.examples import EXAMPLES


def _raw(message: Message) -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(encode(message))
    return raw


@pytest.mark.parametrize("message", EXAMPLES, ids=lambda message: type(message).__name__)
def test_a_message_is_read_as_it_was_written(message: Message) -> None:
    assert decode(encode(message)) == message


def test_what_is_written_carries_version_and_kind() -> None:
    raw = _raw(EXAMPLES[0])

    assert (raw["v"], raw["kind"]) == (VERSION, "CallAnswered")
    assert raw["occurred_at"] == "2026-03-02T15:04:05.678000Z"


def test_words_beyond_ascii_are_written_as_they_are() -> None:
    assert "größer".encode() in encode(EXAMPLES[1])


def test_a_field_from_a_newer_writer_is_ignored() -> None:
    raw = _raw(EXAMPLES[0]) | {"mood": "cheerful"}

    assert decode(json.dumps(raw).encode()) == EXAMPLES[0]


def test_an_optional_field_that_an_older_writer_left_out_has_its_default() -> None:
    raw = _raw(EXAMPLES[1])
    del raw["transcribe_ms"]

    assert decode(json.dumps(raw).encode()) == EXAMPLES[1].model_copy(update={"transcribe_ms": 0})


def test_a_danger_that_only_a_newer_writer_knows_is_read_as_one_without_a_name() -> None:
    known = next(message for message in EXAMPLES if isinstance(message, EmergencyRaised))

    read = decode(json.dumps(_raw(known) | {"hazard": "STRUCTURE_COLLAPSE"}).encode())

    assert read == known.model_copy(update={"hazard": "UNSPECIFIED"})


@pytest.mark.parametrize("hazard", [None, 7, ["GAS_LEAK"]])
def test_what_is_no_danger_at_all_is_not_read_as_one(hazard: object) -> None:
    raw = _raw(next(message for message in EXAMPLES if isinstance(message, EmergencyRaised)))

    with pytest.raises(UnreadableMessage, match=r"malformed: EmergencyRaised\.hazard"):
        decode(json.dumps(raw | {"hazard": hazard}).encode())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"v": VERSION + 1}, f"version {VERSION + 1} is later than {VERSION}"),
        ({"v": "1"}, "no version"),
        ({"v": 0}, "no version"),
        ({"kind": "CallForwarded"}, "malformed: kind"),
        ({"occurred_at": "2026-03-02T15:04:05"}, "malformed: CallAnswered.occurred_at"),
        ({"call_sid": "CA 1; drop"}, "malformed: CallAnswered.call_sid"),
        ({"event_id": ""}, "malformed: CallAnswered.event_id"),
    ],
)
def test_a_message_that_cannot_be_read_says_why_and_not_what_it_held(change: dict[str, Any], reason: str) -> None:
    raw = _raw(EXAMPLES[0]) | change

    with pytest.raises(UnreadableMessage) as refusal:
        decode(json.dumps(raw).encode())
    assert str(refusal.value) == reason


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[]", b"3", b"null", b"[" * 100_000], ids=lambda d: repr(d[:4]))
def test_bytes_that_are_no_message_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableMessage):
        decode(data)


def test_a_message_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        EXAMPLES[0].call_sid = "CA0002"


def test_half_a_surrogate_pair_in_a_backends_answer_is_written_as_a_question_mark() -> None:
    answered = next(example for example in EXAMPLES if isinstance(example, ToolAnswered))
    odd = answered.model_copy(update={"result": {"customerName": "\ud83d"}})
    read = decode(encode(odd))
    assert isinstance(read, ToolAnswered)
    assert read.result == {"customerName": "?"}


def test_half_a_surrogate_pair_that_was_written_as_an_escape_is_read() -> None:
    raw = _raw(EXAMPLES[1]) | {"text": "my AC \ud83d is out"}

    assert "\\ud83d" in json.dumps(raw)
    assert decode(json.dumps(raw).encode()).model_dump()["text"].startswith("my AC ")
