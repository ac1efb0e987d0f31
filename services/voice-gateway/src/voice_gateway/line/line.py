"""Pure. One call's line: what is heard and what comes from the brain goes in, effects come out.

It knows the time only as the `now` that it is told (seconds that only grow), awaits nothing,
and touches no audio but the probability that there is a voice in it.
"""

from __future__ import annotations

from calllock.contracts.commands import HangUp, SpeakPrompt, Transfer
from calllock.contracts.events import ToolAnswered, ToolRequested
from calllock.contracts.message import Message
from voice_gateway import own_words
from voice_gateway.line.beginning import Beginning
from voice_gateway.line.effects import Clear, Effect, End, Render, Send, Tell
from voice_gateway.line.facts import Facts
from voice_gateway.line.listening import LastWords, Listening, Speech, Turn
from voice_gateway.line.patience import ANSWERED_EARLY, GREETING, LISTENING, LONGEST_HOLD_S, is_backchannel
from voice_gateway.line.playback import Playback, Played
from voice_gateway.line.timing import Timing
from voice_gateway.line.waiting import VOICE_FAILED, Waiting, is_answer, parting
from voice_gateway.speech.ports import CHUNK_S

GREETING_PROMPT = 1
_NO_AUDIO_S = 1.0
"""When Twilio sends nothing for so long, it counts as silence."""


class Line:
    """The state of one line."""

    def __init__(self, beginning: Beginning, now: float) -> None:
        self._beginning = beginning
        self._playback = Playback(now)
        self._listening = Listening(beginning.terms)
        self._waiting = Waiting(now, beginning.silence_s)
        self._turn = beginning.turn
        self._owed_id = ""
        """Of the event that told of that turn, or of a silence since."""
        self._prompt = beginning.prompt
        self._facts = Facts(beginning, now)
        self._timing = Timing()
        self._held_since: float | None = None
        self._chunk_at = now
        self._turn_ended_at = self._caller_quiet_since = self._sounds_since = now
        self._farewell: End | None = None
        self._over = False

    # ---- the caller ----

    def hear(self, probability: float, now: float) -> list[Effect]:
        """A chunk of the caller's audio, as the probability that it holds a voice."""
        if self._listening.closed:
            return []
        self._chunk_at = now
        sensitivity = GREETING if self._playback.playing == GREETING_PROMPT else LISTENING
        sign = self._listening.hear(probability, sensitivity.threshold)
        if sign == "began":
            self._sounds_since = now
            self._listening.speech = self._begun_speech(now)
        speech = self._listening.speech
        if speech is None:
            return []
        effects: list[Effect] = []
        if speech.over_agent and self._listening.voiced_s >= sensitivity.barge_in_s:
            effects += self._interrupt(now)
        if self._listening.is_due(speech):
            effects.append(self._listening.consider(speech))
        effects += self._listening.judge(speech)
        effects += self._listening.overhear(speech)
        return effects + self._end_turn(now)

    def judged(self, pause: int, finished: float, now: float) -> list[Effect]:
        """The turn model's answer about a pause."""
        speech = self._listening.considered(pause)
        if speech is None:
            return []
        speech.finished = finished
        return self._end_turn(now)

    def transcribed(self, pause: int, text: str, now: float) -> list[Effect]:
        """The recognizer's answer about a pause. Words spoken over the agent, however few, stop it."""
        speech = self._listening.considered(pause)
        if speech is None:
            return []
        speech.text = text
        effects: list[Effect] = []
        if speech.over_agent and not speech.is_answer and not is_backchannel(text):
            effects += self._interrupt(now)
        effects += self._end_turn(now)
        return effects + self._listening.so_far(self._turn + 1)

    def overheard(self, text: str) -> list[Effect]:
        """The recognizer's words so far, while the caller is speaking; nothing follows from them."""
        return self._listening.overheard(self._turn + 1, text)

    def press(self, key: str, now: float) -> list[Effect]:
        """A key of the telephone's keypad."""
        self._turn_ended_at = self._waiting.keyed(now, max(self._playback.idle_since, self._turn_ended_at))
        self._caller_quiet_since = now
        return [Tell(self._facts.pressed(key, now))]

    def _begun_speech(self, now: float) -> Speech:
        heard = self._playback.latest(now)
        return Speech(
            after_prompt=heard.prompt if heard else self._beginning.prompt,
            expects=heard.expects if heard else "open",
            over_agent=self._playback.current is not None,
            is_answer=self._playback.is_asking(ANSWERED_EARLY),
        )

    def _interrupt(self, now: float) -> list[Effect]:
        interruption = self._playback.interrupt(now)
        if interruption is None:
            return []
        effects: list[Effect] = [Clear(), *self._report(interruption.played, now)]
        if interruption.cut is not None:
            if self._listening.speech is not None:
                self._listening.speech.interrupted = True
            effects.append(Tell(self._facts.interrupted(interruption.cut, interruption.heard_text, now)))
        return effects + [Render(piece.key, piece.text) for piece in interruption.again]

    def _end_turn(self, now: float) -> list[Effect]:
        turn = self._listening.end()
        if turn is None:
            return []
        effects = self._tell_turn(turn, now) if turn.said else []
        effects += self._send(now)
        if turn.goes_on:
            self._listening.speech = self._begun_speech(now)
            if self._listening.last_words is not None:
                effects += self._listening.close(self._listening.last_words)
        return effects

    def _tell_turn(self, turn: Turn, now: float) -> list[Effect]:
        self._turn += 1
        self._turn_ended_at = now
        self._caller_quiet_since = now - turn.silence_s
        self._timing.turn_ended(self._turn, self._caller_quiet_since, now)
        self._waiting.owe(now)
        effects: list[Effect] = []
        if self._playback.playing is not None and not is_backchannel(turn.text):
            effects += self._interrupt(now)
        heard = self._facts.heard(self._turn, turn, now)
        self._owed_id = heard.event_id
        effects.append(Tell(heard))
        return effects + self._report(self._playback.drop_stale(self._turn), now)

    # ---- the brain ----

    @property
    def unsent(self) -> frozenset[int]:
        """The sentences that may still be sent, by key."""
        return self._playback.unsent

    def command(self, message: Message, now: float) -> list[Effect]:
        """A message of the brain."""
        self._waiting.brain_spoke(now, is_answer(message, self._turn, self._owed_id))
        match message:
            case SpeakPrompt():
                return self._speak(message, now)
            case HangUp() | Transfer():
                self._waiting.part(parting(message), now)
            case ToolRequested():
                self._waiting.tool_asked(message.request_id)
            case ToolAnswered():
                self._waiting.tool_answered(message.request_id)
        return self.tick(now)

    def _speak(self, prompt: SpeakPrompt, now: float) -> list[Effect]:
        if prompt.prompt <= self._prompt:
            return []
        self._prompt = prompt.prompt
        self._waiting.stay()
        self._timing.answered(prompt, now)
        is_late = prompt.turn < self._turn or (self._farewell is not None and self._farewell.how != "say")
        if prompt.interruptible and is_late:
            return self._report([Played(prompt.prompt, "", False, 0.0, None)], now)
        return [Render(piece.key, piece.text) for piece in self._playback.add(prompt)]

    # ---- the voice, and what Twilio has played ----

    def rendered(self, key: int, audio_s: float, now: float) -> list[Effect]:
        """The sentence `key` is rendered."""
        self._playback.rendered(key, audio_s)
        return self._send(now)

    def unrendered(self, key: int, now: float) -> list[Effect]:
        """The voice could not render the sentence `key`. What must be heard, and the last words, are left to Twilio's
        voice; the rest is said without it, and the brain told so: nobody answers what was not said."""
        dropped, lost = self._playback.failed(key, self._waiting.last_prompt)
        self._waiting.unsaid = True
        for piece in lost:
            if not piece.interruptible:
                before = self._farewell.words if self._farewell is not None else ""
                self._farewell = End("say", VOICE_FAILED, words=f"{before} {piece.text}".strip())
            elif piece.prompt is not None:
                self._waiting.lose(piece.prompt.prompt, piece.text)
        return self._report(dropped, now) + self._send(now)

    def marked(self, mark: str, now: float) -> list[Effect]:
        """Twilio has returned a mark."""
        return self._report(self._playback.marked(mark, now), now) + self.tick(now)

    def _send(self, now: float) -> list[Effect]:
        pieces = self._playback.send(now, hold=self._holds_back(now))
        return [Send(piece.key, piece.mark) for piece in pieces]

    def _holds_back(self, now: float) -> bool:
        """We do not speak while the caller does, unless the "caller" is a television."""
        if self._listening.speech is None or not self._playback.is_waiting:
            self._held_since = None
            return False
        if self._held_since is None:
            self._held_since = now
        return now - self._held_since < LONGEST_HOLD_S

    def _report(self, played: list[Played], now: float) -> list[Effect]:
        return [Tell(self._facts.played(report, self._timing.done(report), now)) for report in played]

    # ---- time ----

    def tick(self, now: float) -> list[Effect]:
        """Time has passed."""
        if self._listening.closed:
            return []
        effects = self._report(self._playback.overdue(now), now)
        effects += self._hear_nothing(now)
        effects += self._send(now)
        effects += self._fill_in(now)
        if self._over or self._playback.busy:
            return effects
        return effects + self._go_on(now)

    def _go_on(self, now: float) -> list[Effect]:
        """The agent has nothing to say: what comes next, unless the caller is speaking, and not for too long."""
        farewell = self._farewell
        held = not self._waiting.is_impatient(now, self._sounds_since)
        if farewell is not None:
            held = not farewell.words and now - self._playback.idle_since < LONGEST_HOLD_S
        if self._listening.speech is not None and held:
            return []
        if farewell is not None:
            self._over = True
            told: list[Effect] = [Tell(self._facts.transferred(farewell, now))] if farewell.how == "transfer" else []
            return [*told, farewell]
        end = self._waiting.parting
        settled = end is None or self._playback.has_settled(end.after_prompt)
        quiet_since = max(self._playback.idle_since, self._turn_ended_at)
        match self._waiting.next_move(now, quiet_since, settled):
            case "apology":
                return self._give_up()
            case "notice":
                silent = self._facts.silent(self._prompt, now - quiet_since, now)
                self._owed_id = silent.event_id
                self._waiting.owe(now)
                return [Tell(silent)]
            case "end" if end is not None:
                self._over = True
                return [end.end]
        return []

    def close(self, now: float, last_words: LastWords = "awaited") -> list[Effect]:
        """The line is gone; what was heard by now is all that will be, and the turn that goes on ends with it."""
        effects = self._report(self._playback.close(now), now)
        effects += self._listening.close(last_words)
        return effects + self._end_turn(now)

    @property
    def awaits_words(self) -> bool:
        """Whether the line is gone, and the caller's last words are not known yet."""
        return self._listening.closed and self._listening.speech is not None

    def _hear_nothing(self, now: float) -> list[Effect]:
        if self._listening.speech is None or now - self._chunk_at < _NO_AUDIO_S:
            return []
        missing = int((now - self._chunk_at) / CHUNK_S)
        return [effect for _ in range(missing) for effect in self.hear(0.0, now)]

    def _fill_in(self, now: float) -> list[Effect]:
        """The recognizer, the brain or the voice takes so long that the caller would wonder."""
        awaited_s = self._listening.awaited_s
        is_silent = self._playback.current is None
        is_quiet = is_silent and self._listening.speech is None
        works = (is_silent and awaited_s > 0.0) or (is_quiet and self._playback.is_waiting)
        caller_quiet_since = now - awaited_s if awaited_s else self._caller_quiet_since
        quiet_since = max(self._playback.idle_since, caller_quiet_since, self._waiting.noticed_at)
        if not self._waiting.is_late(now, quiet_since, works, is_quiet):
            return []
        return self.say(own_words.FILLER if self._waiting.fillers % 2 else own_words.FILLER_AGAIN)

    def _give_up(self) -> list[Effect]:
        """The brain does not answer: a person may, or the caller is asked to call again."""
        person = self._beginning.person
        self._farewell = End("transfer" if person else "hang_up", "the brain does not answer", person)
        return self.say(own_words.FORWARDING if person else own_words.APOLOGY)

    def say(self, text: str) -> list[Effect]:
        """Words of the gateway's own come next."""
        piece = self._playback.say(text)
        return [Render(piece.key, piece.text)]
