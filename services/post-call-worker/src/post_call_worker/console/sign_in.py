"""Shell. Signing in and out."""

from __future__ import annotations

import secrets
from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from calllock.runtime.allowance import source_of
from post_call_worker.console.access import (
    SESSION_COOKIE,
    VISIT_COOKIE,
    OfConsole,
    Posting,
    check_form,
)
from post_call_worker.console.accounts import SESSION_DAYS
from post_call_worker.console.dependencies import Console
from post_call_worker.console.hashed_keys import form_token
from post_call_worker.console.rendering import page

router = APIRouter()

_log = structlog.get_logger()
_START = "/inbox"
_DAY_S = 86_400


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
    """A session for who knows the password; ten tries, then one in half a minute."""
    key = request.cookies.get(VISIT_COOKIE, "")
    await check_form(request, form_token(key) if key else "no visit")
    name, source = email.strip().lower(), source_of(request.client.host if request.client else "")
    if not _may_try(console, name, source):
        _log.warning("sign_in.limited")
        return _form(
            request, key, to=to, email=email, fault="Too many tries. Wait a minute, then try again.", status=429
        )
    account = await console.accounts.by_password(email, password)
    if account is None:
        _log.warning("sign_in.refused")
        return _form(request, key, to=to, email=email, fault="E-mail address or password is wrong.", status=401)
    console.guesses_from.give_back(f"{name} {source}")
    session = await console.accounts.sign_in(account, console.now())
    _log.info("sign_in.accepted", account=account.id)
    inside = RedirectResponse(_inside(to), 303)
    inside.set_cookie(
        SESSION_COOKIE, session, httponly=True, samesite="lax", secure=console.secure, max_age=SESSION_DAYS * _DAY_S
    )
    return inside


@router.post("/sign-out")
async def go(console: OfConsole, visitor: Posting) -> Response:
    """The session ends, here and everywhere."""
    await console.accounts.sign_out(visitor.key)
    outside = RedirectResponse("/sign-in", 303)
    outside.delete_cookie(SESSION_COOKIE)
    return outside


def _may_try(console: Console, name: str, source: str) -> bool:
    now_s = console.clock.monotonic()
    return (
        console.visits.take(source, now_s)
        and console.guesses_from.take(f"{name} {source}", now_s)
        and console.guesses.take(name, now_s)
    )


def _form(request: Request, key: str, *, to: str, email: str, fault: str = "", status: int = 200) -> Response:
    return page(
        request, "sign_in.html", None, status=status, token=form_token(key), to=_inside(to), email=email, fault=fault
    )


def _inside(to: str) -> str:
    """A path of the console; whatever may lead elsewhere is replaced by its beginning."""
    inside = to.startswith("/") and not to.startswith("//") and "\\" not in to and to.isprintable()
    return to if inside else _START
