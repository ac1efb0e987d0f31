"""Shell. Folders for servers that a test starts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def passable_folder() -> Iterator[Path]:
    """A new folder that everybody may pass through, which those of pytest are not: as root, Postgres runs as nobody."""
    with tempfile.TemporaryDirectory(prefix="calllock-tests-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        yield folder
