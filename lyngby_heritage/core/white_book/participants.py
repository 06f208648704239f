"""What each who took part is told: their answers, what was made of them, and what became of the buildings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..plan.card import still_designated
from .answers import Answer, Answers, sender_key
from .book import Book, building_called, told_rows
from .places import Found, Known
from .text import AnswerTold, Told


@dataclass(frozen=True)
class Participant:
    """One sender with all answers; nobody is told anything of another's."""

    name: str
    """"" of one who gave none."""
    answers: Sequence[Answer]


@dataclass(frozen=True)
class Outcome:
    """How a building stood before the hearing and how it stands after, in words; `after` is "" where nobody knows."""

    before: str
    after: str
    apart: str = ""
    """Why it stands apart from the plan (`fredet`, `kirke`): the plan mentions it and designates it not."""
    designated: bool | None = None
    """Whether the plan designates it as it stands now; None where nobody knows."""
    standing: str = ""
    """Its `gaeldende_udpegning`: which plans designate it already, "" where nobody knows."""

    @property
    def changed(self) -> bool:
        """Whether it stands in another way than before."""
        return bool(self.after) and self.before != self.after

    def sentence(self, building: str) -> str:
        """What is told of it, and of one that the plan does not designate whether another does."""
        return f"{self._standing(building)} {self.elsewhere()}".rstrip()

    def elsewhere(self, who: str = "Bygningen") -> str:
        """That another plan designates it, where this one does not; "" of what stands apart, or where nobody knows."""
        return still_designated(self.standing, who) if self.designated is False and not self.apart else ""

    def _standing(self, building: str) -> str:
        if self.apart:
            as_before = ", som før høringen" if self.after else ""
            return f"{building}: {self.apart} og kun nævnt til oplysning{as_before}."
        if not self.after:
            return f"{building}: før høringen »{self.before}«."
        if self.before == self.after:
            return f"{building}: »{self.after}« i planen, som før høringen."
        return f"{building}: før høringen »{self.before}«, efter høringen »{self.after}«."


def participants(answers: Answers) -> list[Participant]:
    """The senders in the order of their first answers; one without a name is a participant for each answer."""
    by_name: dict[tuple[str, ...], list[Answer]] = {}
    for one in answers.answers:
        by_name.setdefault(sender_key(one), []).append(one)
    return [Participant(own[0].sender, own) for own in by_name.values()]


def told_to(
    participant: Participant,
    book: Book,
    found: Mapping[int, Found],
    known: Known,
    outcomes: Mapping[int, Outcome],
) -> list[AnswerTold]:
    """What a participant is told. `book` is the internal version, `outcomes` are by row of the buildings.

    Of a building that the register keeps from the public nothing is told: who sent the answer may not be its owner. Ids
    are the administration's: a building without an address is named by its property.
    """
    entries = {one.row: one for one in book.entries}
    made = []
    for answer in participant.answers:
        points = []
        for point in answer.points:
            shown = told_rows(found[point.row].rows, known)
            rows = [
                row
                for row in found[point.row].rows
                if row in outcomes and not known.withheld[row] and (row in shown or outcomes[row].changed)
            ]
            sentences = [outcomes[row].sentence(building_called(row, known, True)) for row in rows]
            entry = entries[point.row]
            named = [building_called(row, known, True) for row in shown]
            points.append(Told(entry, list(dict.fromkeys(named)) or entry.about, list(dict.fromkeys(sentences))))
        made.append(AnswerTold(answer.label, points))
    return made
