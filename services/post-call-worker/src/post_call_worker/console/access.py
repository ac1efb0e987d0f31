"""Shell. Who is asking, and whether they may: for every route of the console."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, urlsplit

from fastapi import Depends, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from post_call_worker.console.accounts import Account
from post_call_worker.console.dependencies import Console, console_of
from post_call_worker.console.hashed_keys import form_token, same

SESSION_COOKIE = "calllock_session"
VISIT_COOKIE = "calllock_visit"
"""Of a browser that is not signed in; what the sign-in form's token follows from."""

KNOWN_COOKIE = "calllock_known"
"""Of a browser that has been signed in; it does not have to wait for those who guess elsewhere."""


class NotSignedIn(Exception):
    """Nobody is signed in with this browser, or not any more."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is signed in, in one browser."""

    account: Account
    key: str

    @property
    def form_token(self) -> str:
        """What this browser's forms carry."""
        return form_token(self.key)


async def _signed_in(request: Request, console: Annotated[Console, Depends(console_of)]) -> Visitor:
    key = request.cookies.get(SESSION_COOKIE, "")
    account = await console.accounts.by_session(key, console.now()) if key else None
    if account is None:
        raise NotSignedIn
    if not console.requests.take(account.id, console.clock.monotonic()):
        raise HTTPException(429, "too many requests, wait a moment", {"Retry-After": "5"})
    return Visitor(account, key)


async def _posting(request: Request, visitor: Annotated[Visitor, Depends(_signed_in)]) -> Visitor:
    await check_form(request, visitor.form_token)
    return visitor


def _owner(visitor: Annotated[Visitor, Depends(_posting)]) -> Visitor:
    if visitor.account.role != "owner":
        raise HTTPException(403, "only an owner may do this")
    return visitor


OfConsole = Annotated[Console, Depends(console_of)]
SignedIn = Annotated[Visitor, Depends(_signed_in)]
Posting = Annotated[Visitor, Depends(_posting)]
"""Signed in, and the form is ours."""
Owner = Annotated[Visitor, Depends(_owner)]
"""An owner, and the form is ours."""


def may_talk(console: Console, visitor: Visitor) -> bool:
    """Whether the visitor may call the receptionist from this console."""
    return console.talk is not None and visitor.account.role == "owner"


async def check_form(request: Request, expected: str) -> None:
    """Raise 403 unless the form, or the header that stands for it, carries the token; without one none is right."""
    given = request.headers.get("X-Form-Token") or str((await request.form()).get("form_token", ""))
    if not (expected and same(given, expected)):
        raise HTTPException(403, "this form is not from this page; go back, reload, and try again")


async def ask_to_sign_in(request: Request, _error: Exception) -> Response:
    """Send the browser to the sign-in, and afterwards back."""
    if request.headers.get("HX-Request"):
        shown = urlsplit(request.headers.get("HX-Current-URL", ""))
        return Response(status_code=401, headers={"HX-Redirect": _sign_in(shown.path, shown.query)})
    if request.url.path.endswith("/events"):
        return Response(status_code=401)
    back = _sign_in(request.url.path, request.url.query) if request.method == "GET" else "/sign-in"
    return RedirectResponse(back, 303)


def _sign_in(path: str, query: str) -> str:
    """The way to the sign-in that leads back to this page."""
    back = f"{path}?{query}" if query else path
    return f"/sign-in?to={quote(back)}" if back else "/sign-in"
