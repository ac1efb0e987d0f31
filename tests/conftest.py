"""Shell. Real servers for the tests: each test gets a NATS of its own and a fresh, migrated database."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from calllock_local.nats_server import NatsServer
from calllock_local.postgres_server import PostgresServer
from tests.containers import PostgresContainer, nats_container, postgres_container
from tests.folders import passable_folder

_TEMPLATE = "migrated"

_REAL_TIME = (
    ("tests/e2e/test_gateways", "tests/integration/test_voice_gateway_", "tests/integration/test_vendors_in_calls"),
    (
        *("tests/e2e/test_phone_calls", "tests/integration/test_speech_", "tests/integration/test_telephone_"),
        *(
            f"tests/unit/voice_gateway/speech/test_{vendor}"
            for vendor in ("deepgram", "elevenlabs", "openai", "vendor")
        ),
    ),
)
_ONE_POSTGRES = (
    *("tests/integration/test_post_call_worker", "tests/integration/test_console_", "tests/integration/test_local_"),
    "tests/security/",
)
_IN_ONE_PROCESS = (*_REAL_TIME, _ONE_POSTGRES)
"""Beginnings of the paths of tests that run one after another though there are several processes (`-n`). Two of them
speak, or wait a few tenths of a second, in real time: they begin first, and the others let them go before."""
_OTHERS_NICENESS = 10


def _together(nodeid: str) -> tuple[str, ...]:
    """The beginnings that it is listed with; those of its file alone when it is not."""
    file = nodeid.partition("::")[0]
    return next((beginnings for beginnings in _IN_ONE_PROCESS if file.startswith(beginnings)), (file,))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those in real time first: two processes begin with them."""
    items.sort(key=lambda item: _together(item.nodeid) not in _REAL_TIME)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """What keeps the processors busy must not make what happens in real time late."""
    if "PYTEST_XDIST_WORKER" in os.environ and _together(item.nodeid) not in _REAL_TIME:
        os.setpriority(os.PRIO_PROCESS, 0, _OTHERS_NICENESS)


class _ByFile(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Hands the tests out by file, or by what must run in one process."""

    def _split_scope(self, nodeid: str) -> str:
        return _together(nodeid)[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """How tests are shared among several processes (`-n`)."""
    return _ByFile(config, log)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--servers=docker` runs NATS and Postgres as containers; by default they are those of the Python packages."""
    parser.addoption(
        "--servers", choices=("embedded", "docker"), default="embedded", help="where NATS and Postgres run"
    )


@pytest.fixture
def nats_server(tmp_path: Path) -> Iterator[NatsServer]:
    """An empty nats-server with JetStream (35 ms); may be stopped, killed and started again."""
    with NatsServer(tmp_path / "nats") as server:
        yield server


@pytest.fixture
def nats_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Where an empty NATS listens, of this test alone."""
    if request.config.getoption("servers") == "docker":
        with nats_container() as url:
            yield url
    else:
        server: NatsServer = request.getfixturevalue("nats_server")
        yield server.url


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One Postgres for the whole run, with the database `migrated` as a template."""
    with passable_folder() as folder, PostgresServer(folder, settings={"fsync": "off"}) as server:
        server.create_database(_TEMPLATE)
        _migrate(server.url(_TEMPLATE))
        yield server


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest) -> Iterator[PostgresServer | PostgresContainer]:
    """The server of `postgres_url`, with the database `migrated` as a template."""
    if request.config.getoption("servers") == "docker":
        with postgres_container() as container:
            container.create_database(_TEMPLATE)
            _migrate(container.url(_TEMPLATE))
            yield container
    else:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        yield server


@pytest.fixture
def postgres_url(databases: PostgresServer | PostgresContainer) -> Iterator[str]:
    """The URL of a database that this test alone uses, with the schema of today and no rows."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    databases.create_database(name, template=_TEMPLATE)
    yield databases.url(name)
    databases.drop_database(name)


def _migrate(url: str) -> None:
    if importlib.util.find_spec("post_call_worker.__main__") is None:
        return
    done = subprocess.run(
        [sys.executable, "-m", "post_call_worker", "migrate"],
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if done.returncode != 0:
        pytest.fail(f"migration failed: {done.stdout}{done.stderr}", pytrace=False)
