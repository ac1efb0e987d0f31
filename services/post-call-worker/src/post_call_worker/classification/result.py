"""Pure. What goes into a classification and what comes out of it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from calllock.contracts.events import Hazard
from post_call_worker.dashboard import (
    AgeBracket,
    CallerType,
    Color,
    Confidence,
    Intent,
    PropertyType,
    RevenueLabel,
    RevenueTier,
    SystemStatus,
    WorkType,
)
from post_call_worker.vocabulary import BookingStatus, State

Category = Literal[
    "HAZARD",
    "URGENCY",
    "SERVICE_TYPE",
    "REVENUE",
    "RECOVERY",
    "LOGISTICS",
    "CUSTOMER",
    "NON_CUSTOMER",
    "CONTEXT",
]
Tags = dict[Category, tuple[str, ...]]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Told(_Value):
    """What is classified: where the call ended, its slots, and the caller's words alone."""

    state: State = "welcome"
    fields: dict[str, Any] = Field(default_factory=dict)
    turns: tuple[str, ...] = ()
    """The caller's turns in order; the agent's words are never classified."""
    started_at: AwareDatetime
    raised: Hazard | None = None
    """The danger that was raised while the call was going on."""
    booking: BookingStatus = "not_requested"


class _Judgement(_Value):
    """Why something is thought of a call. What an earlier version has stored may lack all of it but what it needed."""

    reason: str = ""
    signals: tuple[str, ...] = ()
    """What was given for it, with the caller's words: `gas leak: "smell gas"`."""
    confidence: Confidence = "low"
    """High by something that happened in the call or by two signals, medium by one, low by none that says so itself."""


class Priority(_Judgement):
    """The colour of the card, and why."""

    color: Color


class Revenue(_Judgement):
    """What the call may be worth, and what says so."""

    tier: RevenueTier
    label: RevenueLabel


class Classification(_Value):
    """The whole answer. `tags` holds only categories that have one."""

    tags: Tags
    priority: Priority
    revenue: Revenue
    caller_type: CallerType
    primary_intent: Intent
    work_type: WorkType
    property_type: PropertyType | None = None
    equipment_type: str | None = None
    equipment_age_years: int | None = None
    equipment_age_bracket: AgeBracket = "unknown"
    problem_duration: str | None = None
    system_status: SystemStatus | None = None
    sentiment: int = Field(ge=1, le=5)

    def has(self, *tags: str) -> bool:
        """Whether any of these tags was given."""
        return any(tag in given for given in self.tags.values() for tag in tags)

    @property
    def has_substance(self) -> bool:
        """Whether the caller said anything that somebody could act on."""
        return any(self.tags.get(category) for category in ("HAZARD", "SERVICE_TYPE", "REVENUE", "RECOVERY"))
