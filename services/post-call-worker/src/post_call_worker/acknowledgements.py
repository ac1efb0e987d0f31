"""Adapter. Records who took an emergency, so that nobody else is paged for it, and who cannot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Integer,
    Select,
    Update,
    and_,
    case,
    delete,
    func,
    literal,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from post_call_worker.delivery.posting import NOT_SENT
from post_call_worker.delivery.queue import bring_forward, lock_pages
from post_call_worker.ladder import alone_with, outdated
from post_call_worker.models import ACKNOWLEDGEMENTS, ATTEMPTS, DELIVERIES
from post_call_worker.outgoing import GOOD_FOR
from post_call_worker.vocabulary import GRAVER_STEP

LINK = "link"
"""Stands for whoever takes an emergency by the link in a page: which of those who were paged, nobody can tell."""
REPLY_WITHIN = GOOD_FOR["page"]
"""A text message later than this after a page is about something else."""

FREE_AGAIN = "GIVEN BACK, nobody has it: "
"""How a page begins of which somebody who had answered OK too late is told that it is theirs after all."""
_GIVEN_BACK = "needed again: it was given back"
_PENDING_PAGE = (DELIVERIES.c.kind == "page", DELIVERIES.c.status == "pending")
_MAY_COME = func.coalesce(DELIVERIES.c.body["cannot"].astext, "") != "true"
"""Who reads it has not said no. Beside that, `answer` in its body is the text that they answered it with last, and
`would` says that they have answered OK."""
_SURELY = DELIVERIES.c.status == "delivered"
_CUT_SHORT = select(ATTEMPTS.c.id).where(
    ATTEMPTS.c.delivery_id == DELIVERIES.c.id,
    or_(ATTEMPTS.c.status_code.between(200, 299), ATTEMPTS.c.status_code.is_(None)),
    not_(ATTEMPTS.c.error.startswith(NOT_SENT)),
)
MAY_HAVE_ARRIVED = or_(_SURELY, DELIVERIES.c.leased_until.is_not(None), _CUT_SHORT.exists())
"""What has been read, for all that is known: it is being sent, or the answer to an attempt was lost. Whoever answers a
page proves that it has arrived. One that Twilio has refused has not."""
_AFTER_LOSS = ATTEMPTS.c.id > func.coalesce(DELIVERIES.c.body["lost"].as_numeric(19, 0), 0)
_PERHAPS_READ = or_(_SURELY, DELIVERIES.c.leased_until.is_not(None), _CUT_SHORT.where(_AFTER_LOSS).exists())
"""The same without what Twilio says never arrived: only its own reader can prove that it did."""


class NoSuchEmergency(LookupError):
    """Nobody was paged for this call, or it has been forgotten."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A text message from somebody who was paged. Its SID is the same when Twilio tells us of it twice."""

    number: str
    text_sid: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """The call that somebody's answer is about."""

    call_sid: str
    said_no: bool
    """They have passed it on before."""


@dataclass(frozen=True, slots=True)
class PassedOn:
    """How things stand after a no."""

    taker: str | None
    """Who has it nevertheless."""
    changed: bool
    """Whether this no has moved anything; one that is told twice moves nothing."""
    given_back: bool
    """Whether they had taken it themselves."""
    somebody_left: bool
    """Whether there is somebody whose turn comes."""
    others_asked: bool
    """Whether somebody who was asked has not said no."""


class Acknowledgements:
    """Kept beside the deliveries, whose queue is the ladder. Each transaction locks the call's pages first."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def take(self, call_sid: str, at: datetime, answer: Answer | None = None) -> str | None:
        """The emergency is taken: pages still to go are discarded. Who had taken it before; None when nobody had.

        Without an `answer` it was taken by the link. Raises `NoSuchEmergency`.
        """
        by = answer.number if answer else LINK
        taken = insert(ACKNOWLEDGEMENTS).values(call_sid=call_sid, at=at, by=by)
        rest = update(DELIVERIES).where(DELIVERIES.c.call_sid == call_sid, *_PENDING_PAGE)
        graver = and_(DELIVERIES.c.step > GRAVER_STEP, DELIVERIES.c.body["to"].astext == by)
        async with self._having_pages_of(call_sid) as connection:
            if not await connection.scalar(select(_pages_of(call_sid).exists())):
                raise NoSuchEmergency(call_sid)
            if answer:
                await connection.execute(_answered(call_sid, answer, {"would": True}))
            first = await connection.scalar(
                taken.on_conflict_do_nothing(index_elements=["call_sid"]).returning(ACKNOWLEDGEMENTS.c.call_sid)
            )
            before: str | None = None if first is not None else await connection.scalar(taker_of(call_sid))
            if answer and before in (None, by):
                await connection.execute(_answered(call_sid, answer, {"cannot": False}, "answered: took it"))
            await connection.execute(rest.where(graver).values(due_at=at))  # they know of the lesser one only
            await connection.execute(
                rest.where(not_(graver)).values(status="discarded", settled_at=at, reason=_taken_by(before or by))
            )
            return before

    async def taken_by(self, call_sid: str) -> str | None:
        """Who has taken it; None for nobody."""
        async with self._engine.connect() as connection:
            taker: str | None = await connection.scalar(taker_of(call_sid))
            return taker

    async def has_next(self, call_sid: str) -> bool:
        """Whether somebody is still to be asked, or would be if it were given back."""
        spared = and_(DELIVERIES.c.status == "discarded", DELIVERIES.c.reason.startswith(_taken_by("")))
        left = _pages_of(call_sid).where(or_(DELIVERIES.c.status == "pending", spared)).exists()
        async with self._engine.connect() as connection:
            return await connection.scalar(select(left)) is True

    async def pass_on(self, call_sid: str, answer: Answer) -> PassedOn:
        """They cannot: if they had taken it, nobody has any more. If nobody has, the next one is asked now."""
        no = _answered(call_sid, answer, {"cannot": True}, "answered: cannot").where(_MAY_COME)
        async with self._having_pages_of(call_sid) as connection:
            changed = await connection.scalar(no.returning(DELIVERIES.c.id)) is not None
            given_back = changed and await _give_back(connection, call_sid, answer.at, _theirs(call_sid, answer.number))
            if given_back:
                await connection.execute(_answered(call_sid, answer, {}, "answered: took it, and gave it back"))
            if changed and not (given_back and await _ask_the_willing(connection, call_sid, answer.at)):
                await _ask_next(connection, call_sid, answer.at)
            return await _passed_on(connection, call_sid, answer.number, (changed, given_back))

    async def give_back(self, call_sid: str, at: datetime) -> PassedOn:
        """Whoever took it by the link cannot: as if they had said no."""
        async with self._having_pages_of(call_sid) as connection:
            given_back = await _give_back(connection, call_sid, at, ACKNOWLEDGEMENTS.c.by == LINK)
            if given_back and not await _ask_the_willing(connection, call_sid, at):
                await _ask_next(connection, call_sid, at)
            return await _passed_on(connection, call_sid, LINK, (given_back, given_back))

    async def skip(self, call_sid: str, answer: Answer) -> None:
        """Their telephone answers by itself: the next one is asked now, unless somebody has taken it."""
        by_itself = _answered(call_sid, answer, {}, "answered: the telephone, by itself")
        unanswered = DELIVERIES.c.body["answer"].astext.is_(None)
        async with self._having_pages_of(call_sid) as connection:
            if await connection.scalar(by_itself.where(unanswered).returning(DELIVERIES.c.id)) is not None:
                await _ask_next(connection, call_sid, answer.at)

    async def asked(self, answer: Answer, by: str, *, refuses: bool = False) -> Asked | None:
        """The call that this is an answer to, of those that the business whose number is `by` asked them to take.

        None when it asked them to take none lately. Of several it is the latest that nobody has taken and that they
        have not passed on, if there is such a call, and the one that they have taken, if not. One whose page may not
        have reached them comes last: nobody is to take, by a word about another call, what they have not heard of. But
        whoever `refuses` means what they have not taken rather than what they are driving to.
        """
        taken = select(ACKNOWLEDGEMENTS.c.call_sid).where(ACKNOWLEDGEMENTS.c.call_sid == DELIVERIES.c.call_sid)
        last_at = func.coalesce(DELIVERIES.c.settled_at, DELIVERIES.c.due_at)
        place = case(
            (DELIVERIES.c.body["answer"].astext == answer.text_sid, 0),
            (and_(not_(_SURELY), literal(not refuses)), 5),
            (and_(_MAY_COME, ~taken.exists()), 1),
            (taken.where(ACKNOWLEDGEMENTS.c.by == answer.number).exists(), 2),
            (~taken.exists(), 3),
            else_=4,
        )
        wanted = (
            select(DELIVERIES.c.call_sid, ~_MAY_COME)
            .where(*_read_by(answer.number), DELIVERIES.c.body["from"].astext == by, last_at > answer.at - REPLY_WITHIN)
            .order_by(place, last_at.desc())
            .limit(1)
        )
        async with self._engine.connect() as connection:
            found = (await connection.execute(wanted)).first()
            return Asked(*found) if found is not None else None

    @asynccontextmanager
    async def _having_pages_of(self, call_sid: str) -> AsyncIterator[AsyncConnection]:
        async with self._engine.begin() as connection:
            await alone_with(connection, call_sid)
            await lock_pages(connection, and_(DELIVERIES.c.call_sid == call_sid, DELIVERIES.c.kind == "page"))
            yield connection


async def _passed_on(connection: AsyncConnection, call_sid: str, by: str, moved: tuple[bool, bool]) -> PassedOn:
    pages = _pages_of(call_sid)
    left, asked = pages.where(*_PENDING_PAGE), pages.where(_MAY_COME, *_read_by_others(by))
    found = select(taker_of(call_sid).scalar_subquery(), left.exists(), asked.exists())
    taker, somebody_left, others_asked = (await connection.execute(found)).one()
    return PassedOn(taker, *moved, somebody_left, others_asked)


def _theirs(call_sid: str, number: str) -> ColumnElement[bool]:
    """It is theirs: they have taken it, or it was taken by the link and all others who were asked have said no."""
    others = select(DELIVERIES.c.id).where(DELIVERIES.c.call_sid == call_sid, *_read_by_others(number), _MAY_COME)
    return or_(ACKNOWLEDGEMENTS.c.by == number, and_(ACKNOWLEDGEMENTS.c.by == LINK, ~others.exists()))


async def _give_back(connection: AsyncConnection, call_sid: str, at: datetime, theirs: ColumnElement[bool]) -> bool:
    """If it was theirs: the pages that were discarded because of that wait again, as long after one another as
    before."""
    given_up = delete(ACKNOWLEDGEMENTS).where(ACKNOWLEDGEMENTS.c.call_sid == call_sid, theirs)
    by = await connection.scalar(given_up.returning(ACKNOWLEDGEMENTS.c.by))
    if by is None:
        return False
    spared = DELIVERIES.c.call_sid == call_sid, DELIVERIES.c.status == "discarded", DELIVERIES.c.reason == _taken_by(by)
    first = select(func.min(DELIVERIES.c.due_at)).where(*spared).scalar_subquery()
    due_at: ColumnElement[Any] = literal(at, DateTime(timezone=True)) + (DELIVERIES.c.due_at - first)
    again = {"status": "pending", "settled_at": None, "due_at": due_at, "reason": _GIVEN_BACK}
    await connection.execute(update(DELIVERIES).where(*spared).values(**again))
    return True


async def _ask_the_willing(connection: AsyncConnection, call_sid: str, at: datetime) -> bool:
    """Those who would have taken it read that it is free again, and the others wait for them; False for nobody."""
    willing = DELIVERIES.c.status == "delivered", _MAY_COME, DELIVERIES.c.body["would"].astext == "true"
    words = func.jsonb_build_object(
        "would", literal(value=False), "text", literal(FREE_AGAIN) + DELIVERIES.c.body["text"].astext
    )
    again = {"status": "pending", "settled_at": None, "due_at": at, "attempts": 0, "reason": _GIVEN_BACK}
    asked = update(DELIVERIES).where(DELIVERIES.c.id.in_(_pages_of(call_sid).where(*willing, ~outdated())))
    found = await connection.scalars(
        asked.values(**again, body=DELIVERIES.c.body.op("||")(words)).returning(DELIVERIES.c.id)
    )
    if not (ids := list(found)):
        return False
    pause_s = func.coalesce(DELIVERIES.c.body["pause_s"].astext, literal("300")).cast(Integer)
    others = update(DELIVERIES).where(DELIVERIES.c.call_sid == call_sid, *_PENDING_PAGE, DELIVERIES.c.id.not_in(ids))
    await connection.execute(others.values(due_at=DELIVERIES.c.due_at + func.make_interval(0, 0, 0, 0, 0, 0, pause_s)))
    return True


async def _ask_next(connection: AsyncConnection, call_sid: str, at: datetime) -> None:
    pending = DELIVERIES.c.call_sid == call_sid, *_PENDING_PAGE
    step = select(func.min(DELIVERIES.c.step)).where(*pending).scalar_subquery()
    await connection.execute(bring_forward(call_sid, step, at))


def _answered(call_sid: str, answer: Answer, known: dict[str, Any], reason: str | None = None) -> Update:
    """Writes down on their pages what they answered, and that these have arrived."""
    theirs = DELIVERIES.c.call_sid == call_sid, *_read_by(answer.number)
    body = DELIVERIES.c.body.op("||")(literal({"answer": answer.text_sid, "sid": None, **known}, JSONB))
    arrived = {
        "status": "delivered",
        "settled_at": case((_SURELY, DELIVERIES.c.settled_at), else_=literal(answer.at, DateTime(timezone=True))),
        "reason": reason or case((_SURELY, DELIVERIES.c.reason), else_=""),
        "leased_until": None,
    }
    return update(DELIVERIES).where(*theirs).values({"body": body, **arrived})


def _pages_of(call_sid: str) -> Select[tuple[str]]:
    return select(DELIVERIES.c.id).where(DELIVERIES.c.call_sid == call_sid, DELIVERIES.c.kind == "page")


def _read_by(number: str) -> tuple[ColumnElement[bool], ...]:
    """Pages that have reached it, or may have."""
    return DELIVERIES.c.kind == "page", MAY_HAVE_ARRIVED, DELIVERIES.c.body["to"].astext == number


def _read_by_others(number: str) -> tuple[ColumnElement[bool], ...]:
    return DELIVERIES.c.kind == "page", _PERHAPS_READ, DELIVERIES.c.body["to"].astext != number


def _taken_by(by: str) -> str:
    return f"taken by {by}"


def taker_of(call_sid: str) -> Select[tuple[str]]:
    """Who has taken the call's emergency, if anybody."""
    return select(ACKNOWLEDGEMENTS.c.by).where(ACKNOWLEDGEMENTS.c.call_sid == call_sid)
