"""Shell. The calls as numbers, by day and business."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from post_call_worker.console.access import OfConsole, SignedIn
from post_call_worker.console.numbers_view import numbers_page
from post_call_worker.console.rendering import page

router = APIRouter()

_SPANS = {7: "7 days", 14: "14 days", 30: "30 days"}


@router.get("/numbers")
async def numbers(
    request: Request,
    console: OfConsole,
    visitor: SignedIn,
    days: Annotated[int, Query(ge=1, le=90)] = 7,
    business: Annotated[str, Query(max_length=64)] = "",
) -> Response:
    """The last days of one business, or of all that the visitor sees."""
    businesses = console.businesses(visitor.account.businesses)
    if business and business not in businesses:
        raise HTTPException(404, "no such business")
    zone: ZoneInfo = console.business(business or next(iter(businesses), "")).zone
    today = console.now().astimezone(zone).date()
    first = today - timedelta(days=days - 1)
    scope = (business,) if business else visitor.account.businesses
    counts = await console.numbers.since(datetime.combine(first, time(), zone), console.now(), scope, zone.key)
    return page(
        request,
        "numbers.html",
        visitor,
        shown=numbers_page(counts, first, today),
        businesses=businesses,
        business=business,
        days=days,
        spans=_SPANS,
    )
