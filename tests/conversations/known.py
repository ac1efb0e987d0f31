"""Pure. What is known in a call at one moment, gathered from its log alone; the facts that may be spoken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import combinations, product
from typing import Any

from calllock.contracts import events
from calllock.contracts.business import WEEKDAYS, BusinessProfile
from calllock.contracts.message import Message
from dialog_brain.flow.lines import LINES
from dialog_brain.flow.wished_times import mended
from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.spoken import (
    backend_phrase,
    spoken_phone,
    spoken_time,
    spoken_times,
    spoken_when,
)
from dialog_brain.understanding.spoken_addresses import spoken_address
from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import Expected, Held, Understood, When
from dialog_brain.understanding.when.offers import choose
from dialog_brain.understanding.when.slots_written import parse_booked, parse_offer
from tests.conversations.instead import fits, wishes_instead

ARGS = {
    "customer_name": "customer_name",
    "service_address": "service_address",
    "issue_description": "problem_description",
}
"""Argument of the booking request -> the slot that was read back for it."""


@dataclass(slots=True)
class Known:
    """Grows as the log is read."""

    profile: BusinessProfile
    now: datetime = field(init=False)
    from_number: str | None = None
    slots: dict[str, Any] = field(default_factory=dict)
    wishes: dict[str, When] = field(default_factory=dict)
    """Times that the caller named or was offered, by the phrase that the backend gets."""
    offers: tuple[datetime, ...] = ()
    ruled_out: frozenset[date] = frozenset()
    """Days that the caller does not want, and has not named since."""
    booked: datetime | None = None
    """What the backend confirmed last."""
    booked_args: Mapping[str, Any] = field(default_factory=dict)
    given_up: set[date] = field(default_factory=set)
    """The days of visits that were booked otherwise than wished, and not agreed to."""
    agreed_time: datetime | None = None
    """A booked time that was spoken and agreed to."""
    existing: Mapping[str, Any] = field(default_factory=dict)
    file_address: str = ""
    heard: Understood | None = None
    topics: tuple[str | None, ...] = ()
    """What was asked in passing in the latest turn."""
    texts: list[str] = field(default_factory=list)
    """The caller's turns."""
    expects: Expected = "any"
    state: str = ""
    over: bool = False
    raised: bool = False
    connecting: bool = False
    """The latest step gives the call to a person."""
    given_away: bool = False
    """The call was given to a person before."""
    unanswered: bool = False
    """A person whom the call was given to did not take it."""
    asked: set[str] = field(default_factory=set)
    requests: dict[str, events.ToolRequested] = field(default_factory=dict)
    answers: dict[str, events.ToolAnswered] = field(default_factory=dict)
    prompts: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """The sentences of each prompt."""
    played: set[int] = field(default_factory=set)
    """The prompts whose facts were heard."""
    said: dict[str, tuple[tuple[int, ...], dict[str, Any]]] = field(default_factory=dict)
    """Our words -> the prompts that spoke them since the slots were last changed, and those slots."""

    @property
    def waiting(self) -> bool:
        """Whether a request is unanswered that the call still waits for."""
        unanswered = {r.tool for r in self.requests.values() if r.request_id not in self.answers}
        wanted = {"lookup": {"lookup_caller"}, "booking": {"book_service"}}
        return bool(unanswered & wanted.get(self.state, {"create_callback", "send_sales_lead_alert"}))

    def witness(self, event: Message) -> None:
        """Take in what happened."""
        self.now = self.profile.local(event.occurred_at)
        match event:
            case events.CallAnswered():
                self.from_number = event.from_number
            case events.UtteranceHeard():
                self._hear(event)
            case events.FieldsProposed():
                self._quoted(event)
            case events.PromptPlayed() if event.complete or self._mostly_heard(event):
                self.played.add(event.prompt)
            case events.ToolAnswered() if event.request_id in self.requests and event.request_id not in self.answers:
                self.answers[event.request_id] = event
                self._answer(event)
            case events.TransferFailed():
                self.unanswered = True
            case events.CallEnded():
                self.over = True

    def request(self, request: events.ToolRequested) -> None:
        """Take in what was asked of the backend."""
        self.requests[request.request_id] = request

    def say(self, prompt: int, words: str) -> None:
        """Note that these words of ours were spoken now."""
        prompts, slots = self.said.get(words, ((), {}))
        self.said[words] = ((*prompts, prompt) if slots == self.slots else (prompt,), dict(self.slots))

    def _mostly_heard(self, event: events.PromptPlayed) -> bool:
        """Whether what comes before the question at the end was heard, but for a word."""
        sentences = self.prompts.get(event.prompt, ())
        return len(event.heard_text) >= 0.9 * len(" ".join(sentences[:-1] or sentences)) > 0

    def _hear(self, event: events.UtteranceHeard) -> None:
        self.texts.append(event.text)
        read_out = self.offers if self.booked is None else (self.booked,)
        wished = Held(when=self.wishes.get(self.slots.get("preferred_time", "")))
        placed = Held(address=self.slots.get("service_address", ""))
        for asked, offers, held in product((self.expects, "any"), (read_out, ()), (wished, placed)):
            heard = understand(event.text, asked, self.now, self.profile.keyterms, offers, held)
            if heard.when is not None:
                self.ruled_out = self.ruled_out.union(heard.when.not_on) - {heard.when.date}
                self._wish(heard.when)
            self.topics = (heard.question, heard.also_asked)
        self.heard = understand(event.text, "confirm", self.now, self.profile.keyterms)
        if any(
            self._takes(LINES[line][0], event)
            for line in ("other_time", "other_time_again", "booked_meanwhile", "booked_meanwhile_again")
        ):
            self.agreed_time = self.booked
        for instead in wishes_instead(event.text, tuple(map(self.profile.local, read_out)), self.ruled_out):
            self._wish(instead)
        if self.expects == "time" and self.heard.urgency in {"emergency", "urgent"}:
            self._wish(When(soonest=True))
        if self.agrees_to(LINES["when_again"][0], event) or self.agrees_to(LINES["when_narrow"][0], event):
            self._wish(When(soonest=True))

    def _takes(self, words: str, event: events.UtteranceHeard) -> bool:
        """Whether the booked time, which these words of ours told, is agreed to or said again."""
        heard, booked = self.heard, () if self.booked is None else (self.booked,)
        settles = heard is not None and heard.settles
        if not settles and self.agrees_to(words, event):
            return True
        named = settles or (heard is not None and heard.consent is None and not heard.correction)
        return named and self._was_heard(words, event) and choose(hear(event.text), booked, self.now) is not None

    def _quoted(self, event: events.FieldsProposed) -> None:
        """What a model points at counts only where the caller has said it."""
        quote = event.quotes.get("time", "")
        when = understand(quote, "time", self.now, self.profile.keyterms).when
        if when is not None and any(quote in text for text in self.texts):
            self._wish(when)

    def _wish(self, when: When) -> None:
        for wished in (when, *(mended(when, earlier) for earlier in list(self.wishes.values()))):
            if wished.wishes:
                not_on = tuple(sorted(self.ruled_out - {wished.date}))
                self.wishes[backend_phrase(wished, self.now)] = replace(wished, not_on=not_on)

    def _answer(self, event: events.ToolAnswered) -> None:
        result = event.result if event.outcome == "answered" else {}
        if event.tool == "lookup_caller" and result.get("found") is True:
            self.file_address = str(result.get("address", "")).strip()
            self.existing = result.get("upcomingAppointment") or {}
        if event.tool != "book_service":
            return
        if self.booked is not None and self.booked != self.agreed_time:
            self.given_up.add(self.profile.local(self.booked).date())
        self.booked, self.agreed_time = None, None
        if result.get("booked") is True or result.get("booking_confirmed") is True:
            self.booked = parse_booked(result, self.now)
            self.booked_args = self.requests[event.request_id].args
            if self.booked is not None:
                self._wish(
                    When(date=self.profile.local(self.booked).date(), time=self.profile.local(self.booked).time())
                )
        if isinstance(existing := result.get("existing_appointment"), dict):
            self.existing = existing
        slots = [slot for slot in result.get("available_slots", ())[:3] if isinstance(slot, str)]
        read = [parse_offer(slot, self.now) for slot in slots]
        ahead = [offer for offer in read if offer is not None and offer > self.now]
        self.offers = tuple(offer for offer in ahead if self.profile.local(offer).date() not in self.ruled_out)
        for offer in self.offers:
            self._wish(When(date=offer.date(), time=offer.time()))

    def agrees_to(self, words: str, event: Message) -> bool:
        """Whether this event is a plain yes to words of ours that were heard, or takes the time that they name."""
        heard = self.heard
        agrees = heard is not None and (heard.settles or (heard.consent == "yes" and not heard.correction))
        return isinstance(event, events.UtteranceHeard) and agrees and self._was_heard(words, event)

    def wants_both(self, words: str, event: Message) -> bool:
        """Whether this event wants the new visit beside the one of which our words told, or in its place."""
        both = self.heard is not None and self.heard.kept in {"both", "instead"}
        return isinstance(event, events.UtteranceHeard) and both and self._was_heard(words, event)

    def _was_heard(self, words: str, event: events.UtteranceHeard) -> bool:
        """Whether these words of ours were heard before the turn began."""
        prompts, _ = self.said.get(words, ((), {}))
        return any(prompt in self.played and prompt <= event.after_prompt for prompt in prompts)

    def succeeded(self, tool: str) -> bool:
        """Whether the backend has literally said that it did this."""
        return any(
            a.tool == tool and a.outcome == "answered" and a.result.get("success") is True
            for a in self.answers.values()
        )

    def is_booked(self) -> bool:
        """Whether a booking may be called done: confirmed, for what was sent, at a time wished for or agreed to."""
        if self.booked is None:
            return False
        same = all(self.booked_args.get(arg) == self.slots.get(slot) for arg, slot in ARGS.items())
        wish = self.wishes.get(str(self.booked_args.get("preferred_time")), When(soonest=True))
        return same and (self.agreed_time == self.booked or fits(self.profile.local(self.booked), wish, self.ruled_out))

    def days_with_hours(self) -> list[str]:
        """The days of two weeks on which somebody is there, as a call is promised on one."""
        days = [self.now.date() + timedelta(days=ahead) for ahead in range(15)]
        hours, closed = self.profile.hours, self.profile.holidays
        there = [day for day in days if WEEKDAYS[day.weekday()] in hours and day not in closed]
        return [f"{spoken_when(When(date=day), self.now)}, when we're open" for day in there]

    @property
    def street(self) -> str:
        """The street without its numbers."""
        words = spoken_address(self.slots.get("service_address", "")).split()
        return " ".join(word for word in words if not any(c.isdigit() for c in word)) or "file"

    @property
    def address(self) -> str:
        """What was said by the caller may be repeated; what only the backend knew may not be read out."""
        address = str(self.slots.get("service_address", ""))
        return f"the address on {self.street}" if address == self.file_address else spoken_address(address)

    @property
    def appointment(self) -> str:
        """An earlier visit, as one says what the backend names."""
        written = {part: str(self.existing[part]) for part in ("date", "time") if self.existing.get(part)}
        at = parse_booked({f"appointment_{part}": text for part, text in written.items()}, self.now)
        return spoken_time(self.profile.local(at), self.now.date()) if at else " at ".join(written.values())

    def spoken(self, *moments: datetime | None) -> str:
        """Moments as one says them, joined by "or"."""
        return spoken_times((self.profile.local(moment) for moment in moments if moment is not None), self.now.date())

    def offered_in(self, text: str) -> tuple[datetime, ...]:
        """The times on offer that a text of ours names, all of them in one row."""
        return next((some for some in reversed(self.choices()) if self.spoken(*some) in text), ())

    def choices(self) -> list[tuple[datetime, ...]]:
        """What may be left of the offered times, the fewest first."""
        return [some for n in range(1, len(self.offers) + 1) for some in combinations(self.offers, n)]

    @property
    def numbers_said(self) -> list[str]:
        """The telephone numbers that the caller has named, in one turn or in several one after another."""
        several = (" ".join(self.texts[a:b]) for a, b in combinations(range(len(self.texts) + 1), 2) if b - a <= 5)
        heard = [understand(text, "any", self.now, self.profile.keyterms) for text in several]
        untold = [""] if any(one.other_phone for one in heard) else []
        return [f" at {spoken_phone(one.phone)}" for one in heard if one.phone] + untold

    def wished(self) -> str:
        """The caller's present wish for a time, in the caller's terms."""
        wish = self.wishes.get(self.slots.get("preferred_time", ""))
        return "" if wish is None else spoken_when(wish, self.now)
