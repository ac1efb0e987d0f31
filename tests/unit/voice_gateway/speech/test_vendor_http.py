"""Answers of vendors that are watched while they come."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from calllock.runtime.answer_limits import AnswerLimits
from tests.doubles.closes_slowly import ClosesSlowly
from voice_gateway.speech.faults import Fault, VendorFailed
from voice_gateway.speech.vendor_http import LARGEST_ANSWER, VendorHttp

HASTY = AnswerLimits(first_s=0.5, stall_s=0.4, total_s=1.2)
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@asynccontextmanager
async def answered_with(*pieces: bytes | float) -> AsyncIterator[VendorHttp]:
    """A vendor that sends these bytes and waits these seconds, then closes, and a client of it."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        for piece in pieces:
            if isinstance(piece, float):
                await asyncio.sleep(piece)
            else:
                writer.write(piece)
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    vendor = VendorHttp(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", {}, HASTY)
    try:
        yield vendor
    finally:
        await vendor.close()
        server.close()


def chunk(body: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(body), body)


async def test_an_answer_is_read_to_its_end_though_it_comes_in_pieces() -> None:
    async with answered_with(CHUNKED, chunk(b"one "), *(0.15, chunk(b".")) * 5, chunk(b"")) as vendor:
        assert await vendor.post("/x") == b"one ....."


@pytest.mark.parametrize(
    ("pieces", "fault"),
    [
        ((5.0,), "late"),
        ((CHUNKED, chunk(b"one"), 5.0), "late"),
        ((CHUNKED, *(chunk(b"a"), 0.1) * 30), "late"),
        ((CHUNKED, chunk(b"one")), "unreachable"),
        ((b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",), "unreachable"),
        ((), "unreachable"),
        ((b"what is HTTP?\r\n\r\n",), "unreachable"),
        ((b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd",), "garbled"),
        ((b"HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n",), "refused"),
        ((b"HTTP/1.1 302 No\r\nLocation: /\r\nContent-Length: 0\r\n\r\n",), "refused"),
        ((b"HTTP/1.1 429 No\r\nContent-Length: 0\r\n\r\n",), "busy"),
        ((b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n",), "broken"),
    ],
)
async def test_whatever_goes_wrong_has_a_name_and_an_end(pieces: tuple[bytes | float, ...], fault: Fault) -> None:
    began = time.perf_counter()
    async with answered_with(*pieces) as vendor:
        with pytest.raises(VendorFailed) as failed:
            await vendor.post("/x")
    assert failed.value.fault == fault
    assert time.perf_counter() - began < 2 * HASTY.total_s


async def test_a_vendor_that_is_not_there_is_unreachable() -> None:
    vendor = VendorHttp("http://127.0.0.1:9", {}, HASTY)
    with pytest.raises(VendorFailed, match="unreachable: ConnectError"):
        await vendor.post("/x")


async def test_an_answer_without_end_is_not_held_in_memory() -> None:
    endless = (CHUNKED, *(chunk(bytes(LARGEST_ANSWER // 4)),) * 6)
    async with answered_with(*endless) as vendor:
        with pytest.raises(VendorFailed, match="too long"):
            await vendor.post("/x")


async def test_a_limit_that_passes_as_the_answer_is_closed_leaves_the_connection_to_others() -> None:
    answer = ClosesSlowly()
    vendor = VendorHttp("https://vendor.test", {}, AnswerLimits(first_s=0.01, stall_s=0.01, total_s=0.01))
    vendor._client = httpx.AsyncClient(transport=httpx.MockTransport(lambda _: httpx.Response(200, stream=answer)))
    assert (await vendor.post("https://vendor.test/x"), answer.given_back) == (b"{}", True)
