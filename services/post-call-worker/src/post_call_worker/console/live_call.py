"""Pure. One call as it goes on: what its log says so far, in what is shown of it while it is on the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from calllock.contracts import events
from calllock.contracts.interim import InterimWords
from calllock.contracts.message import Message
from post_call_worker.console.labels import Tone, delivery_state, number
from post_call_worker.console.timeline import Moment, timeline
from post_call_worker.vocabulary import DeliveryStatus, tag_words

_LATEST = 6
"""Moments that are shown of a live call; its page shows all."""


@dataclass(slots=True)
class LiveCall:
    """The log of a call so far."""

    answered: events.CallAnswered
    log: list[Message] = field(default_factory=list)
    turn: int = 0
    """The caller's last turn that is over."""
    ended: events.CallEnded | None = None
    deliveries: list[DeliveryStatus] | None = None
    """Known only after the end."""
    interim: InterimWords | None = None
    """What the caller has said of a turn that is not over."""
    drawn: str | None = None
    """Its card as it is shown; None when that has changed since."""

    def learn(self, deliveries: list[DeliveryStatus]) -> None:
        """What has become of its deliveries."""
        self.deliveries = deliveries
        self.drawn = None

    def take(self, message: Message) -> None:
        """Another entry of the log."""
        self.log.append(message)
        self.drawn = None
        if isinstance(message, events.UtteranceHeard):
            self.turn = max(self.turn, message.turn)
        if isinstance(message, events.CallEnded):
            self.ended = self.ended or message
        if self.interim is not None and not self._is_open(self.interim.turn):
            self.interim = None

    def overhear(self, words: InterimWords) -> bool:
        """Words of a turn that is not over; whether they change what is shown."""
        if not self._is_open(words.turn) or words == self.interim:
            return False
        self.interim = words
        self.drawn = None
        return True

    def _is_open(self, turn: int) -> bool:
        return self.ended is None and turn > self.turn

    @property
    def settled(self) -> bool:
        """Whether nothing more will happen: it has ended, and its deliveries came to an end."""
        return self.ended is not None and bool(self.deliveries) and "pending" not in (self.deliveries or ())

    @property
    def last_at(self) -> datetime:
        """When the log last grew."""
        return self.log[-1].occurred_at if self.log else self.answered.occurred_at


@dataclass(frozen=True, slots=True)
class LiveView:
    """What is shown of a live call."""

    call_sid: str
    business: str
    caller: str
    number: str
    began_at: datetime
    length_s: float | None
    """None while it goes on: the browser counts."""
    status: str
    tone: Tone
    danger: str
    path: tuple[tuple[str, str], ...]
    """The states on the main way, each with `passed`, `here` or `ahead`."""
    moments: Sequence[Moment]
    interim: str
    learned: tuple[str, ...]


def live_view(call: LiveCall, main_way: Sequence[str], business: str) -> LiveView:
    """The view; `main_way` are the states that an ordinary call goes through."""
    slots: dict[str, object] = {}
    for message in call.log:
        if isinstance(message, events.FieldsLearned):
            slots.update(message.fields)
    raised = next((m for m in reversed(call.log) if isinstance(m, events.EmergencyRaised)), None)
    status, tone = _status(call)
    return LiveView(
        call_sid=call.answered.call_sid,
        business=business,
        caller=_text(slots, "customer_name"),
        number=number(call.answered.from_number),
        began_at=call.answered.occurred_at,
        length_s=call.ended.duration_s if call.ended else None,
        status=status,
        tone=tone,
        danger=tag_words(raised.hazard) if raised else "",
        path=_path(call.log, main_way),
        moments=[moment for moment in timeline(call.log) if moment.text or moment.unheard][-_LATEST:],
        interim=call.interim.text if call.interim else "",
        learned=tuple(
            text for name in ("problem_description", "service_address", "zip_code") if (text := _text(slots, name))
        ),
    )


def _status(call: LiveCall) -> tuple[str, Tone]:
    if call.ended is None:
        return "On the line", "info"
    if not call.deliveries:
        return "Ended", "plain"
    return delivery_state(call.deliveries)


def _path(log: Sequence[Message], main_way: Sequence[str]) -> tuple[tuple[str, str], ...]:
    entered = [message.state for message in log if isinstance(message, events.StateEntered)]
    here = entered[-1] if entered else ""
    shown = [*main_way, here] if here and here not in main_way else main_way
    return tuple(
        (state.replace("_", " "), "here" if state == here else "passed" if state in entered else "ahead")
        for state in shown
    )


def _text(slots: dict[str, object], name: str) -> str:
    value = slots.get(name)
    return value.strip() if isinstance(value, str) else ""
