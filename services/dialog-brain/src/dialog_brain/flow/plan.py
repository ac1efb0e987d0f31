"""Pure. What a step has decided so far, and the moves that extend it: enter, leave, ask, end."""

from __future__ import annotations

from typing import NamedTuple

from calllock.contracts.events import Hazard, ToolName
from dialog_brain.flow.call import Call
from dialog_brain.flow.facts import promised_by
from dialog_brain.flow.lines import LINES
from dialog_brain.flow.rows import Ask, Do, End, Ending, Exit, Flow, Question, Situation
from dialog_brain.quick_tuples import quickly_changed


@quickly_changed
class Plan(NamedTuple):
    """A decision in the making; `outputs.py` turns it into messages."""

    call: Call
    lines: tuple[tuple[str, str], ...] = ()
    """Lines to say in one prompt, each with the topic that it answers (or "")."""
    entered: tuple[tuple[str, str], ...] = ()
    """States entered with the rule that led there."""
    tools: tuple[ToolName, ...] = ()
    hazard: Hazard | None = None
    words: str = ""
    """The caller's words that named the hazard."""
    hang_up: bool = False
    listens: bool = False
    """Hang up only when the caller has said nothing for as long as a silence is."""
    urgent: bool = False
    """What is said may not be interrupted."""
    missed: str = ""
    """The question that is asked once more because no answer to it was heard or understood."""
    rule: str = ""
    ignored: str = ""
    """Why the event could not move the call."""

    def says(self, line: str, topic: str = "") -> Plan:
        """The plan with this line said after what it says already; "" is none."""
        return self._replace(lines=(*self.lines, (line, topic))) if line else self


def enter(flow: Flow, plan: Plan, state: str, rule: str) -> Plan:
    """Enter a state, and go on through every state that is satisfied already."""
    call = plan.call._replace(state=state, misses=0, question="", left_from=plan.call.state)
    plan = plan._replace(call=call, entered=(*plan.entered, (state, rule)), rule=plan.rule or rule)
    row = flow.row(state)
    if isinstance(row, End):
        return end(plan, row)
    if isinstance(row, Do):
        quiet = row.quiet is not None and row.quiet(Situation(call))
        return plan.says("" if quiet else row.opening)._replace(tools=(row.tool,))
    situation = Situation(call)
    onwards = first_exit(row.exits, situation)
    if onwards is not None and not interposes(flow, situation):
        return leave(flow, plan, onwards)
    return ask(flow, plan, row)


def leave(flow: Flow, plan: Plan, way: Exit) -> Plan:
    """Take a way out: note what it says about the ending, then enter its target."""
    call = plan.call
    if way.callback:
        call = call.fill("said", callback_type=way.callback)
    if way.end_reason:
        call = call.fill("said", end_reason_hint=way.end_reason)
    if call.pending:
        abandoned = tuple(p.request_id for p in call.pending if p.tool == "book_service")
        call = call._replace(pending=(), abandoned=call.abandoned + abandoned)
    return enter(flow, plan if call is plan.call else plan._replace(call=call), way.to, way.rule)


def first_exit(exits: tuple[Exit, ...], situation: Situation) -> Exit | None:
    """The first exit whose guard holds."""
    for way in exits:
        if way.guard(situation):
            return way
    return None


def interposes(flow: Flow, situation: Situation) -> bool:
    """Whether something must be asked before the state may go on."""
    return _first_needed(flow.interposed, situation) is not None


def next_question(flow: Flow, row: Ask | Do, situation: Situation) -> Question | None:
    """The first question that is needed now."""
    return _first_needed(flow.questions(row), situation)


def _first_needed(questions: tuple[Question, ...], situation: Situation) -> Question | None:
    for question in questions:
        if question.needed(situation):
            return question
    return None


def ask(
    flow: Flow, plan: Plan, row: Ask | Do, *, anew: bool = True, noted: bool = False, reworded: bool = False
) -> Plan:
    """Ask what is needed next, in words that fit how often it was not understood.

    `noted`: the caller has told something else instead; `reworded`: nothing was said to the same words. With `anew` an
    answer counts only once these words were heard; otherwise the earlier asking stands, unless it was cut off.
    """
    question = next_question(flow, row, Situation(plan.call))
    if question is None:
        return plan
    call = plan.call
    repeats = not anew and question.name == call.question
    first_asked = call.question_prompt if repeats and not call.cut_off else call.prompt + 1
    misses = max(call.misses, 1) if reworded else call.misses
    words = _worded(question, misses, repeats=question.name == call.question, noted=noted)
    call = call._replace(question=question.name, question_prompt=first_asked, keys="")
    missed = question.name if misses and words != _still(question) else ""
    return plan._replace(call=call, lines=(*plan.lines, (words, "")), missed=missed)


def _worded(question: Question, misses: int, *, repeats: bool, noted: bool) -> str:
    line = question.line
    if repeats and noted and _still(question) in LINES:
        return _still(question)
    if misses == 0:
        return (question.repeat or line) if repeats else line
    narrow = f"{line}_narrow"
    return narrow if misses > 1 and narrow in LINES else f"{line}_again"


def _still(question: Question) -> str:
    return f"{question.line}_still"


def ending_of(row: End, call: Call) -> Ending:
    """Which kind of ending this is; a checked flow has one for every call."""
    situation = Situation(call)
    return next(ending for ending in row.ways_to_end if ending.guard(situation))


def end(plan: Plan, row: End) -> Plan:
    """Go about the ending: its words and its tools, or its last words and the end."""
    ending = ending_of(row, plan.call)
    if ending.connects:
        plan = plan._replace(call=plan.call._replace(transfer="under_way"))
    if ending.alerts:
        plan = plan._replace(hazard="ACTIVE_FLOODING", words=plan.call.flooding)
    plan = plan.says(ending.opening)._replace(urgent=not row.interruptible)
    if ending.tools:
        return plan._replace(tools=ending.tools)
    return plan.says(ending.closing)._replace(hang_up=True)


def close(plan: Plan, row: End) -> Plan:
    """Every tool of a terminal state has answered: the last words, then the end."""
    if plan.call.raised:
        return plan.says(instruction(plan.call, again=True))._replace(hang_up=True, urgent=True)
    line = last_words(row, plan.call)
    if (promised := promised_by(line, plan.call)) != plan.call.slots.promised:
        plan = plan._replace(call=plan.call.fill("said", promised=promised))
    return plan.says(line)._replace(hang_up=True)


def instruction(call: Call, *, again: bool = False) -> str:
    """The line that sends the caller to 911."""
    line = "medical" if call.medical else "emergency_there" if call.away else "emergency"
    return f"{line}_again" if again else line


def last_words(row: End, call: Call) -> str:
    """The line that ends the call, as far as its tools worked."""
    ending = ending_of(row, call)
    if ending.tools and not call.callable_at:
        return "number_withheld"
    return ending.closing if call.slots.callback_created or not ending.tools else ending.closing_failed


def settle(plan: Plan) -> Plan:
    """A visit that is in the calendar without the caller's word is a person's to settle, once."""
    call = plan.call
    if not call.unsettled or call.callback_asked:
        return plan
    call = call.fill("said", callback_type="manage_booking")
    return plan._replace(call=call, tools=(*plan.tools, "create_callback"))
