"""`begrundelse`: why a building is or is not designated, in Danish that its owner understands.

A sentence names the value, the neighbours counted, what they are alike in and differ in, and the thresholds used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Floats
from ..common.wording import agreeing, decimal, percent, plain_spaces, share
from ..neighbourhood.buildings import ATTRIBUTES
from ..neighbourhood.likeness import Evidence, Thresholds, Uniformity
from ..registers.codes import label
from ..registers.values import NOT_ASSESSED
from .chosen_values import neighbour_value, said
from .decisions import Decision
from .rule import (
    ATTACHED_HOUSES,
    DECISION,
    EVERY_FOUR,
    HIGH_VALUE,
    NO_FOUR,
    NOT_REGISTERED,
    REVIEW,
    UNIFORM_FOUR,
    UNIFORM_OR_NEAR_HIGH,
    Designation,
    is_four,
)


@dataclass(frozen=True)
class Case:
    """What the sentences are made from; arrays are per row, (rows,), but `evidence`, which is per row, (rows, 6)."""

    save: npt.NDArray[np.int8]
    raw_save: Sequence[Any]
    ids: Sequence[str]
    use: Floats
    main: Booleans
    has_geometry: Booleans
    uniformity: Uniformity
    evidence: Evidence
    off_property: Booleans
    designation: Designation
    decisions: dict[str, Decision]
    rule: int
    thresholds: Thresholds
    neighbour_kind: str
    """What the neighbours are, as of NEIGHBOUR_KINDS."""
    neighbour_distance: float


ATTRIBUTE_NAMES = ("anvendelse", "opførelsesår", "etagetal", "ydervæg", "tagdækning", "bebygget areal")
"""The attributes in the order of ATTRIBUTES."""

NEIGHBOUR_KINDS = {
    "adjoining": ("tilstødende ejendom", "tilstødende ejendomme"),
    "opposite": ("tilstødende eller overfor liggende ejendom", "tilstødende eller overfor liggende ejendomme"),
    "distance": ("nabobygning inden for {distance} m", "nabobygninger inden for {distance} m"),
}
"""What one neighbour is called, and several. A property stands for its largest main building."""


def explanations(case: Case) -> Callable[[int, int], list[str]]:
    """A function that gives the sentences of the rows from `start` up to `end`, so that they need not all be held."""
    writer = _Writer(case)
    return lambda start, end: list(writer.sentences(start, end))


class _Writer:
    """Writes each distinct sentence once where many rows share it."""

    def __init__(self, case: Case) -> None:
        self.case = case
        t = case.thresholds
        self.attribute_words = (
            "anvendelse",
            f"opførelsesår ±{decimal(t.year_tolerance, 2)} år",
            "etagetal",
            "ydervæg",
            "tagdækning",
            f"bebygget areal med højst {decimal(t.area_tolerance, 2)} % forskel",
        )
        self.pair_rule = plain_spaces(f"En nabo ligner, når mindst {share(t.similarity)} af de kendte forhold er ens.")
        self.demand = plain_spaces(f"mindst {share(t.uniform_share)} af mindst {t.min_neighbours} naboer")
        self.four = f"SAVE-værdi {neighbour_value()}"
        self.distance = decimal(case.neighbour_distance, 2)
        self.shared: dict[tuple[int, int, str], str] = {}

    def sentences(self, start: int, end: int) -> Iterator[str]:
        case = self.case
        fours = is_four(case.save[start:end])
        ground = case.designation.ground[start:end].tolist()
        save = case.save[start:end].tolist()
        secondary = self._secondary(start, end)
        for offset, (code, value, four) in enumerate(zip(ground, save, fours.tolist())):
            if code == DECISION:
                yield self._decision(start + offset) + secondary[offset]
            elif four:
                yield self._four(start + offset) + secondary[offset]
            elif value <= NOT_ASSESSED and value != NOT_ASSESSED:
                yield self._unreadable(start + offset) + secondary[offset]
            else:
                key = (code, value, secondary[offset])
                if key not in self.shared:
                    self.shared[key] = self._by_value(code, value) + secondary[offset]
                yield self.shared[key]

    def _secondary(self, start: int, end: int) -> list[str]:
        case = self.case
        return [
            "" if main or value < 1 else f" BBR kalder bygningen {label('use', int(use))}, og den følger samme regler."
            for main, use, value in zip(
                case.main[start:end].tolist(), case.use[start:end].tolist(), case.save[start:end].tolist()
            )
        ]

    @staticmethod
    def _by_value(code: int, value: int) -> str:
        if code == HIGH_VALUE:
            return said(f"SAVE-værdi {value}. Udpeget: bygninger med høj bevaringsværdi ({{high_values}}) udpeges.")
        if code == NOT_REGISTERED:
            return "Ingen SAVE-værdi: bygningen er ikke vurderet. Det er ikke det samme som en lav værdi."
        return said(
            f"SAVE-værdi {value}. Ikke udpeget: der udpeges kun bygninger med værdi {{high_values}} og, efter en "
            "særlig regel, værdi {neighbour_value}."
        )

    def _unreadable(self, row: int) -> str:
        return (
            f"SAVE-værdien kan ikke læses: '{self.case.raw_save[row]}' er ikke et helt tal fra 1 til 9. "
            "Værdien skal rettes, før bygningen kan vurderes."
        )

    def _decision(self, row: int) -> str:
        decision = self.case.decisions[self.case.ids[row]]
        verdict = "Udpeget" if decision.designate else "Ikke udpeget"
        source = ", ".join(part for part in (decision.source, decision.day and f"{decision.day:%d.%m.%Y}") if part)
        value = int(self.case.save[row])
        return (
            f"{verdict} ved beslutning{f' ({source})' if source else ''}"
            f"{': ' + decision.reason.rstrip('.') if decision.reason else ''}. "
            + (f"SAVE-værdi {value}." if value >= 1 else "Bygningen har ingen læselig SAVE-værdi.")
        )

    def _four(self, row: int) -> str:
        case = self.case
        code = case.designation.ground[row]
        verdict = "Udpeget" if code == UNIFORM_FOUR else "Til vurdering" if code == REVIEW else "Ikke udpeget"
        if case.rule == EVERY_FOUR:
            return said(f"{self.four}. Udpeget: efter den valgte regel udpeges alle med værdi {{neighbour_value}}.")
        if case.rule == NO_FOUR:
            return said(
                f"{self.four}. Ikke udpeget: efter den valgte regel udpeges ingen med værdi {{neighbour_value}}."
            )
        if case.rule == ATTACHED_HOUSES:
            return f"{self.four}. {verdict}: {self._attached(row)}"
        if case.rule == UNIFORM_OR_NEAR_HIGH and code == UNIFORM_FOUR and not case.uniformity.uniform[row]:
            return said(
                f"{self.four}. Udpeget: bygningen ligger højst {self.distance} m fra en bygning "
                f"med værdi {{high_values}}. {self._neighbours(row)}"
            )
        near = (
            said(" og ligger ikke nær en bygning med værdi {high_values}") if case.rule == UNIFORM_OR_NEAR_HIGH else ""
        )
        character = {
            UNIFORM_FOUR: "bygningen er ensartet med naboerne.",
            REVIEW: f"der er for få naboer at sammenligne med{near}; en person skal se på den.",
        }.get(int(code), f"bygningen er ikke ensartet med naboerne{near}.")
        return f"{self.four}. {verdict}: {character} {self._neighbours(row)}"

    def _attached(self, row: int) -> str:
        use = self.case.use[row]
        called = "anvendelsen er ukendt" if np.isnan(use) else f"BBR kalder den {label('use', int(use))}"
        return said(f"efter den valgte regel udpeges række- og dobbelthuse med værdi {{neighbour_value}}; {called}.")

    def _neighbours(self, row: int) -> str:
        case, t = self.case, self.case.thresholds
        if not case.has_geometry[row]:
            return "Bygningen har ingen geometri, så naboerne kan ikke findes."
        kind = NEIGHBOUR_KINDS["distance" if case.off_property[row] else case.neighbour_kind]
        one, many = (words.format(distance=self.distance) for words in kind)
        count, alike = int(case.uniformity.neighbours[row]), int(case.uniformity.alike[row])
        off = "Bygningen ligger ikke på nogen ejendom i kortet. " if case.off_property[row] else ""
        if not count:
            return (
                f"{off}Ingen {many} kan sammenlignes med den "
                f"(krav: mindst {t.min_neighbours}, hvor mindst {t.min_attributes} forhold er kendt på begge)."
            )
        return (
            f"{off}{alike} af {count} {agreeing(count, one, many)} ligner den "
            f"({plain_spaces(percent(alike, count, fixed=False, limit=t.uniform_share))}; krav: {self.demand}). "
            f"{self._detail(row)}{self.pair_rule}"
        )

    def _detail(self, row: int) -> str:
        known, alike = self.case.evidence.known[row].tolist(), self.case.evidence.alike[row].tolist()
        same = [f"{w} ({a} af {k})" for w, k, a in zip(self.attribute_words, known, alike) if k and 2 * a >= k]
        differ = [f"{w} ({k - a} af {k})" for w, k, a in zip(self.attribute_words, known, alike) if k and 2 * a < k]
        unknown = [word for word, k in zip(ATTRIBUTE_NAMES, known) if not k]
        parts = []
        if same:
            parts.append(f"Ens på {', '.join(same)}")
        if differ:
            parts.append(f"{'forskellig' if parts else 'Forskellig'} på {', '.join(differ)}")
        if unknown:
            parts.append(f"ukendt: {', '.join(unknown)}")
        return f"{'; '.join(parts)}. " if parts else ""


def stated_rule(reason: str) -> dict[str, str]:
    """What a `begrundelse` says about the rule it was made by, in words under a name each, as far as it says anything.

    So two runs can be compared by their outputs alone, without the parameters that they were given.
    """
    found = {name: pattern.search(reason) for name, pattern in _STATED.items()}
    return {name: match.group(1) for name, match in found.items() if match is not None}


def stated_decision(reason: str) -> str:
    """What a `begrundelse` says of the decision behind it: source, date and the council's reason; "" for none."""
    found = _STATED_DECISION.search(reason)
    return "" if found is None else found.group(1).strip()


WHOLE_RULE = "reglen"
"""The name in `stated_rule` of a rule for the 4s that does not ask the neighbours."""
_STATED = {
    WHOLE_RULE: re.compile(r"(efter den valgte regel udpeges [^.;]+)"),
    "afstanden til en bygning med høj værdi": re.compile(r"(højst [0-9,]+ m) fra en bygning med værdi [0-9]"),
    "kravet": re.compile(r"krav: (mindst [0-9,]+ % af mindst [0-9]+ naboer|mindst [0-9]+, hvor [^)]+)\)?"),
    "en nabo": re.compile(r"(tilstødende(?: eller overfor liggende)? ejendom|nabobygning)(?:me|er)?\b"),
    "naboafstanden": re.compile(r"nabobygning(?:er)? inden for ([0-9,]+ m)"),
    "kravet til lighed": re.compile(r"En nabo ligner, når (mindst [0-9,]+ % af de kendte forhold) er ens"),
    "forskellen i opførelsesår": re.compile(r"opførelsesår (±[0-9,]+ år)"),
    "forskellen i bebygget areal": re.compile(r"bebygget areal med (højst [0-9,]+ %) forskel"),
}
_STATED_DECISION = re.compile(
    r"dpeget ved beslutning(.*?)\. (?:SAVE-værdi [1-9]\.|Bygningen har ingen læselig SAVE-værdi\.)"
)


def pair_words(bits: int) -> str:
    """The attributes of one pair that `bits` marks, for the fields `ens_paa` and `forskellig_paa`."""
    words = ("anvendelse", "opfoerelsesaar", "etager", "ydervaeg", "tagdaekning", "bebygget_areal")
    return ", ".join(word for bit, word in enumerate(words[: len(ATTRIBUTES)]) if bits >> bit & 1)
