"""Shell. The inbox: stored calls as cards, filtered, page by page."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from post_call_worker.classification.taxonomy import TAXONOMY
from post_call_worker.console.access import OfConsole, SignedIn, Visitor, may_talk
from post_call_worker.console.dependencies import Console
from post_call_worker.console.filters import Filters, place_of
from post_call_worker.console.inbox_query import COUNTED_TO, PAGE
from post_call_worker.console.inbox_view import inbox_page
from post_call_worker.console.labels import OUTCOMES, PRIORITIES, day_label, tag_label
from post_call_worker.console.rendering import is_part, page

router = APIRouter()

_TAGS = {tag: tag_label(tag) for tags in TAXONOMY.values() for tag in tags}
_OUTCOMES = {outcome: title for outcome, (title, _) in OUTCOMES.items()}


@router.get("/inbox")
async def inbox(
    request: Request, console: OfConsole, visitor: SignedIn, filters: Annotated[Filters, Query()]
) -> Response:
    """A page of the inbox; a request for more gets the cards alone."""
    try:
        after = place_of(filters.after) if filters.after else None
    except ValueError:
        raise HTTPException(404, "no such page") from None
    scope = visitor.account.businesses
    zone = _zone(console, visitor, filters)
    await console.accounts.note_look(visitor.account, console.now(), "inbox")
    rows = await console.inbox.page(scope, filters, after, zone)
    last_day = day_label(after.started_at, console.now(), zone) if after else ""
    shown = inbox_page(rows, PAGE, console.business, console.now(), zone, after_day=last_day)
    template = "cards.html" if is_part(request) else "inbox.html"
    unseen = await console.inbox.unseen(scope) if template == "inbox.html" else 0
    return page(
        request,
        template,
        visitor,
        shown=shown,
        filters=filters,
        may_talk=may_talk(console, visitor),
        more=f"/inbox?{filters.query(shown.next_place)}" if shown.next_place else "",
        unseen=f"{COUNTED_TO - 1}+" if unseen >= COUNTED_TO else str(unseen),
        businesses=console.businesses(scope),
        priorities=PRIORITIES,
        outcomes=_OUTCOMES,
        tags=_TAGS,
    )


def _zone(console: Console, visitor: Visitor, filters: Filters) -> ZoneInfo:
    """The zone in which a day begins: that of the business asked for, else of the first one seen."""
    seen = [filters.business] if filters.business else list(console.businesses(visitor.account.businesses))
    return console.business(seen[0] if seen else "").zone
