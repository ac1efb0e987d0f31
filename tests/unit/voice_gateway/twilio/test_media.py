"""Twilio's messages, and what is none."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice_gateway.twilio.media import (
    BadMessage,
    Connected,
    Dtmf,
    Mark,
    Media,
    Start,
    Stop,
    media_messages,
    parse,
)

NAMES = st.sampled_from(["event", "media", "start", "mark", "payload", "callSid", "name"])


def start(**changes: Any) -> dict[str, Any]:
    return {"event": "start", "start": {"streamSid": "MZ1", "callSid": "CA1", **changes}}


@pytest.mark.parametrize(
    ("message", "parsed"),
    [
        ({"event": "connected", "protocol": "Call"}, Connected()),
        (start(customParameters={"a": "b"}), Start("MZ1", "CA1", {"a": "b"})),
        ({"event": "media", "media": {"track": "inbound", "payload": "/38="}}, Media(b"\xff\x7f")),
        ({"event": "mark", "mark": {"name": "said-1"}}, Mark("said-1")),
        ({"event": "dtmf", "dtmf": {"digit": "#"}}, Dtmf("#")),
        ({"event": "stop", "stop": {}}, Stop()),
    ],
)
def test_messages_of_the_protocol_are_read(message: dict[str, Any], parsed: object) -> None:
    assert parse(json.dumps(message)) == parsed


@pytest.mark.parametrize(
    "data",
    [
        "",
        "nonsense",
        "[]",
        "17",
        b"\xff\xfe",
        "{}",
        '{"event": 1}',
        '{"event": "media"}',
        '{"event": "media", "media": {"payload": "***"}}',
        '{"event": "media", "media": {"payload": 7}}',
        '{"event": "media", "media": {"track": "outbound", "payload": "/38="}}',
        '{"event": "mark", "mark": []}',
        '{"event": "dtmf", "dtmf": {"digit": "12"}}',
        json.dumps(start(callSid="../etc")),
        json.dumps(start(customParameters=[1])),
        "[" * 20_000,
        '{"event": "media", "media": {"payload": "' + "A" * 70_000 + '"}}',
    ],
)
def test_anything_else_is_refused_without_its_contents(data: str | bytes) -> None:
    with pytest.raises(BadMessage) as refused:
        parse(data)
    assert len(str(refused.value)) < 40


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
        max_leaves=10,
    )
)
def test_no_message_breaks_the_reader(message: object) -> None:
    with contextlib.suppress(BadMessage):
        parse(json.dumps(message))


def test_audio_is_sent_in_pieces_that_join_to_the_whole() -> None:
    audio = bytes(range(256)) * 20
    pieces = [parse(json.dumps(message)) for message in media_messages("MZ1", audio)]
    assert b"".join(piece.audio for piece in pieces if isinstance(piece, Media)) == audio
    assert len(pieces) == 4
