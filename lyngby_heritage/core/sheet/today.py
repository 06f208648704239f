"""Which of a property's buildings another plan designates today, though this one does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..common.wording import number, plain_spaces
from ..plan.card import still_designated
from .facts import PropertyFacts


def designated_already(facts: PropertyFacts) -> Iterator[str]:
    """A sentence for each way in which buildings are designated today, of those that this plan does not designate.

    It names its subject, so that it can stand after any other.
    """
    others = [one.facts for one in facts.buildings if not one.facts.designated and not one.facts.apart]
    counted = Counter(one.standing for one in others)
    for standing, count in sorted(counted.items()):
        said = still_designated(standing, _who(count, facts))
        if said:
            yield said


def _who(count: int, facts: PropertyFacts) -> str:
    """So many of the property's buildings as the subject of a sentence."""
    total, named = len(facts.buildings), facts.designated
    if total == 1:
        return "Bygningen"
    if total - named == 1:
        return "Den øvrige bygning"
    counted = "En" if count == 1 else plain_spaces(number(count))
    return f"{counted} af {'de øvrige bygninger' if named else 'bygningerne'}"
