"""Pure. A finished plan as the messages that are written to the call's log.

Ids are made from the step that caused them, so the same log gives the same messages again.
`occurred_at` is the moment of the event that was decided about.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypedDict

from calllock.contracts import commands, events
from calllock.contracts.events import Origin, ToolName
from calllock.contracts.ids import EMERGENCY, GRAVER_EMERGENCY, output_id, single_id
from calllock.contracts.message import Message
from dialog_brain.flow.call import Call, Decision, Pending
from dialog_brain.flow.facts import say
from dialog_brain.flow.plan import Plan, ending_of
from dialog_brain.flow.rows import End, Flow
from dialog_brain.flow.tool_args import tool_args


class _Stamp(TypedDict):
    """What every message of a step has."""

    event_id: str
    call_sid: str
    occurred_at: datetime


class _Log:
    """The messages of one step, each with its stamp."""

    def __init__(self, before: Call, at: datetime) -> None:
        self._sid, self._steps, self._at = before.sid, before.steps, at
        self.messages: list[Message] = []

    def stamp(self, event_id: str = "") -> _Stamp:
        """The stamp of the next message; its id counts the outputs of the step, unless another is given."""
        counted = output_id(self._sid, self._steps, len(self.messages) + 1)
        return {"event_id": event_id or counted, "call_sid": self._sid, "occurred_at": self._at}


def outputs_of(flow: Flow, before: Call, event: Message, plan: Plan) -> Decision:
    """The decision of a step: the next call and its messages, the words first."""
    if plan.ignored:
        log = _Log(before, event.occurred_at)
        ignored = events.EventIgnored(**log.stamp(), ignored_id=event.event_id, rule=plan.ignored)
        return Decision(plan.call, (ignored,), plan.ignored)
    if plan.call.slots is before.slots and not (plan.lines or plan.tools or plan.entered or plan.hang_up):
        return Decision(plan.call, (), plan.rule)
    log = _Log(before, event.occurred_at)
    call = _speak(flow, plan, log)
    call = _alarm(plan, before, call, log)
    call = _request(plan.tools, call, log)
    _record(flow, before, call, plan.entered, log)
    if plan.hang_up:
        _part(flow, call, log, listens=plan.listens)
    return Decision(call, tuple(log.messages), plan.rule, tuple([state for state, _ in plan.entered]))


def _speak(flow: Flow, plan: Plan, log: _Log) -> Call:
    call = plan.call
    sentences = tuple([sentence for line, topic in plan.lines for sentence in say(line, call, topic)])
    if not sentences:
        return call
    row = flow.row(call.state)
    question = flow.question(row, call.question)
    prompt = call.prompt + 1
    log.messages.append(
        commands.SpeakPrompt(
            **log.stamp(),
            prompt=prompt,
            turn=call.turn,
            line="+".join([line for line, _ in plan.lines]),
            sentences=sentences,
            expects=question.expects if question else None,
            interruptible=not plan.urgent,
            missed=plan.missed,
        )
    )
    return call._replace(prompt=prompt, last_said=sentences, cut_off=False)


def _alarm(plan: Plan, before: Call, call: Call, log: _Log) -> Call:
    """A danger is raised once, and again only if it is graver than the one that was raised before."""
    if plan.hazard is None:
        return call
    danger = plan.hazard != "ACTIVE_FLOODING"
    flooded = call.alerted and not call.raised
    ill = before.raised and before.medical and not call.alerted and plan.hazard != "HEALTH_RISK"
    graver = danger and (flooded or ill)
    if (call.raised or call.alerted) and not graver:
        return call
    log.messages.append(
        events.EmergencyRaised(
            **log.stamp(single_id(call.sid, GRAVER_EMERGENCY if graver else EMERGENCY)),
            business=call.profile.id,
            hazard=plan.hazard,
            words=plan.words,
            from_number=call.from_number or call.callable_at or None,
            customer_name=call.slots.customer_name if call.agreed("customer_name") else "",
            service_address=call.slots.service_address,
        )
    )
    return call._replace(raised=danger, alerted=call.alerted or not danger)


def _request(tools: tuple[ToolName, ...], call: Call, log: _Log) -> Call:
    for tool in tools:
        stamp = log.stamp()
        request_id = stamp["event_id"]
        asked = call.callback_asked or tool == "create_callback"
        call = call._replace(pending=(*call.pending, Pending(request_id, tool)), callback_asked=asked)
        log.messages.append(events.ToolRequested(**stamp, request_id=request_id, tool=tool, args=tool_args(tool, call)))
    return call


def _record(flow: Flow, before: Call, call: Call, entered: tuple[tuple[str, str], ...], log: _Log) -> None:
    learned: dict[Origin, dict[str, Any]] = {}
    for slot, value in call.slots.changes_since(before.slots).items():
        learned.setdefault(call.origins.get(slot, "said"), {})[slot] = value
    for origin, fields in learned.items():
        log.messages.append(events.FieldsLearned(**log.stamp(), fields=fields, origin=origin))
    for state, rule in entered:
        log.messages.append(events.StateEntered(**log.stamp(), state=state, rule=rule, flow_version=flow.version))


def _part(flow: Flow, call: Call, log: _Log, *, listens: bool) -> None:
    row = flow.row(call.state)
    number = call.profile.forward_number
    if number is not None and isinstance(row, End) and ending_of(row, call).connects:
        log.messages.append(
            commands.Transfer(
                **log.stamp(),
                after_prompt=call.prompt,
                turn=call.turn,
                to_number=number,
                reason="a person is asked for",
            )
        )
        return
    limits = call.profile.limits
    lingers_s = limits.last_question_s if isinstance(row, End) and row.lingers else 0.0
    log.messages.append(
        commands.HangUp(
            **log.stamp(),
            after_prompt=call.prompt,
            turn=call.turn,
            linger_s=max(limits.silence_s, lingers_s) if listens else lingers_s,
            reason=call.state,
        )
    )
