"""Shell. The telephone line. Importing it corrects what importing Pipecat does to the whole process."""

import asyncio
import sys

from loguru import logger

logger.remove()  # else Pipecat's banner, which is text, is the first line of a JSON log; the runtime routes the rest

if sys.version_info < (3, 12):
    # Pipecat puts this library's `wait_for` in the place of asyncio's. When a time limit is reached together with the
    # answer, it raises an error of its own, and `asyncio.timeout` of Python 3.11 does not make a TimeoutError of it.
    import wait_for2.impl

    wait_for2.impl.CancelledWithResultError = asyncio.CancelledError
