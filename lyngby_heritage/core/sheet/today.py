"""Which of a property's buildings another plan designates today, though this one does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..plan.card import NO_PLAN, STANDING_WORDS
from .facts import PropertyFacts

NOBODY = ("", NO_PLAN)
"""Codes of `gaeldende_udpegning` that tell of no plan."""


def designated_already(facts: PropertyFacts) -> Iterator[str]:
    """A sentence for each way in which buildings are designated today, of those that this plan does not designate.

    A plan lifts the designation of no building that it does not name, so theirs stays.
    """
    others = [one.facts for one in facts.buildings if not one.facts.designated and not one.facts.apart]
    counted = Counter(one.standing for one in others if one.standing not in NOBODY)
    for code, count in sorted(counted.items()):
        who = "Den" if len(facts.buildings) == 1 else f"{count} af {'de øvrige' if facts.designated else 'dem'}"
        yield f"{who} er i forvejen udpeget af {STANDING_WORDS.get(code, code)}, og det gælder fortsat."
