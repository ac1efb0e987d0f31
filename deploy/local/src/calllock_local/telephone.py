"""Shell. A telephone: places a call as Twilio does, and lets a scripted caller talk over it."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from calllock.runtime.clock import Clock, SystemClock
from calllock_local.telephone_conversation import Conversation, Sounds, Spoken
from calllock_local.telephone_line import PhoneLine, StreamIds
from calllock_local.telephone_record import CallResult, EndedBy, file_stem, keep
from calllock_local.telephone_stream import Stream
from calllock_local.telephone_twiml import BadTwiml, Connect, Dial, Pause, Redirect, Say, parse_twiml
from calllock_local.telephone_voice import (
    KeptSpeaker,
    Listener,
    LocalListener,
    PiperSpeaker,
    Speaker,
    noise,
    quiet_line,
)
from calllock_local.telephone_webhooks import Dialed, WebhookFailed, Webhooks
from dialog_brain.script import Script

CALL_LIMIT_S = 600.0
_ACCOUNT_SID = "AC00000000000000000000000000000000"
OnLine = Callable[[Spoken], None]
"""Takes each line of the conversation as it is said."""


@dataclass(frozen=True, slots=True)
class Telephone:
    """What a caller needs beside a script."""

    speaker: Speaker
    listener: Listener | None
    """None: the agent's words stay unknown."""
    auth_token: str = ""
    """Twilio's token, which signs the webhooks; empty: they are not signed."""
    person: Literal["completed", "busy", "no-answer"] = "completed"
    """What becomes of a call to a person whom the caller is given to."""
    clock: Clock = field(default_factory=SystemClock)

    async def call(self, script: Script, dialed: Dialed, out_dir: Path, on_line: OnLine | None = None) -> CallResult:
        """Places the call and plays the script; a call that fails says so in its result."""
        words = {line.says: self.speaker.render(line.says) for line in script.says if line.says}
        conversation = Conversation(script, Sounds(words, noise(), quiet_line()))
        call = _Call(self, conversation, replace(dialed, auth_token=self.auth_token), on_line or _ignore)
        began = self.clock.monotonic()
        outcome = await call.run()
        stem = out_dir / file_stem(script.name)
        result = CallResult(
            name=script.name,
            call_sid=dialed.call_sid,
            ended_by=outcome.ended_by,
            reason=outcome.reason,
            duration_s=round(self.clock.monotonic() - began, 3),
            greeting_ms=conversation.measured.greeting_ms,
            response_ms=tuple(conversation.measured.response_ms),
            gaps_ms=tuple(gap for line in call.lines for gap in line.gaps_ms),
            faults=tuple(fault for line in call.lines for fault in line.faults),
            streams=len(call.lines),
            transcript=tuple(sorted(conversation.spoken, key=lambda spoken: spoken.began_ms)),
            wav=stem.with_suffix(".wav"),
            text=stem.with_suffix(".txt"),
        )
        keep(conversation, result)
        return result


def local_telephone(cache: Path, *, auth_token: str = "") -> Telephone:
    """A telephone with the local engines; they load when they are first needed."""
    return Telephone(KeptSpeaker(PiperSpeaker(), cache), LocalListener(), auth_token)


def dial(voice_url: str, from_number: str, to_number: str) -> Dialed:
    """A new call."""
    return Dialed(f"CA{uuid.uuid4().hex}", _ACCOUNT_SID, voice_url, from_number, to_number)


@dataclass(frozen=True, slots=True)
class _Outcome:
    ended_by: EndedBy
    reason: str = ""


class _Call:
    """One call from dialing to the status callback."""

    def __init__(self, telephone: Telephone, conversation: Conversation, dialed: Dialed, on_line: OnLine) -> None:
        self.lines: list[PhoneLine] = []
        self._telephone = telephone
        self._conversation = conversation
        self._dialed = dialed
        self._on_line = on_line
        self._webhooks = Webhooks(dialed)
        self._began = telephone.clock.monotonic()

    async def run(self) -> _Outcome:
        """Follows the application's TwiML until the call is over."""
        try:
            async with asyncio.timeout(CALL_LIMIT_S):
                outcome = await self._follow(await self._webhooks.answer())
                await self._webhooks.completed(self._telephone.clock.monotonic() - self._began)
                return outcome
        except TimeoutError:
            return _Outcome("failed", f"not over after {CALL_LIMIT_S:g} s")
        except (WebhookFailed, BadTwiml) as error:
            return _Outcome("failed", str(error))
        finally:
            await self._webhooks.close()

    async def _follow(self, twiml: str) -> _Outcome:
        verbs = parse_twiml(twiml)
        while verbs:
            verb = verbs.pop(0)
            match verb:
                case Say(text):
                    self._note(text)
                case Dial(number, action):
                    person = self._telephone.person
                    self._note(f"[connected with {number}]" if person == "completed" else f"[{number}: {person}]")
                    after = await self._webhooks.after_dial(action, person) if action else ""
                    if person == "completed":
                        return _Outcome("transfer")
                    verbs = parse_twiml(after) if action else verbs
                case Pause(seconds):
                    await self._telephone.clock.sleep(seconds)
                case Redirect(url):
                    verbs = parse_twiml(await self._webhooks.redirected(url))
                case Connect():
                    stream = await self._stream(verb)
                    after = await self._after(stream, verb)
                    if stream.hung_up is not None:
                        return _Outcome("caller", stream.hung_up.reason)
                    verbs = parse_twiml(after) if verb.action else verbs
                case _:
                    break
        return _Outcome("agent")

    async def _stream(self, verb: Connect) -> Stream:
        dialed = self._dialed
        ids = StreamIds(dialed.account_sid, dialed.call_sid, f"MZ{uuid.uuid4().hex}")
        self.lines.append(PhoneLine(ids, verb.parameters))
        headers = self._webhooks.signed_headers(verb.stream_url, {})
        stream = Stream(self._telephone, self._conversation, self.lines[-1], self._on_line)
        await stream.run(verb.stream_url, headers, self._began)
        return stream

    async def _after(self, stream: Stream, verb: Connect) -> str:
        if verb.action is None:
            return ""
        return await self._webhooks.after_stream(
            verb.action, stream.line.ids.stream_sid, over=stream.hung_up is not None
        )

    def _note(self, text: str) -> None:
        at_ms = round((self._telephone.clock.monotonic() - self._began) * 1_000)
        spoken = Spoken("line", text, at_ms, at_ms)
        self._conversation.spoken.append(spoken)
        self._on_line(spoken)


def _ignore(_spoken: Spoken) -> None:
    """Nobody listens in."""
