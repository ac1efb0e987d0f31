"""The configuration page is whole, and the example for compose names nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from calllock_local.print_configuration import SERVICES, documented, page

DEPLOY = Path(__file__).parents[3] / "deploy"


@pytest.mark.parametrize("service", SERVICES)
def test_every_setting_says_what_it_is(service: str) -> None:
    assert [name for name, text in documented(SERVICES[service]).items() if not text] == []


def test_the_page_has_a_row_for_every_setting_of_every_service_the_needed_ones_first() -> None:
    sections = dict(re.findall(r"\n## (\S+)\n(.*?)(?=\n## |\Z)", page(), re.DOTALL))
    for service, kind in SERVICES.items():
        rows = re.findall(r"^\| `(\w+)` \| (\*\*needed\*\*)?", sections[service], re.MULTILINE)
        assert sorted(name for name, _ in rows) == sorted(name.upper() for name in kind.model_fields)
        assert [needed for _, needed in rows] == sorted((needed for _, needed in rows), reverse=True)


def test_no_secret_has_a_default() -> None:
    rows = re.findall(r"^\| `(\w*(?:TOKEN|KEY|SECRET|PASSWORD)\w*)` \| (.*?) \|", page(), re.MULTILINE)
    assert rows
    assert {default for _, default in rows} <= {"", "**needed**"}


def test_the_example_for_compose_names_settings_and_all_that_compose_itself_reads() -> None:
    named = set(
        re.findall(r"^#? ?([A-Z][A-Z_]+)=", (DEPLOY / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    )
    settings = {name.upper() for kind in SERVICES.values() for name in kind.model_fields}
    composes = set(re.findall(r"\$\{(\w+)", (DEPLOY / "docker-compose.yml").read_text(encoding="utf-8")))
    assert named - settings - composes == set()
    assert composes - named == set()


def test_the_example_names_every_setting_that_is_needed_and_that_compose_does_not_make() -> None:
    text = (DEPLOY / ".env.example").read_text(encoding="utf-8")
    needed = {
        name.upper() for kind in SERVICES.values() for name, field in kind.model_fields.items() if field.is_required()
    }
    made = {"NATS_URL", "DATABASE_URL", "BUSINESSES_DIR", "CACHE_DIR"}
    assert [name for name in sorted(needed - made) if f"\n{name}=" not in text] == []
