"""Shell. How fast the console is with many stored calls: `python -m tests.load.bench_console [CALLS]`.

A worker process over a real NATS and a real Postgres; pages are asked for one after another over HTTP.
First byte and whole page are wall time at the client, so they hold the client's share of the machine.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import statistics
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from sqlalchemy import ClauseElement, Executable, Select, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import load_profiles
from calllock_local.nats_server import NatsServer
from calllock_local.postgres_server import PostgresServer
from calllock_local.terminal import say
from calllock_local.workspace import BUSINESSES
from post_call_worker.call_store import CallStore
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.console.filters import Filters
from post_call_worker.console.inbox_query import page_query
from post_call_worker.migrating import migrate
from post_call_worker.record_keeper import RecordKeeper
from post_call_worker.worker import connect_database
from tests.browser.invented_calls import a_day_of_calls
from tests.browser.running import Running, running, signed_in
from tests.doubles.memory_bus import MemoryBus

ROUNDS = 30
FIRST_BYTE_MS, WHOLE_PAGE_MS = 50, 200
"""What any page of the inbox is to keep to with a hundred thousand stored calls."""
_SPAN = timedelta(days=30)
PAGES = {
    "inbox": "/inbox",
    "inbox, its 20th page": "",
    "inbox, one business": "/inbox?business=ace-cooling",
    "inbox, red": "/inbox?priority=red",
    "inbox, out of area": "/inbox?business=ace-cooling&outcome=out_of_area",
    "inbox, by tag": "/inbox?tag=GAS_LEAK",
    "inbox, unread": "/inbox?mark=unseen",
    "inbox, not delivered": "/inbox?undelivered=true",
    "inbox, by name": "/inbox?words=emily+carter",
    "inbox, by number": "/inbox?words=(512)+555-1333",
    "a call": "/calls/CA0009",
    "numbers, 7 days": "/numbers?days=7",
    "numbers, 30 days": "/numbers?days=30",
}
_MULTIPLY = (
    """
    INSERT INTO calls (call_sid, {columns}, started_at)
    SELECT call_sid || '-' || n, {columns}, CAST(:now AS timestamptz) - n * CAST(:span AS interval) / {copies}
    FROM calls, generate_series(1, {copies}) n
    """,
    """
    INSERT INTO deliveries (id, call_sid, business, kind, body, status, attempts, due_at, created_at)
    SELECT id || '-' || n, call_sid || '-' || n, business, kind, body,
           CASE WHEN n % 500 = 0 THEN 'dead' ELSE 'delivered' END, 1, due_at,
           CAST(:now AS timestamptz) - n * CAST(:span AS interval) / {copies}
    FROM deliveries, generate_series(1, {copies}) n
    """,
)
_GENERATED = {"call_sid", "started_at", "tags", "words", "response_ms"}


class _Explain(Executable, ClauseElement):
    """How Postgres would answer a statement."""

    inherit_cache = False

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        self.statement = statement


@compiles(_Explain)
def _explain(element: _Explain, compiler: SQLCompiler, **options: Any) -> str:
    return f"EXPLAIN {compiler.process(element.statement, **options)}"


async def _fill(engine: AsyncEngine, calls: int) -> None:
    """Invented calls, each stored as the worker does, then copied over the last days."""
    clock = SystemClock()
    keeper = RecordKeeper(MemoryBus(clock), CallStore(engine), load_profiles(BUSINESSES), package_signals(), clock)
    day = a_day_of_calls(clock.now())
    for log in day:
        for message in log.messages:
            await keeper.bus.publish(message)
        record, entries = await keeper.read(log.messages[0].call_sid)
        await keeper.keep(record, entries)
    async with engine.begin() as connection:
        await connection.execute(text("SET LOCAL statement_timeout = 0"))
        named = await connection.execute(
            text("SELECT column_name FROM information_schema.columns WHERE table_name = 'calls'")
        )
        columns = ", ".join(sorted({str(name) for name in named.scalars()} - _GENERATED))
        for statement in _MULTIPLY:
            filled = text(statement.format(columns=columns, copies=max(1, calls // len(day))))
            await connection.execute(filled, {"now": clock.now(), "span": _SPAN})
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("VACUUM ANALYZE"))


async def _plans(engine: AsyncEngine) -> list[str]:
    """The inbox's questions that Postgres answers by reading a whole table; there should be none."""
    asked = [path.partition("?")[2] for path in PAGES.values() if path.startswith("/inbox")]
    slow = []
    zone = next(iter(load_profiles(BUSINESSES))).zone
    async with engine.connect() as connection:
        for query in asked:
            filters = Filters.model_validate(dict(httpx.QueryParams(query)))
            statement = page_query(None, filters, None, ZoneInfo(zone))
            plan = "\n".join((await connection.execute(_Explain(statement))).scalars())
            if "Seq Scan" in plan:
                slow.append(f"{query or 'everything'}:\n{plan}")
    return slow


async def _twentieth_page(client: httpx.AsyncClient) -> str:
    path = "/inbox"
    for _ in range(19):
        page = await client.get(path, headers={"HX-Request": "true"})
        found = re.search(r'hx-get="([^"]+)" hx-trigger="revealed', page.text)
        assert found
        path = found.group(1).replace("&amp;", "&")
        await asyncio.sleep(0.1)
    return path


async def _measure(at: Running) -> None:
    clock = SystemClock()
    client = await signed_in(at)
    say(f"  medians of {ROUNDS}; aim for the inbox: first byte below {FIRST_BYTE_MS} ms, page below {WHOLE_PAGE_MS} ms")
    say(f"  {'page':<24} {'first byte':>12} {'whole page':>12} {'slowest':>10}   size")
    for name, path in PAGES.items():
        asked = path or await _twentieth_page(client)
        firsts, wholes, size = [], [], 0
        for _ in range(ROUNDS):
            began = clock.monotonic()
            async with client.stream("GET", asked) as answer:
                assert answer.status_code == httpx.codes.OK, f"{asked}: {answer.status_code}"
                firsts.append(clock.monotonic() - began)
                size = len(await answer.aread())
            wholes.append(clock.monotonic() - began)
            await asyncio.sleep(0.1)  # a person does not ask faster, and the worker would refuse
        first, whole = statistics.median(firsts) * 1000, statistics.median(wholes) * 1000
        slow = name.startswith("inbox") and not (first < FIRST_BYTE_MS and whole < WHOLE_PAGE_MS)
        say(
            f"  {name:<24} {first:>9.0f} ms {whole:>9.0f} ms {max(wholes) * 1000:>7.0f} ms   {size / 1024:.0f} KiB"
            f"{'   NOT MET' if slow else ''}"
        )
    await client.aclose()


async def _filled(url: str, calls: int) -> None:
    engine = connect_database(url)
    await migrate(engine)
    await engine.dispose()
    patient = create_async_engine(url)
    began = SystemClock().monotonic()
    await _fill(patient, calls)
    say(f"console: {calls} calls stored in {SystemClock().monotonic() - began:.0f} s; the inbox's plans:")
    slow = await _plans(patient)
    say("\n".join(slow) if slow else "  no question of the inbox reads a whole table")
    await patient.dispose()


def main(calls: int = 100_000) -> None:
    """Fill, measure, throw away."""
    folder = Path(tempfile.mkdtemp(prefix="calllock-bench-"))
    folder.chmod(0o711)
    try:
        with PostgresServer(folder, settings={"fsync": "off"}) as postgres, NatsServer(folder / "nats") as nats:
            postgres.create_database("bench")
            url = postgres.url("bench")
            asyncio.run(_filled(url, calls))
            with running(nats.url, url, folder) as at:
                asyncio.run(_measure(at))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("calls", type=int, nargs="?", default=100_000)
    main(parser.parse_args().calls)
