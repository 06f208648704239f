"""The cultural environments of the plan: the decided ones first, and what is only proposed behind them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely

from ..common.arrays import Booleans, Geometries, Integers
from ..common.dates import danish_date
from ..common.wording import as_printed, plain_plural
from ..designation.decided_environments import EnvironmentDecisions, settled_by
from ..designation.decisions import DESIGNATE, DO_NOT_DESIGNATE

VALUES, VULNERABILITY, ADVICE = "baerende_vaerdier", "saarbarhed", "anbefaling"
"""Columns of a decision that the plan's documents name by themselves."""


@dataclass(frozen=True)
class Environments:
    """Cultural environments, (k,)."""

    ids: Sequence[str]
    names: Sequence[str]
    """What people call them, "" where nobody has named them."""
    figures: Mapping[str, Sequence[Any]]
    """Columns of the layer by their field, such as `antal_bygninger`."""
    stories: Sequence[str]
    geometries: Geometries
    decided: Sequence[bool] = ()
    """Whether each is decided; empty where none is."""
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Column of a decision → what it says of each, "" for a proposal."""
    hidden: Sequence[int] = ()
    """How many buildings within each the register keeps from the public, so that no map and no list has them."""

    def __len__(self) -> int:
        return len(self.ids)

    def is_decided(self, position: int) -> bool:
        """Whether one is decided; all others are proposals."""
        return bool(self.decided) and bool(self.decided[position])

    def said(self, position: int, column: str) -> str:
        """What the decision on one says in a column, "" for nothing."""
        return self.texts[column][position] if column in self.texts else ""

    def not_shown(self, position: int) -> int:
        """How many buildings within one are counted in the figures of its layer, and on no map and in no list."""
        return self.hidden[position] if self.hidden else 0

    def called(self, position: int) -> str:
        """What one is called on maps and in lists: a decided one by its name, a proposal by its id and its name.

        A proposal is no decision, so the word that says it stands in the name and goes wherever that goes.
        """
        name = self.names[position]
        if self.is_decided(position):
            return name
        return proposal_called(str(self.ids[position]), name)


def not_shown(count: int) -> str:
    """What stands beside figures of an environment when maps and lists have fewer buildings; "" when they have all.

    >>> not_shown(1), not_shown(0)
    ('Ikke vist: 1 bygning, som registret holder uden for offentligheden.', '')
    """
    told = plain_plural(count, "bygning", "bygninger")
    return f"Ikke vist: {told}, som registret holder uden for offentligheden." if count else ""


def proposal_called(id_: str, name: str) -> str:
    """What a proposed environment is called wherever it is named.

    >>> proposal_called("4", "Bødkertoften 2-8"), proposal_called("4", "")
    ('Forslag til kulturmiljø 4: Bødkertoften 2-8', 'Forslag til kulturmiljø 4')
    """
    return f"Forslag til kulturmiljø {id_}{f': {name}' if name else ''}"


def open_proposals(proposals: Environments, choices: Sequence[str], decisions: EnvironmentDecisions | None) -> Booleans:
    """Which proposals nobody has decided on, (k,).

    `choices` are what the proposals' own layer says (`beslutning`), "" for nothing; `decisions` the plan's own.
    """
    still = np.array([one not in (DESIGNATE, DO_NOT_DESIGNATE) for one in choices], dtype=bool)
    if decisions is not None:
        still &= settled_by(proposals.geometries, decisions.geometries) < 0
    return still


def of_plan(decisions: EnvironmentDecisions | None, proposals: Environments | None, still: Booleans) -> Environments:
    """The environments of the plan: those that are decided to be designated, then the proposals that are `still` open.

    One that is refused is in neither.
    """
    chosen = None if decisions is None else decisions.only(decisions.designate)
    first = 0 if chosen is None else len(chosen)
    names = [] if chosen is None else [name or f"Kulturmiljø {at}" for at, name in enumerate(chosen.names, start=1)]
    shapes = np.empty(0, dtype=object) if chosen is None else chosen.geometries
    areas = [as_printed(one / 10_000, 4) for one in shapely.area(shapes).tolist()]
    kept = np.flatnonzero(still).tolist() if proposals is not None else []
    none = [None] * first
    figures = {"areal_ha": [*areas, *[None] * len(kept)]} if first else {}
    ids, stories = _keys(names), [] if chosen is None else list(chosen.texts["fortaelling"])
    texts = {} if chosen is None else {name: [*column, *[""] * len(kept)] for name, column in chosen.texts.items()}
    if chosen is not None:
        texts["dato"] = [*(danish_date(day) if day else "" for day in chosen.days), *[""] * len(kept)]
    if proposals is not None:
        for name, column in proposals.figures.items():
            own = areas if name == "areal_ha" else none
            figures[name] = [*own, *(column[one] for one in kept)]
        ids += [str(proposals.ids[one]) for one in kept]
        names += [proposals.names[one] for one in kept]
        stories += [proposals.stories[one] for one in kept]
        shapes = np.concatenate([shapes, proposals.geometries[kept]])
    return Environments(ids, names, figures, stories, shapes, [at < first for at in range(len(ids))], texts)


def with_evidence(environments: Environments, of: Integers, designated: Booleans, least: int, most: int) -> list[int]:
    """The positions of those that the public is shown, in their order: the decided ones, and proposals with evidence.

    A proposal has evidence when at least `least` designated buildings lie in it (`of`, (n,), is the environment of
    each building, `designated`, (n,), whether it is); of them the first `most` are shown.
    """
    counts = np.bincount(of[(of >= 0) & designated], minlength=len(environments)).tolist()
    decided = [at for at in range(len(environments)) if environments.is_decided(at)]
    proposed = [at for at in range(len(environments)) if not environments.is_decided(at) and counts[at] >= least]
    return decided + proposed[:most]


_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def _keys(names: Sequence[str]) -> list[str]:
    """What a link names each decided environment by, the same on every run: its name in letters of an address."""
    keys: list[str] = []
    for name in names:
        plain = re.sub(r"[^a-z0-9]+", "-", name.lower().translate(_LETTERS)).strip("-") or "kulturmiljoe"
        plain = f"kulturmiljoe-{plain}" if plain.isdigit() else plain
        key, number = plain, 2
        while key in keys:
            key, number = f"{plain}-{number}", number + 1
        keys.append(key)
    return keys
