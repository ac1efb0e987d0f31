"""Pure. Caller's words made comparable."""

from __future__ import annotations

import pytest

from post_call_worker.classification.wording import sentences_of


@pytest.mark.parametrize(
    ("says", "plain"),
    [
        ("It isn't 1,200 square feet", "it is not 1200 square feet"),
        ("that's $89.50, y'all", "that is 89 dollars , you"),
        ("I cannot, I can't, I cant", "i can not , i can not , i can not"),
        ("it won't and it ain't", "it will not and it is not"),
        ("the cooling's out at my mom's", "the cooling is out at my mom"),
        (
            "we're sure you've said he'd call and they'll come",
            "we are sure you have said he would call and they will come",
        ),
        ("nothin works, it's blowin' hot", "nothing works , it is blowing hot"),
        ("I gotta go 'fore the heat goes, I'm gonna", "i got to go before the heat goes , i am going to"),
        ("we wanna see, lemme look, gimme that", "we want to see , let me look , give me that"),
        ("im sure theres a leak, its the AC, id say", "i am sure there is a leak , it is the ac , i would say"),
        ("show your id, its handle came off", "show your id , its handle came off"),
        ("my A.C. and the a c", "my ac and the ac"),
        ("he is in the ER from the, er, heat", "he is in the er from the heat"),
        ("dr. Lee's mother in law has a heat pump", "dr lee mother-in-law has a heat-pump"),
        ("the hot water heater and two water heaters", "the hot water-heater and two water-heaters"),
        ("the gas station, you know, and you folks", "the gas-station and you guys"),
        ("the C O alarm, um, beeps", "the co alarm beeps"),
    ],
)
def test_words_are_written_out(says: str, plain: str) -> None:
    assert " ".join(word for sentence in sentences_of(says) for word in sentence.words) == plain


def test_a_turn_without_a_stop_is_cut_and_loses_no_word() -> None:
    cut = sentences_of("my furnace is out and it is cold " * 100)
    assert [len(sentence.words) for sentence in cut] == [300, 300, 200]
