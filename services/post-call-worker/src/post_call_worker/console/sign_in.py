"""Shell. Signing in and out."""

from __future__ import annotations

import secrets
from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from calllock.runtime.allowance import source_of
from post_call_worker.console.access import (
    KNOWN_COOKIE,
    SESSION_COOKIE,
    VISIT_COOKIE,
    OfConsole,
    Posting,
    check_form,
)
from post_call_worker.console.accounts import SESSION_DAYS
from post_call_worker.console.dependencies import Console
from post_call_worker.console.hashed_keys import form_token, same
from post_call_worker.console.rendering import page

router = APIRouter()

_log = structlog.get_logger()
_START = "/inbox"
_DAY_S = 86_400
_KNOWN_DAYS = 180


@router.get("/")
async def start() -> Response:
    """The console begins with the inbox."""
    return RedirectResponse(_START, 303)


@router.get("/sign-in")
async def ask(request: Request, console: OfConsole, to: str = _START, email: str = "") -> Response:
    """The form."""
    key = request.cookies.get(VISIT_COOKIE) or secrets.token_urlsafe(32)
    shown = _form(request, key, to=to, email=email)
    shown.set_cookie(VISIT_COOKIE, key, httponly=True, samesite="strict", secure=console.secure, max_age=_DAY_S)
    return shown


@router.post("/sign-in")
async def come_in(
    request: Request,
    console: OfConsole,
    email: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=400)] = "",
    to: Annotated[str, Form(max_length=2000)] = _START,
) -> Response:
    """A session for whoever knows the password; ten tries, then one in half a minute."""
    key = request.cookies.get(VISIT_COOKIE, "")
    await check_form(request, form_token(key) if key else "")
    name, source = email.strip().lower(), source_of(request.client.host if request.client else "")
    if not await _may_try(console, name, source, request.cookies.get(KNOWN_COOKIE, "")):
        _log.warning("sign_in.limited")
        return _form(
            request, key, to=to, email=email, fault="Too many tries. Wait a minute, then try again.", status=429
        )
    account = await console.accounts.by_password(email, password)
    if account is None:
        _log.warning("sign_in.refused")
        return _form(request, key, to=to, email=email, fault="E-mail address or password is wrong.", status=401)
    console.guesses_from.give_back(f"{name} {source}")
    console.guesses_from.give_back(_known(name))
    session = await console.accounts.sign_in(account, console.now())
    _log.info("sign_in.accepted", account=account.id)
    inside = RedirectResponse(_inside(to), 303)
    inside.set_cookie(
        SESSION_COOKIE, session, httponly=True, samesite="lax", secure=console.secure, max_age=SESSION_DAYS * _DAY_S
    )
    known = await console.accounts.known_browser(name)
    inside.set_cookie(
        KNOWN_COOKIE, known, httponly=True, samesite="strict", secure=console.secure, max_age=_KNOWN_DAYS * _DAY_S
    )
    return inside


@router.post("/sign-out")
async def go(console: OfConsole, visitor: Posting) -> Response:
    """The session ends, wherever its cookie has been taken to."""
    await console.accounts.sign_out(visitor.key)
    outside = RedirectResponse("/sign-in", 303)
    outside.delete_cookie(SESSION_COOKIE)
    return outside


async def _may_try(console: Console, name: str, source: str, kept: str) -> bool:
    now_s = console.clock.monotonic()
    if not (console.visits.take(source, now_s) and console.guesses_from.take(f"{name} {source}", now_s)):
        return False
    if console.guesses.take(name, now_s):
        return True
    known = await console.accounts.known_browser(name) if kept else ""
    return bool(known) and same(kept, known) and console.guesses_from.take(_known(name), now_s)


def _known(name: str) -> str:
    """The key of the guesses that an account's own browsers share, wherever they are."""
    return f"{name} known"


def _form(request: Request, key: str, *, to: str, email: str, fault: str = "", status: int = 200) -> Response:
    return page(
        request, "sign_in.html", None, status=status, token=form_token(key), to=_inside(to), email=email, fault=fault
    )


def _inside(to: str) -> str:
    """A path of the console; whatever may lead elsewhere is replaced by its beginning."""
    inside = to.startswith("/") and not to.startswith("//") and "\\" not in to and to.isprintable()
    return to if inside else _START
