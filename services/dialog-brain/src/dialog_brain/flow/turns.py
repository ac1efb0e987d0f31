"""Pure. What a turn of the caller does: reactions first, then the row's ways out, then the next question."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from dialog_brain.flow.as_answer import as_answer
from dialog_brain.flow.asides import beside_the_visit
from dialog_brain.flow.call import Call
from dialog_brain.flow.callbacks import told_meanwhile
from dialog_brain.flow.learning import learn
from dialog_brain.flow.lines import LINES
from dialog_brain.flow.matters import LONGEST_NOTE, noted
from dialog_brain.flow.offered_times import restates
from dialog_brain.flow.plan import (
    Plan,
    ask,
    first_exit,
    interposes,
    leave,
    next_question,
)
from dialog_brain.flow.rows import Ask, Do, Exit, Flow, Reaction, Situation, Stay
from dialog_brain.flow.wished_times import changes_wish
from dialog_brain.understanding.people_and_places.dictated import dictated_since
from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import NOTHING_HELD, Expected, Held, Understood
from dialog_brain.understanding.when.offers import names_offer

MOST_WORDLESS = 3
"""Turns without words in a row, after which we call back instead of asking again."""
_LONGEST_UNIT = 9
"""Words of a turn that tells no time but the unit of an address."""
MOST_CUT_OFF = 3
"""Prompts in a row that were not heard, after which we call back instead of asking again: no voice can speak them."""


class Turn(NamedTuple):
    """A turn of the caller, understood and filled in, before anything is decided about it."""

    before: Call
    situation: Situation
    dictates: bool = False
    """Whether it is a piece of a number of which more is to come."""


def listen(flow: Flow, call: Call, row: Ask | Do, question: str, text: str) -> Turn:
    """Understand what was said as an answer to `question` (empty: to none), and fill it in."""
    asked = flow.question(row, question)
    expects = asked.expects if asked else "any"
    digits = dictated_since(call.half, text, length=_DIGITS[question]) if question in _DIGITS else ""
    if digits and len(digits) < _DIGITS[question]:
        kept = call._replace(half=digits, wordless=0)
        return Turn(call, Situation(kept, Understood(digits, words=1), question=question), dictates=True)
    on_offer = (call.other_time,) if question == "other_time" and call.other_time is not None else call.offers
    known = (expects, call.now, call.profile.keyterms, on_offer, _held(call, question))
    heard = understand(digits, *known) if digits and call.half else understand(text, *known)
    if question == "new_time" and call.passed_over:
        heard = heard._replace(taken=names_offer(text, call.passed_over, call.now))
    if asked is not None and call.half and heard.words:
        heard = _pieced(call, heard, expects)
    return _turn(call, _afterthought(call, heard, question), question)


_DIGITS = {"zip": 5, "phone": 10}
"""Questions whose answer may be dictated piece by piece, and how many digits it has."""
_READ_BACK = frozenset({"read_back", "lead_read_back", "change"})
"""Questions in answer to which a part of what we hold may be amended: "the house number is 510"."""

_BESIDE_ADDRESS = frozenset({"when", "unit", "address_check"})
"""Questions in answer to which a part of the address may be amended: "yes, but it's apartment 5 now"."""


def _held(call: Call, question: str) -> Held:
    slots = call.slots
    if question in _READ_BACK:
        return Held(slots.customer_name, slots.service_address, call.when)
    if question in _BESIDE_ADDRESS:
        return Held(address=slots.service_address)
    if question == "offer" or (question == "new_time" and call.amended):
        return Held(slots.customer_name, slots.service_address, call.when if question == "new_time" else None)
    return Held(when=call.when) if question == "new_time" else NOTHING_HELD


def _pieced(call: Call, heard: Understood, expects: Expected) -> Understood:
    """An answer that came in two pieces: "seven eight seven", and then "oh four"."""
    if expects == "address" and heard.address:
        with_unit = understand(call.half, "confirm", call.now, held=Held(address=heard.address)).address or ""
        return heard._replace(address=with_unit) if with_unit.startswith(f"{heard.address} ") else heard
    missing = {"zip": heard.zip, "address": heard.address}
    if missing.get(expects, heard) is not None:
        return heard
    whole = understand(f"{call.half} {heard.text}", expects, call.now, call.profile.keyterms)
    if expects == "zip":
        return heard._replace(zip=whole.zip)
    turned = understand(f"{heard.text} {call.half}", expects, call.now, call.profile.keyterms)
    return heard._replace(address=whole.address or turned.address)


def _own_name(call: Call, heard: Understood) -> Understood:
    """The whole answer to "am I speaking with Ann Lee?" is the caller's own name, or who Ann Lee is to them."""
    if heard.consent or heard.name or heard.wants or heard.question:
        return heard
    if heard.household == "other":
        return heard._replace(consent="no")
    name = understand(heard.text, "name", call.now, call.profile.keyterms).name or ""
    if name.lower() == call.slots.customer_name.lower():
        return heard._replace(consent="yes") if name else heard
    return heard._replace(consent="no", name=name) if " " in name else heard


def _afterthought(call: Call, heard: Understood, question: str) -> Understood:
    """What belongs to the question before: the unit of an address, the name said again in full or spelled."""
    if question == "name_check":
        return _own_name(call, heard)
    if question == "when" and heard.when is None and not heard.address and 1 < heard.words <= _LONGEST_UNIT:
        return _with_unit(call, heard)
    if question == "unit" and not heard.address and heard.words < _LONGEST_UNIT:
        address = Held(address=call.slots.service_address)
        told = understand(f"apartment {heard.text}", "confirm", call.now, held=address).address
        return heard._replace(address=told, problem=None, equipment=None, when=None, name=None) if told else heard
    held = call.slots.customer_name
    if question != "address" or heard.name or heard.address or not held:
        return heard
    if heard.correction and (amended := understand(heard.text, "confirm", call.now, held=Held(held)).name):
        return heard._replace(name=amended)  # "sorry, Hanks with an s"
    name = understand(heard.text, "name", call.now, call.profile.keyterms).name or ""
    more = set(held.lower().split()) < set(name.lower().split())
    return heard._replace(name=name) if more or name.lower() == held.lower() else heard


def _with_unit(call: Call, heard: Understood) -> Understood:
    """The address, when only then the caller thinks of "apartment four B"."""
    address = call.slots.service_address
    whole = understand(heard.text, "confirm", call.now, held=Held(address=address)).address or ""
    added = whole.startswith(f"{address} ")
    return heard._replace(address=whole, problem=None, equipment=None) if added else heard


def pressed(call: Call, heard: Understood) -> Turn:
    """What keys of the telephone mean, as an answer to the question that is open."""
    return _turn(call, heard, call.question)


def keyed(call: Call, digits: str) -> Turn:
    """Five digits from the keypad, as an answer to the question for the ZIP; learned, even if they are the same."""
    turn = pressed(call, Understood(text=digits, words=1))
    after = turn.situation.call.fill("keyed", zip_code=digits)._replace(keys="", zip_confirmed=False)
    return Turn(call, replace(turn.situation, call=after, before=after.slots._replace(zip_code="")))


def _turn(call: Call, heard: Understood, question: str) -> Turn:
    heard = as_answer(beside_the_visit(call, heard, question), question)
    if heard.settles and restates(call, heard.when, question):
        heard = heard._replace(consent="yes", correction=False)
    after = learn(call, heard, question)
    wordless = 0 if heard.words else call.wordless + 1
    if (wordless, "") != (after.wordless, after.half):
        after = after._replace(wordless=wordless, half="")
    return Turn(call, Situation(after, heard=heard, question=question, before=call.slots))


def decide_turn(flow: Flow, turn: Turn, row: Ask | Do) -> Plan:
    """Decide about a turn in a state that is not terminal."""
    situation = turn.situation
    call, heard = situation.call, situation.heard
    if call.pending:
        return _while_waiting(flow, turn, row)
    if turn.dictates:
        return Plan(call, rule=f"{row.state}: more digits to come").says("next_digits")
    reaction = _first(flow.reactions, situation)
    if reaction is not None and reaction.exit is not None:
        return leave(flow, _alarmed(_react(Plan(call), reaction, heard), heard, reaction.exit), reaction.exit)
    if too_long(call) and row.gives_up is not None:
        return leave(flow, Plan(call), replace(row.gives_up, rule=f"{row.state}: too many turns"))
    way = None if interposes(flow, situation) else _way_out(row, situation)
    if isinstance(way, Exit) and way.to == "safety_exit":
        return leave(flow, _alarmed(Plan(call), heard, way), way)
    answer = Plan(call) if reaction is None else _react(Plan(call), reaction, heard)
    if isinstance(way, Exit):
        return leave(flow, answer, way)
    if isinstance(way, Stay) and isinstance(row, Do):
        return answer.says(row.opening)._replace(tools=(row.tool,), rule=way.rule)
    return _stay(flow, turn, row, reaction)


def too_long(call: Call) -> bool:
    """Too many exchanges, or twice as many turns: a television talks without listening."""
    most = call.profile.limits.turns_per_call
    return call.exchanges >= most or call.turn >= 2 * most


def _way_out(row: Ask | Do, situation: Situation) -> Exit | Stay | None:
    if isinstance(row, Ask):
        return first_exit(row.exits, situation)
    for way in row.answers:
        if way.guard(situation):
            return way
    return None


def _first(reactions: tuple[Reaction, ...], situation: Situation) -> Reaction | None:
    for reaction in reactions:
        if reaction.guard(situation):
            return reaction
    return None


def _alarmed(plan: Plan, heard: Understood, way: Exit) -> Plan:
    if way.to != "safety_exit":
        return plan
    return raising(plan, heard)


def raising(plan: Plan, heard: Understood) -> Plan:
    """The plan that raises the danger: a caller who is ill in a safe building need not leave it."""
    hazard = heard.hazard or "UNSPECIFIED"
    call = plan.call._replace(medical=hazard == "HEALTH_RISK")
    before = f"{call.suspicious} / " if heard.hazard is None and call.suspicious else ""
    return plan._replace(call=call, hazard=hazard, words=f"{before}{heard.text}")


def _stay(flow: Flow, turn: Turn, row: Ask | Do, reaction: Reaction | None) -> Plan:
    situation = turn.situation
    call = situation.call
    unheard = bool(call.question) and not situation.question
    learned = situation.learned
    if reaction is not None and reaction.line == "take_your_time" and not unheard:
        return Plan(call, rule=reaction.rule).says(reaction.line)
    if reaction is not None:
        plan = Plan(call._replace(misses=0), rule=reaction.rule)
        return ask(flow, _react(plan, reaction, situation.heard), row, anew=bool(learned))
    following = None if learned else next_question(flow, row, Situation(call))
    same = following is not None and following.name == turn.before.question
    if not same or call != turn.before._replace(slots=call.slots, wordless=call.wordless, half=""):
        rule = f"{row.state}: learned {', '.join(sorted(learned)) or 'an answer'}"
        return ask(flow, Plan(call._replace(misses=0), rule=rule), row, noted=bool(learned))
    if row.gives_up is not None and call.wordless >= MOST_WORDLESS:
        return leave(flow, Plan(call), replace(row.gives_up, rule=f"{row.state}: no words in {MOST_WORDLESS} turns"))
    if row.gives_up is not None and call.cut_offs >= MOST_CUT_OFF:
        return leave(flow, Plan(call), replace(row.gives_up, rule=f"{row.state}: the question cannot be heard"))
    if not situation.question or not situation.heard.words:
        return ask(flow, Plan(call, rule=f"{row.state}: no words in answer, asked again"), row, anew=False)
    if following is not None and f"{following.line}_still" in LINES and _told_again(situation.heard):
        return ask(flow, Plan(call, rule=f"{row.state}: what is known is said again"), row, anew=False, noted=True)
    call = call._replace(misses=call.misses + 1, half=situation.heard.text[:LONGEST_NOTE])
    if row.gives_up is not None and call.misses >= _tries(row, call):
        return leave(flow, Plan(call), row.gives_up)
    return ask(flow, Plan(call, rule=f"{row.state}: not understood"), row, anew=False)


def _told_again(heard: Understood) -> bool:
    """Whether a turn that changed nothing told something all the same."""
    return bool(heard.name or heard.zip or heard.address or (heard.problem and heard.equipment))


def _tries(row: Ask | Do, call: Call) -> int:
    most = call.profile.limits.misses_per_state
    return min(row.tries, most) if isinstance(row, Ask) else most


def _react(plan: Plan, reaction: Reaction, heard: Understood) -> Plan:
    return tell_fact(plan, heard) if reaction.line == "fact" else plan.says(reaction.line)


def tell_fact(plan: Plan, heard: Understood) -> Plan:
    """Answer what was asked in passing, both of two questions in one turn."""
    asked = [topic for topic in (heard.question, heard.also_asked) if topic is not None]
    known = [topic for topic in asked if topic in plan.call.profile.facts or topic in ("robot", "why")]
    for topic in known:
        plan = plan.says(topic) if topic in ("robot", "why") else plan.says("fact", topic=topic)
    if not known:
        return plan.says("fact_unknown")
    return plan if len(known) == len(asked) else plan.says("rest_unknown")


def _while_waiting(flow: Flow, turn: Turn, row: Ask | Do) -> Plan:
    """The backend is being asked: a danger is acted on at once, the rest is kept for afterwards."""
    situation = turn.situation
    call, heard = situation.call, situation.heard
    reaction = _first(flow.reactions, situation)
    if reaction is not None and reaction.exit is not None and reaction.exit.to == "safety_exit":
        return leave(flow, _alarmed(Plan(call), heard, reaction.exit), reaction.exit)
    if not heard.words:
        return Plan(call, ignored="no words while the backend is asked")
    if row.state != "booking":
        plan = Plan(call, rule=f"{row.state}: heard while the backend is asked")
        return plan.says("one_moment") if heard.present else plan
    otherwise = changes_wish(turn.before, heard.when)
    objects = heard.consent == "no" or heard.correction or otherwise or heard.manage is not None
    objects = objects or heard.wants in {"human", "callback", "wait"}
    agreed = turn.before._replace(second_thoughts=call.second_thoughts or objects, recheck=call.recheck)
    if heard.correction or otherwise or call.slots.noted != agreed.slots.noted:
        told = told_meanwhile(heard) or ("the time" if otherwise else "")
        agreed = noted(agreed, heard)._replace(meanwhile=told or agreed.meanwhile)
    if heard.wants == "human":
        agreed = agreed.fill("said", callback_type="human")
    return Plan(agreed, rule="booking: heard while the backend is asked").says("one_moment")
