"""Pure. What an answer about a value that was looked up, or is read back by itself, changes in the call."""

from __future__ import annotations

from calllock.contracts.events import Origin
from dialog_brain.flow.call import Call
from dialog_brain.understanding.people_and_places.address_on_file import is_elsewhere
from dialog_brain.understanding.understood import Understood


def name_check(call: Call, heard: Understood) -> Call:
    """A caller who says no lives elsewhere, unless they are of the house or point at the address that we hold."""
    if heard.spelled:
        return call
    if heard.consent != "yes" and heard.household == "kin":
        return call.fill("said", customer_name="")
    points_there = heard.on_file and heard.begins == "no"
    if (heard.consent == "yes" and not points_there) or (heard.begins == "yes" and not heard.name):
        return call.fill("said", customer_name=call.slots.customer_name)
    if heard.consent is None:
        return call
    call = call.fill("said", customer_name="")
    if heard.on_file:
        return on_file(call, heard)
    if call.agreed("service_address"):
        return call
    return without_zip_of_file(call.fill("said", service_address=""))


def on_file(call: Call, heard: Understood) -> Call:
    """The address that was looked up, for whoever of the household calls."""
    return call.fill("said", service_address=call.address_on_file) if heard.on_file and call.address_on_file else call


def address_check(call: Call, heard: Understood) -> Call:
    """A yes, or a word that points at it, keeps the address; a no drops it, or another place that is meant."""
    if heard.elsewhere and not heard.address:
        return call.fill("said", service_address="")
    agrees = heard.consent == "yes" or heard.on_file or (heard.consent is None and heard.begins == "yes")
    if agrees and not heard.address:
        return call.fill("said", service_address=call.slots.service_address)
    return call.fill("said", service_address="") if heard.consent == "no" else call


def zip_check(call: Call, heard: Understood) -> Call:
    """A yes lets a ZIP outside the area stand."""
    if heard.consent == "yes" and heard.zip in {None, call.slots.zip_code}:
        return call._replace(zip_confirmed=True)
    return call.fill("said", zip_code="") if heard.consent == "no" else call


def moved_to(call: Call, origin: Origin, address: str) -> Call:
    """The call with this address, and with the ZIP on file only if it may still be that of the visit."""
    call = call.fill(origin, service_address=address)
    return without_zip_of_file(call) if call.address_on_file else call


def without_zip_of_file(call: Call) -> Call:
    """The call without the ZIP that was looked up, where the visit is not to be at the address it was looked up with.

    While no address is known it may still be that one, unless there was none.
    """
    address, held = call.slots.service_address, call.address_on_file
    kept = not is_elsewhere(address, held) if held and address else bool(held)
    if kept or not call.slots.zip_code or call.agreed("zip_code"):
        return call
    return call.fill("said", zip_code="")._replace(zip_confirmed=False)


def unit_told(call: Call, heard: Understood) -> Call:
    """The unit is asked for once: the read-back tells what the address is without it."""
    asks_back = heard.wants in {"repeat", "wait"} or heard.question is not None or not heard.words
    return call if asks_back else call._replace(unit_missing=False)
