"""What a plan says of the buildings that the register keeps from the public: how many, and that it does not bind them.

One rule for every place that counts them: of the designated ones those count that the plan would bind, and no listed
building or church, which it does not bind either way. None of them is named anywhere.
"""

from __future__ import annotations

from ..common.wording import agreeing, number, plain_plural
from .content import Withheld

CHOSEN = "opfylder reglen for udpegning eller er valgt ved en særskilt beslutning"
"""Why such a building would have been designated."""


def withheld_words(withheld: Withheld) -> str:
    """The sentences for the documents of the plan; "" where nothing is withheld.

    None of them is said to be designated, or proposed: what the plan does not name, it does not designate.
    """
    count, bound = int(withheld.rows.sum()), withheld.bound
    if not count:
        return ""
    kept = "som registret holder fra offentligheden, er ikke talt med."
    said = f"{plain_plural(count, 'bygning', 'bygninger')}, {kept}"
    if not bound:
        return said
    neither = agreeing(bound, "er hverken fredet eller en kirke", "er hverken fredede eller kirker")
    them = agreeing(bound, "den", "dem")
    return (
        f"{said} {number(bound)} af dem {neither} og {CHOSEN}, men er ikke omfattet af planen, fordi planen ikke "
        f"nævner {them}."
    )
