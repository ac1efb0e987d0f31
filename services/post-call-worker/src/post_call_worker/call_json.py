"""Pure. What the command line shows of a call: its classification, its payloads, as JSON values."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from calllock.contracts.business import BusinessProfile
from calllock.contracts.message import Message
from calllock.runtime.bus import Logged
from post_call_worker.classification.classify import classify, told_by
from post_call_worker.classification.result import Told
from post_call_worker.classification.signals import Signals
from post_call_worker.classification.worth import with_promise
from post_call_worker.folding import fold
from post_call_worker.payloads import payloads_for
from post_call_worker.plain import plain

_CALLERS = ("caller", "user", "customer")
_YEARS = 2000, 2199
"""In which calls begin."""


class BadLine(ValueError):
    """A line of input that cannot be classified; the message says which part of it is wrong."""


def payloads_of_log(log: Sequence[Logged | Message], profile: BusinessProfile, signals: Signals) -> dict[str, Any]:
    """`{"job", "call", "alert"}`: each the body as it would be posted, or None where none is sent."""
    record = fold(log, profile)
    found = with_promise(classify(told_by(record), profile, signals), record)
    payloads = payloads_for(record, found, profile)
    return {
        "job": payloads.job.body() if payloads.job else None,
        "call": payloads.call.body(),
        "alert": payloads.alert.body() if payloads.alert else None,
    }


def classify_line(line: str, profile: BusinessProfile, signals: Signals) -> dict[str, Any]:
    """The classification of one call given as a JSON object; raises `BadLine`.

    In it: `started_at` (ISO; without a zone it is the business's), and what is known of `state`,
    `fields` and `turns` (the caller's words; of turns that name a speaker, as `["agent", "..."]` or
    `{"role": "agent", "content": "..."}`, only the caller's count). Other keys are ignored; `name` is handed back.
    """
    raw = _object(line)
    given = {key: raw[key] for key in Told.model_fields if raw.get(key) is not None}
    given["turns"] = _callers_turns(given.get("turns", []))
    if isinstance(given.get("started_at"), str):
        given["started_at"] = _zoned(given["started_at"], profile)
    try:
        told = Told.model_validate(given)
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise BadLine("; ".join(faults)) from None
    if not _YEARS[0] <= told.started_at.year <= _YEARS[1]:
        raise BadLine(f"started_at: no call begins in the year {told.started_at.year}")
    found = classify(told, profile, signals).model_dump(mode="json")
    return {"name": plain(raw["name"]), **found} if "name" in raw else found


def _object(line: str) -> dict[str, Any]:
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLine(f"not JSON: {error}") from None
    if not isinstance(raw, dict):
        raise BadLine("not a JSON object")
    return raw


def _callers_turns(turns: object) -> list[str]:
    listed = turns if isinstance(turns, list) else [turns]
    return [words for words in map(_callers_words, listed) if words is not None]


def _callers_words(turn: object) -> str | None:
    """What the caller said in a turn; None when the turn is somebody else's."""
    speaker, words = "caller", turn
    if isinstance(turn, dict):
        speaker, words = turn.get("role", "caller"), turn.get("content", turn.get("text"))
    elif isinstance(turn, list) and len(turn) >= 2:
        speaker, words = turn[0], turn[1]
    if speaker not in _CALLERS:
        return None
    if not isinstance(words, str):
        raise BadLine(f"turns: {json.dumps(turn)[:80]} is not a turn; write the caller's words as text")
    return words


def _zoned(text: str, profile: BusinessProfile) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise BadLine(f"started_at: {text!r} is not an ISO date and time") from None
    return at if at.tzinfo else at.replace(tzinfo=ZoneInfo(profile.zone))
