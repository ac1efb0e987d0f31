"""Adapter. One attempt at a webhook."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import httpx

from calllock.runtime.clock import Clock
from post_call_worker.delivery.decision import REFUSED, Outcome
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
        """Post it once, or where a secret is refused, once with each; never raises for what the receiver or the network
        does. The secret that was accepted is the first to be sent from then on."""
        secrets = self._secrets
        outcome = await self._post(claimed, secrets)
        for _ in secrets[1:]:
            if outcome.status_code not in REFUSED:
                break
            secrets = (*secrets[1:], secrets[0])
            outcome = await self._post(claimed, secrets)
        if outcome.status_code is not None and outcome.status_code not in REFUSED:
            self._secrets = secrets
        return outcome

    async def _post(self, claimed: Claimed, secrets: Sequence[str]) -> Outcome:
        body = json.dumps(claimed.body, ensure_ascii=False, separators=(",", ":")).encode()
        headers = headers_for(claimed.id, body, self._clock.now(), secrets)
        request = self._client.build_request("POST", self._urls[claimed.kind], content=body, headers=headers)
        return await post_once(self._client, request, self._clock)
