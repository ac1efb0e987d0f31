"""Adapter. One attempt at a webhook."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import httpx

from calllock.runtime.clock import Clock
from post_call_worker.delivery.decision import Outcome
from post_call_worker.delivery.posting import post_once
from post_call_worker.delivery.queue import Claimed
from post_call_worker.delivery.signing import headers_for
from post_call_worker.vocabulary import DeliveryKind, WebhookKind


class Sender:
    """Posts deliveries to the dashboard; redirects are not followed, because a secret goes along."""

    def __init__(
        self, client: httpx.AsyncClient, urls: Mapping[WebhookKind, str], secrets: Sequence[str], clock: Clock
    ) -> None:
        self._client = client
        self._urls: dict[DeliveryKind, str] = {kind: url for kind, url in urls.items()}  # noqa: C416 - for the wider key
        self._secrets = tuple(secrets)
        self._clock = clock

    async def attempt(self, claimed: Claimed) -> Outcome:
        """Post it once; never raises for what the receiver or the network does."""
        body = json.dumps(claimed.body, ensure_ascii=False, separators=(",", ":")).encode()
        headers = headers_for(claimed.id, body, self._clock.now(), self._secrets)
        request = self._client.build_request("POST", self._urls[claimed.kind], content=body, headers=headers)
        return await post_once(self._client, request, self._clock)
