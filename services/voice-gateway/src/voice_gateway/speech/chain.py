"""Shell. Engines of one kind, asked in turn until one of them does the work."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, Protocol, TypeVar

from calllock.runtime.clock import Clock
from voice_gateway.speech.failover import Failover, Tried
from voice_gateway.speech.failure_records import Kind, record_failure
from voice_gateway.speech.faults import Fault, VendorFailed
from voice_gateway.speech.ports import SpeechFailed


class Named(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str: ...


EngineT = TypeVar("EngineT", bound=Named)
AnswerT = TypeVar("AnswerT")


class Chain(Generic[EngineT]):
    """The engines of a process in order of preference; what it learns of them in one call serves the next."""

    def __init__(self, kind: Kind, engines: Sequence[EngineT], clock: Clock) -> None:
        self._kind: Kind = kind
        self._engines = {engine.name: engine for engine in engines}
        self._failover = Failover(list(self._engines))
        self._clock = clock
        self.first = engines[0]
        """The one that is wanted."""
        self.last = engines[-1]
        """The one that is always there."""

    async def ask(self, work: Callable[[EngineT], Awaitable[AnswerT]]) -> tuple[EngineT, AnswerT]:
        """Who did it, and the answer; raises `SpeechFailed` when nobody could."""
        tried: list[Tried] = []
        while (name := self._failover.choose(tried, self._clock.monotonic())) is not None:
            engine = self._engines[name]
            self._failover.begun(name, self._clock.monotonic())
            try:
                answer = await work(engine)
            except Exception as error:  # noqa: BLE001 - whatever an engine does, the next one is asked
                tried.append(Tried(name, self._failed(name, error)))
            else:
                self._failover.answered(name)
                return engine, answer
        raise SpeechFailed(f"no {self._kind} could: " + ", ".join(f"{one.name} {one.fault}" for one in tried))

    def _failed(self, name: str, error: Exception) -> Fault:
        fault: Fault = error.fault if isinstance(error, VendorFailed) else "failed"
        detail = str(error) if isinstance(error, SpeechFailed) else type(error).__name__
        self._failover.failed(name, fault, self._clock.monotonic())
        record_failure(self._kind, name, fault, detail)
        return fault
