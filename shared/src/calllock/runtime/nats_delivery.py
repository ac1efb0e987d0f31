"""Pure. What the server tells of a delivery, which it does in the subject for the reply.

    $JS.ACK.<stream>.<consumer>.<attempts>.<sequence>.<delivered>.<time>.<pending>
    $JS.ACK.<domain>.<account>.<stream>.<consumer>.<attempts>.<sequence>.<delivered>.<time>.<pending>[.<more>]

The library reads the same, and the time, stream and consumer as well; that takes longer than reading the message.
"""

from __future__ import annotations

from typing import NamedTuple

_SHORT = 9
_BEFORE_ATTEMPTS, _WITH_DOMAIN = 4, 2


class Told(NamedTuple):
    """The place of a delivery."""

    attempts: int
    """How often this message has been delivered, this time included."""
    sequence: int
    """Of the message in its stream."""
    delivered: int
    """How many deliveries of the consumer there were, this one included."""
    pending: int
    """How many stored messages of the consumer follow."""


def told_in(reply: str) -> Told:
    """What a reply subject tells; raises ValueError when it is none of a delivery."""
    names = reply.split(".")
    begin = _BEFORE_ATTEMPTS + (_WITH_DOMAIN if len(names) > _SHORT else 0)
    if names[:2] != ["$JS", "ACK"] or len(names) < _SHORT:
        raise ValueError("this reply subject is of no delivery")
    attempts, sequence, delivered, _, pending = map(int, names[begin : begin + 5])
    return Told(attempts, sequence, delivered, pending)
