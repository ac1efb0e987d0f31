"""Shell. Acceptance files that are no part of this repository: `shared/acceptance` beside the checkout.

Whoever accepts the project may keep cases of their own there, in the shape of `tests/data` and `tests/conversations`.
The tests play them along with the project's own, and need none of them.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "shared/acceptance"


def acceptance_files(name: str) -> list[Path]:
    """The file of that name; none where there is no such file."""
    return [_FOLDER / name] if (_FOLDER / name).is_file() else []
