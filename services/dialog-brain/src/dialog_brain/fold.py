"""Pure. A call's log, folded: what its events decide, which of those decisions the log already has, and whether it
has others."""

from __future__ import annotations

from dataclasses import dataclass, field

from calllock.contracts import commands, events
from calllock.contracts.business import BusinessProfile
from calllock.contracts.message import Message
from dialog_brain.flow.call import Call, Decision
from dialog_brain.flow.rows import Flow
from dialog_brain.flow.step import INPUTS, begin, step

DECISIONS = (
    commands.SpeakPrompt,
    commands.HangUp,
    commands.Transfer,
    events.StateEntered,
    events.FieldsLearned,
    events.ToolRequested,
    events.EmergencyRaised,
    events.EventIgnored,
)
"""What a step may decide."""
_WORDS = {"occurred_at", "sentences", "rule", "reason", "flow_version"}
_IMPLIED = {"turn"}
"""The step in the id says it already; an older version of us did not write it with an end."""


@dataclass(slots=True)
class Fold:
    """The state of one call as its log is read, entry by entry and in order."""

    flow: Flow
    profile: BusinessProfile
    call: Call | None = None
    due: dict[str, Message] = field(default_factory=dict)
    """Decided messages that the log does not have yet, by id, in the order of deciding."""
    unanswered: dict[str, events.ToolRequested] = field(default_factory=dict)
    """Requests in the log that have no answer in it."""
    agrees: bool = True
    """Whether a log that others wrote holds nothing but what is decided here: the same questions, requests, slots and
    states in the same order. Words may differ."""
    attempt: int = 1
    """Which delivery of the call its latest owner held."""
    _logged: set[str] = field(default_factory=set)

    def take(self, message: Message) -> Decision | None:
        """Take the next entry; the decision when it is one that may move the call."""
        self._logged.add(message.event_id)
        if isinstance(message, DECISIONS):
            self._compare(message)
        if isinstance(message, events.CallAdopted):
            self.attempt = message.attempt
        if isinstance(message, events.FlowChanged):
            self.due.clear()
            self.agrees = True
        if isinstance(message, events.ToolRequested):
            self.unanswered[message.request_id] = message
        if isinstance(message, events.ToolAnswered):
            self.unanswered.pop(message.request_id, None)
        if type(message) not in INPUTS:
            return None
        if self.call is None:
            if not isinstance(message, events.CallAnswered):
                return None
            self.call = begin(self.profile, message)
        decision = step(self.flow, self.call, message)
        self.call = decision.call
        self.due.update((m.event_id, m) for m in decision.outputs if m.event_id not in self._logged)
        return decision

    def _compare(self, logged: Message) -> None:
        """The log's decisions must be the first that are due, one after the other."""
        first = next(iter(self.due), None)
        decided = self.due.pop(logged.event_id, None)
        if decided is None or first != logged.event_id or (decided != logged and gist(decided) != gist(logged)):
            self.agrees = False


def gist(decision: Message) -> object:
    """The decision's type and fields, without its wording and what is implied; equal for decisions that do the same."""
    return type(decision), decision.model_dump(exclude=_WORDS | _IMPLIED)
