"""A tuple of many fields that is changed often: quicker, and otherwise as the library has it."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from dialog_brain.quick_tuples import quickly_changed


@quickly_changed
class Visit(NamedTuple):
    day: str = ""
    hour: int = 0


def test_only_the_named_fields_are_changed() -> None:
    visit = Visit("Tuesday", 9)
    changed = visit._replace(hour=10)
    assert (changed, visit) == (Visit("Tuesday", 10), Visit("Tuesday", 9))
    assert isinstance(changed, Visit)


def test_a_field_that_it_has_not_is_named() -> None:
    unknown: dict[str, Any] = {"minute": 30}
    with pytest.raises(KeyError, match="minute"):
        Visit()._replace(**unknown)
