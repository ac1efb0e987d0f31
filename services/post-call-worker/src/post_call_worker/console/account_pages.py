"""Shell. The account page: who is signed in, and the tokens of their programs."""

from __future__ import annotations

from typing import Annotated

import structlog
from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from post_call_worker.console.access import OfConsole, Posting, SignedIn, Visitor
from post_call_worker.console.api_view import operations
from post_call_worker.console.dependencies import Console
from post_call_worker.console.labels import moment_label
from post_call_worker.console.rendering import page

router = APIRouter(prefix="/account")

_log = structlog.get_logger()
_MOST_TOKENS = 20


@router.get("")
async def account(request: Request, console: OfConsole, visitor: SignedIn) -> Response:
    """Who is signed in, and the API."""
    return await _shown(request, console, visitor)


@router.post("/tokens")
async def issue(
    request: Request, console: OfConsole, visitor: Posting, name: Annotated[str, Form(min_length=1, max_length=60)]
) -> Response:
    """Another token; it is shown this once."""
    if len(await console.accounts.tokens(visitor.account)) >= _MOST_TOKENS:
        raise HTTPException(409, f"an account has {_MOST_TOKENS} tokens at most; revoke one first")
    token = await console.accounts.issue_token(visitor.account, name.strip() or "unnamed", console.now())
    _log.info("token.issued", account=visitor.account.id)
    return await _shown(request, console, visitor, token=token)


@router.post("/tokens/{token_id}/revoke")
async def revoke(console: OfConsole, visitor: Posting, token_id: str) -> Response:
    """The token opens nothing any more."""
    await console.accounts.revoke_token(visitor.account, token_id)
    _log.info("token.revoked", account=visitor.account.id)
    return RedirectResponse("/account", 303)


async def _shown(request: Request, console: Console, visitor: Visitor, *, token: str = "") -> Response:
    businesses = console.businesses(visitor.account.businesses)
    zone = console.business(next(iter(businesses), "")).zone
    return page(
        request,
        "account.html",
        visitor,
        businesses=businesses,
        tokens=[
            (one.id, one.name, moment_label(one.created_at, zone))
            for one in await console.accounts.tokens(visitor.account)
        ],
        token=token,
        operations=operations(request.app.openapi(), "/api/my"),
        base=str(request.base_url).rstrip("/"),
    )
