"""Adapter. Whether Twilio's requests would reach a service of ours, which refuses those that nobody has signed."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx

from calllock.runtime.checkup import Finding
from calllock.runtime.twilio_form import UNSIGNED

_TWIML = "<Response"


async def webhook_check(what: str, url: str, service: str, signed: bool, client: httpx.AsyncClient) -> Finding:
    """An unsigned request to `url` must reach that service, which must refuse it if it is to be `signed`.

    Anything on the way may answer 200 or 403 too, so it counts for the service's own only by its words.
    """
    parts = urlsplit(url)
    try:
        response = await client.post(url, data={"CallSid": "CAdoctor"})
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        remedy = f"let {parts.scheme}://{parts.netloc} lead to the {service}: name, certificate, proxy or tunnel"
        return Finding(what, f"cannot be reached: {type(error).__name__}", remedy)
    if response.status_code == 403 and UNSIGNED in response.text:
        return Finding(what, f"{parts.netloc} leads to a {service} that checks signatures")
    if response.status_code != 200 or _TWIML not in response.text:
        remedy = f"let what stands in front pass /twilio/ on to the {service}, and see that the {service} runs"
        return Finding(what, f"{url} answers {response.status_code}, and not as the {service} does", remedy)
    if signed:
        return Finding(what, "an unsigned request was answered", f"set TWILIO_AUTH_TOKEN where the {service} runs")
    return Finding(what, f"{parts.netloc} leads to a {service} that checks no signatures")
