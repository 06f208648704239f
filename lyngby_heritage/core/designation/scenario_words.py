"""What people are told of scenarios: names, each rule in words with its source, and who would designate a building.

The rule of a scenario is told under its own profile (`common.profile.in_force`), whose values and words it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..common.plain_letters import plain_letters
from ..common.profile import Profile, Sourced
from ..common.wording import capitalised, decimal, joined, names_joined, plain_spaces, share
from ..neighbourhood.neighbours import ADJOINING, ADJOINING_AND_OPPOSITE
from .chosen_values import designation_texts, said, uses_quoted
from .outcome import Basis
from .rule import ATTACHED_HOUSES, REVIEW, UNIFORM, UNIFORM_OR_NEAR_HIGH
from .scenarios import Scenarios

LONGEST_KEY = 24
"""Letters of a scenario's key, which is part of the name of a field."""
FIELD = "ud_"
"""What stands before a scenario's key in the name of its field."""
RULE_SETTINGS = ("VALUE4_RULE", "high_values", "neighbour_value", "attached_uses", "secondary_uses", "thresholds")
"""What of a profile decides which buildings are designated: the sources of these are told with the rule."""

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class ScenarioTold:
    """What is told of a scenario beside what it designates. Texts are Danish."""

    key: str
    name: str
    """In full, as the profile has it."""
    short: str
    """As it stands in a table or a sentence."""
    rule: tuple[str, ...] = ()
    """Its rule, sentence by sentence."""
    sources: tuple[Sourced, ...] = ()
    neighbour_value: int = 4
    """The value that its rule is about."""
    made_by: str = ""
    """Who decided the profile, and when, as it says itself."""
    version: str = ""
    checksum: str = ""
    inherited: tuple[str, ...] = ()
    """What another municipality decided and the profile does not say."""
    variant_of: str = ""
    """Of a variant the name of the profile that it is one of."""
    changes: tuple[tuple[str, str], ...] = ()
    """Of a variant the settings that it has otherwise: what each is called, and its value in words."""

    @property
    def field(self) -> str:
        """The name of its field in the layer."""
        return FIELD + self.key


def plain_key(name: str) -> str:
    """A name as part of a field's: small letters, digits and underscores.

    >>> plain_key("Rødovre"), plain_key("Vores regel, strengere!"), plain_key("---")
    ('roedovre', 'vores_regel_strengere', 'profil')
    """
    plain = _NOT_PLAIN.sub("_", plain_letters(name)).strip("_")
    return plain[:LONGEST_KEY].strip("_") or "profil"


def short_names(names: Sequence[str]) -> list[str]:
    """The names without what stands in brackets behind them and without "Kommune", where they are still apart by it.

    >>> short_names(["Furesø (eksempel efter Lokalplan 162)", "Prøve Kommune"])
    ['Furesø', 'Prøve']
    >>> short_names(["Prøve (1)", "Prøve (2)"])
    ['Prøve (1)', 'Prøve (2)']
    """
    short = [name.partition(" (")[0].strip().removesuffix(" Kommune").strip() or name for name in names]
    return [brief if short.count(brief) == 1 else name for brief, name in zip(short, names)]


def rule_in_words(basis: Basis) -> tuple[str, ...]:
    """The rule of a scenario, sentence by sentence, with the figures that it goes by; under its own profile."""
    told = [said("Værdi {high_values} udpeges på værdien alene.")]
    if basis.rule == ATTACHED_HOUSES:
        uses = uses_quoted(basis.attached_uses)
        told.append(f"Værdi {basis.neighbour_value} udpeges, når BBR kalder bygningen {uses}.")
    elif basis.rule in (UNIFORM, UNIFORM_OR_NEAR_HIGH):
        near = f", eller når den ligger inden for {_metres(basis.neighbour_distance)} af en med værdi {{high_values}}"
        further = said(near) if basis.rule == UNIFORM_OR_NEAR_HIGH else ""
        told.append(f"Værdi {basis.neighbour_value} udpeges, når naboerne ligner bygningen{further}.")
        told.append(
            f"Naboer er {_neighbours(basis)}. Mindst {share(basis.uniform_share)} af mindst {basis.min_neighbours} "
            f"naboer skal ligne, og en nabo ligner, når mindst {share(basis.similarity)} af de kendte forhold er ens; "
            f"opførelsesår er ens med højst {decimal(basis.year_tolerance, 2)} års forskel."
        )
    else:
        told.append(next(one["text"] for one in designation_texts()["rules"] if one["rule"] == basis.rule))
    return tuple(plain_spaces(one) for one in told)


def _neighbours(basis: Basis) -> str:
    if basis.method == ADJOINING:
        return "tilstødende ejendomme"
    if basis.method == ADJOINING_AND_OPPOSITE:
        return f"tilstødende ejendomme og ejendomme overfor inden for {_metres(basis.opposite_distance)}"
    return f"bygninger inden for {_metres(basis.neighbour_distance)}"


def _metres(value: float) -> str:
    return f"{decimal(value, 2)} m"


def sources_of(profile: Profile) -> tuple[Sourced, ...]:
    """Where the profile has what decides the designation from."""
    return tuple(one for one in profile.sources if one.about.rpartition(": ")[2].partition(".")[0] in RULE_SETTINGS)


def sources_together(sources: Sequence[Sourced], about: Mapping[str, str]) -> list[tuple[str, Sourced]]:
    """Sources that are the same told once: what they are the source of, in words, and the source with all its notes.

    `about` holds what people call each setting.
    """
    groups: dict[tuple[str, bool], list[Sourced]] = {}
    for one in sources:
        groups.setdefault((one.source, one.verified), []).append(one)
    told = []
    for same in groups.values():
        keys = [one.about.rpartition(": ")[2] for one in same]
        notes = " ".join(dict.fromkeys(one.note for one in same if one.note))
        words = joined([about.get(key.partition(".")[0], key) for key in keys])
        told.append((capitalised(words), replace(same[0], note=notes)))
    return told


class Told:
    """Who would designate each row, in a sentence; each combination is put into words once."""

    def __init__(self, scenarios: Scenarios, shorts: Sequence[str]) -> None:
        self.scenarios, self.shorts = scenarios, shorts
        self._said: dict[bytes, str] = {}

    def by(self, row: int) -> str:
        """The scenarios that designate a row, as a sentence lists them; "" for none."""
        return self._names(self.scenarios.designated[:, row].tolist())

    def reviewed_by(self, row: int) -> str:
        """Those under which a person must look at it; "" for none."""
        return self._names((self.scenarios.ground[:, row] == REVIEW).tolist())

    def sentence(self, row: int) -> str:
        """How many scenarios designate a row, and which."""
        ground, designated = self.scenarios.ground[:, row], self.scenarios.designated[:, row]
        key = ground.tobytes() + designated.tobytes()
        if key not in self._said:
            self._said[key] = " ".join(self._parts(row))
        return self._said[key]

    def _parts(self, row: int) -> Iterator[str]:
        count, votes = len(self.scenarios), int(self.scenarios.votes[row])
        review = self.scenarios.ground[:, row] == REVIEW
        neither = ~self.scenarios.designated[:, row] & ~review
        if votes == count:
            yield f"Udpeges efter alle {count} regler."
            return
        if votes:
            yield f"Udpeges efter {votes} af {count} regler: {self.by(row)}."
        elif not review.any():
            yield f"Udpeges ikke efter nogen af de {count} regler."
            return
        else:
            yield f"Udpeges ikke efter nogen af de {count} regler uden en vurdering."
        if review.any():
            yield f"Skal vurderes af en fagperson efter {self.reviewed_by(row)}."
        if votes and neither.any():
            yield f"Udpeges ikke efter {self._names(neither.tolist())}."

    def _names(self, chosen: Sequence[bool]) -> str:
        return plain_spaces(names_joined([one for one, yes in zip(self.shorts, chosen) if yes]))


def saying_alike(reasons: Sequence[str], shorts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What each scenario says of one building, those that say the same together: their names, and what they say.

    >>> saying_alike(["Udpeges.", "Udpeges ikke.", "Udpeges."], ["A", "B", "C"])
    (('A og C', 'Udpeges.'), ('B', 'Udpeges ikke.'))
    """
    saying: dict[str, list[str]] = {}
    for reason, short in zip(reasons, shorts):
        saying.setdefault(reason, []).append(short)
    return tuple((names_joined(names), reason) for reason, names in saying.items())
