"""What is told of a stored call: one log line, its counts, its trace."""

from __future__ import annotations

from collections.abc import Sequence

from prometheus_client import REGISTRY
from structlog.testing import capture_logs

from calllock.contracts import commands, events
from calllock.contracts.tracing import trace_id
from calllock.runtime.bus import Logged
from post_call_worker.folding import fold
from post_call_worker.reporting import Reporter
from post_call_worker.spans import Span
from tests.unit.post_call_worker.call_logs import PROFILE, CallLog, booked_call


class Kept:
    """Traces that stay here."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    async def send(self, call_sid: str, spans: Sequence[Span]) -> None:
        self.sent.append(f"{call_sid} {len(spans)}")


async def told(log: CallLog, *, new: bool = True, traces: Kept | None = None) -> dict[str, object]:
    entries = [Logged(number, message.subject, message) for number, message in enumerate(log.messages, 1)]
    with capture_logs() as logs:
        await Reporter(traces).report(fold(entries, PROFILE), entries, new=new)
    assert len(logs) == 1
    return dict(logs[0])


def counted(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


async def test_a_call_is_one_line_that_says_how_it_went() -> None:
    line = await told(booked_call())
    assert line["event"] == "call.stored"
    assert (line["call_sid"], line["disposition"], line["booking_status"]) == ("CA0001", "booked", "confirmed")
    assert line["backend"] == ["lookup_caller answered", "book_service answered"]
    assert line["trace_id"] == trace_id("CA0001")


async def test_the_line_holds_nobodys_words_name_or_number() -> None:
    line = repr(await told(booked_call()))
    assert not [secret for secret in ("Jonas", "Lamar", "stopped cooling", "5125550142") if secret in line]


async def test_a_new_call_is_counted_and_traced_once() -> None:
    booked = {"disposition": "booked", "ended_by": "agent"}
    before, traces = counted("calllock_calls_total", **booked), Kept()
    await told(booked_call(), traces=traces)
    await told(booked_call(), new=False, traces=traces)
    assert counted("calllock_calls_total", **booked) == before + 1
    assert len(traces.sent) == 1


async def test_misses_adoptions_and_times_to_answer_are_counted() -> None:
    names = (
        "reprompts_total",
        "calls_adopted_total",
        "lines_resumed_total",
        "response_seconds_count",
        "silences_total",
    )
    before = {name: counted(f"calllock_{name}") for name in names}
    log = CallLog("CA0009").enters("welcome").says("Hello.").hears("mumble")
    log.adds(commands.SpeakPrompt, prompt=2, turn=1, line="greeting_again", sentences=("Sorry?",), missed="matter")
    log.adds(events.PromptPlayed, prompt=2, heard_text="Sorry?", complete=True, first_audio_ms=800)
    log.adds(events.CallAdopted, replica="other", attempt=2).adds(events.LineResumed)
    log.adds(events.SilenceNoticed, after_prompt=2, silence_s=6.0).ends("caller")
    await told(log)
    assert {name: counted(f"calllock_{name}") - before[name] for name in names} == dict.fromkeys(names, 1.0)


async def test_a_withheld_number_that_was_not_looked_up_is_no_request_that_failed() -> None:
    failed, answered = {"tool": "lookup_caller", "outcome": "failed"}, {"tool": "book_service", "outcome": "answered"}
    for from_number, counts, told_of in ((None, 0, []), ("+15125550142", 1, ["lookup_caller failed"])):
        before = [counted("calllock_backend_answers_total", **labels) for labels in (failed, answered)]
        log = CallLog(from_number=from_number).asks("lookup_caller")
        log.adds(events.ToolAnswered, request_id="r1", **failed).asks("book_service").gets("book_service").ends()
        line = await told(log)
        after = [counted("calllock_backend_answers_total", **labels) for labels in (failed, answered)]
        assert after == [before[0] + counts, before[1] + 1]
        assert line["backend"] == [*told_of, "book_service answered"]
