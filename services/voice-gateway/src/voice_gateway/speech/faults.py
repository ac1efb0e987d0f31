"""Pure. What can go wrong with a vendor of speech, and what follows from each: a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from calllock.runtime.circuit import FAILURES_TO_OPEN
from voice_gateway.speech.ports import SpeechFailed

Fault = Literal["refused", "busy", "broken", "unreachable", "late", "garbled", "failed"]


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows from a fault."""

    again: bool
    """Whether the same vendor is asked once more, at once."""
    weight: int
    """How many of the failures that open the vendor's circuit it counts for."""


CONSEQUENCES: dict[Fault, Consequence] = {
    "refused": Consequence(again=False, weight=FAILURES_TO_OPEN),  # the key, the plan or the request is wrong
    "busy": Consequence(again=False, weight=3),
    "broken": Consequence(again=True, weight=2),
    "unreachable": Consequence(again=True, weight=2),
    "late": Consequence(again=False, weight=3),  # the caller has waited for it
    "garbled": Consequence(again=True, weight=2),
    "failed": Consequence(again=False, weight=3),  # an engine of our own, or a fault of ours
}


class VendorFailed(SpeechFailed):
    """A vendor could not do its work; `detail` is ours and holds nothing that the vendor or a caller said."""

    def __init__(self, fault: Fault, detail: str) -> None:
        super().__init__(f"{fault}: {detail}")
        self.fault: Fault = fault


def refusal(status: int) -> VendorFailed:
    """What an HTTP status that is no success means."""
    detail = f"status {status}"
    if status in (408, 429, 503):
        return VendorFailed("busy", detail)
    return VendorFailed("broken" if status >= 500 else "refused", detail)
