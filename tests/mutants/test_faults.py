"""Shell. Each seeded fault still has its place in the sources, and the tests that are to catch it are there."""

from __future__ import annotations

import pytest

from tests.mutants.seeding import ROOT, SOURCE, Fault, load

GROUPS, FAULTS = load()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_can_be_seeded(fault: Fault) -> None:
    sound = (SOURCE / fault.file).read_text(encoding="utf-8")
    assert fault.seeded(sound) != sound


def test_the_tests_that_are_to_catch_faults_are_there() -> None:
    named = {test.partition("::")[0] for tests in GROUPS.values() for test in tests}
    assert [test for test in sorted(named) if not (ROOT / test).exists()] == []
