"""Shell. The numbers page over a real Postgres."""

from __future__ import annotations

from datetime import timedelta

from calllock.contracts import commands
from post_call_worker.console.numbers_view import Counts
from tests.integration.console_rig import STRANGER, ConsoleRig, console
from tests.unit.post_call_worker.call_logs import STARTED_AT, CallLog, booked_call


async def _some_calls(rig: ConsoleRig) -> None:
    await rig.stores(booked_call())
    slow = CallLog("CA0003").enters("welcome").says("Hello?").hears("hi", endpoint_ms=300, transcribe_ms=200)
    slow.says("How can I help?", first_audio_ms=1250).enters("safety")
    slow.adds(commands.SpeakPrompt, prompt=9, turn=1, line="x", sentences=("Yes or no?",), missed="safety")
    await rig.stores(slow.ends("caller"))
    await rig.stores(CallLog("CA0004", at=STARTED_AT - timedelta(days=20)).hears("long ago").ends("caller"))


async def test_the_calls_of_the_last_days_are_counted(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await _some_calls(rig)
        counts = await rig.console.numbers.since(
            STARTED_AT - timedelta(days=6), rig.worker.clock.now(), None, "America/Chicago"
        )
        assert sorted(counts.outcomes) == [
            (STARTED_AT.date(), "booked", 1),
            (STARTED_AT.date(), "hung_up", 1),
        ]
        assert counts.hang_ups == [("safety", 1)]
        assert counts.reprompts == [("safety", 1)]
        assert counts.responses == [(STARTED_AT.date(), 1250, 1250), (None, 1250, 1250)]
        assert dict(counts.deliveries) == {"pending": 4}
        page = await (await rig.signed_in()).get("/numbers?days=7")
        assert "1.2 s" in page.text


async def test_what_is_not_delivered_though_it_should_be_counts_against_what_is(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        browser = await rig.signed_in()
        assert "0 not, 2 on their way" in (await browser.get("/numbers")).text
        rig.worker.clock.step(90)
        assert "0 not, 2 late" in (await browser.get("/numbers")).text
        await rig.worker.deliver_all()
        assert "0 not</dd>" in (await browser.get("/numbers")).text


async def test_the_answer_time_is_that_of_all_answers_and_not_of_the_days(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        for number, (days_ago, answers) in enumerate({0: [3000], 1: [500] * 9}.items()):
            log = CallLog(f"CA100{number}", at=STARTED_AT - timedelta(days=days_ago))
            for first_audio_ms in answers:
                log.hears("hi").says("And?", first_audio_ms=first_audio_ms)
            await rig.stores(log.ends("caller"))
        counts = await rig.console.numbers.since(
            STARTED_AT - timedelta(days=6), rig.worker.clock.now(), None, "America/Chicago"
        )
    assert sorted((day is None, median, slow) for day, median, slow in counts.responses) == [
        (False, 500, 500),
        (False, 3000, 3000),
        (True, 500, 3000),
    ]


async def test_another_business_has_its_own_numbers(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await _some_calls(rig)
        counts = await rig.console.numbers.since(
            STARTED_AT - timedelta(days=6), rig.worker.clock.now(), ("harbor-plumbing",), "UTC"
        )
        assert counts == Counts([], [], [], [], [])
        stranger = await rig.signed_in(STRANGER)
        assert (await stranger.get("/numbers?business=ace-cooling")).status_code == 404
        assert (await stranger.get("/numbers?days=365")).status_code == 422
