"""Adapter. Whether a NATS server has what the dataflow table says, changing nothing."""

from __future__ import annotations

import asyncio

from nats import errors
from nats.js import JetStreamContext
from nats.js.api import StorageType
from nats.js.errors import Error as JetStreamError
from nats.js.errors import NotFoundError

from calllock.contracts.dataflow import DURABLES, STREAMS, Durable, Stream
from calllock.runtime.checkup import Finding
from calllock.runtime.nats_link import GuardedClient
from calllock.runtime.nats_streams import ServerTooOld, refuse_old_server

_ANSWERS_WITHIN_S = 3.0
"""All questions, once the server is connected."""
_STARTED = "start a service, which makes the streams and consumers"


async def bus_check(url: str) -> Finding:
    """One finding for server, streams and consumers."""
    what = "NATS"
    client = GuardedClient()
    reasons: list[Exception] = []

    async def note(reason: Exception) -> None:
        reasons.append(reason)

    try:
        await client.connect(
            url.split(","), connect_timeout=2, max_reconnect_attempts=1, allow_reconnect=False, error_cb=note
        )
    except (errors.Error, OSError, TimeoutError) as error:
        reason = type(reasons[-1] if reasons else error).__name__
        return Finding(what, f"cannot be reached: {reason}", "check NATS_URL, user and password included")
    try:
        async with asyncio.timeout(_ANSWERS_WITHIN_S):
            refuse_old_server(client)
            faults = await _faults(client.jetstream())
    except ServerTooOld as error:
        return Finding(what, str(error), "update the server")
    except (errors.Error, JetStreamError, TimeoutError) as error:
        return Finding(what, f"has no JetStream: {type(error).__name__}", "enable it, as deploy/nats/nats.conf does")
    finally:
        await client.close()
    if faults:
        return Finding(what, "; ".join(faults), _STARTED)
    return Finding(what, f"has {len(STREAMS)} streams and {len(DURABLES)} consumers as they should be")


async def _faults(jetstream: JetStreamContext) -> list[str]:
    return [
        *[fault for stream in STREAMS for fault in await _stream_faults(jetstream, stream)],
        *[fault for durable in DURABLES for fault in await _durable_faults(jetstream, durable)],
    ]


async def _stream_faults(jetstream: JetStreamContext, stream: Stream) -> list[str]:
    try:
        config = (await jetstream.stream_info(stream.name)).config
    except NotFoundError:
        return [f"no stream {stream.name}"]
    wanted = {
        "subjects": (config.subjects, list(stream.subjects)),
        "age": (config.max_age, stream.keeps_s),
        "duplicate window": (config.duplicate_window, stream.deduplicates_s),
        "storage": (config.storage, StorageType.FILE),
    }
    wrong = {name: pair for name, pair in wanted.items() if pair[0] != pair[1]}
    return [f"stream {stream.name}: {name} is {now}, not {should}" for name, (now, should) in wrong.items()]


async def _durable_faults(jetstream: JetStreamContext, durable: Durable) -> list[str]:
    try:
        config = (await jetstream.consumer_info(durable.stream, durable.name)).config
    except NotFoundError:
        return [f"no consumer {durable.name}"]
    if config.ack_wait != durable.ack_wait_s:
        return [f"consumer {durable.name}: waits {config.ack_wait} s for an ack, not {durable.ack_wait_s}"]
    return []
