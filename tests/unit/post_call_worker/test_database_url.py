"""Which database URLs are taken, and what is said of the others."""

from __future__ import annotations

import pytest

from post_call_worker.database_url import checked_database_url

BASE = "postgresql+asyncpg://worker:hidden@db.example.com:5432/calllock"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?",
        "?ssl=require",
        "?ssl=verify-full",
        "?ssl=verify_ca",
        "?prepared_statement_cache_size=0",
        "?ssl=require&prepared_statement_cache_size=0",
        "?target_session_attrs=read-write",
        "?passfile=/run/secrets/pgpass",
        "?user=other&password=a%3Fsecret&database=else",
    ],
)
def test_a_url_that_the_driver_takes_is_taken_as_it_stands(query: str) -> None:
    assert checked_database_url(BASE + query) == BASE + query


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+asyncpg://worker@/calllock?host=/run/postgresql",
        "postgresql+asyncpg://worker@/calllock?host=db1:5432&host=db2:5432",
        "postgresql+asyncpg://db.example.com/calllock",
        "postgresql+asyncpg://worker:hi?d=den@db.example.com/calllock",
    ],
)
def test_hosts_may_be_a_socket_or_several_and_a_password_may_look_like_a_query(url: str) -> None:
    assert checked_database_url(url) == url


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("sslmode=require", "asyncpg takes no sslmode: write ?ssl=require in its place"),
        ("sslmode=verify-full", "write ?ssl=verify-full in its place"),
        ("sslmode=hidden", "write ?ssl=require in its place"),
        ("sslmode=require&channel_binding=require", "write ?ssl=require in its place"),
        ("channel_binding=require", "takes no channel_binding in the query of a URL: leave it out"),
        ("pgbouncer=true", "takes no pgbouncer in the query of a URL: leave it out"),
        ("connect_timeout=hidden", "takes no connect_timeout in the query of a URL: leave it out"),
        ("sslrootcert=/hidden", "takes no sslrootcert in the query of a URL: set PGSSLROOTCERT"),
        ("ssl_min_protocol_version=TLSv1.3", "set PGSSLMINPROTOCOLVERSION"),
        ("application_name=hidden", "set it in Postgres, with ALTER ROLE"),
        ("dbname=hidden", "write database"),
        ("statement_cache_size=0", "takes no statement_cache_size"),
        ("timeout=5", "takes no timeout"),
        ("hid%40den=x", "takes no such key"),
        ("ssl=true", "has a wrong ssl: it is one of disable, allow, prefer, require, verify-ca, verify-full"),
        ("ssl=hidden", "has a wrong ssl"),
        ("ssl=require&ssl=require", "has ssl more than once"),
        ("target_session_attrs=hidden", "has a wrong target_session_attrs"),
        ("prepared_statement_cache_size=hidden", "has a wrong prepared_statement_cache_size"),
        ("host=db1&host=db2", "names hosts in its query that do not fit together"),
        ("port=hidden", "names hosts in its query that do not fit together"),
    ],
)
def test_what_the_driver_does_not_take_is_refused_by_name_and_its_value_is_not_shown(query: str, reason: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        checked_database_url(f"{BASE}?{query}")
    assert reason in str(refused.value)
    assert "hidden" not in str(refused.value)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+asyncpg://worker:hidden@db:port/x",
        "postgresql+asyncpg://worker:hidden@db:0/x",
        "postgresql+asyncpg://worker:hidden@db:99999/x",
        "postgresql://worker:hidden@db/x",
        "postgres://worker:hidden@db/x?sslmode=require",
        "nonsense",
    ],
)
def test_what_is_no_url_of_such_a_database_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"must be like postgresql\+asyncpg://|must begin with postgresql\+asyncpg://"):
        checked_database_url(url)
