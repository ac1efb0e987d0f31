"""Shell. What the edge writes into its log of requests that fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CADDYFILE = (Path(__file__).parents[2] / "deploy/edge/Caddyfile").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("uri", "logged"),
    [
        ("/acknowledge/CA123/the-proof", "/acknowledge"),
        ("/api/calls?q=+15125550142", "/api"),
        ("/inbox?words=Emily", "/inbox"),
        ("/twilio/voice?moved=1", "/twilio"),
        ("/?words=Emily", "/"),
        ("//Emily", "/"),
        ("https://console.example.com/inbox?words=Emily", ""),
    ],
)
def test_of_a_request_that_fails_only_the_beginning_of_its_path_is_logged(uri: str, logged: str) -> None:
    ((pattern, kept),) = re.findall(r"^\s*request>uri regexp (\S+) (\S+)$", CADDYFILE, re.MULTILINE)
    assert kept == "$1"
    assert re.sub(pattern, lambda found: found[1] or "", uri, count=1) == logged


def test_no_header_of_a_request_is_logged() -> None:
    assert "request>headers delete" in CADDYFILE
