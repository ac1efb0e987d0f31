"""Shell. The console as part of the worker's web application."""

from __future__ import annotations

from fastapi import FastAPI, HTTPException, Request
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.types import Scope

from post_call_worker.console import (
    account_pages,
    call_pages,
    inbox_pages,
    live_pages,
    my_api,
    numbers_pages,
    recording_pages,
    replay_pages,
    sign_in,
    sound_pages,
    talk_pages,
)
from post_call_worker.console.access import NotSignedIn, ask_to_sign_in
from post_call_worker.console.dependencies import Console
from post_call_worker.console.rendering import STATIC, page
from post_call_worker.console.security_headers import SecurityHeaders

_PAGES = (
    sign_in.router,
    live_pages.router,
    inbox_pages.router,
    call_pages.router,
    numbers_pages.router,
    account_pages.router,
    talk_pages.router,
    sound_pages.router,
    recording_pages.router,
    replay_pages.router,
)


class _Kept(StaticFiles):
    """Static files under a path that changes with them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """See `StaticFiles`; the first part of the path is the version."""
        answer = await super().get_response(path.partition("/")[2], scope)
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer


def add_console(app: FastAPI, console: Console) -> None:
    """Serve the console on this application, and guard all of its routes."""
    app.state.console = console
    app.add_exception_handler(NotSignedIn, ask_to_sign_in)
    app.add_exception_handler(StarletteHTTPException, _refuse)
    app.add_exception_handler(RequestValidationError, _ask_again)
    app.add_middleware(SecurityHeaders, secure=console.secure)
    app.mount("/static", _Kept(directory=STATIC))
    for router in _PAGES:
        app.include_router(router, include_in_schema=False)
    app.include_router(my_api.router)
    my_api.describe(app)


async def _ask_again(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    if _wants_data(request):
        return await request_validation_exception_handler(request, error)
    faults = "; ".join(f"{fault['loc'][-1]}: {fault['msg']}" for fault in error.errors())
    return page(request, "refused.html", None, status=422, code=422, why=faults)


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException | StarletteHTTPException)
    if _wants_data(request):
        return await http_exception_handler(request, error)
    return page(request, "refused.html", None, status=error.status_code, code=error.status_code, why=error.detail)


def _wants_data(request: Request) -> bool:
    """Whether it is no browser that asks for a page."""
    return request.url.path.startswith("/api") or "text/html" not in request.headers.get("accept", "")
