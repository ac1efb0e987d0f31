"""Shell. Each seeded fault still has its place in the sources, and the tests that are to catch it are there."""

from __future__ import annotations

import pytest

from tests.mutants.seeding import ROOT, SOURCES, Fault, load

FAULTS = load()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_can_be_seeded(fault: Fault) -> None:
    sound = (SOURCES[fault.package] / fault.file).read_text(encoding="utf-8")
    assert fault.seeded(sound) != sound


def test_the_tests_that_are_to_catch_faults_are_there() -> None:
    assert [test for test in sorted({test for fault in FAULTS for test in fault.tests}) if not _is_there(test)] == []


def _is_there(test: str) -> bool:
    file, _, name = test.partition("::")
    return (ROOT / file).exists() and (not name or f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"))
