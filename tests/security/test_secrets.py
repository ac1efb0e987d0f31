"""No secret lies in the tree, and none that a service is told comes out of it again."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

SHAPES = {
    "private key": r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    "Twilio account with token": r"\bAC[0-9a-f]{32}:[0-9a-f]{32}\b",
    "Twilio API key": r"\bSK[0-9a-f]{32}\b",
    "OpenAI key": r"\bsk-(?:proj-)?[A-Za-z0-9]{20,}",
    "ElevenLabs key": r"\bsk_[0-9a-f]{40,}",
    "AWS key": r"\bAKIA[0-9A-Z]{16}\b",
    "GitHub token": r"\bgh[pousr]_[A-Za-z0-9]{30,}",
    "Slack token": r"\bxox[abpr]-[A-Za-z0-9-]{10,}",
    "URL with a password": r"\b(?:postgres|postgresql\+asyncpg|nats|https?)://(?!user:)[\w.-]+:(?!hidden)[\w.-]{8,}@",
}
BINARY = {".png", ".ico", ".wav", ".woff2", ".gz"}


def written() -> Iterator[Path]:
    """Every file but what git ignores, found without git: a fresh machine need not have it."""
    ignored = {line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()} | {".git"}

    def kept(path: Path) -> bool:
        return path.name not in ignored and str(path.relative_to(ROOT)) not in ignored

    for folder, below, names in os.walk(ROOT):
        here = Path(folder)
        below[:] = [name for name in below if kept(here / name) and not name.endswith(".egg-info")]
        yield from (here / name for name in names if kept(here / name) and Path(name).suffix not in BINARY)


@pytest.mark.parametrize("shape", SHAPES)
def test_no_file_holds_what_looks_like_a_secret(shape: str) -> None:
    pattern = re.compile(SHAPES[shape])
    mine = Path(__file__)
    found = [
        f"{file.relative_to(ROOT)}: {match.group()[:12]}..."
        for file in written()
        if file != mine
        for match in pattern.finditer(file.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("shape", "example"),
    [
        ("private key", "-----BEGIN RSA PRIVATE KEY-----"),
        ("OpenAI key", "sk-proj-" + "a1" * 20),
        ("Twilio API key", "SK" + "0f" * 16),
        ("GitHub token", "ghp_" + "x" * 36),
        ("URL with a password", "postgresql+asyncpg://calllock:Tr0ub4dor-and-3@db/calllock"),
    ],
)
def test_the_scan_would_see_one(shape: str, example: str) -> None:
    assert re.search(SHAPES[shape], example)


def test_files_for_secrets_are_kept_out_of_git_and_of_images() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert {"deploy/.env", "deploy/secrets/"} <= set(ignored)
    assert (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()[1] == "*"
