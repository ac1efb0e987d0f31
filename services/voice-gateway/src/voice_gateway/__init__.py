"""Shell. The telephone line. Importing it silences a library that would log before logging is set up."""

from loguru import logger

logger.remove()  # else Pipecat's banner, which is text, is the first line of a JSON log; the runtime routes the rest
