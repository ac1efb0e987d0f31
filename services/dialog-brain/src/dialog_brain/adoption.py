"""Pure. Whether a replica may go on with a call that another one has begun.

Only where its own flow and understanding decide what the log says was decided: otherwise it would take an answer
for the answer to a question that nobody asked. Such a call is left to a replica that agrees, for a while.
"""

from __future__ import annotations

from typing import Literal

from dialog_brain.fold import Fold

Adoption = Literal["go_on", "leave", "give_up"]
LEFT_AT_MOST = 5
"""How often a call is left to others since it last had an owner, before a person has to see to it."""
LEFT_FOR_S = 0.3
"""How long each time; the caller hears nothing meanwhile but the line's filler."""


def adoption(fold: Fold, attempt: int) -> Adoption:
    """What to do with a call whose log is read, on this delivery of it."""
    if fold.agrees:
        return "go_on"
    return "leave" if attempt - fold.attempt <= LEFT_AT_MOST else "give_up"
