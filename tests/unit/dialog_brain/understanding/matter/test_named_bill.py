"""Bill, who is no bill."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.matter.intent import heard_matter
from dialog_brain.understanding.matter.named_bill import names_bill
from dialog_brain.understanding.understood import Expected


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("name", "bill johnson"),
        ("name", "bill"),
        ("name", "bill and sue johnson"),
        ("name", "william but everybody calls me bill"),
        ("confirm", "it's bill not phil"),
        ("confirm", "that should be bill johnson"),
        ("confirm", "yes bill will be home"),
        ("confirm", "yes and ask for bill"),
        ("time", "thursday my husband bill will be there"),
        ("open", "hey it's bill my ac's dead"),
        ("open", "bill johnson"),
    ],
)
def test_bill_is_a_name_where_one_is_told(asked: Expected, says: str) -> None:
    speech = hear(says)
    assert names_bill(speech, asked, speech.words.index("bill"))
    assert heard_matter(speech, asked).kind is None


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("name", "it's about my bill"),
        ("name", "just bill me later"),
        ("confirm", "yes but what about the bill"),
        ("confirm", "it's the bill"),
        ("time", "thursday but my bill is wrong"),
        ("open", "calling about bill"),
        ("open", "i got a bill from you"),
        ("open", "a four hundred dollar bill"),
        ("open", "got billed twice"),
    ],
)
def test_a_bill_stays_a_bill(asked: Expected, says: str) -> None:
    assert heard_matter(hear(says), asked).kind == "billing"
