"""Pure. The four requests to the business backend: where they go and how long they may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from calllock.contracts.events import ToolName


@dataclass(frozen=True, slots=True)
class Tool:
    """One request. Times in seconds."""

    path: str
    host: Literal["backend", "booking"]
    answers_within_s: float
    """Afterwards the answer no longer counts: the request has timed out."""
    waited_for_s: float
    """So long the flow waits for an answer once it needs it."""
    slow_after_s: float
    """Afterwards the caller is told that it takes a moment."""


TOOLS: Mapping[ToolName, Tool] = MappingProxyType(
    {
        "lookup_caller": Tool("/webhook/retell/lookup_caller", "backend", 8.0, 2.0, 8.0),
        "book_service": Tool("/api/retell/book-service", "booking", 15.0, 15.0, 4.0),
        "create_callback": Tool("/webhook/retell/create_callback", "backend", 8.0, 8.0, 3.0),
        "send_sales_lead_alert": Tool("/webhook/retell/send_sales_lead_alert", "backend", 8.0, 8.0, 3.0),
    }
)
"""A lookup begins with the greeting, and gets the backend's own limit as the others do; a caller waits 2 s for it.
Entering a state says its words at once, so that `slow_after_s` is the second time a caller hears something."""
