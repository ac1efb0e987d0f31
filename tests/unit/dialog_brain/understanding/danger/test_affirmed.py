"""Whether a sign of a danger stands as it is told."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.danger.affirmed import affirmed
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import hear

HISSES = any_of("it|pipe hisses|hissing", "not stand")


@pytest.mark.parametrize(
    ("says", "stands"),
    [
        ("it hisses", True),
        ("not the water, it hisses", True),
        ("no it's not and the pipe hisses", True),
        ("it doesn't smell but it hisses", True),
        ("we can't stand up", True),
        ("nobody says it hisses", False),
        ("never heard that the pipe hisses", False),
        ("last year the pipe hisses", False),
    ],
)
def test_a_sign_stands_unless_it_is_denied_or_of_another_time(says: str, *, stands: bool) -> None:
    assert affirmed(HISSES, hear(says)) is stands
