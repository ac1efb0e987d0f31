"""Shell. A call that is reprocessed: what has not arrived yet goes out as the call is told now, and nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from calllock.contracts.events import EmergencyRaised
from post_call_worker.delivery.queue import DeliveryQueue
from post_call_worker.folding import fold
from tests.integration.paging_rig import TEXTING, Twilio
from tests.integration.worker_rig import Receiver, Worker, stored, worker
from tests.unit.post_call_worker.call_logs import gas_call

TAKEN = httpx.Response(200, json={"success": True})


async def _reprocess(rig: Worker, name: str, call_sid: str = "CA0001") -> None:
    """As after a change of our code, by which the caller's name is heard otherwise."""
    record, log = await rig.keeper.read(call_sid)
    heard = record.fields["customer_name"].model_copy(update={"value": name})
    mended = record.model_copy(update={"fields": {**record.fields, "customer_name": heard}})
    await rig.keeper.keep(mended, log, again=True)


async def _told(rig: Worker, call_sid: str = "CA0001") -> dict[str, tuple[str, Any]]:
    """State and name of each delivery of the call."""
    found = await rig.archive.call(call_sid)
    assert found is not None
    return {
        one["id"].removeprefix(f"msg_{call_sid}_"): (one["status"], one["body"].get("customer_name"))
        for one in found["deliveries"]
    }


def _answers(**by_kind: httpx.Response) -> Callable[[str], httpx.Response]:
    return lambda kind: by_kind.get(kind, TAKEN)


async def test_what_was_refused_for_its_body_goes_out_with_the_body_of_today(postgres_url: str) -> None:
    receiver = Receiver(lambda _: httpx.Response(400, json={"error": "no"}))
    async with worker(postgres_url, transport=receiver) as rig:
        await stored(rig, "CA0001")
        await rig.deliver_all()
        await _reprocess(rig, "Mended")
        assert await _told(rig) == {"job": ("dead", "Mended"), "call": ("dead", "Mended")}
        receiver.answer = _answers()
        assert await rig.archive.retry_all("dead", ["job", "call"], rig.clock.now()) == 2
        await rig.deliver_all()
        assert {status for status, _ in (await _told(rig)).values()} == {"delivered"}
    assert receiver.requests == [("jobs", "msg_CA0001_job"), ("calls", "msg_CA0001_call")] * 2


async def test_what_waits_is_renewed_and_what_is_on_its_way_or_has_arrived_is_not(postgres_url: str) -> None:
    receiver = Receiver()
    async with worker(postgres_url, transport=receiver) as rig:
        await stored(rig, "CA0001")
        (claimed,) = await DeliveryQueue(rig.engine).claim("job", 1, rig.clock.now())
        await _reprocess(rig, "Mended")
        assert await _told(rig) == {"job": ("pending", claimed.body["customer_name"]), "call": ("pending", "Mended")}
        rig.clock.step(61)
        await rig.deliver_all()
        await _reprocess(rig, "Mended again")
        await rig.deliver_all()
        names = {name for _, name in (await _told(rig)).values()}
    assert names == {claimed.body["customer_name"], "Mended"}
    assert receiver.requests == [("jobs", "msg_CA0001_job"), ("calls", "msg_CA0001_call")]


async def test_what_is_told_anew_keeps_the_ids_that_the_dashboard_gave_to_its_job(postgres_url: str) -> None:
    job = httpx.Response(200, json={"success": True, "job_id": "job_9"})
    receiver = Receiver(_answers(jobs=httpx.Response(400, json={"error": "no"})))
    async with worker(postgres_url, transport=receiver) as rig:
        await stored(rig, "CA0001")
        await rig.deliver_all()
        receiver.answer = _answers(jobs=job, calls=httpx.Response(400, json={"error": "no"}))
        assert await rig.archive.retry("msg_CA0001_job", rig.clock.now())
        await rig.deliver_all()
        await _reprocess(rig, "Mended")
        sent_anew = await rig.archive.delivery("msg_CA0001_call_1")
    assert sent_anew is not None
    assert (sent_anew["status"], sent_anew["body"]["customer_name"]) == ("dead", "Mended")
    assert sent_anew["body"]["job_id"] == "job_9"


async def test_an_alert_that_is_told_anew_still_says_when_somebody_was_paged(postgres_url: str) -> None:
    receiver = Receiver(_answers(**{"emergency-alerts": httpx.Response(400, json={"error": "no"})}))
    async with worker(postgres_url, transport=receiver, twilio=Twilio(), profile=TEXTING) as rig:
        await rig.publish(gas_call())
        await rig.until(rig.archive.calls)
        call_sid = gas_call().messages[0].call_sid
        await rig.deliveries.deliver_due("page")
        await rig.deliver_all()
        before = await rig.archive.delivery(f"msg_{call_sid}_alert")
        record, log = await rig.keeper.read(call_sid)
        assert record.emergency is not None
        known = record.emergency.model_copy(update={"customer_name": "Mended"})
        await rig.keeper.keep(record.model_copy(update={"emergency": known}), log, again=True)
        after = await rig.archive.delivery(f"msg_{call_sid}_alert")
    assert before is not None
    assert after is not None
    assert (before["status"], after["status"]) == ("dead", "dead")
    assert after["body"] == before["body"] | {"customer_name": "Mended"}
    assert "An SMS was sent" in after["body"]["problem_description"]


@pytest.mark.parametrize(
    ("minutes", "texts"),
    [(2, ["confirmation", "page", "page", "page"]), (20, ["page", "page", "page"]), (721, [])],
)
async def test_a_call_that_waits_to_be_stored_keeps_its_texts_when_it_is_told_by_hand_in_time(
    postgres_url: str, minutes: int, texts: list[str]
) -> None:
    async with worker(postgres_url, twilio=Twilio(), profile=TEXTING) as rig:
        log = gas_call("CA0002").learns(callback_created=True).ends()
        record = fold(log.messages, TEXTING)
        rig.clock.step((record.last_at - rig.clock.now()).total_seconds() + 60 * minutes)
        await rig.keeper.keep(record, [], again=True)
        await rig.keeper.keep(record, [], again=True)
        sent = sorted(one["kind"] for one in await rig.archive.deliveries(kinds=["confirmation", "page"]))
    assert sent == texts


async def test_a_call_that_gets_the_job_it_lacked_goes_out_once_more_as_it_is_told_today(postgres_url: str) -> None:
    log = gas_call("CA0009").messages
    danger = next(place for place, one in enumerate(log) if isinstance(one, EmergencyRaised))
    async with worker(postgres_url) as rig:
        for message in [*log[: danger - 2], log[-1]]:
            await rig.bus.publish(message)
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        assert [one.body["outcome"] for one in rig.accepted("calls")] == ["silent"]
        assert rig.accepted("jobs") == []
        for message in log[danger - 2 : danger]:
            await rig.bus.publish(message)
        await rig.keeper.keep(*await rig.keeper.read("CA0009"), again=True)
        await rig.deliver_all()
        outcomes = [one.body["outcome"] for one in rig.accepted("calls")]
    assert len(rig.accepted("jobs")) == 1
    assert outcomes == ["silent", "emergency"]


async def test_a_danger_that_comes_after_its_call_was_stored_is_in_the_record_as_soon(postgres_url: str) -> None:
    log = gas_call("CA0009").messages
    danger = next(place for place, one in enumerate(log) if isinstance(one, EmergencyRaised))
    async with worker(postgres_url) as rig:
        for message in [*log[: danger - 1], log[-1]]:
            await rig.bus.publish(message)
        await rig.until(rig.everything_is_settled)
        for message in log[danger - 1 : -1]:
            await rig.bus.publish(message)
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        call = await rig.archive.call("CA0009")
        (job,) = rig.accepted("jobs")
    assert call is not None
    assert call["record"]["emergency"]["hazard"] == "GAS_LEAK"
    assert (job.body["urgency"], job.body["status_color"]) == ("emergency", "red")
