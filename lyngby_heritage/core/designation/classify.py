"""Carries the designation out on arrays: rows in, a ground and a reason for each row out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, partial
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
    found = _found(settings, once or Once(rows, parcels, context, check), check)
    high = partial(near_high_values, found.buildings, save, is_four(save), settings.neighbour_distance)
    traits = _traits(found, settings, standing, lambda: high(check, high_around))
    decided = decided_per_row(rows.ids, decisions)
    designation = apply_rule(settings.rule, save, traits, found.figures, decided, settings.thresholds)
    fours = np.flatnonzero(is_four(save) & (decided == 0))
    asked = partial(Sensitivity, found.buildings, found.graph, settings.thresholds, settings.rule, fours)
    tried = asked(traits).tried() if sure else None
    case = _case(found, settings, rows, save, raw_save, designation, registration, standing)
    return Classified(
        save=save,
        buildings=found.buildings,
        graph=found.graph,
        pairs=found.pairs,
        figures=found.figures,
        assessed=found.main,
        distance=found.distance,
        certainty=_certainty(save, fours, tried, sure),
        open_fours=fours,
        tried=tried,
        standing=standing,
        designation=designation,
        unknown_decisions=sorted(set(decisions) - set(rows.ids)),
        reasons=explanations(replace(case, decisions=decisions, parameters=parameters or {})),
        sensitivity=lambda: asked(replace(traits, near_high=high(check, high_around))),
    )


@dataclass(frozen=True)
class _Found:
    """What is known of the rows before any rule: arrays per row, (rows,), unless said otherwise."""

    buildings: Buildings
    graph: NeighbourGraph
    pairs: Pairs
    figures: Uniformity
    evidence: Evidence
    use: Floats
    main: Booleans
    has_geometry: Booleans
    off_property: Booleans
    """Rows on no plot, whose neighbours are found by distance."""
    distance: Floats
    has_parcels: bool


def _found(settings: Settings, once: Once, check: Check) -> _Found:
    """The buildings, whom each is compared with, and in what they are alike."""
    thresholds, buildings = settings.thresholds, once.buildings
    building = buildings.row_building
    graph = once.graph(settings)
    check()
    pairs = once.pairs(settings, thresholds)
    check()
    figures = per_row(assess(pairs, graph, len(buildings), thresholds), building)
    distance = once.distance(settings, thresholds)
    check()
    seen = once.evidence(settings, thresholds)
    off = np.zeros(len(buildings), dtype=bool)
    off[graph.off_property] = True
    return _Found(
        buildings=buildings,
        graph=graph,
        pairs=pairs,
        figures=figures,
        evidence=Evidence(seen.known[building], seen.alike[building]),
        use=buildings.use_codes[building],
        main=buildings.main[building],
        has_geometry=~shapely.is_missing(buildings.geometries)[building],
        off_property=off[building],
        distance=distance[building],
        has_parcels=once.parcels is not None,
    )


def _traits(found: _Found, settings: Settings, standing: Bits, near_high: Callable[[], Booleans]) -> Traits:
    """What the rule asks of each row beside its value and its neighbours; `near_high` only where the rule asks it."""
    near = near_high() if settings.rule == UNIFORM_OR_NEAR_HIGH else np.zeros(len(found.main), dtype=bool)
    return Traits(found.use, found.main, near, designated_today(standing))


def _certainty(save: npt.NDArray[np.int8], fours: Integers, tried: Tried | None, sure: bool) -> Floats:
    """`sikkerhed`, (rows,): 1 under a decision and a rule that asks no neighbour, NaN for all but the fours."""
    certainty: Floats = np.where(is_four(save) & sure, 1.0, np.nan)
    if tried is not None:
        certainty[fours] = tried.certainty
    return certainty


def _case(
    found: _Found,
    settings: Settings,
    rows: Rows,
    save: npt.NDArray[np.int8],
    raw_save: Sequence[Any],
    designation: Designation,
    registration: Registration,
    standing: Bits,
) -> Case:
    """All that the reasons are told from."""
    method = settings.resolved_method(found.has_parcels)
    return Case(
        save=save,
        raw_save=raw_save,
        ids=rows.ids,
        use=found.use,
        main=found.main,
        has_geometry=found.has_geometry,
        uniformity=found.figures,
        evidence=found.evidence,
        off_property=found.off_property,
        designation=designation,
        decisions={},
        rule=settings.rule,
        thresholds=settings.thresholds,
        neighbour_kind={ADJOINING: "adjoining", ADJOINING_AND_OPPOSITE: "opposite"}.get(method, "distance"),
        neighbour_distance=settings.neighbour_distance,
        standing=standing,
        force=registration.force,
        distance=found.distance,
        parameters={},
    )
