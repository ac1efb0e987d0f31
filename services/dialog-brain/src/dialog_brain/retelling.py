"""Pure. A logged call retold: what happened, which rule decided it, and where today's flow would differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from calllock.contracts import commands, events
from calllock.contracts.business import BusinessProfile
from calllock.contracts.message import Message
from dialog_brain.flow.rows import Flow
from dialog_brain.fold import Fold

_DIFFERS = "! "


def retell(log: Sequence[Message], flow: Flow, profile: BusinessProfile) -> Iterator[str]:
    """One line for each thing that happened; a line that begins with "!" says what today's flow would do instead.

    Decisions are compared by id, as a replica that takes a call over does; so one that is added or left out
    moves those after it in the same step. A prompt that a model worded differs from the words of its row.
    """
    fold = Fold(flow, profile)
    logged = {message.event_id: message for message in log if type(message) in _DECISIONS}
    decided: set[str] = set()
    for message in log:
        teller = _TELLERS.get(type(message))
        if teller is not None:
            yield f"{message.occurred_at:%H:%M:%S}  {teller(message)}"
        if type(message) in _DECISIONS and message.event_id not in decided:
            yield f"! today's flow would not {_decision(message)}"
        decision = fold.take(message)
        for output in decision.outputs if decision is not None else ():
            decided.add(output.event_id)
            then = logged.get(output.event_id)
            if then is None:
                yield f"! today's flow would {_decision(output)} here; then it was nothing"
            elif _content(then) != _content(output):
                yield f"! today's flow would {_decision(output)} here; then it was to {_decision(then)}"


def differences(log: Sequence[Message], flow: Flow, profile: BusinessProfile) -> list[str]:
    """What today's flow would do otherwise, a sentence each; none when it would do the same."""
    lines = retell(log, flow, profile)
    return [line.removeprefix(_DIFFERS) for line in lines if line.startswith(_DIFFERS)]


def _decision(message: Message) -> str:
    return _DECISIONS[type(message)](message)


def _content(message: Message) -> object:
    """What was decided, without the moment and the version of the flow that decided it."""
    return type(message), message.model_dump(mode="json", exclude={"occurred_at", "flow_version"})


def _values(fields: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={value!r}" for name, value in fields.items())


def _learned(message: events.FieldsLearned) -> str:
    return f"        {message.origin}: {_values(message.fields)}"


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
    events.FlowChanged: lambda _: "        from here on another flow decides",
    events.EmergencyRaised: lambda m: f"        EMERGENCY {m.hazard}",
    events.LineDropped: lambda _: "        the line dropped",
    events.LineResumed: lambda _: "        the line is back",
    events.TransferBegun: lambda m: f"        the line itself gives the call to a person: {m.reason}",
    events.TransferFailed: lambda m: f"        nobody took the call: {m.reason}",
    events.CallEnded: lambda m: f"        ended by {m.ended_by} after {m.duration_s:.0f} s",
    commands.HangUp: lambda _: "        hangs up after the last words",
    commands.Transfer: lambda _: "        gives the call to a person",
}
"""How each kind of message is told; the others only matter to machines."""

_DECISIONS: Mapping[type[Message], Callable[[Any], str]] = {
    commands.SpeakPrompt: lambda m: f"say {' '.join(m.sentences)!r} ({m.line})",
    commands.HangUp: lambda m: f"hang up ({m.reason})",
    commands.Transfer: lambda m: f"give the call to a person ({m.reason})",
    events.StateEntered: lambda m: f"enter {m.state} ({m.rule})",
    events.FieldsLearned: lambda m: f"learn ({m.origin}) {_values(m.fields)}",
    events.ToolRequested: lambda m: f"ask {m.tool} {m.args}",
    events.EmergencyRaised: lambda m: f"raise the emergency {m.hazard}",
    events.EventIgnored: lambda m: f"ignore {m.ignored_id} ({m.rule})",
}
"""What a step may decide, as the words after "would"."""
