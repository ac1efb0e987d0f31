"""Pure. Whether a booking was agreed to by the caller, as the log of the call tells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from calllock.contracts import events
from calllock.contracts.message import Message
from dialog_brain.flow.lines import LINES
from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.spoken import backend_phrase
from dialog_brain.understanding.understood import When
from dialog_brain.understanding.when.offers import choose
from tests.conversations.known import ARGS, Known

_READ_BACKS = (LINES["read_back"][0], LINES["read_back_again"][1])


def objection_to(known: Known, args: Mapping[str, Any], event: Message) -> str:
    """Why this booking was not agreed to; empty when it was."""
    earlier = [r.args for r in known.requests.values() if r.tool == "book_service"]
    if not earlier:
        return _unread(known, args, event)
    last = earlier[-1]
    if any(args[key] != last[key] for key in ARGS):  # that it is one beside another visit was agreed to before
        return _unread(known, {**args, "force_book": args["force_book"] and not last["force_book"]}, event)
    if args["zip_code"] != last["zip_code"]:
        return "the ZIP code was changed after the read-back"
    if args["force_book"] and not last["force_book"] and not _instead(known, args):
        asked = [LINES[line][-1] for line in ("conflict", "conflict_again")]
        agreed = any(known.agrees_to(words, event) or known.wants_both(words, event) for words in asked)
        return "" if agreed else "the appointment in the way was not given up by the caller"
    if any(known.agrees_to(words, event) for words in (LINES["new_time"][0], LINES["new_time_again"][0])):
        return ""
    on_offer = _on_offer(known)
    offered = {backend_phrase(When(date=o.date(), time=o.time()), known.now) for o in on_offer}
    heard = isinstance(event, events.UtteranceHeard) and choose(hear(event.text), on_offer, known.now) is not None
    return "" if heard and args["preferred_time"] in offered else "the time was neither offered nor read back"


def _instead(known: Known, args: Mapping[str, Any]) -> bool:
    """Whether the visit in the way is one that this call has booked, and the caller wants another instead."""
    wished = known.wishes.get(args["preferred_time"])
    booked = () if known.booked is None else (known.profile.local(known.booked).date(),)
    return wished is not None and wished.date in known.given_up.union(booked)


def _on_offer(known: Known) -> tuple[datetime, ...]:
    """The offered times that the latest prompt named which named any."""
    for sentences in reversed(known.prompts.values()):
        named = known.offered_in(" ".join(sentences))
        if named:
            return named
    return ()


def _unread(known: Known, args: Mapping[str, Any], event: Message) -> str:
    spoken = [known.said[words] for words in _READ_BACKS if words in known.said]
    read = max(spoken, key=lambda one: one[0][-1], default=None)
    if read is None:
        return "nothing was read back"
    if not any(known.agrees_to(words, event) for words in _READ_BACKS):
        return "the read-back was not agreed to"
    sent = {**{slot: args[arg] for arg, slot in ARGS.items()}, "preferred_time": args["preferred_time"]}
    wrong = [slot for slot, value in sent.items() if (read[1].get(slot) or "") != value]
    if args["force_book"]:
        wrong.append("force_book")
    return f"{', '.join(wrong)} is not what was read back" if wrong else ""
