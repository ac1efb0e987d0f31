"""Pure. A call's log, folded: what its events decide, and which of those decisions the log already has."""

from __future__ import annotations

from dataclasses import dataclass, field

from calllock.contracts import events
from calllock.contracts.business import BusinessProfile
from calllock.contracts.message import Message
from dialog_brain.flow.call import Call, Decision
from dialog_brain.flow.rows import Flow
from dialog_brain.flow.step import INPUTS, begin, step


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
    _logged: set[str] = field(default_factory=set)

    def take(self, message: Message) -> Decision | None:
        """Take the next entry; the decision when it is one that may move the call."""
        self._logged.add(message.event_id)
        self.due.pop(message.event_id, None)
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
