"""Shell. What the services' doctors share: checks, each with a time limit, and their report."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TextIO

import httpx

from calllock.runtime.clock import Clock

CHECK_LIMIT_S = 10.0
MOST_SKEW_S = 5.0
"""Signatures and tokens allow for more, but a clock that is so far off is not kept by anybody."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; with `remedy` it is a fault, and that is what to do."""

    what: str
    seen: str
    remedy: str = ""

    @property
    def well(self) -> bool:
        return not self.remedy


Check = Callable[[], Awaitable[Finding]]


async def run_checks(checks: Mapping[str, Check]) -> list[Finding]:
    """All of them side by side, in their order; one that breaks or hangs is a fault of its own."""
    return list(await asyncio.gather(*(_run(what, check) for what, check in checks.items())))


async def consult(checks_of: Callable[[httpx.AsyncClient], Mapping[str, Check]], out: TextIO) -> int:
    """Runs the checks with a client of their own and reports; the exit code. Settings were read, so they are well."""
    async with httpx.AsyncClient(timeout=CHECK_LIMIT_S, follow_redirects=False) as client:
        findings = await run_checks(checks_of(client))
    return report([Finding("settings", "complete, and each of its kind"), *findings], out)


async def _run(what: str, check: Check) -> Finding:
    try:
        async with asyncio.timeout(CHECK_LIMIT_S):
            return await check()
    except TimeoutError:
        return Finding(what, f"no answer within {CHECK_LIMIT_S:g} s", "find out what keeps it: network, DNS, firewall")
    except Exception as error:  # noqa: BLE001 - a check that breaks is a finding, not the end of the report
        return Finding(what, type(error).__name__, "see that its settings are right and that it can be reached")


def report(findings: Sequence[Finding], out: TextIO) -> int:
    """Prints them, a fault with what to do; the exit code, 1 when there is a fault."""
    width = max((len(finding.what) for finding in findings), default=0)
    for finding in findings:
        out.write(f"{'ok   ' if finding.well else 'FAULT'} {finding.what:<{width}}  {finding.seen}\n")
        if not finding.well:
            out.write(f"      {'':<{width}}  -> {finding.remedy}\n")
    faults = sum(not finding.well for finding in findings)
    out.write(f"{len(findings) - faults} well, {faults} at fault\n")
    return 1 if faults else 0


@dataclass(frozen=True, slots=True)
class Probe:
    """One cheap request that tells whether an address and a key are right."""

    what: str
    method: str
    url: str
    headers: Mapping[str, str]
    well: Iterable[int]
    """Status codes that say that it is."""
    key_setting: str
    url_setting: str
    json: object = None


async def send(probe: Probe, client: httpx.AsyncClient) -> Finding:
    """What the answer says; never shows the key."""
    try:
        response = await client.request(probe.method, probe.url, headers=dict(probe.headers), json=probe.json)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        remedy = f"check {probe.url_setting}, and that this machine may connect to it"
        return Finding(probe.what, f"cannot be reached: {type(error).__name__}", remedy)
    status = response.status_code
    if status in probe.well:
        return Finding(probe.what, "reached, and the key is good")
    if status in (401, 403):
        return Finding(probe.what, f"refuses the key ({status})", f"put the right key into {probe.key_setting}")
    return Finding(probe.what, f"answers {status}", f"check {probe.url_setting}, and what runs there")


async def clock_check(url: str, client: httpx.AsyncClient, clock: Clock) -> Finding:
    """This machine's clock against that of a server which tells the time in its answers."""
    what = "clock"
    try:
        response = await client.head(url)
        theirs = parsedate_to_datetime(response.headers["date"])
    except (httpx.HTTPError, httpx.InvalidURL, KeyError, ValueError) as error:
        return Finding(what, f"nobody to compare with: {type(error).__name__}", f"see that {url} can be reached")
    skew_s = (clock.now() - theirs).total_seconds()
    if abs(skew_s) > MOST_SKEW_S:
        return Finding(what, f"{skew_s:+.0f} s off", "let NTP (chrony, systemd-timesyncd) keep this machine's clock")
    return Finding(what, "right")
