"""Pure. The three kinds of row that a flow is made of, and what they are made of themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from calllock.contracts.commands import Expected
from calllock.contracts.events import ToolAnswered, ToolName
from dialog_brain.flow.call import Call
from dialog_brain.flow.slots import Slots
from dialog_brain.understanding.understood import Consent, Understood

NOTHING_HEARD = Understood(text="")
NOTHING_LEARNED: frozenset[str] = frozenset()


@dataclass(slots=True)
class Situation:
    """What a guard may look at: the call with this turn's slots filled in, and what just came.

    Nothing changes one; it is not frozen, as each step makes some and a frozen one takes three times as long.
    """

    call: Call
    heard: Understood = NOTHING_HEARD
    answer: ToolAnswered | None = None
    question: str = ""
    """The question that the turn answers: it was open, and its words had been heard."""
    before: Slots | None = None
    """What was known before the turn."""

    @property
    def learned(self) -> frozenset[str]:
        """The slots that the turn changed."""
        return NOTHING_LEARNED if self.before is None else frozenset(self.call.slots.changes_since(self.before))

    def answers(self, question: str, consent: Consent) -> bool:
        """Whether the turn says that yes or no to that question."""
        return self.question == question and self.heard.consent == consent


Guard = Callable[[Situation], bool]


@dataclass(frozen=True, slots=True)
class Question:
    """Something we may need from the caller."""

    name: str
    line: str
    """The words that ask it; `<line>_again` and `<line>_narrow` after misses, `<line>_still` after something else."""
    expects: Expected
    needed: Guard
    repeat: str = ""
    """The words that ask it again where nothing was missed; empty for `line` itself."""


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a row; the first exit of a row whose guard holds is taken."""

    guard: Guard
    to: str
    rule: str
    callback: str = ""
    """For `to="callback"`: the callback type."""
    end_reason: str = ""
    """For endings that the final state alone does not tell."""


@dataclass(frozen=True, slots=True)
class Stay:
    """An answer that leaves a Do in its state: with a question, or with the tool run again."""

    guard: Guard
    rule: str
    run_again: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """A decision: ask the first question that is needed; leave by the first exit that holds."""

    state: str
    purpose: str
    questions: tuple[Question, ...]
    exits: tuple[Exit, ...]
    gives_up: Exit
    """After too many misses."""
    tries: int = 3
    kind: Literal["decision"] = "decision"
    tools: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Do:
    """An action: say the line, run the one tool, leave by what it answered."""

    state: str
    purpose: str
    opening: str
    tool: ToolName
    outcomes: tuple[Exit | Stay, ...]
    questions: tuple[Question, ...] = ()
    answers: tuple[Exit | Stay, ...] = ()
    """What a turn of the caller can do to a question that an outcome raised."""
    slow: str = ""
    """Said when the tool takes long."""
    quiet: Guard | None = None
    """When the opening is left out."""
    gives_up: Exit | None = None
    kind: Literal["action"] = "action"

    @property
    def tools(self) -> tuple[str, ...]:
        return (self.tool,)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a terminal state goes about one kind of ending; the first whose guard holds is used."""

    guard: Guard
    opening: str
    closing: str
    """The last words, said when every tool has answered; with no tools, at once."""
    tools: tuple[ToolName, ...] = ()
    closing_failed: str = ""
    """The last words when a tool did not succeed."""
    connects: bool = False
    """Give the call to a person after the last words, instead of hanging up."""
    heard: str = ""
    """Said to a caller who speaks meanwhile."""
    alerts: bool = False
    """Tell whoever is on call, at once."""


@dataclass(frozen=True, slots=True)
class End:
    """A terminal state: say, run, hang up after the last words. It is never left."""

    state: str
    purpose: str
    endings: tuple[Ending, ...]
    tools: tuple[str, ...]
    interruptible: bool = True
    lingers: bool = False
    """Listen for the profile's `last_question_s` before hanging up."""
    afterwards: tuple[Ending, ...] = ()
    """How it goes about what a caller who is listened to wants otherwise."""
    kind: Literal["terminal"] = "terminal"

    @property
    def ways_to_end(self) -> tuple[Ending, ...]:
        """In the order in which they are looked at."""
        return (*self.afterwards, *self.endings)


Row = Ask | Do | End


@dataclass(frozen=True, slots=True)
class Reaction:
    """What may be said in any state: handled before the row is looked at."""

    guard: Guard
    rule: str
    line: str = ""
    """A line said before the open question is asked again, or before the way out."""
    exit: Exit | None = None


@dataclass(frozen=True)
class Flow:
    """A whole receptionist."""

    start: str
    rows: tuple[Row, ...]
    interposed: tuple[Question, ...]
    """Questions that any state asks first when they are needed."""
    reactions: tuple[Reaction, ...]
    version: str = ""
    """Names the table and its words as they were when a call was decided; see `printed.versioned`."""

    def row(self, state: str) -> Row:
        """The row of a state; every state of a checked flow has one."""
        return self._rows[state]

    def questions(self, row: Row) -> tuple[Question, ...]:
        """What a row may ask, in this order; the interposed questions first."""
        return () if isinstance(row, End) else self._questions[row.state]

    def question(self, row: Row, name: str) -> Question | None:
        """The question of that name that this row may ask."""
        return self._named.get((row.state, name))

    @cached_property
    def _rows(self) -> Mapping[str, Row]:
        return {row.state: row for row in self.rows}

    @cached_property
    def _questions(self) -> Mapping[str, tuple[Question, ...]]:
        return {row.state: (*self.interposed, *row.questions) for row in self.rows if not isinstance(row, End)}

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], Question]:
        return {(state, q.name): q for state, questions in self._questions.items() for q in questions}
