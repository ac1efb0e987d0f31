"""Pure. Those whom callers speak of as theirs, as choices of a phrase (see `phrases.py`)."""

FAMILY = (
    "husband|wife|son|daughter|mom|mother|dad|father|brother|sister|roommate|partner|neighbor|tenant|landlord|grandson|"
    "granddaughter|grandma|grandmother|boyfriend|girlfriend|friend|buddy|super|fiance|spouse|assistant|housekeeper|"
    "babysitter|manager"
)
FAMILYS = "|".join(f"{who}'s" for who in FAMILY.split("|"))
""" "Wife's"."""
MY_FAMILY = "|".join(f"my_{who}" for who in FAMILY.split("|"))
THE_FAMILY = f"{MY_FAMILY}|" + "|".join(f"the_{who}" for who in FAMILY.split("|"))
""" "My wife", "the wife"."""
