from __future__ import annotations

from typing import get_args

from calllock.contracts import commands, events
from calllock.contracts.dataflow import DURABLES, STREAMS, TABLE, TALKS, Party, Stream
from calllock.contracts.message import BrainMessage, LineMessage, Message
from calllock.contracts.wire import AnyMessage
from tests.contracts.examples import EXAMPLES


def _matches(pattern: str, subject: str) -> bool:
    wanted, tokens = pattern.split("."), subject.split(".")
    if wanted[-1] == ">":
        return len(tokens) >= len(wanted) and _matches(".".join(wanted[:-1]), ".".join(tokens[: len(wanted) - 1]))
    return len(wanted) == len(tokens) and all(w in ("*", t) for w, t in zip(wanted, tokens, strict=True))


def _keeps(stream: Stream, subject: str) -> bool:
    return any(_matches(pattern, subject) for pattern in stream.subjects)


def test_every_message_is_in_the_table_exactly_once() -> None:
    readable = get_args(get_args(AnyMessage)[0])
    listed = [flow.message for flow in TABLE]

    assert len(listed) == len(set(listed))
    assert set(listed) == set(readable)


def test_no_message_class_is_forgotten() -> None:
    declared = {
        value
        for module in (events, commands)
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Message) and value not in (Message, BrainMessage, LineMessage)
    }

    assert declared == {flow.message for flow in TABLE}


def test_every_message_has_a_reader_other_than_nobody() -> None:
    for flow in TABLE:
        assert flow.readers, flow.message.__name__
        assert len(set(flow.readers)) == len(flow.readers), flow.message.__name__
        assert set(flow.readers) <= set(get_args(Party))


def test_every_message_is_stored_in_exactly_one_stream() -> None:
    for message in EXAMPLES:
        assert sum(_keeps(stream, message.subject) for stream in STREAMS) == 1, message.subject


def test_no_stream_keeps_what_is_said_beside_the_log() -> None:
    for talk in TALKS:
        assert not any(_keeps(stream, talk.subject) for stream in STREAMS), talk.subject


def test_the_subject_of_the_table_is_the_subject_of_the_message() -> None:
    subjects = {flow.message: flow.subject for flow in TABLE}

    for message in EXAMPLES:
        assert message.subject == subjects[type(message)].replace("{call_sid}", message.call_sid)


def test_there_is_an_example_of_every_message() -> None:
    assert {type(example) for example in EXAMPLES} == {flow.message for flow in TABLE}


def test_one_party_alone_writes_each_channel_but_the_end_that_anybody_left_may_tell() -> None:
    writers: dict[str, set[Party]] = {}
    for flow in TABLE:
        writers.setdefault(flow.message.channel, set()).update(flow.writers)
    for of_the_line in ("answered", "line", "ended"):
        writers[of_the_line].remove("console")  # it holds the text lines: a call has one line, of sound or of text

    assert writers.pop("ended") == {"voice-gateway", "dialog-brain"}
    assert {channel: len(parties) for channel, parties in writers.items()} == dict.fromkeys(writers, 1)


def test_every_durable_gets_messages_that_its_stream_keeps() -> None:
    streams = {stream.name: stream for stream in STREAMS}
    for durable in DURABLES:
        got = [message for message in EXAMPLES if _matches(durable.subject, message.subject)]
        assert got, durable.name
        assert all(_keeps(streams[durable.stream], message.subject) for message in got)


def test_a_repeat_is_recognised_for_longer_than_a_writer_tries() -> None:
    assert all(stream.deduplicates_s >= 60 for stream in STREAMS)
