"""Adapter. The deliveries in Postgres: taking those that are due, and writing down what became of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, assert_never

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Integer,
    Select,
    Text,
    Update,
    and_,
    bindparam,
    func,
    literal,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.types import TypeEngine

from post_call_worker.delivery.decision import Dead, Decision, Delivered, Discarded, Outcome, Retry
from post_call_worker.delivery.posting import ARRIVED_BEFORE
from post_call_worker.models import DELIVERIES
from post_call_worker.payloads import NO_SMS, SMS_SENT
from post_call_worker.vocabulary import GRAVER_STEP, MUST_ARRIVE, DeliveryKind

LEASE_S = 60.0
"""A worker that took a delivery and died loses it after this; well above the limit of one attempt."""
TOO_LATE = "too late after its call"
"""Why a delivery was given up."""
PAGE_FIRST = timedelta(seconds=5)
"""How long an alert waits for what becomes of its first page: a late alert is worse than one that knows less."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery that is ours for now. `attempt` counts from 1."""

    id: str
    call_sid: str
    kind: DeliveryKind
    body: dict[str, Any]
    attempt: int
    created_at: datetime
    step: int = 0
    reason: str = ""
    """Why it has not arrived yet, if it was tried or given up before."""

    @property
    def may_have_arrived(self) -> bool:
        """Whether there was an attempt before this one, also before a person asked for more."""
        return self.attempt > 1 or bool(self.reason)


@dataclass(frozen=True, slots=True)
class Attempted:
    """An attempt that was made, and what is to become of its delivery."""

    claimed: Claimed
    outcome: Outcome
    decision: Decision
    at: datetime


_CLAIMED = ("id", "call_sid", "body", "created_at", "step", "reason")
_DONE: Mapping[str, TypeEngine[Any]] = {
    "id": Text(),
    "call_sid": Text(),
    "number": Integer(),
    "at": DateTime(timezone=True),
    "took_ms": Integer(),
    "status_code": Integer(),
    "error": Text(),
    "response_body": Text(),
    "status": Text(),
    "due_at": DateTime(timezone=True),
    "settled_at": DateTime(timezone=True),
    "reason": Text(),
    "ids": Text(),
    "sid": Text(),
}
_SETTLE = text(f"""
    WITH done AS (
        SELECT * FROM unnest({", ".join(f":{name}" for name in _DONE)}) AS done ({", ".join(_DONE)})
    ), held AS (
        SELECT deliveries.id FROM deliveries WHERE deliveries.id = ANY(:id) ORDER BY deliveries.id FOR KEY SHARE
    ), attempt AS (
        INSERT INTO attempts (delivery_id, number, at, took_ms, status_code, error, response_body)
        SELECT done.id, number, at, took_ms, status_code, error, response_body
        FROM done JOIN held ON held.id = done.id
    ), handed_on AS (
        UPDATE deliveries SET body = body || done.ids::jsonb FROM done
        WHERE deliveries.call_sid = done.call_sid AND kind = 'call' AND deliveries.status <> 'delivered'
            AND body <> '{{}}' AND done.ids IS NOT NULL
    ), sent_anew AS (
        INSERT INTO deliveries (id, call_sid, business, kind, step, body, due_at, created_at)
        SELECT sent.id || '_1', sent.call_sid, business, kind, 1, body || ids::jsonb, done.settled_at, done.settled_at
        FROM done JOIN held ON held.id = done.id JOIN deliveries sent ON sent.call_sid = done.call_sid
        WHERE kind = 'call' AND step = 0 AND body <> '{{}}' AND ids IS NOT NULL
            AND (sent.status = 'delivered' OR (sent.status = 'pending' AND leased_until > done.settled_at))
        ON CONFLICT DO NOTHING
    )
    UPDATE deliveries
    SET status = done.status, due_at = coalesce(done.due_at, deliveries.due_at), settled_at = done.settled_at,
        reason = done.reason, leased_until = NULL, attempts = greatest(attempts, done.number),
        body = CASE WHEN sid IS NULL OR body = '{{}}' THEN body ELSE body || jsonb_build_object('sid', sid) END
    FROM done JOIN held ON held.id = done.id
    WHERE deliveries.id = done.id AND deliveries.status <> 'delivered' AND
        (done.status = 'delivered' OR (deliveries.status = 'pending' AND attempts = done.number))
""").bindparams(*(bindparam(name, type_=ARRAY(kind)) for name, kind in _DONE.items()))  # noqa: S608 - our own names
"""Of many attempts at once, because each transaction waits for a disk. The ids that the dashboard gave to a job go
along with the call's own delivery, also when a person has to send that again. Where the call was there before its job,
or is on its way, it goes out once more under an id of its own: a receiver looks no further at an id that it has seen.
A delivery that was erased meanwhile, or is being erased (`held` waits for that), is passed over: the others must not be
sent again because of it. What has arrived has arrived, whatever became of the delivery meanwhile: who was paged may
answer, and what a person asked to be sent again is not."""


class DeliveryQueue:
    """Any number of workers share it."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._at_once = engine.execution_options(isolation_level="AUTOCOMMIT")

    async def claim(self, kind: DeliveryKind, limit: int, now: datetime) -> list[Claimed]:
        """Take up to `limit` due deliveries of a kind; nobody else gets them until the lease ends."""
        due = _due(kind, now).limit(limit).with_for_update(skip_locked=True).cte("due")
        taken = (
            update(DELIVERIES)
            .where(DELIVERIES.c.id == due.c.id)
            .values(leased_until=now + timedelta(seconds=LEASE_S), attempts=DELIVERIES.c.attempts + 1)
            .returning(*(DELIVERIES.c[name] for name in _CLAIMED), DELIVERIES.c.attempts.label("attempt"))
        )
        async with self._at_once.connect() as connection:
            return [Claimed(kind=kind, **row) for row in (await connection.execute(taken)).mappings()]

    async def give_up_late(self, kind: DeliveryKind, now: datetime) -> list[str]:
        """Discard what nobody is sending right now and it is too late for; their ids. A page is dead instead: somebody
        must still be told, in another way."""
        late = _waiting(kind, now).where(DELIVERIES.c.good_until <= now).with_for_update(skip_locked=True).cte("late")
        status = "dead" if kind == "page" else "discarded"
        too_late = {"status": status, "settled_at": now, "reason": TOO_LATE}
        given_up = update(DELIVERIES).where(DELIVERIES.c.id == late.c.id).values(**too_late)
        async with self._at_once.connect() as connection:
            return list(await connection.scalars(given_up.returning(DELIVERIES.c.id)))

    async def settle(self, attempted: Sequence[Attempted]) -> None:
        """Write down attempts and what follows from them, in one transaction.

        Where a lease was lost meanwhile, the attempt is kept and the rest is the new holder's, unless it has arrived.
        """
        pages = [one for one in attempted if one.claimed.kind == "page"]
        async with self._engine.begin() as connection:
            if pages:
                calls = {one.claimed.call_sid for one in pages}
                await lock_pages(connection, and_(DELIVERIES.c.call_sid.in_(calls), DELIVERIES.c.kind == "page"))
            await connection.execute(_SETTLE, _columns([_settled(one) for one in attempted]))
            for one in pages:
                for change in _after_page(one):
                    await connection.execute(change)


async def lock_pages(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """Have these pages alone until the transaction ends. Whoever changes several goes from the first step to the last,
    or two who do so at once would wait for each other."""
    in_order = select(DELIVERIES.c.id).where(which).order_by(DELIVERIES.c.call_sid, DELIVERIES.c.step)
    await connection.execute(in_order.with_for_update(key_share=True))


def _settled(one: Attempted) -> dict[str, Any]:
    """A row of `done`."""
    given = one.decision.ids if isinstance(one.decision, Delivered) else {}
    return {
        "id": one.claimed.id,
        "call_sid": one.claimed.call_sid,
        "number": one.claimed.attempt,
        "at": one.at,
        "took_ms": one.outcome.took_ms,
        "status_code": one.outcome.status_code,
        "error": one.outcome.error,
        "response_body": one.outcome.body,
        "ids": json.dumps(dict(given)) if given and one.claimed.kind == "job" else None,
        "sid": given.get("sms_message_sid") if one.claimed.kind in MUST_ARRIVE else None,
        **_change(one.decision, one.at),
    }


def _columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """The rows turned on their side: a list a column, as `unnest` takes them."""
    return {name: [row[name] for row in rows] for name in _DONE}


def _after_page(one: Attempted) -> tuple[Update, ...]:
    """A page that has gone out is in its alert, and gives its reader the time that it promises; one that never will
    makes the next one due."""
    if isinstance(one.decision, Retry):
        return ()
    of_call = update(DELIVERIES).where(DELIVERIES.c.call_sid == one.claimed.call_sid)
    if isinstance(one.decision, Delivered):
        told = _told_of_page(one.at, one.decision.ids)
        its_own = DELIVERIES.c.kind == "alert", DELIVERIES.c.step == one.claimed.step // GRAVER_STEP
        unsent = DELIVERIES.c.status != "delivered", DELIVERIES.c.body != {}
        return of_call.where(*its_own, *unsent).values(body=told), _turns_after(one)
    return (ask_after(one.claimed.call_sid, one.claimed.step, one.at),)


def ask_after(call_sid: str, step: int, at: datetime) -> Update:
    """Nobody has read the page of this step: whose turn is next is asked at once, unless that is no longer needed."""
    return bring_forward(call_sid, literal(step + 1), at)


def bring_forward(call_sid: str, step: ColumnElement[int], at: datetime) -> Update:
    """The page of that step, if it is pending, has its turn now; those after it come as long after it as before."""
    pending = DELIVERIES.c.call_sid == call_sid, DELIVERIES.c.kind == "page", DELIVERIES.c.status == "pending"
    turn = select(DELIVERIES.c.due_at).where(*pending, DELIVERIES.c.step == step).scalar_subquery()
    sooner_by = func.greatest(turn - literal(at, DateTime(timezone=True)), timedelta())
    later = update(DELIVERIES).where(*pending, DELIVERIES.c.step >= step)
    return later.values(due_at=DELIVERIES.c.due_at - sooner_by)


def _turns_after(one: Attempted) -> Update:
    """After an outage, in which others' turns had come, too, or would come sooner than this page promises: they are
    asked one after the other again, from now on. Whoever was to come later does not wait for those who were to come
    before; and a no that was quicker than we stands.
    """
    other, step = DELIVERIES.alias("other"), one.claimed.step
    pending = other.c.call_sid == DELIVERIES.c.call_sid, other.c.kind == "page", other.c.status == "pending"
    overdue = select(other.c.id).where(*pending, or_(other.c.attempts > 0, other.c.due_at <= one.at))
    answered = select(other.c.id).where(other.c.id == one.claimed.id, other.c.body.has_key("answer"))
    waits_for = other.c.step <= DELIVERIES.c.step, or_(other.c.step > step, DELIVERIES.c.step < step)
    place = select(func.count()).where(*pending, *waits_for).scalar_subquery()
    pause_s = func.coalesce(DELIVERIES.c.body["pause_s"].astext, literal("300")).cast(Integer)
    wait = func.make_interval(0, 0, 0, 0, 0, 0, pause_s * place)
    turn: ColumnElement[Any] = literal(one.at, DateTime(timezone=True)) + wait
    free = or_(DELIVERIES.c.leased_until.is_(None), DELIVERIES.c.leased_until <= one.at)
    to_come = DELIVERIES.c.call_sid == one.claimed.call_sid, DELIVERIES.c.kind == "page"
    later = update(DELIVERIES).where(*to_come, DELIVERIES.c.status == "pending", free)
    late = or_(overdue.exists(), literal(one.claimed.attempt > 1 and one.outcome.body != ARRIVED_BEFORE))
    later = later.where(late, ~answered.exists())
    return later.values(due_at=func.greatest(DELIVERIES.c.due_at, turn), attempts=0)


def _told_of_page(at: datetime, ids: Mapping[str, str]) -> ColumnElement[Any]:
    """The alert's body, now that a page has gone out: the true time, and words that say so."""
    words = func.replace(DELIVERIES.c.body["problem_description"].astext, NO_SMS, SMS_SENT)
    known = literal({"sms_sent_at": at.isoformat(), **ids}, JSONB)
    return DELIVERIES.c.body.op("||")(known).op("||")(func.jsonb_build_object("problem_description", words))


def _waiting(kind: DeliveryKind, now: datetime) -> Select[str]:
    """What is pending and nobody's."""
    free = or_(DELIVERIES.c.leased_until.is_(None), DELIVERIES.c.leased_until <= now)
    return select(DELIVERIES.c.id).where(DELIVERIES.c.status == "pending", DELIVERIES.c.kind == kind, free)


def _due(kind: DeliveryKind, now: datetime) -> Select[str]:
    """Oldest first, without those that wait for another one of their call."""
    chosen = _waiting(kind, now).where(DELIVERIES.c.due_at <= now).order_by(DELIVERIES.c.due_at)
    other = DELIVERIES.alias("other")
    waited_for = select(other.c.id).where(other.c.call_sid == DELIVERIES.c.call_sid, other.c.status == "pending")
    match kind:
        case "call":  # it carries the ids in the answer to its job; what is sent anew must arrive last
            before = and_(other.c.kind == "call", other.c.step < DELIVERIES.c.step)
            return chosen.where(~waited_for.where(or_(other.c.kind == "job", before)).exists())
        case "alert":  # it says when the first page went out, if that is known soon
            untried = or_(other.c.attempts == 0, other.c.leased_until > now)
            first = waited_for.where(
                other.c.kind == "page", other.c.step == DELIVERIES.c.step * GRAVER_STEP + 1, untried
            )
            return chosen.where(~and_(DELIVERIES.c.created_at > now - PAGE_FIRST, first.exists()))
        case "page":  # whoever is asked first may take it
            earlier = and_(other.c.due_at <= now, other.c.step < DELIVERIES.c.step)
            asked = waited_for.where(other.c.kind == "page", or_(other.c.leased_until > now, earlier))
            return chosen.where(~asked.exists())
    return chosen


def _change(decision: Decision, at: datetime) -> dict[str, Any]:
    match decision:
        case Delivered():
            return {"status": "delivered", "due_at": None, "settled_at": at, "reason": ""}
        case Retry():
            return {"status": "pending", "due_at": decision.at, "settled_at": None, "reason": decision.reason}
        case Dead():
            return {"status": "dead", "due_at": None, "settled_at": at, "reason": decision.reason}
        case Discarded():
            return {"status": "discarded", "due_at": None, "settled_at": at, "reason": decision.reason}
        case _:
            assert_never(decision)
