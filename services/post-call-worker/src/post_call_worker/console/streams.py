"""Pure. How many pages of an account may be told of live calls at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

MOST_STREAMS = 60
"""Of one account, to one worker; a page that nobody looks at closes its own."""


@dataclass(slots=True)
class Streams:
    """The streams that are open, by account."""

    most: int = MOST_STREAMS
    _open: Counter[str] = field(default_factory=Counter)

    def free(self, account: str) -> bool:
        """Whether the account may open one more."""
        return self._open[account] < self.most

    @contextmanager
    def held(self, account: str) -> Iterator[None]:
        """One more is open, as long as this lasts."""
        self._open[account] += 1
        try:
            yield
        finally:
            self._open[account] -= 1
            if not self._open[account]:
                del self._open[account]
