"""Pure. Named tuples of many fields that are changed often."""

from __future__ import annotations

from typing import Any, TypeVar

T = TypeVar("T", bound=tuple[Any, ...])


def quickly_changed(kind: type[T]) -> type[T]:
    """A named tuple whose `_replace` looks at the changed fields only, which takes a third of the time.

    The library's own goes through every field; a call has many, and each step changes one four times.
    """
    places = {name: place for place, name in enumerate(kind.__match_args__)}  # type: ignore[attr-defined]  # named
    make = tuple.__new__

    def _replace(self: T, /, **changes: Any) -> T:
        """The tuple with other values in some fields; KeyError names a field that it has not."""
        values = [*self]
        for name in changes:  # noqa: PLC0206  pairs of name and value would take longer
            values[places[name]] = changes[name]
        return make(kind, values)

    kind._replace = _replace  # type: ignore[attr-defined]  # named
    return kind
