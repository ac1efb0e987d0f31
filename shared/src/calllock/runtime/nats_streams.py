"""Adapter. Makes the streams and durables on a NATS server what the dataflow table says."""

from __future__ import annotations

from nats.aio.client import Client
from nats.js import JetStreamContext
from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy, StorageType, StreamConfig
from nats.js.errors import NotFoundError

from calllock.contracts.dataflow import Durable, Stream

OLDEST_SERVER = (2, 10)
"""Older servers ignore consumers with several subjects without saying so."""

_MOST_READERS = 10_000
"""A call in progress has two, its gateway and its brain; the default of a 2.15 server would be 1,000 in all."""


class ServerTooOld(RuntimeError):
    """The NATS server silently ignores settings that we rely on."""


def refuse_old_server(client: Client) -> None:
    """Raises `ServerTooOld` unless the server is at least `OLDEST_SERVER`."""
    version = client.connected_server_version
    if (version.major, version.minor) < OLDEST_SERVER:
        wanted = ".".join(map(str, OLDEST_SERVER))
        raise ServerTooOld(f"the NATS server is {version.major}.{version.minor}; it must be {wanted} or later")


async def ensure_stream(jetstream: JetStreamContext, stream: Stream) -> None:
    """Creates the stream, or updates what the table names; replicas and limits stay the operator's."""
    subjects, keeps_s = list(stream.subjects), stream.keeps_s
    try:
        current = (await jetstream.stream_info(stream.name)).config
    except NotFoundError:
        wanted = StreamConfig(
            name=stream.name,
            subjects=subjects,
            max_age=keeps_s,
            duplicate_window=stream.deduplicates_s,
            storage=StorageType.FILE,
            max_consumers=_MOST_READERS,
        )
        await jetstream.add_stream(wanted)
        return
    if (current.subjects, current.max_age, current.duplicate_window) != (subjects, keeps_s, stream.deduplicates_s):
        changes = {"subjects": subjects, "max_age": keeps_s, "duplicate_window": stream.deduplicates_s}
        await jetstream.update_stream(current.evolve(**changes))


async def ensure_durable(jetstream: JetStreamContext, durable: Durable) -> None:
    """Creates the consumer, or updates it.

    The server never stops delivering by itself: it would do so in silence, so the reader counts
    the attempts and writes a dead letter.
    """
    wanted = ConsumerConfig(
        durable_name=durable.name,
        filter_subject=durable.subject,
        deliver_policy=DeliverPolicy.ALL,
        ack_policy=AckPolicy.EXPLICIT,
        ack_wait=durable.ack_wait_s,
        max_ack_pending=durable.max_in_progress,
        max_deliver=-1,
    )
    await jetstream.add_consumer(durable.stream, wanted)
