"""`begrundelse`: why a building is or is not designated, in Danish that its owner understands.

A sentence names the value, the neighbours counted, what they are alike in and differ in, and the thresholds used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Floats
from ..common.wording import agreeing, decimal, percent, plain_spaces, share
from ..neighbourhood.buildings import ATTRIBUTES
from ..neighbourhood.likeness import Evidence, Thresholds, Uniformity
from ..registers.codes import label
from ..registers.registration import LOCAL_PLAN, MUNICIPAL_PLAN, Bits, Force, designated_today
from ..registers.values import NOT_ASSESSED, read_save_values
from .attached_houses import attached_houses
from .chosen_values import neighbour_value, said
from .decisions import Decision, written_day
from .rule import (
    ATTACHED_HOUSES,
    DECISION,
    EVERY_FOUR,
    HIGH_VALUE,
    NO_FOUR,
    NOT_REGISTERED,
    REVIEW,
    UNIFORM,
    UNIFORM_FOUR,
    UNIFORM_OR_NEAR_HIGH,
    Designation,
    is_four,
)
from .sub_values import sub_value_words

BY_DECISION = "ved beslutning"
_SOURCE = re.compile(rf"^\w+ {BY_DECISION} \((?P<source>.*?)\)(?=[:.])")


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
    standing: Bits
    """As of `read_standing`."""
    force: npt.NDArray[np.int8]
    """Force of the SAVE registration."""
    distance: Floats
    """Metres to the farthest neighbour that it was compared with."""
    parameters: Mapping[str, npt.NDArray[np.int8]] = field(default_factory=dict)
    """SAVE's five parameters by concept, of those that the layer has."""


STANDING_WORDS = {
    LOCAL_PLAN: "en gældende lokalplan udpeger",
    MUNICIPAL_PLAN: "kommuneplanen udpeger",
    LOCAL_PLAN | MUNICIPAL_PLAN: "kommuneplanen og en gældende lokalplan udpeger",
}
"""By which plans a building is designated today; by an unnamed one as `_standing` says it."""
FORCE_WORDS = {
    Force.DRAFT: "er en kladde",
    Force.PROPOSAL: "er kun et forslag",
    Force.CANCELLED: "er aflyst",
    Force.ENDED: "er ophørt",
    Force.NOT_YET: "gælder først senere",
}

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
    parameters = {concept: values for concept, values in case.parameters.items() if (values >= 1).any()}
    if not parameters:
        return lambda start, end: list(writer.sentences(start, end))

    def with_parameters(start: int, end: int) -> list[str]:
        told = sub_value_words(parameters, case.force, start, end)
        return [f"{one} {words}" if words else one for one, words in zip(writer.sentences(start, end), told)]

    return with_parameters


class _Writer:
    """Writes each distinct sentence once where many rows share it."""

    def __init__(self, case: Case) -> None:
        self.case = case
        t = case.thresholds
        self.attribute_words = (
            "anvendelse",
            f"opført med højst {decimal(t.year_tolerance, 2)} års mellemrum",
            "etagetal",
            "ydervæg",
            "tagdækning",
            f"bebygget areal med højst {decimal(t.area_tolerance, 2)} % forskel",
        )
        self.difference_words = (
            "anvendelse",
            f"opført med mere end {decimal(t.year_tolerance, 2)} års mellemrum",
            *self.attribute_words[2:-1],
            f"bebygget areal med mere end {decimal(t.area_tolerance, 2)} % forskel",
        )
        self.pair_rule = plain_spaces(f"En nabo ligner, når mindst {share(t.similarity)} af de kendte forhold er ens.")
        self.demand = plain_spaces(f"mindst {share(t.uniform_share)} af mindst {t.min_neighbours} naboer")
        self.four = f"SAVE-værdi {neighbour_value()}"
        self.attached = attached_houses()
        self.distance = decimal(case.neighbour_distance, 2)
        self.shared: dict[tuple[int, int, str], str] = {}

    def sentences(self, start: int, end: int) -> Iterator[str]:
        case = self.case
        fours = is_four(case.save[start:end])
        ground = case.designation.ground[start:end].tolist()
        save = case.save[start:end].tolist()
        secondary = self._secondary(start, end)
        force = case.force[start:end].tolist()
        for offset, (code, value, four) in enumerate(zip(ground, save, fours.tolist())):
            if code == DECISION:
                yield self._decision(start + offset) + secondary[offset]
            elif four:
                use_is_told = case.rule == ATTACHED_HOUSES
                yield self._four(start + offset) + ("" if use_is_told else secondary[offset])
            elif code == REVIEW:
                yield self._standing(start + offset) + secondary[offset]
            elif force[offset] in FORCE_WORDS:
                yield self._no_registration(start + offset)
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
            ""
            if main or value < 1 or code == REVIEW
            else f" BBR kalder bygningen {label('use', int(use))}, og den følger samme regler som andre bygninger."
            for main, use, value, code in zip(
                case.main[start:end].tolist(),
                case.use[start:end].tolist(),
                case.save[start:end].tolist(),
                case.designation.ground[start:end].tolist(),
            )
        ]

    @staticmethod
    def _by_value(code: int, value: int) -> str:
        if code == HIGH_VALUE:
            return said(f"SAVE-værdi {value}. Udpeges: bygningen har høj bevaringsværdi ({{high_values}}).")
        if code == NOT_REGISTERED:
            return "Ingen SAVE-værdi: bygningen er ikke vurderet. Det er ikke det samme som en lav værdi."
        return said(
            f"SAVE-værdi {value}. Udpeges ikke: der udpeges kun bygninger med værdi {{high_values}} og, efter en "
            "særlig regel, værdi {neighbour_value}."
        )

    def _no_registration(self, row: int) -> str:
        """A registration that is none; its value is told, so that nobody looks for it in vain."""
        registered, _ = read_save_values([self.case.raw_save[row]])
        value = f" (værdi {registered[0]})" if registered[0] >= 1 else ""
        return (
            f"SAVE-registreringen{value} {FORCE_WORDS[Force(int(self.case.force[row]))]} og gælder ikke. Bygningen er "
            "derfor uden SAVE-værdi. Det er ikke det samme som en lav værdi."
        )

    def _standing_words(self, row: int) -> str:
        bits = int(self.case.standing[row])
        words = STANDING_WORDS.get(bits & (LOCAL_PLAN | MUNICIPAL_PLAN))
        return (
            f"{words} bygningen i dag, og ingen regel her gør det; en fagperson skal vurdere den."
            if words
            else "registret kalder bygningen udpeget i dag uden entydigt at sige af hvilken plan, og ingen regel her "
            "udpeger den; en fagperson skal vurdere den."
        )

    def _standing(self, row: int) -> str:
        """Any other value, or none, of a building that a plan in force designates."""
        value = int(self.case.save[row])
        has = (
            f"SAVE-værdi {value}."
            if value >= 1
            else "Ingen SAVE-værdi."
            if not value
            else "SAVE-værdien kan ikke læses."
        )
        return f"{has} Til vurdering: {self._standing_words(row)}"

    def _unreadable(self, row: int) -> str:
        return (
            f"SAVE-værdien kan ikke læses: '{self.case.raw_save[row]}' er ikke et helt tal fra 1 til 9. "
            "Værdien skal rettes, før bygningen kan vurderes."
        )

    def _decision(self, row: int) -> str:
        decision = self.case.decisions[self.case.ids[row]]
        verdict = "Udpeget" if decision.designate else "Fravalgt"
        day = decision.told_day
        source = ", ".join(part for part in (decision.source, written_day(day) if day else "") if part)
        value = int(self.case.save[row])
        return (
            f"{verdict} {BY_DECISION}{f' ({source})' if source else ''}"
            f"{': ' + decision.reason.rstrip('.') if decision.reason else ''}. "
            + (f"SAVE-værdi {value}." if value >= 1 else "Bygningen har ingen brugbar SAVE-værdi.")
        )

    def _four(self, row: int) -> str:
        case = self.case
        code = case.designation.ground[row]
        verdict = "Udpeges" if code == UNIFORM_FOUR else "Til vurdering" if code == REVIEW else "Udpeges ikke"
        by_neighbours = case.rule in (UNIFORM, UNIFORM_OR_NEAR_HIGH)
        if code == REVIEW and designated_today(case.standing[row : row + 1])[0]:
            found = f" {self._neighbours(row)}" if by_neighbours and case.main[row] else ""
            return f"{self.four}. Til vurdering: {self._standing_words(row)}{found}"
        if code == REVIEW and not case.main[row]:
            called = label("use", int(case.use[row]))
            return (
                f"{self.four}. Til vurdering: BBR kalder bygningen {called}, og registrene kan ikke vise, om en "
                f"sekundær bygning er ensartet med naboerne.{self._not_near_either()} En fagperson skal vurdere den."
            )
        if case.rule == EVERY_FOUR:
            return said(f"{self.four}. Udpeges: efter den valgte regel udpeges alle med værdi {{neighbour_value}}.")
        if case.rule == NO_FOUR:
            return said(
                f"{self.four}. Udpeges ikke: efter den valgte regel udpeges ingen med værdi {{neighbour_value}}."
            )
        if case.rule == ATTACHED_HOUSES:
            return f"{self.four}. {verdict}: {self._attached(row)}"
        if case.rule == UNIFORM_OR_NEAR_HIGH and code == UNIFORM_FOUR and not case.uniformity.uniform[row]:
            return said(
                f"{self.four}. Udpeges: bygningen ligger højst {self.distance} m fra en bygning "
                f"med værdi {{high_values}}.{f' {self._neighbours(row)}' if case.main[row] else ''}"
            )
        near = (
            said(" og ligger ikke nær en bygning med værdi {high_values}") if case.rule == UNIFORM_OR_NEAR_HIGH else ""
        )
        too = near.replace(" og ligger", ", og bygningen ligger", 1)
        character = {
            UNIFORM_FOUR: "bygningen er ensartet med naboerne.",
            REVIEW: f"der er for få naboer at sammenligne med{too}; en fagperson skal vurdere den.",
        }.get(int(code), f"bygningen er ikke ensartet med naboerne{near}.")
        return f"{self.four}. {verdict}: {character} {self._neighbours(row)}"

    def _not_near_either(self) -> str:
        """What rule 1 has looked for besides."""
        if self.case.rule != UNIFORM_OR_NEAR_HIGH:
            return ""
        return said(" Den ligger ikke nær en bygning med værdi {high_values}.")

    def _attached(self, row: int) -> str:
        use = self.case.use[row]
        called = "anvendelsen er ukendt" if np.isnan(use) else f"BBR kalder den {label('use', int(use))}"
        return f"efter den valgte regel udpeges {self.attached}; {called}."

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
            f"{self._far(row)}{self._detail(row)}{self.pair_rule}"
        )

    def _far(self, row: int) -> str:
        """How far off the farthest is, where properties adjoin that are larger than what people call neighbours."""
        metres = self.case.distance[row]
        if not metres > self.case.neighbour_distance:
            return ""
        return plain_spaces(f"Den fjerneste ligger {decimal(metres, 0)} m væk. ")

    def _detail(self, row: int) -> str:
        known, alike = self.case.evidence.known[row].tolist(), self.case.evidence.alike[row].tolist()
        same = [f"{w} ({a} af {k})" for w, k, a in zip(self.attribute_words, known, alike) if k and 2 * a > k]
        half = [f"{w} ({a} af {k})" for w, k, a in zip(self.attribute_words, known, alike) if k and 2 * a == k]
        differ = [f"{w} ({k - a} af {k})" for w, k, a in zip(self.difference_words, known, alike) if k and 2 * a < k]
        unknown = [word for word, k in zip(ATTRIBUTE_NAMES, known) if not k]
        parts = []
        if same:
            parts.append(f"Ens: {', '.join(same)}")
        if half:
            parts.append(f"{'ens' if parts else 'Ens'} hos halvdelen: {', '.join(half)}")
        if differ:
            parts.append(f"{'forskelligt' if parts else 'Forskelligt'}: {', '.join(differ)}")
        if unknown:
            parts.append(f"ukendt: {', '.join(unknown)}")
        return f"{'; '.join(parts)}. " if parts else ""


_PAIR_WORDS = ("anvendelse", "opfoerelsesaar", "etager", "ydervaeg", "tagdaekning", "bebygget_areal")
"""The attributes in the order of ATTRIBUTES, as the fields of a layer have them."""


def pair_words(bits: int) -> str:
    """The attributes of one pair that `bits` marks, for the fields `ens_paa` and `forskellig_paa`."""
    return ", ".join(word for bit, word in enumerate(_PAIR_WORDS[: len(ATTRIBUTES)]) if bits >> bit & 1)


def words_of_pair(field: str) -> tuple[str, ...]:
    """What a text of `pair_words` says, as people read it; a word of another version stands as it is.

    >>> words_of_pair("opfoerelsesaar, ydervaeg"), words_of_pair("")
    (('opførelsesår', 'ydervæg'), ())
    """
    named = dict(zip(_PAIR_WORDS, ATTRIBUTE_NAMES))
    return tuple(named.get(one, one) for one in (part.strip() for part in field.split(",")) if one)


def source_told(reason: str) -> str:
    """The source of the decision, with its day, that a reason tells; "" for any other reason.

    >>> source_told("Udpeget ved beslutning (Brev (mail), 3. maj 2025): Ønskes udpeget. SAVE-værdi 5.")
    'Brev (mail), 3. maj 2025'
    >>> source_told("Fravalgt ved beslutning: Brændt. SAVE-værdi 4."), source_told("SAVE-værdi 2.")
    ('', '')
    """
    found = _SOURCE.match(reason)
    return found["source"] if found else ""
