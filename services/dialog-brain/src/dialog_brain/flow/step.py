"""Pure. The one function that moves a call: `step(flow, call, event) -> Decision`.

No IO, no clock, no `async`. What a table row means is decided here; what the rows are,
in `receptionist.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from calllock.contracts import events
from calllock.contracts.business import BusinessProfile
from calllock.contracts.message import Message
from dialog_brain.flow.afterwards import decide_after_end, decide_turn_after_end
from dialog_brain.flow.backend_answers import learn_answer
from dialog_brain.flow.call import Call, Decision
from dialog_brain.flow.guards import always
from dialog_brain.flow.outputs import outputs_of
from dialog_brain.flow.plan import Plan, ask, close, end, enter, instruction, leave, settle
from dialog_brain.flow.proposals import proposed
from dialog_brain.flow.rows import Ask, Do, End, Exit, Flow, Situation
from dialog_brain.flow.turns import decide_turn, keyed, listen, pressed
from dialog_brain.understanding.understood import Understood

HEARD_SHARE = 0.9
"""Of a prompt's words before its last sentence, the question: so much must be heard for a yes or no to count."""

ONE_NUMBER_S = 3.0
"""Keys that follow each other within this are of one number, though what it answers may be answered before its end."""
FOR_A_PERSON = Understood(text="pressed 0", words=1, wants="human")
"""What the key 0 says where nobody has asked for digits: it is the operator's."""


def begin(profile: BusinessProfile, event: events.CallAnswered) -> Call:
    """The call before its first step."""
    return Call(
        sid=event.call_sid,
        profile=profile,
        now=profile.local(event.occurred_at),
        from_number=event.from_number,
    )


def step(flow: Flow, call: Call, event: Message) -> Decision:
    """Decide what `event` does to `call`. Never raises for any event; what cannot move the call is ignored."""
    handler = _HANDLERS.get(type(event))
    if handler is None:
        return Decision(call)
    call = call._replace(steps=call.steps + 1, now=event.occurred_at.astimezone(call.now.tzinfo))
    if call.over and not isinstance(event, events.ToolAnswered):
        return outputs_of(flow, call, event, Plan(call, ignored="the call is over"))
    if not call.state and not isinstance(event, events.CallAnswered):
        return outputs_of(flow, call, event, Plan(call, ignored="the call has not been answered"))
    return outputs_of(flow, call, event, handler(flow, call, event))


def _answered(flow: Flow, call: Call, _: events.CallAnswered) -> Plan:
    if call.state:
        return Plan(call, ignored="the call was answered before")
    return enter(flow, Plan(call), flow.start, "the call is answered")


def _heard(flow: Flow, call: Call, event: events.UtteranceHeard) -> Plan:
    if event.turn <= call.turn:
        return Plan(call, ignored=f"turn {event.turn} was decided before")
    followed = max(event.after_prompt, call.answered_prompt)
    exchanges = call.exchanges + (followed > call.answered_prompt)
    call = call._replace(turn=event.turn, silences=0, exchanges=exchanges, answered_prompt=followed)
    row = flow.row(call.state)
    if isinstance(row, End):
        unheard = event.after_prompt < call.prompt or call.cut_off
        return decide_turn_after_end(call, row, event.text, unheard=unheard)
    return decide_turn(flow, listen(flow, call, row, _answers(flow, call, row, event), event.text), row)


def _answers(flow: Flow, call: Call, row: Ask | Do, event: events.UtteranceHeard) -> str:
    """The question that a turn answers: one that was asked before it began, and a yes or no only to what was heard."""
    question = flow.question(row, call.question)
    if question is None or event.after_prompt < call.question_prompt:
        return ""
    return "" if call.cut_off and question.expects in {"confirm", "safety"} else question.name


def _played(_: Flow, call: Call, event: events.PromptPlayed) -> Plan:
    """What was heard of the latest prompt; all of it, as of those before, changes nothing."""
    if event.prompt != call.prompt or (event.complete and not call.cut_offs):
        return Plan(call)
    facts = " ".join(call.last_said[:-1] or call.last_said)
    cut_off = not event.complete and len(event.heard_text) < HEARD_SHARE * len(facts)
    return Plan(call._replace(cut_off=cut_off, cut_offs=call.cut_offs + 1 if cut_off else 0))


def _key(flow: Flow, call: Call, event: events.KeyPressed) -> Plan:
    row = flow.row(call.state)
    is_alone = call.key_at is None or (call.now - call.key_at).total_seconds() > ONE_NUMBER_S
    call = call._replace(key_at=call.now)
    if isinstance(row, Ask) and call.question in {"zip", "zip_check"}:
        return _digit(flow, call, row, event.key)
    if event.key != "0" or not is_alone or call.question == "phone":
        return Plan(call, ignored="no digits were asked for")
    call = call._replace(silences=0)
    if isinstance(row, End):
        return decide_after_end(call, row, FOR_A_PERSON, unheard=call.cut_off)
    return decide_turn(flow, pressed(call, FOR_A_PERSON), row)


def _digit(flow: Flow, call: Call, row: Ask, key: str) -> Plan:
    if key not in "0123456789":
        return Plan(call._replace(keys=""), rule="keypad: start again")
    keys = call.keys + key
    if len(keys) < 5:
        return Plan(call._replace(keys=keys), rule="keypad: more digits to come")
    return decide_turn(flow, keyed(call, keys), row)


def _silence(flow: Flow, call: Call, event: events.SilenceNoticed) -> Plan:
    row = flow.row(call.state)
    if isinstance(row, End) or call.pending:
        return Plan(call, ignored="nobody is waited for")
    if event.after_prompt < call.prompt:
        return Plan(call, ignored="a later prompt is being said")
    call = call._replace(silences=call.silences + 1)
    if call.silences <= call.profile.limits.silences_before_goodbye:
        again = call.silences > 1
        plan = Plan(call, rule="silence: are you still there").says("" if again else "still_there")
        return ask(flow, plan, row, anew=False, reworded=again)
    if call.slots.problem_description:
        return leave(flow, Plan(call), Exit(always, "callback", "silence: a problem is known", callback="service"))
    return leave(
        flow,
        Plan(call),
        Exit(always, "callback", "silence: nobody there", callback="none", end_reason="customer_hangup"),
    )


def _tool_answered(flow: Flow, call: Call, event: events.ToolAnswered) -> Plan:
    if event.request_id in call.abandoned:
        return _booked_too_late(call, event)
    if call.waiting_for(event.request_id) is None:
        return Plan(call, ignored=f"a late answer of {event.tool}")
    call = call._replace(pending=tuple(p for p in call.pending if p.request_id != event.request_id))
    call = learn_answer(call, event)
    if call.over:
        return settle(Plan(call, rule=f"{call.state}: {event.tool} answered after the line was closed"))
    row = flow.row(call.state)
    if isinstance(row, End):
        if call.pending:
            return Plan(call, rule=f"{call.state}: {event.tool} answered")
        return close(Plan(call, rule=f"{call.state}: {event.tool} answered"), row)
    if isinstance(row, Ask):
        return Plan(call, ignored=f"{call.state} runs no tool")
    situation = Situation(call, answer=event)
    outcome = next(outcome for outcome in row.outcomes if outcome.guard(situation))
    if isinstance(outcome, Exit):
        return leave(flow, Plan(call), outcome)
    return ask(flow, Plan(call._replace(misses=0, question=""), rule=outcome.rule), row)


def _booked_too_late(call: Call, event: events.ToolAnswered) -> Plan:
    """A booking that came through after the call went elsewhere: the caller does not know of it, and once the line is
    closed a person is asked to tell them."""
    call = call._replace(abandoned=tuple(one for one in call.abandoned if one != event.request_id))
    booked = learn_answer(call._replace(second_thoughts=True), event)
    if booked.other_time is None:
        return Plan(call, ignored=f"a late answer of {event.tool}")
    if not call.over:
        return Plan(booked, ignored=f"a late answer of {event.tool}, for a person to settle after the call")
    return settle(Plan(booked, rule=f"{call.state}: booked after the line was closed"))


def _tool_slow(flow: Flow, call: Call, event: events.ToolSlow) -> Plan:
    row = flow.row(call.state)
    if call.waiting_for(event.request_id) is None or isinstance(row, Ask):
        return Plan(call, ignored="nothing is waited for")
    line = row.slow if isinstance(row, Do) and row.slow else "one_moment"
    return Plan(call, rule=f"{call.state}: the backend takes long").says(line)


def _proposed(_: Flow, call: Call, event: events.FieldsProposed) -> Plan:
    return proposed(call, event)


def _resumed(flow: Flow, call: Call, _: events.LineResumed) -> Plan:
    row = flow.row(call.state)
    call = call._replace(forwarded=False)
    plan = Plan(call, rule="the line is back").says("unreachable" if call.transfer == "failed" else "cut_off")
    if call.raised:
        return Plan(call, rule=plan.rule).says(instruction(call))._replace(urgent=True, hang_up=not call.pending)
    if call.pending:
        return plan.says("one_moment")
    return close(plan, row) if isinstance(row, End) else ask(flow, plan, row, anew=False)


def _transfer_begun(_: Flow, call: Call, __: events.TransferBegun) -> Plan:
    """The line has waited for us in vain; what was asked stays asked, should the caller come back."""
    return Plan(call._replace(forwarded=True), rule=f"{call.state}: the line calls a person")


def _transfer_failed(flow: Flow, call: Call, _: events.TransferFailed) -> Plan:
    if call.forwarded:
        return Plan(call._replace(forwarded=False), rule=f"{call.state}: the person did not take the call")
    row = flow.row(call.state)
    if not isinstance(row, End) or call.transfer != "under_way":
        return Plan(call, ignored="nobody is being connected")
    return end(Plan(call._replace(transfer="failed"), rule=f"{call.state}: the person did not take the call"), row)


def _flow_changed(flow: Flow, call: Call, _: events.FlowChanged) -> Plan:
    """What was asked and agreed to is not known for certain any more: a person takes over."""
    row = flow.row(call.state)
    if isinstance(row, End):
        plan = Plan(call._replace(pending=()), rule="the flow has changed, the end is begun again")
        return close(plan, row) if call.callback_asked else end(plan, row)
    return leave(flow, Plan(call), Exit(always, "callback", "the flow has changed, a person takes over", "general"))


def _ended(_: Flow, call: Call, event: events.CallEnded) -> Plan:
    return settle(Plan(call._replace(over=True), rule=f"the line was closed: {event.ended_by}"))


_HANDLERS: dict[type[Message], Callable[[Flow, Call, Any], Plan]] = {
    events.CallAnswered: _answered,
    events.UtteranceHeard: _heard,
    events.PromptPlayed: _played,
    events.KeyPressed: _key,
    events.SilenceNoticed: _silence,
    events.ToolAnswered: _tool_answered,
    events.ToolSlow: _tool_slow,
    events.FieldsProposed: _proposed,
    events.LineResumed: _resumed,
    events.TransferBegun: _transfer_begun,
    events.TransferFailed: _transfer_failed,
    events.FlowChanged: _flow_changed,
    events.CallEnded: _ended,
}
INPUTS = frozenset(_HANDLERS)
"""The kinds of message that may move a call; every other one only belongs to the record."""
