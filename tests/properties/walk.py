"""Pure. One random call through `step()`, event by event, with its log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from calllock.contracts import commands, events
from calllock.contracts.business import BusinessProfile
from calllock.contracts.events import ToolOutcome
from calllock.contracts.message import Message
from dialog_brain.flow.call import Call
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.rows import End
from dialog_brain.flow.step import begin, step
from tests.properties.callers import ANYTHING, BEGINNINGS, DANGERS, HELPFUL, MEANWHILE, REPLIES

STARTS = (
    datetime(2026, 2, 23, 16, 0, tzinfo=UTC),
    datetime(2026, 2, 24, 3, 30, tzinfo=UTC),
    datetime(2026, 3, 8, 7, 59, tzinfo=UTC),
)
"""A Monday morning, a night, and the hour in which the clocks change."""
OUTCOMES: tuple[ToolOutcome, ...] = ("answered",) * 8 + ("failed", "timed_out")


class Walk:
    """Plays until the line is closed or `turns` things have happened."""

    def __init__(self, profile: BusinessProfile, random: Random) -> None:
        self.random = random
        self.profile = profile
        self.now = random.choice(STARTS)
        self.log: list[Message] = []
        self.ignored_wrongly: list[str] = []
        self.unheeded: list[str] = []
        """Dangers that were named and not answered at once."""
        self._numbers = 0
        self._heard = 0
        """The last prompt of which the caller has heard something; a few are lost on the line."""
        self._requests: list[events.ToolRequested] = []
        answered = events.CallAnswered(
            event_id="CAwalk:answered",
            call_sid="CAwalk",
            occurred_at=self.now,
            business=profile.id,
            from_number=random.choice(("+15125550123", "+15125550123", None)),
            to_number=profile.numbers[0],
        )
        self.call: Call = begin(profile, answered)
        self.take(answered)

    @property
    def path(self) -> list[str]:
        return [m.state for m in self.log if isinstance(m, events.StateEntered)]

    def play(self, turns: int) -> None:
        """Let things happen; the line is closed at the end."""
        moves: tuple[tuple[int, Callable[[], None]], ...] = (
            (66, self.answers_the_question),
            (12, self.says_anything),
            (2, self.names_a_danger),
            (3, self.falls_silent),
            (4, self.presses_keys),
            (2, self.line_comes_back),
            (11, self.something_comes_again),
            (6, self.model_points_at_something),
            (1, self.nobody_picks_up),
            (1, self.line_calls_a_person),
            (1, self.flow_changes),
        )
        weights, deeds = [weight for weight, _ in moves], [deed for _, deed in moves]
        for _ in range(turns):
            if self.call.state == "booking" and self._requests and self.random.random() < 0.1:
                self._says(self.random.choice(MEANWHILE))
            if self._requests and self.random.random() < 0.85:
                self.backend_answers()
                continue
            self.random.choices(deeds, weights)[0]()
            if isinstance(RECEPTIONIST.row(self.call.state), End) and not self._requests and self.random.random() < 0.6:
                break
        self.take(events.CallEnded(**self._at(), ended_by="caller", duration_s=1.0))
        while self._requests and self.random.random() < 0.7:
            self.backend_answers()

    def take(self, event: Message) -> tuple[Message, ...]:
        """Let one event happen; whatever is decided is in the log at once."""
        decision = step(RECEPTIONIST, self.call, event)
        self.call = decision.call
        self.log += [event, *decision.outputs]
        for output in decision.outputs:
            if isinstance(output, events.ToolRequested):
                self._requests.append(output)
            if isinstance(output, commands.SpeakPrompt) and self.random.random() < 0.95:
                self._hear(output)
            if isinstance(output, commands.Transfer) and self.random.random() < 0.6:
                self.nobody_picks_up()
        return decision.outputs

    def answers_the_question(self) -> None:
        self._says(self._begun(self.random.choice(HELPFUL.get(self.call.question, ANYTHING))))

    def says_anything(self) -> None:
        self._says(self._begun(self.random.choice(ANYTHING)))

    def names_a_danger(self) -> None:
        raised = self.call.raised or self.call.alerted
        text = self.random.choice(DANGERS)
        outputs = self._says(text)
        spoken = [m for m in outputs if isinstance(m, commands.SpeakPrompt)]
        alerted = any(isinstance(m, events.EmergencyRaised) for m in outputs)
        instructed = bool(spoken) and "911" in " ".join(spoken[0].sentences) and not spoken[0].interruptible
        if not instructed or alerted == raised or any(isinstance(m, events.ToolRequested) for m in outputs):
            self.unheeded.append(f"{text!r} in {self.call.state}")

    def falls_silent(self) -> None:
        self.take(events.SilenceNoticed(**self._at(), after_prompt=self.call.prompt, silence_s=6.0))

    def presses_keys(self) -> None:
        for key in self.random.choice(("78745", "787", "*", "90210", "#1")):
            self.take(events.KeyPressed(**self._at(), key=key))

    def line_comes_back(self) -> None:
        self.take(events.LineDropped(**self._at(), reason="socket"))
        self.take(events.LineResumed(**self._at()))

    def nobody_picks_up(self) -> None:
        """The person whom the call is being given to, if it is."""
        self.take(events.TransferFailed(**self._at(), reason="no-answer"))

    def line_calls_a_person(self) -> None:
        """The line has waited for us in vain; the person does not answer, either, and the caller is back."""
        self.take(events.TransferBegun(**self._at(), to_number="+15125550180", reason="the brain does not answer"))
        if self.random.random() < 0.9:
            self.nobody_picks_up()
        self.take(events.LineResumed(**self._at()))

    def flow_changes(self) -> None:
        """Another flow owns the call from here on."""
        self.take(events.FlowChanged(**self._at(), flow_version="another"))

    def model_points_at_something(self) -> None:
        """A language model quotes the latest turn, rightly or wrongly, for the latest turn or an earlier one."""
        spoken = [m for m in self.log if isinstance(m, events.UtteranceHeard) and m.text.strip()]
        if not spoken:
            return
        turn = self.random.choice((*spoken[-1:] * 4, spoken[0]))
        kinds: tuple[events.Quoted, ...] = ("name", "problem", "address", "time")
        quotes = dict.fromkeys(self.random.sample(kinds, self.random.randint(1, 4)), turn.text)
        self.take(events.FieldsProposed(**self._at(), turn=turn.turn, quotes=quotes))

    def something_comes_again(self) -> None:
        """A late, repeated or outdated event: nothing may follow from it."""
        before = self.call
        late = self._late_event()
        if late is None:
            return
        decision = step(RECEPTIONIST, before, late)
        same = decision.call._replace(steps=before.steps, now=before.now) == before
        if not same or any(not isinstance(m, events.EventIgnored) for m in decision.outputs):
            self.ignored_wrongly.append(repr(late))
        self.call = decision.call
        self.log += [late, *decision.outputs]

    def backend_answers(self) -> None:
        """An open request is answered, in any order; some only after it was said to be slow."""
        request = self._requests.pop(self.random.randrange(len(self._requests)))
        if self.random.random() < 0.15:
            self.take(events.ToolSlow(**self._at(), request_id=request.request_id, waited_s=4.0))
        outcome = self.random.choice(OUTCOMES)
        self.take(
            events.ToolAnswered(
                **self._at(f"{request.request_id}:answer"),
                request_id=request.request_id,
                tool=request.tool,
                outcome=outcome,
                result=dict(self.random.choice(REPLIES[request.tool])) if outcome == "answered" else {},
            )
        )

    def _begun(self, text: str) -> str:
        """Sometimes a turn says two things."""
        return self.random.choice(BEGINNINGS) + text if self.random.random() < 0.1 else text

    def _says(self, text: str) -> tuple[Message, ...]:
        self._numbers += 1
        after = self._heard if self.random.random() < 0.9 else self.random.randint(0, self._heard)
        return self.take(events.UtteranceHeard(**self._at(), turn=self.call.turn + 1, text=text, after_prompt=after))

    def _hear(self, prompt: commands.SpeakPrompt) -> None:
        self._heard = prompt.prompt
        text = " ".join(prompt.sentences)
        complete = self.random.random() < 0.85
        heard = text if complete else text[: self.random.randint(1, len(text))]
        self.take(events.PromptPlayed(**self._at(), prompt=prompt.prompt, heard_text=heard, complete=complete))

    def _late_event(self) -> Message | None:
        past = [m for m in self.log if isinstance(m, events.UtteranceHeard | events.CallAnswered | events.ToolAnswered)]
        if self.random.random() < 0.3:
            if self.call.prompt < 2:
                return None
            stale = self.random.randint(0, self.call.prompt - 1)
            return events.SilenceNoticed(**self._at(), after_prompt=stale, silence_s=6.0)
        if self.random.random() < 0.2:
            return events.ToolAnswered(
                **self._at(), request_id="CAother:1:1", tool="book_service", outcome="answered", result={"booked": True}
            )
        return self.random.choice(past) if past else None

    def _at(self, event_id: str = "") -> dict[str, Any]:
        self._numbers += 1
        self.now += timedelta(seconds=1)
        return {"event_id": event_id or f"CAwalk:e{self._numbers}", "call_sid": "CAwalk", "occurred_at": self.now}
