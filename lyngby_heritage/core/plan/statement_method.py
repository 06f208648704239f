"""The rule of the designation in prose that a citizen follows, from the settings that the layer was made by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..common.wording import decimal, joined, percent, plain_spaces, quantity, share, spans
from ..designation.outcome import Basis, described, method_name, rule_name
from ..designation.rule import ATTACHED_HOUSES, EVERY_FOUR, NO_FOUR, UNIFORM, UNIFORM_OR_NEAR_HIGH
from ..neighbourhood.neighbours import ADJOINING, ADJOINING_AND_OPPOSITE, DISTANCE
from ..registers.codes import label

FEATURES = "anvendelse, opførelsesår, antal etager, ydervæg, tagdækning og bebygget areal"
"""What two buildings are compared on, in the order of `neighbourhood.buildings.ATTRIBUTES`."""
OWN_PROPERTY = "Bygninger på samme ejendom er ikke hinandens naboer."


def high_value_words(basis: Basis) -> str:
    """M1 in one sentence."""
    return f"Bygninger med SAVE-værdi {spans(basis.high_values)} udpeges på værdien alene."


def rule_words(basis: Basis) -> list[str]:
    """M2: the rule for the neighbour value, a paragraph for each thing that a reader must know."""
    four = f"værdi {basis.neighbour_value}"
    by_rule: dict[int, Callable[[Basis, str], Iterator[str]]] = {
        UNIFORM: _uniform,
        UNIFORM_OR_NEAR_HIGH: _uniform_or_near,
        ATTACHED_HOUSES: _attached,
        EVERY_FOUR: _every,
        NO_FOUR: _no,
    }
    make = by_rule.get(basis.rule)
    if make is None:
        return [f"For bygninger med {four} er brugt {rule_name(basis.rule).lower()}."]
    return [plain_spaces(one) for one in make(basis, four)]


def _every(_: Basis, four: str) -> Iterator[str]:
    yield f"Alle bygninger med {four} udpeges."


def _no(_: Basis, four: str) -> Iterator[str]:
    yield f"Ingen bygning med {four} udpeges, medmindre det er besluttet særskilt."


def _uniform(basis: Basis, four: str) -> Iterator[str]:
    yield f"En bygning med {four} udpeges, når den er ensartet med naboerne. {_demand(basis)}"
    yield from _how(basis)


def _uniform_or_near(basis: Basis, four: str) -> Iterator[str]:
    yield (
        f"En bygning med {four} udpeges, når den er ensartet med naboerne, eller når den ligger højst "
        f"{quantity(basis.neighbour_distance, 'm', 2)} fra en bygning med værdi {spans(basis.high_values, 'eller')}. "
        f"{_demand(basis)}"
    )
    yield from _how(basis)


def _demand(basis: Basis) -> str:
    return (
        f"Den er ensartet, når mindst {share(basis.uniform_share)} af de naboer, der kan sammenlignes, ligner den, og "
        f"der er mindst {basis.min_neighbours} af dem. Er der færre, afgør reglen intet: en fagperson skal vurdere "
        "bygningen."
    )


def _how(basis: Basis) -> Iterator[str]:
    yield _neighbour(basis)
    yield (
        f"To bygninger sammenlignes på {FEATURES}, så vidt registrene kender det på begge. Mindst "
        f"{basis.min_attributes} forhold skal være kendt, og de ligner hinanden, når mindst {share(basis.similarity)} "
        f"af de kendte forhold er ens. Opførelsesåret er ens, når der er højst {decimal(basis.year_tolerance, 2)} år "
        f"imellem, og det bebyggede areal, når forskellen er højst {quantity(basis.area_tolerance, '%', 2)} af det "
        f"største.{_example(basis)}"
    )
    yield (
        "Ensartethed er ikke det samme som værdi: reglen vælger alene mellem bygninger, som SAVE-registreringen "
        f"har givet værdi {basis.neighbour_value}, og den foreslår. Om en garage, et udhus eller lignende er ensartet "
        "med naboerne, kan registrene ikke vise; det vurderer en fagperson."
    )


def _neighbour(basis: Basis) -> str:
    near = quantity(basis.neighbour_distance, "m", 2)
    if basis.method == DISTANCE:
        return (
            f"Naboer er de hovedbygninger, der ligger højst {near} fra bygningen, målt fra omrids til omrids. "
            f"{OWN_PROPERTY}"
        )
    opposite = quantity(basis.opposite_distance, "m", 2)
    who = {
        ADJOINING: "de ejendomme, der støder op til bygningens egen",
        ADJOINING_AND_OPPOSITE: "de ejendomme, der støder op til bygningens egen eller ligger over for den, højst "
        f"{opposite} borte",
    }.get(basis.method, method_name(basis.method))
    return (
        f"Naboer er {who}; hver af dem er repræsenteret ved sin største hovedbygning. {OWN_PROPERTY} En bygning, som "
        "ikke ligger på nogen ejendom i kortet, har i stedet de hovedbygninger som naboer, der ligger højst "
        f"{near} fra den."
    )


def _example(basis: Basis) -> str:
    """How many of five known features are enough, where that says more than the share."""
    known = 5
    need = next((one for one in range(known + 1) if one / known >= basis.similarity - 1e-9), known)
    if need in (0, known):
        return ""
    return f" Er fem forhold kendt, skal {need} af dem altså være ens ({percent(need, known, fixed=False)})."


def _attached(basis: Basis, four: str) -> Iterator[str]:
    uses = joined([label("use", one) for one in basis.attached_uses], "eller")
    yield f"En bygning med {four} udpeges, når BBR kalder den {uses}."


_OF_EVERY_RULE = ("VALUE4_RULE", "HIGH_VALUES", "NEIGHBOUR_VALUE")
_CHOICE = re.compile(r"^\d+: ")
"""The number of a choice before its name: it is for those who run the tools, and says nothing to a reader."""


def settings_used(basis: Basis) -> list[tuple[str, str]]:
    """The settings that decided something, in words: a threshold that the rule or the method never asks for did not.

    The distance between buildings counts by every method: a building on no property has its neighbours by it.
    """
    return [(label, _CHOICE.sub("", value)) for key, label, value in described(basis) if _is_used(key, basis)]


def _is_used(key: str, basis: Basis) -> bool:
    if key in _OF_EVERY_RULE:
        return True
    if key == "ATTACHED_USES":
        return basis.rule == ATTACHED_HOUSES
    by_neighbours = basis.rule in (UNIFORM, UNIFORM_OR_NEAR_HIGH)
    return by_neighbours and (key != "OPPOSITE_DISTANCE" or basis.method == ADJOINING_AND_OPPOSITE)
