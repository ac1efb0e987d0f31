"""The seeded faults fit the sources of today; `python -m tests.mutants` shows that each is caught."""

from __future__ import annotations

import ast

import pytest

from tests.mutants.seeding import ROOT, SOURCE, Fault, load

GROUPS, FAULTS = load()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_can_be_seeded_and_leaves_a_program(fault: Fault) -> None:
    text = (SOURCE / fault.file).read_text(encoding="utf-8")
    seeded = fault.seeded(text)
    assert seeded != text
    ast.parse(seeded)
    assert all((ROOT / test).exists() for test in GROUPS[fault.tests])


def test_there_are_at_least_twelve_faults_each_with_a_name_of_its_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 12
