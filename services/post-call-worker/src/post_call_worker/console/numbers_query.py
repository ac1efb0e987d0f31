"""Adapter. What the numbers page counts, over a span of days, in Postgres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Integer, and_, case, cast, column, func, literal_column, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from post_call_worker.console.inbox_query import Scope
from post_call_worker.console.numbers_view import Counts, Standing, paces
from post_call_worker.models import CALL_EVENTS, CALLS, DELIVERIES
from post_call_worker.vocabulary import DeliveryStatus, Disposition

_STATUSES: tuple[DeliveryStatus, ...] = ("pending", "delivered", "dead", "discarded")
_OVERDUE_AFTER = timedelta(minutes=1)
"""Beyond that a delivery is not merely being made."""


class Numbers:
    """The calls as numbers."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def since(self, begin: datetime, now: datetime, scope: Scope, zone: str) -> Counts:
        """Everything since `begin`; a day is one of `zone`."""
        async with self._engine.connect() as connection:
            asked = _Asked(connection, begin, now, scope, zone)
            return Counts(
                await asked.outcomes(),
                await asked.hang_ups(),
                await asked.reprompts(),
                await asked.responses(),
                await asked.deliveries(),
            )


@dataclass(frozen=True, slots=True)
class _Asked:
    connection: AsyncConnection
    begin: datetime
    now: datetime
    scope: Scope
    zone: str

    @property
    def _day(self) -> ColumnElement[date]:
        return func.date(func.timezone(self.zone, CALLS.c.started_at)).label("day")

    def _calls(self) -> list[ColumnElement[bool]]:
        return [CALLS.c.started_at >= self.begin, *_of(CALLS.c.business, self.scope)]

    async def outcomes(self) -> Sequence[tuple[date, Disposition, int]]:
        wanted = (
            select(self._day, CALLS.c.disposition, func.count())
            .where(*self._calls())
            .group_by("day", CALLS.c.disposition)
        )
        return [(row[0], row[1], row[2]) for row in await self.connection.execute(wanted.order_by("day"))]

    async def hang_ups(self) -> Sequence[tuple[str, int]]:
        hung_up = select(CALLS.c.final_state, func.count().label("calls")).where(
            *self._calls(), CALLS.c.disposition == "hung_up"
        )
        wanted = hung_up.group_by(CALLS.c.final_state).order_by(func.count().desc(), CALLS.c.final_state)
        return [(row[0], row[1]) for row in await self.connection.execute(wanted)]

    async def reprompts(self) -> Sequence[tuple[str, int]]:
        missed = CALL_EVENTS.c.message["missed"].astext
        asked = select(missed, func.count()).where(
            CALL_EVENTS.c.kind == "SpeakPrompt", missed != literal_column("''"), CALL_EVENTS.c.occurred_at >= self.begin
        )
        if self.scope is not None:
            asked = asked.join(CALLS, CALLS.c.call_sid == CALL_EVENTS.c.call_sid).where(
                *_of(CALLS.c.business, self.scope)
            )
        return [(row[0], row[1]) for row in await self.connection.execute(asked.group_by(missed))]

    async def responses(self) -> Sequence[tuple[date | None, float, float]]:
        """Counted in Postgres, which does so side by side, and does not sort each answer of a month."""
        each = func.jsonb_array_elements_text(CALLS.c.response_ms).table_valued(column("value")).lateral("each")
        tens = (cast(each.c.value, Integer) // literal_column("10", Integer)).label("tens")
        wanted = select(self._day, tens, func.count()).select_from(CALLS).join(each, true()).where(*self._calls())
        rows = await self.connection.execute(wanted.group_by("day", "tens"))
        return paces([(row[0], 10 * row[1], row[2]) for row in rows])

    async def deliveries(self) -> Sequence[tuple[Standing, int]]:
        late = or_(DELIVERIES.c.attempts > 1, DELIVERIES.c.due_at < self.now - _OVERDUE_AFTER)
        overdue = case((and_(DELIVERIES.c.status == "pending", late), "overdue"), else_=DELIVERIES.c.status)
        recent = DELIVERIES.c.status.in_(_STATUSES), DELIVERIES.c.created_at >= self.begin
        wanted = select(overdue.label("standing"), func.count()).where(*recent, *_of(DELIVERIES.c.business, self.scope))
        return [(row[0], row[1]) for row in await self.connection.execute(wanted.group_by("standing"))]


def _of(business: ColumnElement[str], scope: Scope) -> list[ColumnElement[bool]]:
    return [] if scope is None else [business.in_(scope)]
