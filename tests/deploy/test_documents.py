"""What the pages tell the reader to open or to type exists: files, targets, commands, services and settings."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from calllock_local.__main__ import COMMANDS
from tests.deploy.test_compose import SERVICES, SETTINGS

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/adr/*.md"), ROOT / "deploy/fly/README.md"]
)
TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}
FOLDERS = ("services", "shared", "deploy", "docs", "tests")
OF_A_SERVICE = {
    "voice-gateway": {"doctor", "twilio-setup"},
    "dialog-brain": {"doctor"},
    "post-call-worker": {"doctor", "account"},
}
NOT_SETTINGS = {
    "CALLS",
    "DEAD_LETTERS",
    "PAUSE_S",
    "JUDGED_S",
    "OPENING_S",
    "GREETED_S",
    "COMPLETE_S",
    "FILLER_S",
    "API_KEY",
    "PGSSLROOTCERT",
}
"""Streams, constants, and what other programs read."""
_WITH_VALUE = {"--profile", "--scale", "--tail", "--env-file", "-e"}


def typed(page: str) -> Iterator[str]:
    """The lines that a reader is told to type, wherever they stand; a line that goes on is one."""
    text = re.sub(r"\\\n +", "", TEXTS[page])
    yield from re.findall(r"^ {4}(?! )(.+)$", text, re.MULTILINE)
    for code in re.findall(r"`([^`]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)):
        yield from re.split("; ", " ".join(code.split()))


def told(pattern: str) -> list[tuple[str, str]]:
    """Page and what follows, of every typed line that has it."""
    return [(page, found) for page in TEXTS for line in typed(page) for found in re.findall(pattern, line)]


@pytest.mark.parametrize("page", TEXTS)
def test_links_and_paths_lead_to_files(page: str) -> None:
    here = (ROOT / page).parent
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXTS[page])
    paths = re.findall(rf"`((?:{'|'.join(FOLDERS)})/[\w./-]+)`", TEXTS[page])
    lost = [link for link in links if not (here / link).exists()] + [path for path in paths if not _is_there(path)]
    assert lost == []


def _is_there(path: str) -> bool:
    return (ROOT / path).exists() or (ROOT / path).with_suffix(".py").exists()


@pytest.mark.parametrize(("page", "target"), told(r"^make ([a-z][a-z-]*)"))
def test_a_target_of_make_exists(page: str, target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE), page


@pytest.mark.parametrize(("page", "command"), told(r"(?:^|\.venv/bin/|\| )calllock ([a-z][a-z-]*[^|]*)"))
def test_a_command_of_calllock_takes_what_it_is_given(page: str, command: str) -> None:
    name, *given = shlex.split(command, comments=True)
    parser = argparse.ArgumentParser(prog=f"{page}: calllock {name}")
    import_module(COMMANDS[name][0]).add_arguments(parser)
    if given:  # the name alone is no command that is given
        parser.parse_args([{"NUMBER": "+15125550142"}.get(word, word) for word in given])


@pytest.mark.parametrize(("page", "line"), told(r"^(?:cd deploy && )?(?:docker )?compose ([^|<>]+)"))
def test_compose_is_asked_for_what_its_file_has(page: str, line: str) -> None:
    words = iter(shlex.split(line, comments=True))
    plain: list[str] = []
    for word in words:
        if word == "--profile":
            assert next(words) in {profile for spec in SERVICES.values() for profile in spec.get("profiles", ())}
        elif word in _WITH_VALUE:
            named = next(words).partition("=")[0]
            assert word != "--scale" or named in SERVICES
        elif not word.startswith("-"):
            plain.append(word)
    verb, *services = plain
    if verb in ("run", "exec"):
        service, *command = services
        assert service in SERVICES or service == "SERVICE"
        if service in SETTINGS:
            assert command[0] in OF_A_SERVICE[service]
    else:
        assert verb in {"up", "logs", "ps", "restart", "stop"}
        assert set(services) <= set(SERVICES)


@pytest.mark.parametrize("page", [page for page in TEXTS if page != "docs/configuration.md"])
def test_a_setting_that_is_named_exists(page: str) -> None:
    known = {name.upper() for kind in SETTINGS.values() for name in kind.model_fields} | NOT_SETTINGS
    known |= set(re.findall(r"\b[A-Z][A-Z_]+\b", (ROOT / "deploy/docker-compose.yml").read_text(encoding="utf-8")))
    assert set(re.findall(r"`([A-Z][A-Z_]{3,})`", TEXTS[page])) <= known | {"SSL_CERT_FILE"}
