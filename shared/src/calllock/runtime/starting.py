"""Shell. How every process refuses to start: one line that names the reason, and one of two exit codes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from calllock.contracts.business import ProfileError
from calllock.runtime.bus import BusUnavailable
from calllock.runtime.nats_streams import ServerTooOld
from calllock.runtime.serving import CannotListen, NoSuchHost
from calllock.runtime.settings import SettingsError

AWAY = 1
"""Exit code when something needed cannot be reached: the same start may succeed later."""
WRONGLY_SET_UP = 2
"""Exit code when a setting or a file is wrong: somebody must change it first."""


@contextmanager
def starting(
    service: str, *, wrong: tuple[type[Exception], ...] = (), away: tuple[type[Exception], ...] = ()
) -> Iterator[None]:
    """Ends the process with a line on standard error in place of a trace.

    `wrong` and `away` are the service's own reasons beside settings, profiles and the bus.
    """
    faults: tuple[type[Exception], ...] = (SettingsError, ServerTooOld, NoSuchHost, *wrong)
    absences: tuple[type[Exception], ...] = (BusUnavailable, CannotListen, *away)
    try:
        yield
    except ProfileError as error:
        raise _refusal(service, f"BUSINESSES_DIR: {error}", WRONGLY_SET_UP) from None
    except faults as error:
        raise _refusal(service, str(error), WRONGLY_SET_UP) from None
    except absences as error:
        raise _refusal(service, str(error) or type(error).__name__, AWAY) from None


def _refusal(service: str, reason: str, code: int) -> SystemExit:
    sys.stderr.write(f"{service}: cannot start: {' '.join(reason.split())}\n")
    return SystemExit(code)
