"""What the server tells of a delivery."""

from __future__ import annotations

import pytest
from nats.aio.client import Client
from nats.aio.msg import Msg

from calllock.runtime.nats_delivery import Told, told_in

SHORT = "$JS.ACK.CALLS.worker.2.4711.35.1767222000000000000.7"
LONG = "$JS.ACK.eu.ACC7.CALLS.worker.2.4711.35.1767222000000000000.7"


@pytest.mark.parametrize("reply", [SHORT, LONG, f"{LONG}.r4nd0m"])
def test_the_place_of_a_delivery_is_read_from_each_form_of_its_reply_subject(reply: str) -> None:
    assert told_in(reply) == Told(attempts=2, sequence=4711, delivered=35, pending=7)


@pytest.mark.parametrize("reply", [SHORT, f"{LONG}.r4nd0m"])
def test_the_library_reads_the_same(reply: str) -> None:
    theirs = Msg(Client(), subject="calls.CA1.line", reply=reply).metadata
    told = Told(theirs.num_delivered, theirs.sequence.stream, theirs.sequence.consumer, theirs.num_pending)
    assert told_in(reply) == told


@pytest.mark.parametrize("reply", ["", "_INBOX.a.b", "$JS.ACK.CALLS.worker.2.4711", "a.b.c.d.1.2.3.4.5"])
def test_a_reply_subject_of_no_delivery_is_refused(reply: str) -> None:
    with pytest.raises(ValueError, match="no delivery"):
        told_in(reply)
