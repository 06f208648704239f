"""What a plan says of the buildings that the register keeps from the public: how many, and that it does not bind them.

One rule for every place that counts them: of the designated ones those count that the plan would bind, and no listed
building or church, which it does not bind either way. None of them is named anywhere.
"""

from __future__ import annotations

from ..common.wording import agreeing, number, plain_plural
from .content import Withheld
from .state import PlanState


def withheld_words(withheld: Withheld, state: PlanState) -> str:
    """The sentences for the documents of the plan; "" where nothing is withheld."""
    count, bound = int(withheld.rows.sum()), withheld.bound
    if not count:
        return ""
    kept = "som registret holder fra offentligheden, er ikke talt med."
    said = f"{plain_plural(count, 'bygning', 'bygninger')}, {kept}"
    if not bound:
        return said
    neither = agreeing(bound, "er hverken fredet eller en kirke", "er hverken fredede eller kirker")
    them, owners = agreeing(bound, "den", "dem"), agreeing(bound, "ejeren", "ejerne")
    return (
        f"{said} {number(bound)} af dem {neither} og {state.is_designated}, men planen nævner {them} ikke og kan "
        f"derfor ikke binde {owners}."
    )
