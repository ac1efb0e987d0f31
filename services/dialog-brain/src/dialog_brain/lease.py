"""Shell. Owns the call of a lease, then settles the lease: ack, hand back, or let go."""

from __future__ import annotations

import asyncio

import structlog

from calllock.contracts import events
from calllock.runtime.bus import BusUnavailable, Lease
from dialog_brain.adoption import LEFT_AT_MOST, LEFT_FOR_S
from dialog_brain.fold import Fold
from dialog_brain.owner import CallLeft, CallLost, Desk, Owner

_LONGEST_RETRY_S = 30.0

log = structlog.get_logger(__name__)


async def own(desk: Desk, lease: Lease) -> None:
    """Own the call of this lease, and settle the lease by how that ended."""
    answered = lease.logged.message
    if not isinstance(answered, events.CallAnswered):
        await _decline(lease, f"no call to own: {lease.logged.unreadable or 'another kind of message'}")
        return
    profile = desk.profiles.by_id(answered.business)
    if profile is None:
        await _decline(lease, f"no business profile {answered.business!r}")
        return
    bound = log.bind(call_sid=answered.call_sid)
    try:
        await Owner(desk, lease, answered, Fold(desk.flow, profile)).run()
    except CallLost as lost:
        bound.warning("call.lost", reason=str(lost))
    except CallLeft as left:
        bound.info("call.left", attempts=lease.attempts, reason=str(left))
        await lease.nak(delay_s=LEFT_FOR_S)
    except asyncio.CancelledError:
        await lease.nak()
        bound.info("call.handed_over")
        raise
    except BusUnavailable as error:
        bound.error("bus.unavailable", reason=str(error))
    except Exception:  # noqa: BLE001 - one call's failure is logged and retried, and stays its own
        bound.exception("call.failed", attempts=lease.attempts)
        await lease.nak(delay_s=_retry_s(lease.attempts))
    else:
        await lease.ack()
        bound.info("call.ended")


def _retry_s(attempts: int) -> float:
    """Before the next attempt; a call that fails for days has thousands of them."""
    return min(0.2 * 2.0 ** min(attempts, 10), _LONGEST_RETRY_S)


async def _decline(lease: Lease, reason: str) -> None:
    """Leave a call that cannot be owned here to a replica that may know more, as in a deploy; then give it up."""
    subject = lease.logged.subject
    if lease.attempts <= LEFT_AT_MOST:
        log.info("call.left", subject=subject, attempts=lease.attempts, reason=reason)
        await lease.nak(delay_s=LEFT_FOR_S)
        return
    log.error("call.given_up", subject=subject, attempts=lease.attempts, reason=reason)
    await lease.dead_letter(reason)
