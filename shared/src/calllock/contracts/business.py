"""Pure. The business profile: everything that is named after one business, read from one YAML file."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails

from calllock.contracts.e164 import E164

Sentence = Annotated[
    str,
    StringConstraints(min_length=1, max_length=400, strip_whitespace=True),
    AfterValidator(lambda words: " ".join(words.split())),
]
"""Words that are said; how the file breaks them into lines means nothing."""
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Topic = Literal[
    "hours", "fee", "area", "brands", "duration", "payment", "financing", "discounts", "license", "warranty"
]
"""What a caller may ask in passing and the profile may answer."""

WEEKDAYS: tuple[Weekday, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)


class ProfileError(ValueError):
    """A business profile that cannot be used; the message names file, field and reason."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OpenHours(_Part):
    """Opening hours of one day, in the business's zone."""

    opens: time
    closes: time
    """Midnight, "00:00", is that at the end of the day."""

    @field_validator("opens", "closes")
    @classmethod
    def _of_the_wall(cls, clock: time) -> time:
        if clock.tzinfo is not None:  # also what pydantic makes of a number, for which YAML takes 9:00 without quotes
            raise ValueError('must be a clock time in quotes, such as "09:00"')
        return clock

    @model_validator(mode="after")
    def _in_order(self) -> OpenHours:
        if self.opens >= self.closes != time.min:
            raise ValueError("opens must be before closes")
        return self

    def hold(self, at: time) -> bool:
        """Whether that moment of the day is within them."""
        return self.opens <= at and (at < self.closes or self.closes == time.min)


class ServiceArea(_Part):
    """Where the business works, by five-digit ZIP."""

    spoken: Sentence
    """As one says it: "the Austin area"."""
    zip_prefixes: tuple[Annotated[str, StringConstraints(pattern=r"^\d{1,5}$")], ...] = ()
    zips: frozenset[Annotated[str, StringConstraints(pattern=r"^\d{5}$")]] = frozenset()

    @model_validator(mode="after")
    def _not_empty(self) -> ServiceArea:
        if not self.zip_prefixes and not self.zips:
            raise ValueError("name at least one of zip_prefixes and zips")
        return self

    def covers(self, zip_code: str) -> bool:
        """Whether a five-digit ZIP is inside; anything else is not."""
        if len(zip_code) != 5 or not zip_code.isdecimal():
            return False
        return zip_code in self.zips or zip_code.startswith(self.zip_prefixes or ("none",))


class CallbackPromise(_Part):
    """When we say that a person will call, in words."""

    in_hours: Sentence = "within the hour"
    in_hours_minutes: int = Field(default=60, ge=1, le=600)
    """How long somebody must still be there for `in_hours` to be promised."""
    after_hours: Sentence = "when we open in the morning"


class EmergencyContact(_Part):
    """Who is told of a danger, and of water where nobody is there, in order."""

    numbers: tuple[E164, ...] = ()
    callback_minutes: int = Field(default=15, ge=1, le=240)
    """Within which they call: what the dashboard is told, and who is flooded after hours."""
    acknowledge_within_minutes: int = Field(default=5, ge=1, le=120)


class Texts(_Part):
    """Who gets text messages, beside the emergency contact; sent from the first of the business's numbers."""

    to_callers: bool = False
    """After a booking or the promise of a callback."""
    leads_to: E164 | None = None
    """Who is told of a caller to be called back; and of a danger, where no emergency contact is named."""


class Dashboard(_Part):
    """The business's account at the dashboard."""

    user_email: str = Field(pattern=r"^[^@\s]+@[^@\s]+$")
    service_type: Literal["hvac", "plumbing", "electrical", "general"]


class Limits(_Part):
    """How patient we are; times in seconds."""

    misses_per_state: int = Field(default=3, ge=1, le=10)
    turns_per_call: int = Field(default=30, ge=5, le=200)
    silence_s: float = Field(default=6.0, gt=0, le=60)
    silences_before_goodbye: int = Field(default=2, ge=1, le=5)
    last_question_s: float = Field(default=3.0, ge=0, le=30)
    """How long we listen after the last words before hanging up."""


class BusinessProfile(_Part):
    """One business, as the caller, the flow and the dashboard know it."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")
    name: Sentence
    trade: Sentence
    """As one says it: "heating and cooling"."""
    numbers: tuple[E164, ...] = Field(min_length=1)
    zone: str
    greeting: Sentence
    after_hours_greeting: Sentence | None = None
    """Said instead of `greeting` when nobody is there; None for the same one."""
    recording_notice: Sentence | None = None
    """Said before the greeting: that the call is recorded, and that one may refuse. None: no call is recorded."""
    persona: Sentence = "the virtual receptionist"
    hours: dict[Weekday, OpenHours]
    holidays: frozenset[date] = frozenset()
    service_area: ServiceArea
    facts: dict[Topic, Sentence] = Field(default_factory=dict)
    expert: Sentence = "comfort advisor"
    """Who calls back about a replacement."""
    keyterms: tuple[Sentence, ...] = ()
    """Words that a recognizer should expect: streets, brands, the trade."""
    callback: CallbackPromise = CallbackPromise()
    emergency: EmergencyContact = EmergencyContact()
    texts: Texts = Texts()
    forward_number: E164 | None = None
    voicemail_number: E164 | None = None
    """A voicemail box, for callers whom neither we nor a person can take."""
    dashboard: Dashboard
    limits: Limits = Limits()

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(f"{zone!r} is not a time zone, such as America/Chicago") from None
        return zone

    @model_validator(mode="after")
    def _reaches_others(self) -> BusinessProfile:
        if not self.hours:
            raise ValueError("hours: name at least one day on which somebody is there")
        told: tuple[tuple[str, str | None], ...] = (
            ("forward_number", self.forward_number),
            ("voicemail_number", self.voicemail_number),
            ("texts.leads_to", self.texts.leads_to),
            *(("emergency.numbers", number) for number in self.emergency.numbers),
        )
        for field, number in told:
            if number in self.numbers:
                raise ValueError(f"{field}: {number} is one of the business's own numbers, which we answer ourselves")
        if len({*self.emergency.numbers}) < len(self.emergency.numbers):
            raise ValueError("emergency.numbers: the same number twice")
        return self

    @property
    def paged(self) -> tuple[str, ...]:
        """Who is told of a danger, in order."""
        return self.emergency.numbers or tuple(filter(None, (self.texts.leads_to,)))

    @property
    def needs_texts(self) -> bool:
        """Whether somebody is to get text messages."""
        return bool(self.emergency.numbers or self.texts.to_callers or self.texts.leads_to)

    def local(self, at: datetime) -> datetime:
        """`at` on the clock of the business."""
        return at.astimezone(self._clock)

    @cached_property
    def _clock(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    def is_open(self, at: datetime) -> bool:
        """Whether somebody is there at that moment."""
        here = self.local(at)
        hours = self.hours_on(here.date())
        return hours is not None and hours.hold(here.time())

    def hours_on(self, day: date) -> OpenHours | None:
        """When somebody is there that day; None when it is closed all day."""
        return None if day in self.holidays else self.hours.get(WEEKDAYS[day.weekday()])

    def greetings(self) -> tuple[str, ...]:
        """Every greeting that a caller may hear, after the notice of a recording."""
        greetings = (self.greeting, *([self.after_hours_greeting] if self.after_hours_greeting else []))
        return tuple(f"{self.recording_notice} {words}" if self.recording_notice else words for words in greetings)

    def greeting_at(self, at: datetime) -> str:
        """The greeting at that moment."""
        return self.greetings()[0 if self.is_open(at) else -1]

    def promise(self, at: datetime) -> str:
        """When a person will call who is promised it at that moment, in words to be said."""
        kept = at + timedelta(minutes=self.callback.in_hours_minutes) - timedelta.resolution
        return self.callback.in_hours if self.is_open(at) and self.is_open(kept) else self.callback.after_hours


def parse_profile(raw: object, source: str) -> BusinessProfile:
    """The profile in `raw` (parsed YAML); raises `ProfileError` naming source, fields and reasons."""
    try:
        return BusinessProfile.model_validate(raw)
    except ValidationError as error:
        faults = error.errors()
        named = {fault["loc"][:depth] for fault in faults for depth in range(len(fault["loc"]))}
        told = "; ".join(_told(fault) for fault in faults if fault["type"] != "too_short" or fault["loc"] not in named)
        raise ProfileError(f"{source}: {told}") from None


def _told(fault: ErrorDetails) -> str:
    where = ".".join(map(str, fault["loc"])) or ("" if fault["type"] == "value_error" else "file")
    reason = "put it in quotes" if _is_unquoted(fault) else fault["msg"].removeprefix("Value error, ")
    return f"{where}: {reason}" if where else reason


def _is_unquoted(fault: ErrorDetails) -> bool:
    """Whether YAML took for a number, a date or a yes what is meant as text, such as +15125550142 or 78745."""
    return fault["type"] == "string_type" and not isinstance(fault["input"], dict | list | None)
