"""Pure. Proves at start that a flow is whole; a faulty table stops the process, not a call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialog_brain.flow.facts import FACT_NAMES, facts_in
from dialog_brain.flow.guards import always
from dialog_brain.flow.lines import LINES
from dialog_brain.flow.rows import Ask, Do, End, Exit, Flow, Row, Stay

ORDER = ("welcome", "lookup", "safety", "service_area", "discovery", "confirm", "booking", "done")
"""No state leads back to an earlier one of these."""


class FlowError(ValueError):
    """The flow table is faulty; the message lists every fault."""


def check(flow: Flow) -> None:
    """Raise `FlowError` with all faults, if there are any."""
    faults = [*_targets(flow), *_reach(flow), *_ways_out(flow), *_tools(flow), *_order(flow), *_words(flow)]
    if faults:
        raise FlowError("; ".join(faults))


def exits_of(flow: Flow, row: Row) -> tuple[Exit, ...]:
    """Every way out of a row, those of the reactions included."""
    if isinstance(row, End):
        return ()
    own = row.exits if isinstance(row, Ask) else tuple(o for o in (*row.outcomes, *row.answers) if isinstance(o, Exit))
    shared = tuple(reaction.exit for reaction in flow.reactions if reaction.exit is not None)
    return (*own, *shared, *((row.gives_up,) if row.gives_up is not None else ()))


def edges(flow: Flow) -> dict[str, set[str]]:
    """The states that each state may be followed by."""
    return {row.state: {way.to for way in exits_of(flow, row)} for row in flow.rows}


def _targets(flow: Flow) -> Iterator[str]:
    states = [row.state for row in flow.rows]
    yield from (f"{state} has two rows" for state in sorted({s for s in states if states.count(s) > 1}))
    if flow.start not in states:
        yield f"the start {flow.start} has no row"
    for state, targets in edges(flow).items():
        yield from (f"{state} leads to {target}, which has no row" for target in sorted(targets - set(states)))


def _closure(step: dict[str, set[str]], start: Iterable[str]) -> set[str]:
    reached, rest = set(start), list(start)
    while rest:
        new = step.get(rest.pop(), set()) - reached
        reached |= new
        rest.extend(new)
    return reached


def _reach(flow: Flow) -> Iterator[str]:
    forwards = edges(flow)
    states = set(forwards)
    yield from (f"{state} cannot be reached" for state in sorted(states - _closure(forwards, [flow.start])))
    backwards = {state: {s for s in states if state in forwards[s]} for state in states}
    ends = [row.state for row in flow.rows if isinstance(row, End)]
    yield from (f"{state} never ends" for state in sorted(states - _closure(backwards, ends)))


def _ways_out(flow: Flow) -> Iterator[str]:
    for row in flow.rows:
        if isinstance(row, Do) and not (row.outcomes and _catches_all(row.outcomes[-1])):
            yield f"{row.state}: the last outcome must hold for any answer"
        if isinstance(row, Do) and any(isinstance(o, Stay) for o in row.outcomes) and row.gives_up is None:
            yield f"{row.state}: asks a question and has no way to give up"
        if isinstance(row, End) and row.endings[-1].guard is not always:
            yield f"{row.state}: the last ending must hold for any call"
        if isinstance(row, Ask | Do) and "safety_exit" not in {way.to for way in exits_of(flow, row)}:
            yield f"{row.state}: a danger has no way out"
        if isinstance(row, Ask) and row.tries < 1:
            yield f"{row.state}: no tries"


def _catches_all(outcome: Exit | Stay) -> bool:
    return isinstance(outcome, Exit) and outcome.guard is always


def _tools(flow: Flow) -> Iterator[str]:
    for row in flow.rows:
        if isinstance(row, Ask) and set(row.tools) - {"end_call"}:
            yield f"{row.state}: a decision has no tools"
        if isinstance(row, Do) and "end_call" in row.tools:
            yield f"{row.state}: an action cannot hang up"
        if isinstance(row, End):
            used = {tool for ending in row.endings for tool in ending.tools}
            if any({*ending.tools} - {"create_callback"} for ending in row.afterwards):
                yield f"{row.state}: after the last words only a person may be asked for"
            if row.afterwards and not row.lingers:
                yield f"{row.state}: nobody is listened to after the last words"
            if any(ending.connects and (ending.tools or not ending.heard) for ending in row.ways_to_end):
                yield f"{row.state}: connecting a person runs no tools, and has words for whoever speaks meanwhile"
            yield from (f"{row.state}: {tool} is not among its tools" for tool in sorted(used - set(row.tools)))


def _order(flow: Flow) -> Iterator[str]:
    place = {state: number for number, state in enumerate(ORDER)}
    for state, targets in edges(flow).items():
        for target in sorted(targets):
            if state in place and target in place and place[target] <= place[state]:
                yield f"{state} leads back to {target}"


def lines_of(flow: Flow, row: Row) -> set[str]:
    """Every line that a row may say by itself."""
    if isinstance(row, End):
        named = {name for e in row.ways_to_end for name in (e.opening, e.closing, e.closing_failed, e.heard)}
    else:
        named = {n for q in flow.questions(row) for n in (q.line, q.repeat)}
    if isinstance(row, Do):
        named |= {row.opening, row.slow}
    return named - {""}


def _words(flow: Flow) -> Iterator[str]:
    for row in flow.rows:
        yield from (f"{row.state}: the line {name} has no words" for name in sorted(lines_of(flow, row) - set(LINES)))
        if isinstance(row, Ask | Do):
            for question in flow.questions(row):
                if f"{question.line}_again" not in LINES:
                    yield f"{row.state}: the question {question.name} has no words to ask it again"
    for name, sentences in LINES.items():
        for sentence in sentences:
            yield from (f"line {name}: no fact {fact}" for fact in sorted(facts_in(sentence) - FACT_NAMES))
            if "transition" in sentence.lower():
                yield f"line {name}: says the word transition"
