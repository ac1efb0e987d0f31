"""Those who give an emergency back that they had taken, or have passed it on, and what is told twice: real Postgres."""

from __future__ import annotations

import asyncio

import pytest

from post_call_worker.acknowledgements import LINK, Acknowledgements
from tests.integration.console_rig import Browser, console_of
from tests.integration.paging_rig import (
    FIRST,
    SECOND,
    THIRD,
    LosesAnswers,
    Twilio,
    desk_of,
    emergency,
    first_and_second_paged,
    later,
    reply,
    two_emergencies,
)
from tests.integration.worker_rig import LINKS, Worker
from tests.unit.post_call_worker.call_logs import CALLER, gas_call


@pytest.mark.parametrize("minutes", [0.5, 30])
async def test_who_took_it_and_says_no_afterwards_has_the_others_asked_as_if_nobody_had(
    postgres_url: str, minutes: float
) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        assert "If you cannot after all, reply NO." in (await reply(rig, FIRST, "ok")).text
        await later(rig, minutes)
        told = (await reply(rig, FIRST, "NO I can't, next person please")).text
        assert "You no longer have the emergency of call CA0002. The next person is asked now." in told
        await rig.deliver_all()
        assert twilio.numbers == [FIRST, SECOND]
        await later(rig, 4.5)
        assert twilio.numbers == [FIRST, SECOND]
        await later(rig, 1)
        assert twilio.numbers == [FIRST, SECOND, THIRD]
        assert "You have taken" in (await reply(rig, SECOND, "on it")).text
        assert "by the number that ends in 0191" in (await reply(rig, FIRST, "no")).text
        assert await _reasons(rig) == ["answered: took it, and gave it back", "answered: took it", ""]


async def _reasons(rig: Worker) -> list[str]:
    """What is told of each page, in order."""
    pages = [one for one in await rig.archive.deliveries() if one["kind"] == "page"]
    return [one["reason"] for one in sorted(pages, key=lambda page: page["step"])]


async def test_the_console_tells_who_gave_an_emergency_back_and_that_the_others_are_asked_again(
    postgres_url: str,
) -> None:
    async with emergency(postgres_url, Twilio()) as rig:
        await rig.bus.publish(gas_call().messages[-1])
        await rig.until(rig.everything_is_settled)
        browser = await (await console_of(rig)).signed_in()
        await reply(rig, FIRST, "ok")
        shown = await _pages_shown(browser)
        assert [page.count(f"taken by {FIRST}") for page in shown] == [0, 1, 1]
        assert "answered: took it<" in shown[0]
        await reply(rig, FIRST, "no")
        shown = await _pages_shown(browser)
        assert "answered: took it, and gave it back" in shown[0]
        assert ["needed again: it was given back" in page for page in shown] == [False, True, True]
        await rig.deliver_all()
        assert "needed again" not in (await _pages_shown(browser))[1]


async def _pages_shown(browser: Browser) -> list[str]:
    told = (await browser.get("/calls/CA0002")).text.split("Page to the emergency contact")[1:]
    return [page.partition("</article>")[0] for page in told]


async def test_a_no_that_twilio_tells_twice_asks_one_person(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        await reply(rig, FIRST, "ok")
        assert "The next person is asked now." in (await reply(rig, FIRST, "no", sid="SMno")).text
        await rig.deliver_all()
        assert "the others are asked one after the other" in (await reply(rig, FIRST, "no", sid="SMno")).text
        await rig.deliver_all()
        assert twilio.numbers == [FIRST, SECOND]
        await reply(rig, SECOND, "ok")
        assert "by the number that ends in 0191" in (await reply(rig, FIRST, "no", sid="SMno")).text
        await later(rig, 60)
    assert twilio.numbers == [FIRST, SECOND]


async def test_a_no_that_twilio_tells_twice_gives_one_emergency_back(postgres_url: str) -> None:
    async with two_emergencies(postgres_url, Twilio()) as rig:
        for call in ("CA0003", "CA0002"):
            assert call in (await reply(rig, FIRST, "ok")).text
        assert "no longer have the emergency of call CA0003" in (await reply(rig, FIRST, "no", sid="SMno")).text
        await reply(rig, FIRST, "no", sid="SMno")
        assert "no longer have the emergency of call CA0002" in (await reply(rig, FIRST, "no")).text


async def test_an_ok_that_twilio_tells_twice_takes_one_emergency(postgres_url: str) -> None:
    async with two_emergencies(postgres_url, Twilio()) as rig:
        for _ in range(2):
            assert "You have taken the emergency of call CA0003." in (await reply(rig, FIRST, "ok", sid="SMok")).text
        assert "You have taken the emergency of call CA0002." in (await reply(rig, FIRST, "ok")).text


async def test_when_all_were_asked_before_it_is_given_back_who_gives_it_back_is_told_so(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        await later(rig, 5.1)
        await later(rig, 5.1)
        assert twilio.numbers == [FIRST, SECOND, THIRD]
        await reply(rig, FIRST, "ok")
        told = (await reply(rig, FIRST, "no, can't")).text
        assert "You no longer have the emergency of call CA0002. Everybody else was asked already, and nobody" in told
        assert "You have taken" in (await reply(rig, SECOND, "ok")).text
        assert "by the number that ends in 0191" in (await reply(rig, THIRD, "no")).text
        told = (await reply(rig, SECOND, "no")).text
        assert "You no longer have the emergency of call CA0002. There is nobody left to ask. Please call" in told
        await later(rig, 60)
    assert twilio.numbers == [FIRST, SECOND, THIRD]


async def test_an_ok_to_what_a_no_was_answered_takes_nothing_and_plain_words_do(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        await reply(rig, FIRST, "no")
        assert "To take it after all, reply TAKING IT." in (await reply(rig, FIRST, "ok thanks")).text
        assert "<Message>" not in (await reply(rig, FIRST, "thanks")).text
        await rig.deliver_all()
        assert twilio.numbers == [FIRST, SECOND]
        assert "You have taken" in (await reply(rig, FIRST, "TAKING IT")).text
        assert "You have taken" in (await reply(rig, FIRST, "ok")).text
        await later(rig, 60)
    assert twilio.numbers == [FIRST, SECOND]


async def test_who_has_it_and_is_not_understood_is_told_how_to_give_it_back(postgres_url: str) -> None:
    async with first_and_second_paged(postgres_url) as rig:
        await reply(rig, FIRST, "ok")
        told = (await reply(rig, FIRST, "my kid has a fever")).text
        assert "You have the emergency of call CA0002, and nobody else is asked." in told
        assert "reply NO, and the next person is asked" in told
        assert "<Message>" not in (await reply(rig, SECOND, "my kid has a fever")).text


async def test_a_telephone_that_answers_by_itself_gives_nothing_back_and_asks_the_next_once(postgres_url: str) -> None:
    twilio, drives = Twilio(), "I'm driving with Focus turned on. I'll see your message when I get there."
    async with emergency(postgres_url, twilio) as rig:
        for _ in range(2):
            assert "<Message>" not in (await reply(rig, FIRST, drives)).text
            await rig.deliver_all()
        assert twilio.numbers == [FIRST, SECOND]
        assert "You have taken" in (await reply(rig, FIRST, "ok")).text
        await reply(rig, FIRST, drives)
        await later(rig, 60)
    assert twilio.numbers == [FIRST, SECOND]


async def test_a_no_while_another_takes_it_leaves_nobody_misled(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        await later(rig, 5.1)
        await reply(rig, FIRST, "ok")
        gone, second = await asyncio.gather(reply(rig, FIRST, "no"), reply(rig, SECOND, "ok"))
        has_it = await Acknowledgements(rig.engine).taken_by("CA0002")
        assert (has_it == SECOND) == ("You have taken" in second.text)
        assert has_it != FIRST
        assert "You no longer have" in gone.text or "by the number that ends in 0191" in gone.text
        await later(rig, 60)
        assert (THIRD in twilio.numbers) == (has_it is None)


async def test_who_can_only_have_taken_it_by_the_link_gives_it_back_by_a_no(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig, desk_of(rig) as desk:
        await desk.post(LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url))
        assert "The next person is asked now." in (await reply(rig, FIRST, "no")).text
        await rig.deliver_all()
    assert twilio.numbers == [FIRST, SECOND]


async def test_a_no_of_who_may_have_opened_the_link_is_told_how_to_give_it_back_and_so_is_what_follows(
    postgres_url: str,
) -> None:
    async with first_and_second_paged(postgres_url) as rig, desk_of(rig) as desk:
        await desk.post(LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url))
        for text in ("no", "no", "ok", "what now"):
            told = (await reply(rig, FIRST, text)).text
            assert "by somebody who opened the link. Nobody else is asked." in told
            assert "If that was you and you cannot, open the link again and give it back: nobody else comes." in told
        assert "<Message>" not in (await reply(rig, FIRST, "thanks")).text
        assert "You have taken" not in (await reply(rig, SECOND, "ok")).text
        assert await Acknowledgements(rig.engine).taken_by("CA0002") == LINK


async def test_the_last_who_is_asked_is_promised_nobody_after_them(postgres_url: str) -> None:
    async with first_and_second_paged(postgres_url) as rig:
        assert "have the next person asked now" in (await reply(rig, SECOND, "what?")).text
        await later(rig, 5.1)
        assert "nobody is asked after you. Reply OK to take it." in (await reply(rig, THIRD, "what?")).text
        await reply(rig, THIRD, "ok")
        told = (await reply(rig, THIRD, "my kid has a fever")).text
        assert "If you cannot after all, reply NO." in told
        assert "next person" not in told


async def test_who_took_it_by_the_link_gives_it_back_there_also_when_several_were_asked(postgres_url: str) -> None:
    twilio, path = Twilio(), LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url)
    async with emergency(postgres_url, twilio) as rig, desk_of(rig) as desk:
        await later(rig, 5.1)
        button = f'action="{path.rsplit("/", 1)[-1]}/back"'
        assert button not in (await desk.get(path)).text
        for page in (await desk.post(path), await desk.get(path), await desk.post(path)):
            assert button in page.text
        assert "by somebody who opened the link" in (await reply(rig, SECOND, "no")).text
        assert (await desk.post("/acknowledge/CA0002/00000000000000000000/back")).status_code == 404
        assert "The next person is asked now." in (await desk.post(f"{path}/back")).text
        await rig.deliver_all()
        assert twilio.numbers == [FIRST, SECOND, THIRD]
        await reply(rig, THIRD, "ok")
        assert "by the number that ends in 0192" in (await desk.post(f"{path}/back")).text
        assert button not in (await desk.get(path)).text
        assert await Acknowledgements(rig.engine).taken_by("CA0002") == THIRD


async def test_an_emergency_that_was_given_back_asks_nobody_twice_when_its_call_ends(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        await reply(rig, FIRST, "ok")
        await reply(rig, FIRST, "no")
        await rig.deliver_all()
        await rig.bus.publish(gas_call().messages[-1])
        await rig.until(rig.everything_is_settled)
        await later(rig, 60)
    assert twilio.numbers == [FIRST, SECOND, THIRD]


async def test_whoever_would_have_taken_it_is_told_first_when_it_is_given_back(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        await later(rig, 5.1)
        await reply(rig, FIRST, "ok")
        assert "was taken before" in (await reply(rig, SECOND, "ok, on my way")).text
        assert "The next person is asked now." in (await reply(rig, FIRST, "no, can't after all")).text
        await rig.deliver_all()
        assert twilio.numbers == [FIRST, SECOND, SECOND]
        assert twilio.sent[-1][1].startswith("GIVEN BACK, nobody has it: EMERGENCY, ")
        await later(rig, 4.5)
        assert twilio.numbers == [FIRST, SECOND, SECOND]
        await later(rig, 1)
        assert twilio.numbers == [FIRST, SECOND, SECOND, THIRD]
        assert "You have taken" in (await reply(rig, SECOND, "ok")).text
        await later(rig, 60)
    assert twilio.numbers == [FIRST, SECOND, SECOND, THIRD]


async def test_whoever_would_have_taken_it_and_was_asked_last_is_told_when_it_is_given_back(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig, desk_of(rig) as desk:
        await later(rig, 5.1)
        await later(rig, 5.1)
        path = LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url)
        await desk.post(path)
        for number, said in ((FIRST, "no"), (SECOND, "on it"), (THIRD, "ok"), (THIRD, "no, sorry")):
            await reply(rig, number, said)
        assert "The next person is asked now." in (await desk.post(f"{path}/back")).text
        await rig.deliver_all()
        assert twilio.numbers == [FIRST, SECOND, THIRD, SECOND]
        assert "You have taken" in (await reply(rig, SECOND, "ok")).text


async def test_a_no_to_a_page_that_perhaps_came_gives_back_no_other_emergency(postgres_url: str) -> None:
    twilio = LosesAnswers()
    twilio.loses = False
    async with emergency(postgres_url, twilio) as rig:
        await reply(rig, FIRST, "ok")
        rig.clock.step(3600)
        twilio.loses = True
        for message in gas_call("CA0003").messages[:-1]:
            await rig.bus.publish(message)
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        told = (await reply(rig, FIRST, "no, I'm still at the first one")).text
        assert "You have passed on the emergency of call CA0003. The next person is asked now." in told
        assert await Acknowledgements(rig.engine).taken_by("CA0002") == FIRST
        assert "You no longer have the emergency of call CA0002." in (await reply(rig, FIRST, "no, nor that")).text


async def test_the_link_of_a_call_that_was_forgotten_takes_nothing(postgres_url: str) -> None:
    async with emergency(postgres_url, Twilio()) as rig, desk_of(rig) as desk:
        await rig.bus.publish(gas_call().messages[-1])
        await rig.until(rig.archive.calls)
        await rig.retention.forget(CALLER)
        assert (await desk.post(LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url))).status_code == 404
        assert await Acknowledgements(rig.engine).taken_by("CA0002") is None
