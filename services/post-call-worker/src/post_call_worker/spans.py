"""Pure. The trace of a call, told from its log: the call, below it each turn of the caller, below that each request.

The log holds every time that matters, so nothing has to be kept while the call is going on, and a call that moved
between processes still is one trace. Nobody's words are in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from calllock.contracts import events
from calllock.contracts.message import Message
from calllock.contracts.tracing import span_id
from post_call_worker.record import CallRecord

Value = str | int | float | bool
ROOT = "call"


@dataclass(frozen=True, slots=True)
class Happening:
    """Something within a span that has no length."""

    name: str
    at: datetime
    attributes: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a call; ids are those of `calllock.contracts.tracing`."""

    name: str
    span_id: str
    parent_id: str | None
    began_at: datetime
    ended_at: datetime
    attributes: Mapping[str, Value]
    happenings: tuple[Happening, ...] = ()
    failed: str = ""
    """Why, when it did."""


def spans_of(record: CallRecord, messages: Iterable[Message]) -> list[Span]:
    """The call's spans, the root first."""
    told = sorted(messages, key=_moment)
    ended_at = max([record.last_at, *(message.occurred_at for message in told)])
    turns = [message for message in told if isinstance(message, events.UtteranceHeard)]
    played = [message for message in told if isinstance(message, events.PromptPlayed)]
    states = [message for message in told if isinstance(message, events.StateEntered)]
    spans = [_call(record, states, ended_at)]
    for number, heard in enumerate(turns):
        until = turns[number + 1].occurred_at if number + 1 < len(turns) else ended_at
        spans.append(_turn(record.call_sid, heard, played, until))
    answers = [message for message in told if isinstance(message, events.ToolAnswered)]
    sent = [answer for answer in answers if events.is_sent(answer.tool, record.from_number)]
    spans += [_request(record.call_sid, answer, turns) for answer in sent]
    return spans


def _moment(message: Message) -> datetime:
    return message.occurred_at


def _call(record: CallRecord, states: Iterable[events.StateEntered], ended_at: datetime) -> Span:
    about: dict[str, Value] = {
        "call.sid": record.call_sid,
        "call.business": record.business,
        "call.disposition": record.disposition,
        "call.end_reason": record.end_reason,
        "call.ended_by": record.ended_by or "",
        "call.turns": len(record.caller_turns),
        "call.silences": record.silences,
        "call.barge_ins": record.barge_ins,
    }
    entered = tuple(
        Happening("state.entered", one.occurred_at, {"state": one.state, "rule": one.rule}) for one in states
    )
    root = span_id(record.call_sid, ROOT)
    failed = "the line was lost" if record.ended_by == "line_lost" else ""
    return Span(ROOT, root, None, record.started_at, ended_at, about, entered, failed)


def _turn(call_sid: str, heard: events.UtteranceHeard, played: Sequence[events.PromptPlayed], until: datetime) -> Span:
    """From the caller's first sound to the answer that was heard, or to the next turn when there was none."""
    spent_ms = heard.spoken_ms + heard.endpoint_ms + heard.transcribe_ms
    about: dict[str, Value] = {
        "turn.number": heard.turn,
        "turn.spoken_ms": heard.spoken_ms,
        "turn.endpoint_ms": heard.endpoint_ms,
        "turn.transcribe_ms": heard.transcribe_ms,
    }
    ended_at = until
    first = bisect_left(played, heard.occurred_at, key=_moment)
    if first < len(played) and played[first].occurred_at <= until:
        ended_at, first_audio_ms = played[first].occurred_at, played[first].first_audio_ms
        if first_audio_ms is not None:
            about["turn.response_ms"] = first_audio_ms
    name = f"turn {heard.turn}"
    began_at = heard.occurred_at - timedelta(milliseconds=spent_ms)
    return Span(name, span_id(call_sid, name), span_id(call_sid, ROOT), began_at, ended_at, about)


def _request(call_sid: str, answer: events.ToolAnswered, turns: Sequence[events.UtteranceHeard]) -> Span:
    began_at = answer.occurred_at - timedelta(milliseconds=answer.took_ms)
    before = bisect_right(turns, answer.occurred_at, key=_moment)
    parent = f"turn {turns[before - 1].turn}" if before else ROOT
    about: dict[str, Value] = {"backend.tool": answer.tool, "backend.outcome": answer.outcome}
    return Span(
        f"backend {answer.tool}",
        span_id(call_sid, answer.request_id),
        span_id(call_sid, parent),
        began_at,
        answer.occurred_at,
        about,
        failed="" if answer.outcome == "answered" else answer.outcome,
    )
