"""TLS between services: it is spoken where a URL asks for it, never given up silently, and strangers are refused."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import trustme
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from calllock.runtime import nats_bus
from calllock.runtime.bus import BusUnavailable
from calllock.runtime.bus_checkup import bus_check
from calllock.runtime.nats_bus import connect_nats
from calllock_local.child_process import Command
from calllock_local.nats_server import NatsServer
from post_call_worker import doctor
from post_call_worker.worker import connect_database

SSL_REQUEST = bytes.fromhex("00000008 04d2162f")
"""With which a Postgres client asks for TLS; the server answers with S, or with N."""


@pytest.fixture
def authority(tmp_path: Path) -> trustme.CA:
    """It vouches for whoever is called 127.0.0.1."""
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    made.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(tmp_path / "server.pem"))
    return made


class TlsNats(NatsServer):
    """A server that speaks TLS and nothing else."""

    def prepare(self) -> Command:
        command = super().prepare()
        pem = self.folder.parent / "server.pem"
        with (self.folder / "nats.conf").open("a", encoding="utf-8") as configuration:
            configuration.write(f'tls {{ cert_file: "{pem}", key_file: "{pem}" }}\n')
        return command

    @property
    def url(self) -> str:
        return super().url.replace("nats://", "tls://")


@pytest.fixture
def tls_nats(authority: trustme.CA, tmp_path: Path) -> Iterator[TlsNats]:
    with TlsNats(tmp_path / "nats") as server:
        yield server


async def test_the_bus_speaks_tls_with_a_server_that_the_machine_trusts(
    tls_nats: TlsNats, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    bus = await connect_nats(tls_nats.url, name="test")
    assert bus.connected
    await bus.close()


async def test_a_server_that_nobody_vouches_for_is_no_bus(tls_nats: TlsNats, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nats_bus, "CONNECT_LIMIT_S", 2.0)
    with pytest.raises(BusUnavailable, match="SSLCertVerificationError"):
        await connect_nats(tls_nats.url, name="test")


async def test_a_bus_over_tls_does_not_make_do_without(nats_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nats_bus, "CONNECT_LIMIT_S", 2.0)
    with pytest.raises(BusUnavailable, match="NotEncrypted"):
        await connect_nats(nats_url.replace("nats://", "tls://"), name="test")


async def test_the_doctor_tells_no_password_to_a_server_without_tls(nats_url: str) -> None:
    found = await bus_check(nats_url.replace("nats://", "tls://user:secret@"))
    assert found.seen == "cannot be reached: NotEncrypted"


@asynccontextmanager
async def tls_postgres(url: str, pem: Path) -> AsyncIterator[tuple[str, list[bytes]]]:
    """The URL of a door that takes TLS off, and passes on to the Postgres of `url`; and what came before TLS."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem)
    plain: list[bytes] = []
    behind = urlsplit(url)

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while part := await reader.read(65_536):
            writer.write(part)
            await writer.drain()
        writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        plain.append(await reader.readexactly(len(SSL_REQUEST)))
        writer.write(b"S")
        await writer.drain()
        try:
            await writer.start_tls(context)
        except (ssl.SSLError, ConnectionError):
            return
        inside, outside = await asyncio.open_connection(behind.hostname, behind.port)
        await asyncio.gather(pump(reader, outside), pump(inside, writer), return_exceptions=True)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    yield behind._replace(netloc=f"{behind.netloc.rpartition('@')[0]}@127.0.0.1:{port}").geturl(), plain
    server.close()


async def test_the_database_is_asked_over_tls_where_the_url_says_so(
    postgres_url: str, authority: trustme.CA, tmp_path: Path
) -> None:
    async with tls_postgres(postgres_url, tmp_path / "server.pem") as (url, plain):
        engine = connect_database(f"{url}?ssl=require")
        async with engine.connect() as connection:
            assert (await connection.execute(text("SELECT 1"))).scalar_one() == 1
        assert (await doctor.database_check(engine)).well
        await engine.dispose()
    assert set(plain) == {SSL_REQUEST}


async def test_a_database_without_tls_is_refused_where_the_url_asks_for_it(postgres_url: str) -> None:
    engine = connect_database(f"{postgres_url}?ssl=require")
    found = await doctor.database_check(engine)
    await engine.dispose()
    assert not found.well


@pytest.mark.parametrize("known", [True, False])
async def test_a_database_that_must_prove_who_it_is_needs_an_authority_that_we_know(
    known: bool,
    postgres_url: str,
    authority: trustme.CA,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    another = tmp_path / "another.pem"
    trustme.CA().cert_pem.write_to_path(str(another))
    monkeypatch.setenv("PGSSLROOTCERT", str(tmp_path / "authority.pem" if known else another))
    async with tls_postgres(postgres_url, tmp_path / "server.pem") as (url, _):
        engine = connect_database(f"{url}?ssl=verify-full")
        try:
            async with engine.connect() as connection:
                answered = (await connection.execute(text("SELECT 1"))).scalar_one() == 1
        except (SQLAlchemyError, OSError):
            answered = False
        await engine.dispose()
    assert answered is known
