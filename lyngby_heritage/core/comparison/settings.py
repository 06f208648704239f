"""What two designations say of the rule and thresholds that they were decided by, and what of it has changed.

    both say it, and it is the same         → it is the data that have changed
    both say it, and it is not              → named, from what to what
    one does not say it                     → nothing is said of it: unknown is not unchanged

What shapes the figures (who is a neighbour, when two are alike) is kept apart from what judges them (the rule, its
demands), since a building whose figures are the same can only be judged otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..common.wording import decimal, joined, plain_spaces, quantity, share
from ..designation.attached_houses import attached_houses_of
from ..designation.outcome import Basis
from ..designation.rule import (
    ATTACHED_HOUSES,
    EVERY_FOUR,
    NO_FOUR,
    UNIFORM,
    UNIFORM_OR_NEAR_HIGH,
)
from ..neighbourhood.neighbours import ADJOINING, ADJOINING_AND_OPPOSITE, DISTANCE
from ..registers.codes import label

RULES = {
    UNIFORM: "de med værdi {four}, der er ensartede med naboerne",
    UNIFORM_OR_NEAR_HIGH: "de med værdi {four}, der er ensartede med naboerne eller ligger nær en med høj værdi",
    ATTACHED_HOUSES: "{attached}",
    EVERY_FOUR: "alle med værdi {four}",
    NO_FOUR: "ingen med værdi {four}",
}
"""What each VALUE4_RULE designates, in words that fit after 'udpeges'."""
NEIGHBOURS = {
    ADJOINING: "en tilstødende ejendom",
    ADJOINING_AND_OPPOSITE: "en tilstødende eller overfor liggende ejendom",
    DISTANCE: "en nabobygning inden for en afstand",
}
BY_NEIGHBOURS = (UNIFORM, UNIFORM_OR_NEAR_HIGH)


@dataclass(frozen=True)
class SettingChanges:
    """What differs between the settings of two designations, in Danish; all empty where they are the same."""

    known: bool
    """Whether both say by what they were decided. Where not, the rest is empty and means nothing."""
    unknown_when: str
    """Of which nobody can tell: "før", "nu", "før og nu", or ""."""
    figures: tuple[str, ...] = ()
    """What shapes the figures of a building: neighbours, and when two are alike."""
    verdict: tuple[str, ...] = ()
    """What judges a building of value 4 by its figures: the rule and its demands."""
    values: tuple[str, ...] = ()
    """Which SAVE values are designated by themselves, and which the rule is asked for."""

    @property
    def any(self) -> bool:
        """Whether anything at all is known to differ."""
        return bool(self.figures or self.verdict or self.values)


def setting_changes(before: Basis | None, after: Basis | None) -> SettingChanges:
    """Compare the settings of two designations; None for one that does not say them."""
    if before is None or after is None:
        when = " og ".join(word for word, one in (("før", before), ("nu", after)) if one is None)
        return SettingChanges(False, when)
    return SettingChanges(
        True,
        "",
        tuple(_moved(_figure_words(before), _figure_words(after))),
        (*_rule_change(before, after), *_moved(_demand_words(before), _demand_words(after))),
        tuple(_moved(_value_words(before), _value_words(after))),
    )


def _moved(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    """What both say, and otherwise."""
    for name, value in before.items():
        if name in after and after[name] != value:
            yield f"{name} var {value} og er nu {after[name]}"


def _rule_change(before: Basis, after: Basis) -> Iterator[str]:
    if before.rule == after.rule:
        return
    for when, basis in (("før udpegedes", before), ("nu udpeges", after)):
        phrase = RULES.get(basis.rule, f"bygninger efter regel {basis.rule}")
        attached = attached_houses_of(basis.attached_uses, basis.neighbour_value)
        yield f"{when} efter den valgte regel {phrase.format(four=basis.neighbour_value, attached=attached)}"


def _figure_words(basis: Basis) -> dict[str, str]:
    """The settings in use behind `naboer`, `naboer_ens` and `ensartethed`, by what they are called.

    The distance counts under every method: a building on no plot has its neighbours by it.
    """
    words = {
        "en nabo": NEIGHBOURS.get(basis.method, f"nabo efter metode {basis.method}"),
        "naboafstanden": f"{decimal(basis.neighbour_distance, 2)} m",
        "kravet til kendte forhold": f"mindst {basis.min_attributes}",
        "kravet til lighed": f"mindst {plain_spaces(share(basis.similarity))} af de kendte forhold",
        "forskellen i opførelsesår": f"±{decimal(basis.year_tolerance, 2)} år",
        "forskellen i bebygget areal": plain_spaces(f"højst {quantity(basis.area_tolerance, '%', 2)}"),
    }
    if basis.method == ADJOINING_AND_OPPOSITE:
        words["afstanden til ejendomme overfor"] = f"{decimal(basis.opposite_distance, 2)} m"
    return words


def _demand_words(basis: Basis) -> dict[str, str]:
    """The demands of the rule in use."""
    words = {}
    if basis.rule in BY_NEIGHBOURS:
        words["kravet"] = f"mindst {plain_spaces(share(basis.uniform_share))} af mindst {basis.min_neighbours} naboer"
    if basis.rule == UNIFORM_OR_NEAR_HIGH:
        words["afstanden til en bygning med høj værdi"] = f"højst {decimal(basis.neighbour_distance, 2)} m"
    if basis.rule == ATTACHED_HOUSES:
        words["anvendelserne, som reglen udpeger,"] = joined([label("use", one) for one in basis.attached_uses])
    return words


def _value_words(basis: Basis) -> dict[str, str]:
    return {
        "de værdier, der udpeges uden videre,": _listed(basis.high_values),
        "værdien, som reglen gælder,": str(basis.neighbour_value),
    }


def _listed(values: tuple[int, ...]) -> str:
    return ", ".join(map(str, values))
