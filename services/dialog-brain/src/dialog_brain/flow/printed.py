"""Pure. The flow table as a page: Markdown rows and a Mermaid diagram."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from dialog_brain.flow.check import edges
from dialog_brain.flow.guards import always
from dialog_brain.flow.lines import LINES
from dialog_brain.flow.rows import Ask, Do, End, Ending, Exit, Flow, Guard, Question, Row, Stay

_HEAD = """# The flow
This page is printed from `dialog_brain/flow/receptionist.py` by `make docs`; edit the table, not the page.
A call begins in `{start}`. In each state the questions are asked in this order, each only while it is needed;
the ways out are tried from top to bottom, and the first that holds is taken.
"""


def flow_page(flow: Flow) -> str:
    """The whole page."""
    parts = [_HEAD.format(start=flow.start), diagram(flow)]
    parts += ["\n".join(_section(row)) for row in flow.rows]
    parts.append("\n".join(_reactions(flow)))
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def versioned(flow: Flow) -> Flow:
    """The flow with the version that its page has: another row, guard or word is another version."""
    return replace(flow, version=sha256(flow_page(flow).encode()).hexdigest()[:12])


def diagram(flow: Flow) -> str:
    """The states and ways as Mermaid; the ways into `safety_exit` and `callback` that every state has are left out."""
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {flow.start}"]
    everywhere = {"safety_exit", "callback"}
    for state, targets in edges(flow).items():
        lines += [f"    {state} --> {target}" for target in sorted(targets - everywhere)]
    lines += [f"    {row.state} --> [*]" for row in flow.rows if isinstance(row, End)]
    lines += ["    note right of callback: from every state", "    note right of safety_exit: from every state", "```"]
    return "\n".join(lines)


def _section(row: Row) -> Iterator[str]:
    yield f"## {row.state}"
    yield f"*{row.kind}*: {row.purpose}. Tools: {', '.join(row.tools) or 'none'}."
    yield ""
    if isinstance(row, End):
        yield from _endings(row)
        return
    if isinstance(row, Do):
        quiet = f", unless {_guard(row.quiet)}" if row.quiet is not None else ""
        yield f"Says on entering: {_quote(row.opening)}{quiet}"
        yield ""
    if row.questions:
        yield "| question | when | words |"
        yield "|---|---|---|"
        yield from (_question(question) for question in row.questions)
        yield ""
    yield from _ways(row)
    if isinstance(row, Do) and row.slow:
        yield ""
        yield f"When it takes long: {_quote(row.slow)}"


def _ways(row: Ask | Do) -> Iterator[str]:
    """The ways out; of an action, what its tool answers before what the caller does."""
    if isinstance(row, Do):
        yield from _table("when the tool has answered", row.outcomes)
        if row.answers:
            yield ""
    answers = row.exits if isinstance(row, Ask) else row.answers
    if answers:
        yield from _table("when the caller has answered", answers)
    if row.gives_up is not None:
        tries = f"{row.tries} times" if isinstance(row, Ask) else "too often"
        yield f"| not understood {tries} | {_then(row.gives_up)} |"


def _table(when: str, ways: Sequence[Exit | Stay]) -> Iterator[str]:
    yield f"| {when} | then |"
    yield "|---|---|"
    yield from (f"| {_guard(way.guard)} | {_then(way)} |" for way in ways)


def _endings(row: End) -> Iterator[str]:
    yield from _ways_to_end(row.endings)
    if row.afterwards:
        yield ""
        yield "Of a caller who says more after the last words:"
        yield ""
        yield from _ways_to_end(row.afterwards)


def _ways_to_end(endings: Sequence[Ending]) -> Iterator[str]:
    yield "| when | says | runs | last words |"
    yield "|---|---|---|---|"
    for ending in endings:
        runs = [*(["the alert to whoever is on call"] if ending.alerts else []), *ending.tools]
        tools = "the transfer, after the last words" if ending.connects else ", ".join(runs) or "nothing"
        opening, closing = _quote(ending.opening), _quote(ending.closing)
        yield f"| {_guard(ending.guard)} | {opening} | {tools} | {closing} |"


def _reactions(flow: Flow) -> Iterator[str]:
    yield "## anywhere"
    yield "What may be said in any state that is not terminal; looked at before the state's own ways out."
    yield ""
    yield "| when | then |"
    yield "|---|---|"
    for reaction in flow.reactions:
        onwards = _then(reaction.exit) if reaction.exit else "the open question" if reaction.line else ""
        said = f"{_quote(reaction.line)}, then {onwards}" if reaction.line else onwards or "asks what is needed now"
        yield f"| {_guard(reaction.guard)} | {said} |"
    yield ""
    yield "Before anything else, any of these states asks:"
    yield ""
    yield "| question | when | words |"
    yield "|---|---|---|"
    yield from (_question(question) for question in flow.interposed)


def _question(question: Question) -> str:
    needed = "always, when nothing above is needed" if question.needed is always else _guard(question.needed)
    return f"| {question.name.replace('_', ' ')} | {needed} | {_quote(question.line)} |"


def _then(way: Exit | Stay) -> str:
    if isinstance(way, Stay):
        return "runs the tool again" if way.run_again else "asks the caller"
    kind = f" ({way.callback})" if way.callback else ""
    return f"**{way.to}**{kind}"


def _guard(guard: Guard) -> str:
    return (guard.__doc__ or guard.__name__).strip()


def _quote(line: str) -> str:
    return "“" + " ".join(LINES[line]) + "”" if line else ""
