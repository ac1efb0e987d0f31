"""Pure. A logged call told again: what happened, which rule decided it, and where today's flow would differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from calllock.contracts import commands, events
from calllock.contracts.business import BusinessProfile
from calllock.contracts.message import Message
from dialog_brain.flow.rows import Flow
from dialog_brain.replay import Fold


def retell(log: Sequence[Message], flow: Flow, profile: BusinessProfile) -> Iterator[str]:
    """One line for each thing that happened; a line that begins with "!" says what today's flow would do instead."""
    fold = Fold(flow, profile)
    logged = [message.state for message in log if isinstance(message, events.StateEntered)]
    decided: list[str] = []
    for message in log:
        teller = _TELLERS.get(type(message))
        if teller is not None:
            yield f"{message.occurred_at:%H:%M:%S}  {teller(message)}"
        decision = fold.take(message)
        if decision is None:
            continue
        for entered in (output for output in decision.outputs if isinstance(output, events.StateEntered)):
            decided.append(entered.state)
            place = len(decided)
            if logged[place - 1 : place] != [entered.state]:
                then = logged[place - 1] if place <= len(logged) else "nowhere"
                yield f"! today's flow would enter {entered.state} here ({entered.rule}); then it was {then}"
                return
    if len(logged) > len(decided):
        yield f"! today's flow would not enter {logged[len(decided)]}"


def _learned(message: events.FieldsLearned) -> str:
    values = ", ".join(f"{name}={value!r}" for name, value in message.fields.items())
    return f"        {message.origin}: {values}"


def _answered(message: events.ToolAnswered) -> str:
    return f"        {message.tool} {message.outcome} after {message.took_ms} ms {message.detail}".rstrip()


_TELLERS: Mapping[type[Message], Callable[[Any], str]] = {
    events.UtteranceHeard: lambda m: f"caller  {m.text or '[a sound]'}",
    events.KeyPressed: lambda m: f"caller  [key {m.key}]",
    events.SilenceNoticed: lambda m: f"caller  [silent for {m.silence_s:g} s]",
    events.PromptPlayed: lambda m: f"agent   {m.heard_text}{'' if m.complete else ' [cut off]'}",
    events.StateEntered: lambda m: f"        -> {m.state}: {m.rule}",
    events.FieldsLearned: _learned,
    events.ToolRequested: lambda m: f"        {m.tool} is asked",
    events.ToolAnswered: _answered,
    events.FieldsProposed: lambda m: f"        a model points at {', '.join(m.quotes)}",
    events.EventIgnored: lambda m: f"        ignored: {m.rule}",
    events.CallAdopted: lambda m: f"        adopted by {m.replica}",
    events.EmergencyRaised: lambda m: f"        EMERGENCY {m.hazard}",
    events.LineDropped: lambda _: "        the line dropped",
    events.LineResumed: lambda _: "        the line is back",
    events.CallEnded: lambda m: f"        ended by {m.ended_by} after {m.duration_s:.0f} s",
    commands.HangUp: lambda _: "        hangs up after the last words",
    commands.Transfer: lambda _: "        gives the call to a person",
}
"""How each kind of message is told; the others only matter to machines."""
