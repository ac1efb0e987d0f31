"""Shell. A call as an account may see it: stored or in progress, and never another business's."""

from __future__ import annotations

from typing import Any

from fastapi import HTTPException
from pydantic import ValidationError

from post_call_worker.archive import KEPT_NO_LONGER
from post_call_worker.classification.result import Classification
from post_call_worker.console.accounts import Account
from post_call_worker.console.call_view import SeenCall
from post_call_worker.console.dependencies import Console
from post_call_worker.folding import UnusableLog
from post_call_worker.record import CallRecord
from post_call_worker.record_keeper import UnknownBusiness


async def seen_call(console: Console, account: Account, call_sid: str) -> SeenCall:
    """The call; raises 404 when it is unknown or somebody else's, without saying which."""
    stored = await console.archive.call(call_sid) or {"record": None, "deliveries": []}
    try:
        if stored["record"] is not None:
            record = CallRecord.model_validate(stored["record"])
            classification = Classification.model_validate(stored["classification"])
        else:
            record, _ = await console.keeper.read(call_sid)
            classification = await console.keeper.classified(record)
    except (UnusableLog, UnknownBusiness):
        raise HTTPException(404, "no such call") from None
    except ValidationError:
        raise HTTPException(409, "this call was stored by another version: reprocess it") from None
    if not account.sees(record.business):
        raise HTTPException(404, "no such call")
    return SeenCall(record, classification, stored["deliveries"], stored["record"] is not None)


async def seen_delivery(console: Console, account: Account, delivery_id: str) -> dict[str, Any]:
    """The delivery with its attempts; raises 404 as `seen_call` does."""
    delivery = await console.archive.delivery(delivery_id)
    if delivery is None or not account.sees(delivery["business"]):
        raise HTTPException(404, "no such delivery")
    return delivery


async def resend(console: Console, account: Account, delivery_id: str) -> None:
    """Make a delivery that came to no good end due again; raises 404 and 409."""
    delivery = await seen_delivery(console, account, delivery_id)
    if not await console.archive.retry(delivery_id, console.now()):
        arrived = "only what was not delivered can be sent again; reload the page"
        raise HTTPException(409, arrived if delivery["body"] else KEPT_NO_LONGER)
    console.deliveries.wake()
