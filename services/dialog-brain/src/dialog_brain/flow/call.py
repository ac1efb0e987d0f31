"""Pure. One call as the flow sees it: a value that `step` turns into the next value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from calllock.contracts.business import BusinessProfile
from calllock.contracts.events import Origin, ToolName
from calllock.contracts.message import Message
from dialog_brain.flow.slots import Slots
from dialog_brain.quick_tuples import quickly_changed
from dialog_brain.understanding.matter.problem_words import UNNAMED, problem_words
from dialog_brain.understanding.understood import OwnVisit, When

NOTHING_KNOWN = Slots()
NO_ORIGINS: Mapping[str, Origin] = MappingProxyType({})


NUMBER_ASKED_AT_MOST = 2
"""So often a caller whose number is withheld is asked for one."""


BOOKINGS_AT_MOST = 3
"""How often one call may ask the calendar before a person takes over."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A request to the backend that has not been answered."""

    request_id: str
    tool: ToolName


@quickly_changed
class Call(NamedTuple):
    """Everything that decides what happens next. Nothing in it comes from anywhere but the log.

    A tuple, because a step makes several of them and a tuple is copied eight times faster than a data class.
    """

    sid: str
    profile: BusinessProfile
    now: datetime
    """When the event happened that is being decided about, on the business's clock."""
    from_number: str | None = None
    other_number: bool = False
    """The caller wants to be called at another number than that, and has not told it."""
    number_asked: int = 0
    """How often the caller was asked for a number and gave none."""
    state: str = ""
    """Empty before the call was answered."""
    slots: Slots = NOTHING_KNOWN
    origins: Mapping[str, Origin] = NO_ORIGINS
    """Where a slot's value came from; a slot that is missing here was agreed to or said."""
    steps: int = 0
    """Inputs decided about so far; the ids of outputs are made from it."""
    turn: int = 0
    """The caller's latest turn."""
    exchanges: int = 0
    """Turns of the caller with a prompt of ours in between."""
    answered_prompt: int = 0
    """The last prompt that a turn of the caller followed."""
    prompt: int = 0
    """The latest prompt that was issued."""
    question: str = ""
    """The question that is open; empty when we asked for nothing."""
    question_prompt: int = 0
    """The first prompt that asked it."""
    misses: int = 0
    half: str = ""
    """What was said last and not understood; it may be the first half of an answer."""
    wordless: int = 0
    """Turns in a row in which nobody understood a word: noise, or a recognizer that is gone."""
    silences: int = 0
    greeted: bool = False
    """The caller has only said hello, and was not asked since what it is about."""
    keys: str = ""
    key_at: datetime | None = None
    """When the latest key of the telephone was pressed."""
    when: When | None = None
    problem_spoken: str = UNNAMED
    """The problem in our words: "the AC not cooling"."""
    wish_spoken: str = ""
    """The wished time as people say it: "tomorrow at 9 in the morning"."""
    wish_unheard: bool = False
    """The caller named a time that was not offered; it is read back before the calendar is asked again."""
    amended: bool = False
    """Something else than the time was changed while times were offered; it is read back with the time first."""
    wish_over: bool = False
    """The caller asked for a time that has passed."""
    offers: tuple[datetime, ...] = ()
    passed_over: tuple[datetime, ...] = ()
    """The offers for which the caller has asked for another time; they hold until the calendar is asked again."""
    other_time: datetime | None = None
    """What the backend booked instead of what was asked for."""
    left_over: datetime | None = None
    """What it booked before, where the caller has asked for another time instead: a person has to take it off."""
    second_thoughts: bool = False
    """The caller objected while the booking was already running."""
    meanwhile: str = ""
    """What of the booking the caller told otherwise while it was already running: "the address"."""
    also: str = ""
    """What the caller wants besides the visit, and a person has to see to: "the bill"."""
    force_book: bool = False
    zip_confirmed: bool = False
    spanish: int = 0
    """Turns in Spanish in a row; the one that opens the call counts twice."""
    zip_unknown: bool = False
    """The caller does not know the ZIP: a person will have to ask for the address."""
    address_on_file: str = ""
    """Known from the lookup; it is never read out in full."""
    changing: bool = False
    """The caller said no to the read-back and has not said yet what is wrong."""
    unit_missing: bool = False
    """The caller said that the address lacks its unit."""
    declined: bool = False
    """The caller wants nothing of what was read back, and was asked about a call instead."""
    leaving: bool = False
    """The caller said goodbye before anything was settled, and was asked about a callback."""
    call_wished: bool = False
    """The wished time is one to be called at."""
    own_visit: OwnVisit | None = None
    """What the caller told of a visit that was arranged before."""
    cancels: bool = False
    """A visit that was arranged before is to be cancelled, not moved."""
    of_others: bool = False
    """That visit is somebody else's than the caller's, or at another place."""
    cancelled_day: str = ""
    """The day of that visit, "Monday", if the caller named one."""
    away: bool = False
    """The caller is not where the service is: somebody else may have told of a danger there."""
    recheck: bool = False
    """A danger was named and taken back, or something sounded like one after none was there; ask once more."""
    suspicious: str = ""
    """The first words of either."""
    cleared: bool = False
    """A clear no to that."""
    raised: bool = False
    """The emergency was raised."""
    medical: bool = False
    """It was raised for somebody's life, and the building is safe: nobody is told to leave."""
    flooding: str = ""
    """The words that told of water or sewage that does damage; empty for none."""
    alerted: bool = False
    """Whoever is on call is being told of it, as nobody is there."""
    booking_unclear: bool = False
    """The booking had no clear answer: whether it happened is not known."""
    left_from: str = ""
    """The state before this one."""
    bookings: int = 0
    """How often the calendar was asked."""
    conflict: bool = False
    """The caller has another appointment that day."""
    said_of_visit: str = ""
    """What the caller said of a visit that was arranged before, unless it is plainly to be moved or cancelled."""
    transfer: Literal["", "under_way", "failed"] = ""
    """Whether the call is being given to a person."""
    forwarded: bool = False
    """The line is giving it to a person by itself, as nobody answered it in time."""
    pending: tuple[Pending, ...] = ()
    abandoned: tuple[str, ...] = ()
    """Bookings that were still being made when the call went elsewhere, by request id."""
    listened: int = 0
    """How often the caller was asked to go on after the last question."""
    callback_asked: bool = False
    """The backend was asked for a callback."""
    passed_on: tuple[object, ...] = ()
    """What that was about, where it was asked for after the last words."""
    cut_off: bool = False
    """The latest prompt was interrupted before its facts were heard."""
    cut_offs: int = 0
    """Prompts in a row of which that is true: a caller who interrupts, or a voice that is gone."""
    last_said: tuple[str, ...] = ()
    over: bool = False
    """The line is closed; nothing is decided any more."""

    def waiting_for(self, request_id: str) -> Pending | None:
        """The unanswered request of this id, if it still matters."""
        return next((p for p in self.pending if p.request_id == request_id), None)

    def agreed(self, slot: str) -> bool:
        """Whether the slot is filled with something that the caller said or agreed to."""
        return bool(getattr(self.slots, slot)) and self.origins.get(slot) != "looked_up"

    def disputed(self, slot: str) -> bool:
        """Whether the slot was filled and then called wrong."""
        return slot in self.origins and not getattr(self.slots, slot)

    @property
    def unsettled(self) -> tuple[datetime, ...]:
        """The visits in the calendar to which the caller has not agreed."""
        return tuple(visit for visit in (self.left_over, self.other_time) if visit is not None)

    @property
    def callable_at(self) -> str:
        """The number to call, in E.164; empty when it is withheld and none was given."""
        return self.slots.callback_number or self.from_number or ""

    @property
    def for_own_visit(self) -> str:
        """The type of the callback about a visit that was arranged before; empty for none.

        That a visit is held must be in the calendar; a caller who asks when we come, or says that nobody came, is
        believed.
        """
        if self.own_visit == "held":
            return "manage_booking" if self.slots.has_appointment else ""
        return "follow_up" if self.own_visit is not None else ""

    def fill(self, origin: Origin, **values: Any) -> Call:
        """The call with these slots filled and their origin noted."""
        origins = {**self.origins, **dict.fromkeys(values, origin)}
        call = self._replace(slots=self.slots._replace(**values), origins=origins)
        problem = values.get("problem_description")
        return call if problem is None else call._replace(problem_spoken=problem_words(problem))


class Decision(NamedTuple):
    """What `step` decided: the next value of the call and what is to be written to its log."""

    call: Call
    outputs: tuple[Message, ...] = ()
    rule: str = ""
    """The sentence that says why; empty when nothing was decided."""
    path: tuple[str, ...] = ()
    """The states entered, in order."""
