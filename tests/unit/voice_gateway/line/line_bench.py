"""A line on the bench: virtual time, a voice that speaks three words a second, a Twilio that plays it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from calllock.contracts.commands import HangUp, SpeakPrompt
from calllock.contracts.events import CallAdopted, EventIgnored, ToolAnswered, ToolRequested, UtteranceHeard
from calllock.contracts.message import Message
from voice_gateway.line.beginning import Beginning
from voice_gateway.line.effects import Clear, Consider, Effect, End, Judge, Mention, Render, Send, Tell
from voice_gateway.line.line import Line
from voice_gateway.own_words import FILLER, FILLER_AGAIN
from voice_gateway.speech.ports import CHUNK_S

AT = datetime(2026, 2, 23, 16, 0, tzinfo=UTC)
WORD_S = 1 / 3
THINKING_S = 0.1
"""How long the engines take to judge, and usually to transcribe."""
NINE_WORDS = "Thanks for calling us today, how can we help?"


class Bench:
    def __init__(self, silence_s: float = 6.0, **beginning: Any) -> None:
        self.now = 100.0
        self.line = Line(Beginning(call_sid="CA1", at=AT, silence_s=silence_s, **beginning), self.now)
        self.told: list[Message] = []
        self.mentioned: list[Mention] = []
        self.said: list[str] = []
        self.ended: End | None = None
        self.clears = 0
        self.renders = True
        self.rendering_s = 0.0
        """How long the voice takes for what is not one of the gateway's own lines."""
        self.recognizing_s = 0.0
        """How much longer than `THINKING_S` the transcribing takes."""
        self.returns_marks = True
        self.finished = 0.9
        self.words = ""
        self._texts: dict[int, str] = {}
        self._plays_until = 0.0
        self._marks: list[tuple[float, str]] = []
        self._judging: list[tuple[float, Judge]] = []
        self._recognizing: list[tuple[float, Consider]] = []
        self._rendering: list[tuple[float, int]] = []
        self._prompts = beginning.get("prompt", 0)
        self._ticked_at = self.now

    # what happens

    def speak(self, *sentences: str, turn: int = 0, **more: Any) -> SpeakPrompt:
        self._prompts += 1
        prompt = SpeakPrompt(**self._stamp(), prompt=self._prompts, turn=turn, line="test", sentences=sentences, **more)
        self.do(self.line.command(prompt, self.now))
        return prompt

    def hang_up(self, linger_s: float = 0.0, turn: int | None = None) -> None:
        end = HangUp(**self._stamp(), after_prompt=self._prompts, turn=turn, linger_s=linger_s, reason="completed")
        self.do(self.line.command(end, self.now))

    def ask_tool(self, request_id: str = "r1") -> None:
        asked = ToolRequested(**self._stamp(), request_id=request_id, tool="book_service", args={})
        self.do(self.line.command(asked, self.now))

    def answer_tool(self, request_id: str = "r1") -> None:
        answer = ToolAnswered(**self._stamp(), request_id=request_id, tool="book_service", outcome="answered")
        self.do(self.line.command(answer, self.now))

    def ignore(self, ignored_id: str = "") -> None:
        """The brain ignores that event, or else the caller's latest turn."""
        latest = [turn.event_id for turn in self.of(UtteranceHeard)[-1:]]
        ignored = EventIgnored(**self._stamp(), ignored_id=ignored_id or "".join(latest) or "x", rule="test")
        self.do(self.line.command(ignored, self.now))

    def adopt(self) -> None:
        """Another replica of the brain takes the call over."""
        adopted = CallAdopted(**self._stamp(), replica="another", attempt=2)
        self.do(self.line.command(adopted, self.now))

    def caller_says(self, words: str, seconds: float = 1.0, then_s: float = 3.0) -> None:
        self.words = words
        self.run(seconds, 0.95)
        self.run(then_s)

    def run(self, seconds: float, probability: float = 0.0) -> None:
        """Time passes while the caller sounds like this."""
        until = self.now + seconds
        while self.now < until - 1e-9:
            self.now += CHUNK_S
            self._play()
            self._think()
            self.do(self.line.hear(probability, self.now))
            if self.now - self._ticked_at >= 0.1:
                self._ticked_at = self.now
                self.do(self.line.tick(self.now))

    def wait(self, seconds: float) -> None:
        """Time passes, and nothing comes from Twilio."""
        until = self.now + seconds
        while self.now < until:
            self.now += 0.1
            self._think()
            self.do(self.line.tick(self.now))

    # what comes of it

    def of(self, kind: type[Message]) -> list[Any]:
        return [message for message in self.told if isinstance(message, kind)]

    def do(self, effects: list[Effect]) -> None:
        for effect in effects:
            match effect:
                case Render(key, text):
                    self._render(key, text)
                case Send(key, mark):
                    text = self._texts[key]
                    self.said.append(text)
                    self._plays_until = max(self.now, self._plays_until) + len(text.split()) * WORD_S
                    self._marks.append((self._plays_until, mark))
                case Clear():
                    self.clears += 1
                    self._plays_until = self.now
                    cleared, self._marks = self._marks, []
                    for _, mark in cleared:
                        self.do(self.line.marked(mark, self.now))
                case Consider() | Judge():
                    self._attend(effect)
                case Tell(message):
                    self.told.append(message)
                case Mention():
                    self.mentioned.append(effect)
                case End():
                    assert self.ended is None, "a line ends once"
                    self.ended = effect

    def _attend(self, asked: Consider | Judge) -> None:
        if isinstance(asked, Judge):
            self._judging.append((self.now + THINKING_S, asked))
        else:
            self._recognizing.append((self.now + THINKING_S + self.recognizing_s, asked))

    def _render(self, key: int, text: str) -> None:
        self._texts[key] = text
        if self.renders and self.rendering_s and text not in (FILLER, FILLER_AGAIN):
            self._rendering.append((self.now + self.rendering_s, key))
        elif self.renders:
            self._rendered(key)
        else:
            self.do(self.line.unrendered(key, self.now))

    def _rendered(self, key: int) -> None:
        self.do(self.line.rendered(key, len(self._texts[key].split()) * WORD_S, self.now))

    def _play(self) -> None:
        while self.returns_marks and self._marks and self._marks[0][0] <= self.now:
            self.do(self.line.marked(self._marks.pop(0)[1], self.now))

    def _think(self) -> None:
        while self._judging and self._judging[0][0] <= self.now:
            _, judged = self._judging.pop(0)
            self.do(self.line.judged(judged.pause, self.judge(judged), self.now))
        while self._recognizing and self._recognizing[0][0] <= self.now:
            _, asked = self._recognizing.pop(0)
            self.do(self.line.transcribed(asked.pause, self.recognize(asked), self.now))
        while self._rendering and self._rendering[0][0] <= self.now:
            self._rendered(self._rendering.pop(0)[1])

    def judge(self, _asked: Judge) -> float:
        """What the turn model says of a pause."""
        return self.finished

    def recognize(self, _asked: Consider) -> str:
        """What the recognizer understands of it."""
        return self.words

    def _stamp(self) -> dict[str, Any]:
        return {"event_id": f"CA1:{len(self.told)}:{self.now}", "call_sid": "CA1", "occurred_at": AT}


def greeted(**beginning: Any) -> Bench:
    """A call whose greeting was heard."""
    bench = Bench(**beginning)
    bench.speak(NINE_WORDS, expects="open")
    bench.run(4)
    return bench
