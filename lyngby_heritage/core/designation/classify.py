"""Carries the designation out on arrays: rows in, a ground and a reason for each row out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Callable

import numpy as np
import numpy.typing as npt
import shapely

from ..common.arrays import Booleans, Floats, Integers
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..common.geometry import Geometries
from ..neighbourhood.buildings import Buildings, Rows
from ..neighbourhood.likeness import Evidence, Pairs, Thresholds, Uniformity, assess
from ..neighbourhood.neighbours import (
    ADJOINING,
    ADJOINING_AND_OPPOSITE,
    AUTO,
    NeighbourGraph,
    NeighbourRule,
)
from ..neighbourhood.properties import Parcels, keys_of_properties, numbered_properties
from ..registers.registration import Bits, Registration, designated_today
from .chosen_values import RULES, high_values, neighbour_value
from .decisions import Decision
from .near_high import near_high_values
from .once import Once
from .outcome import Basis, DesignationOutcome, count_grounds, count_save_values, count_secondary
from .reasons import Case, explanations
from .rule import UNIFORM_OR_NEAR_HIGH, Designation, Traits, apply_rule, decided_per_row, is_four
from .sensitivity import Sensitivity, Tried, per_row


@dataclass(frozen=True)
class Settings(NeighbourRule):
    """The tool's parameters beside its layers: who is a neighbour, from when alike, and the rule for the 4s."""

    thresholds: Thresholds
    rule: int

    @property
    def automatic(self) -> bool:
        """Whether who is a neighbour was left to the tool."""
        return self.method == AUTO

    def basis(
        self, has_parcels: bool, inputs: tuple[tuple[str, str], ...], versions: tuple[tuple[str, str], ...]
    ) -> Basis:
        """What a designation by these settings is decided by, for its metadata; `inputs` and `versions` as there."""
        return Basis(
            rule=self.rule,
            method=self.resolved_method(has_parcels),
            neighbour_distance=self.neighbour_distance,
            opposite_distance=self.opposite_distance,
            **{one.name: getattr(self.thresholds, one.name) for one in fields(Thresholds)},
            high_values=high_values(),
            neighbour_value=neighbour_value(),
            attached_uses=tuple(load(RULES)["attached_uses"]),
            inputs=inputs,
            versions=versions,
        )


@dataclass(frozen=True)
class Classified:
    """The outcome; arrays are per row, (rows,), unless said otherwise."""

    save: npt.NDArray[np.int8]
    buildings: Buildings
    graph: NeighbourGraph
    pairs: Pairs
    """What each pair of the graph is alike in."""
    figures: Uniformity
    assessed: Booleans
    """Rows whose figures are given: main buildings."""
    distance: Floats
    """Metres to the farthest assessed neighbour, (rows,), NaN without one."""
    certainty: Floats
    """`sikkerhed`, (rows,), NaN for all but the neighbour value, and for those where nobody asked."""
    open_fours: Integers
    """Rows of the neighbour value that no decision names, (fours,)."""
    tried: Tried | None
    """What other settings give for these; None where the rule does not look at the neighbours, or nobody asked."""
    standing: Bits
    """By which plans each row is designated today, as of `read_standing`."""
    designation: Designation
    unknown_decisions: list[str]
    """Ids that decisions name and no row carries."""
    reasons: Callable[[int, int], list[str]]
    sensitivity: Callable[[], Sensitivity]

    @cached_property
    def properties(self) -> Integers:
        """The property of each building, (buildings,), numbered from 0; NO_PROPERTY where none is known."""
        stated, homes = self.buildings.property_ids, self.graph.homes
        on, land = (None, ()) if homes is None else (homes.owner, homes.parcels.names)
        return numbered_properties(keys_of_properties(stated, on, land))

    def outcome(self, rule: int) -> DesignationOutcome:
        """What a report tells of it; `rule` is the VALUE4_RULE chosen. Takes its time: tries rules and thresholds."""
        sensitivity = self.sensitivity()
        use = self.buildings.use_codes[self.buildings.row_building]
        return DesignationOutcome(
            grounds=count_grounds(self.designation),
            save_counts=count_save_values(self.save),
            secondary=count_secondary(use, self.save, self.designation.designated),
            rule=rule,
            undecided_fours=len(sensitivity),
            rules=sensitivity.rules(),
            sweeps=sensitivity.sweeps(),
        )


def classify(
    rows: Rows,
    save: npt.NDArray[np.int8],
    raw_save: Sequence[Any],
    settings: Settings,
    parcels: Parcels | None = None,
    context: Rows | None = None,
    decisions: dict[str, Decision] | None = None,
    check: Check = never_cancelled,
    high_around: Geometries | None = None,
    registration: Registration | None = None,
    parameters: Mapping[str, npt.NDArray[np.int8]] | None = None,
    once: Once | None = None,
    sure: bool = True,
) -> Classified:
    """Designate every row.

    `save` and `raw_save` are the readings and what stood there, (rows,). `high_around` are buildings of value 1-3 that
    are not judged themselves: the rest of a layer of which some rows are selected. A registration that is not in force
    is none. `parameters` are SAVE's five by concept, (rows,) each, for the reasons to tell. `once` holds what another
    designation of the same rows, parcels and context has found already. `sure` is whether `sikkerhed` is asked for,
    which takes its time.
    """
    decisions = decisions or {}
    registration = registration or Registration.unsaid(len(rows))
    save, standing = registration.holding(save)
    thresholds = settings.thresholds
    once = once or Once(rows, parcels, context, check)
    buildings, parcels = once.buildings, once.parcels
    building = buildings.row_building
    main, four = buildings.main[building], is_four(save)
    graph = once.graph(settings)
    check()
    pairs = once.pairs(settings, thresholds)
    check()
    figures = assess(pairs, graph, len(buildings), thresholds)
    near_high = np.zeros(len(rows), dtype=bool)
    if settings.rule == UNIFORM_OR_NEAR_HIGH:
        near_high = near_high_values(buildings, save, four, settings.neighbour_distance, check, high_around)
    decided = decided_per_row(rows.ids, decisions)
    row_figures = per_row(figures, building)
    use = buildings.use_codes[building]
    traits = Traits(use, main, near_high, designated_today(standing))
    designation = apply_rule(settings.rule, save, traits, row_figures, decided, thresholds)
    fours = np.flatnonzero(four & (decided == 0))
    certainty = np.where(four & sure, 1.0, np.nan)  # a decision stands whatever the thresholds are
    tried = Sensitivity(buildings, graph, thresholds, settings.rule, fours, traits).tried() if sure else None
    if tried is not None:
        certainty[fours] = tried.certainty
    distance = once.distance(settings, thresholds)
    check()
    seen = once.evidence(settings, thresholds)
    missing = shapely.is_missing(buildings.geometries)
    off = np.zeros(len(buildings), dtype=bool)
    off[graph.off_property] = True
    method = settings.resolved_method(parcels is not None)
    case = Case(
        save=save,
        raw_save=raw_save,
        ids=rows.ids,
        use=use,
        main=main,
        has_geometry=~missing[building],
        uniformity=row_figures,
        evidence=Evidence(seen.known[building], seen.alike[building]),
        off_property=off[building],
        designation=designation,
        decisions=decisions,
        rule=settings.rule,
        thresholds=thresholds,
        neighbour_kind={ADJOINING: "adjoining", ADJOINING_AND_OPPOSITE: "opposite"}.get(method, "distance"),
        neighbour_distance=settings.neighbour_distance,
        standing=standing,
        force=registration.force,
        distance=distance[building],
        parameters=parameters or {},
    )
    known = set(rows.ids) if decisions else set()

    def sensitivity() -> Sensitivity:
        high = near_high_values(buildings, save, four, settings.neighbour_distance, check, high_around)
        return Sensitivity(buildings, graph, thresholds, settings.rule, fours, replace(traits, near_high=high))

    return Classified(
        save=save,
        buildings=buildings,
        graph=graph,
        pairs=pairs,
        figures=row_figures,
        assessed=main,
        distance=distance[building],
        certainty=certainty,
        open_fours=fours,
        tried=tried,
        standing=standing,
        designation=designation,
        unknown_decisions=sorted(key for key in decisions if key not in known),
        reasons=explanations(case),
        sensitivity=sensitivity,
    )
