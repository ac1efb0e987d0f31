"""Pure. Links in text messages."""

from __future__ import annotations

from post_call_worker.links import Links

LINKS = Links("https://worker.test", "secret")


def _proof(links: Links, call_sid: str) -> str:
    return links.acknowledge(call_sid).rsplit("/", 1)[-1]


def test_a_link_names_its_call_and_carries_its_proof() -> None:
    assert LINKS.acknowledge("CA1").startswith("https://worker.test/acknowledge/CA1/")
    assert LINKS.is_proof("CA1", _proof(LINKS, "CA1"))


def test_a_proof_of_another_call_or_secret_or_a_guess_is_none() -> None:
    assert not LINKS.is_proof("CA2", _proof(LINKS, "CA1"))
    assert not LINKS.is_proof("CA1", _proof(Links("https://worker.test", "other"), "CA1"))
    for guess in ("", "0" * 20, "\u00e9", _proof(LINKS, "CA1")[:-1]):
        assert not LINKS.is_proof("CA1", guess)
