"""Pure. What can be understood of one caller turn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from calllock.contracts import commands
from calllock.contracts.business import Topic
from calllock.contracts.events import Hazard
from dialog_brain.quick_tuples import quickly_changed

Expected = commands.Expected
"""What the last question asked for; `confirm` is any yes-or-no question but the one about dangers, `any` none."""
Consent = Literal["yes", "no"]
Part = Literal["morning", "afternoon", "evening", "night"]
HOURS_OF_PART: Mapping[Part, tuple[int, int]] = MappingProxyType(
    {"morning": (0, 12), "afternoon": (12, 17), "evening": (17, 21), "night": (18, 24)}
)
"""First hour and the hour after the last of the parts of a day that callers name."""
Urgency = Literal["emergency", "urgent", "high", "routine", "low"]
Wish = Literal["callback", "human", "repeat", "wait", "goodbye"]
Disputed = Literal["name", "zip", "address", "unit", "time", "problem"]
Kept = Literal["as_is", "both", "instead"]
AboutVisit = Literal["asked", "wished", "cancelled"]
OwnVisit = Literal["asked", "held", "missed"]
AsksFor = Literal["others", "later"]
Afterwards = Literal["enough", "yes", "undo", "again", "more", "asked"]
Also = Literal["the bill", "the other visit", "what you told me"]
Kind = Literal["billing", "vendor", "applicant", "wrong_number"]


@dataclass(frozen=True, slots=True)
class When:
    """A wish for a time, on the business's clock. Absent parts are None; never all of them."""

    date: dt.date | None = None
    time: dt.time | None = None
    part: Part | None = None
    earliest: dt.time | None = None
    latest: dt.time | None = None
    week_of: dt.date | None = None
    """Monday of the week that was meant, when no day was named."""
    soonest: bool = False
    not_on: tuple[dt.date, ...] = ()
    """Days that were ruled out, in order; alone they are no wish yet."""
    by_weekday: bool = field(default=False, compare=False)
    """Whether the day was named by its weekday alone: it is one of the week that was spoken of."""
    in_month: bool = field(default=False, compare=False)
    """Whether a month was named, of which the week is only the first."""
    guessed: bool = field(default=False, compare=False)
    """Whether the half of the day is one that we took the clock time for."""
    or_on: tuple[dt.date, ...] = field(default=(), compare=False)
    """Other days that would do as well; the one that was named first is asked for."""

    @property
    def wishes(self) -> bool:
        """Whether anything is wished, and not only ruled out."""
        told = (self.date, self.time, self.part, self.earliest, self.latest, self.week_of)
        return self.soonest or told != (None,) * 6

    def allows(self, at: dt.time) -> bool:
        """Whether a visit may begin at that time of a day; what is wished before or until `latest` begins earlier."""
        if self.time is not None:
            return (at.hour, at.minute) == (self.time.hour, self.time.minute)
        first, after = HOURS_OF_PART[self.part] if self.part else (0, 24)
        return (
            first <= at.hour < after and (self.earliest or dt.time.min) <= at and (not self.latest or at < self.latest)
        )


class Held(NamedTuple):
    """What was read out, of which a turn may take or amend a part."""

    name: str = ""
    address: str = ""
    when: When | None = None
    offers: tuple[dt.datetime, ...] = ()
    """The times of which the caller was asked to take one, in the business's zone."""

    @property
    def last(self) -> When | None:
        """The day or the week that was read out last."""
        return When(date=max(self.offers).date()) if self.offers else self.when


NOTHING_HELD = Held()


@quickly_changed
class Understood(NamedTuple):
    """One turn, understood. Everything absent is None, False or 0."""

    text: str
    """What was said, to be kept and passed on; only `understanding` reads it."""
    words: int = 0
    """How many words that was; none in a sound or in noise."""
    hazard: Hazard | None = None
    cannot_tell: Literal["away", "unknown"] | None = None
    """Asked for dangers, the caller is not where the service is ("it's my rental, I'm not there"), or does not know."""
    hazard_withdrawn: bool = False
    """An earlier danger is explicitly taken back: "never mind, it was the toaster"."""
    sounds_dangerous: bool = False
    """No danger is named, but callers who are in one speak like this."""
    household: Literal["kin", "other"] | None = None
    """Who somebody is for whom we asked: of the caller's house, or a landlord or the like."""
    consent: Consent | None = None
    correction: bool = False
    """Something that we said or hold is to be changed; with it, consent is never yes."""
    begins: Consent | None = None
    """The plain yes or no with which an answer begins that comes to something else: "yes, but it's for my rental"."""
    disputed: Disputed | None = None
    """Which of the values is called wrong, whether or not another is given."""
    kept: Kept | None = None
    """as_is: nothing is to be changed ("nothing", "just keep that one"); both: not one visit but two; instead:
    the new one in place of the other."""
    of_one: bool = False
    """The yes is only that one of the values is right: "the name is right"."""
    withdraws: bool = False
    """Nothing of what was read back is wanted: "cancel it", "I'll call you back"."""
    books: bool = False
    """The visit is wanted after all: "no, just book me for tomorrow", "no, I'll stay on"."""
    settles: bool = False
    """The time that is named is to be the one: "let's do Tuesday then"."""
    taken: int | None = None
    """Which of the offered times the caller takes, from 0."""
    refused: tuple[int, ...] = ()
    """Which of them the caller refuses, from 0, while none is taken and no other time is wished for."""
    asks_for: AsksFor | None = None
    """Of the times on offer: whether there are others, or a later one."""
    wants: Wish | None = None
    intent: Literal["service", "non_service"] | None = None
    kind: Kind | None = None
    """Which non-service matter."""
    also: Also | None = None
    """What is wanted besides the repair that the call is about, as people say it."""
    manage: Literal["reschedule", "cancel"] | None = None
    """What is to happen to an existing appointment."""
    of_others: bool = False
    """That one is somebody else's, or is not the one that the caller has: "my daughter's visit"."""
    cancelled_day: str | None = None
    """The day, as it was said, of the one that is to be cancelled."""
    follow_up: bool = False
    """Waits for a call that was promised."""
    present: bool = False
    """Nothing but a greeting, "are you there?" or "I'm back"."""
    parting: bool = False
    """Nothing but a goodbye: "okay, bye" agrees to nothing."""
    thanks: bool = False
    visit: AboutVisit | None = None
    """asked: when or whether we come; wished: something of the person who comes ("call before you come")."""
    own_visit: OwnVisit | None = None
    """What is told of a visit that the caller has with us, before a new one is spoken of."""
    zip: str | None = None
    partial_digits: str = ""
    """Digits that were said as an answer but make no ZIP ("787")."""
    zip_unknown: bool = False
    """Asked for the ZIP, the caller does not know it."""
    phone: str | None = None
    """Ten digits of a telephone number, unless it is called somebody else's."""
    phone_claimed: bool = False
    """The caller says that this number is to be called."""
    other_phone: bool = False
    """The caller wants to be called at another number than the one they call from, and does not tell it."""
    name: str | None = None
    spelled: str | None = None
    """Letters that were all that was said, where no name was asked for: they may mend the one that we hold."""
    problem: str | None = None
    """What is wrong, short, in the caller's words without fillers, name, address and time."""
    problem_added: bool = False
    """It comes on top of what was told before: "the heater too"."""
    equipment: str | None = None
    machine_instead: str | None = None
    """The machine that takes the place of the one that was told before, with its trouble: "I mean the heater"."""
    problem_duration: str | None = None
    address: str | None = None
    on_file: bool = False
    """The one that we hold already."""
    elsewhere: bool = False
    """At another one than that which was read back, and does not tell it here."""
    when: When | None = None
    urgency: Urgency | None = None
    flooding: bool = False
    """Water or sewage runs where it does damage."""
    lead: Literal["high_ticket"] | None = None
    lead_withdrawn: bool = False
    """A repair will do after all."""
    question: Topic | Literal["robot", "why", "other"] | None = None
    """Something asked in passing; other: of which no profile tells."""
    also_asked: Topic | Literal["robot", "why", "other"] | None = None
    """Another topic that the same turn asks about."""
    spanish: bool = False
    afterwards: Afterwards | None = None
    """Of a turn after the last question. enough: nothing is wanted; yes: something is; undo: what was settled is not
    to be so; again: it is to be told once more; more: something will follow; asked: anything else is asked."""
