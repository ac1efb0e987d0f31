"""Shell. The telephone line; importing it quiets the log of a library that speaks before anybody has set it up."""

from loguru import logger

logger.remove()  # else Pipecat's banner, which is text, is the first line of a JSON log; the runtime routes the rest
