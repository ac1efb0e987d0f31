"""Adapter. Questions to the worker's API, and its answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from calllock.runtime.gate import ANSWER_LIMIT_S
from calllock_local.settings import LocalSettings
from calllock_local.state_folder import StateFolder

_PATIENCE_S = ANSWER_LIMIT_S + 5.0
"""A worker takes as long as its gate lets it: to forget somebody it looks at the beginning of every call."""
_NO_SUCH_ROUTE = "Not Found"
"""What every service of ours answers where it has no route; of what is missing itself, a worker says what it is."""


class Refused(Exception):
    """The worker did not do what was asked; the message says why."""


def ask_worker(
    method: str,
    path: str,
    *,
    worker: str | None = None,
    params: Mapping[str, str | list[str]] | None = None,
    body: Mapping[str, str] | None = None,
) -> Any:
    """The JSON that a worker answers: the one at that URL, by default that of the local run. Raises `Refused`."""
    settings = LocalSettings()
    base = worker or StateFolder(settings.calllock_state).running().worker_url
    token = settings.worker_api_token.get_secret_value()
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        with httpx.Client(base_url=base, headers=headers, timeout=_PATIENCE_S) as client:
            answer = client.request(method, path, params=params, json=body)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Refused(f"no answer from {base}: {type(error).__name__}; check that a worker runs there") from None
    if answer.status_code != httpx.codes.OK:
        raise Refused(_reason(answer, base))
    try:
        return answer.json()
    except ValueError:
        raise Refused(f"{base} answers something that is not JSON; is it a worker?") from None


def _reason(answer: httpx.Response, base: str) -> str:
    if answer.is_redirect:
        return (
            f"{base} sends on to {answer.headers.get('location', 'somewhere')}; give --worker the address that answers"
        )
    if answer.status_code == httpx.codes.UNAUTHORIZED:
        return "the worker asks for its API token; set WORKER_API_TOKEN"
    try:
        detail = answer.json()["detail"]
    except (ValueError, KeyError, TypeError):
        return f"the worker answered {answer.status_code}"
    return f"{base} does not know what is asked; is it a worker?" if detail == _NO_SUCH_ROUTE else str(detail)
