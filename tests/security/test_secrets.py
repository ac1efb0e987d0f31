"""No secret lies in the tree, and none that a service is told comes out of it again."""

from __future__ import annotations

import re
import subprocess
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


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and Path(name).suffix not in BINARY]


@pytest.mark.parametrize("shape", SHAPES)
def test_no_file_holds_what_looks_like_a_secret(shape: str) -> None:
    pattern = re.compile(SHAPES[shape])
    mine = Path(__file__)
    found = [
        f"{file.relative_to(ROOT)}: {match.group()[:12]}..."
        for file in tracked()
        if file != mine and file.is_file()
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
