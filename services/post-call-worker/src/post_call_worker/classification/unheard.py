"""Pure. Words that a signal asks for and no caller's sentence has, because it is written otherwise by then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from post_call_worker.classification.wording import sentences_of

_TOKEN = re.compile(r"\.{2,3}|#(?:\d+-\d+)?|\{\w+\}|[a-z0-9$%'-]+~?|\S")
_PLAIN = re.compile(r"[a-z0-9$%'-]+")


def unheard(source: str) -> tuple[str, str] | None:
    """The first words of the signal that are never heard so, and as what they are; None when all can be heard.

    "isn't" is heard as "is not", "twenty" as "20", and of "kind of" nothing is.
    """
    return next(((words, heard) for words in _phrases(source) if (heard := _heard(words)) != words), None)


@cache
def _heard(words: str) -> str:
    return " ".join(word for sentence in sentences_of(words) for word in sentence.words)


def _phrases(source: str) -> Iterator[str]:
    """The words that stand side by side in it, with nothing optional or open between; parts of words are left out."""
    words: list[str] = []
    for token in (*_TOKEN.findall(source), ","):
        if _PLAIN.fullmatch(token):
            words.append(token)
        elif words:
            yield " ".join(words)
            words = []
