"""What came of a run: the designations, what each layer told, and what each theme holds and lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import shapely

from ..common.arrays import Geometries
from ..common.errors import Check, Note, never_cancelled
from .areas import as_multi, clipped
from .catalogue import Catalogue
from .changes import GONE, KEPT, NEW, Comparison
from .designations import AREA, Designations, drawn
from .layer_results import READ, UNKNOWN_OUTCOMES, LayerResult, judged, not_given, unknown_themes
from .membership import Counted, Membership
from .rule import MembershipRule
from .theme import Theme

MOST_GUIDELINES, MOST_SOURCES, MOST_REMARKS = 5, 6, 8
"""Of a theme that the report shows."""


@dataclass(frozen=True)
class ThemeFigures:
    """What one theme holds; areas in m², None where they are not known or not asked for."""

    code: str
    name: str
    legal: str | None
    """With a mark where nobody has looked it up."""
    designations: int
    single: int
    """Points and lines among them, whose area is unknown."""
    statuses: tuple[tuple[str, int], ...]
    area: float | None
    """Of what counts, nothing counted twice."""
    inside: float | None
    """The part in the municipality."""
    kept: float | None
    new: float | None
    gone: float | None
    single_changes: tuple[int, int, int] | None
    """Points and lines kept, new and gone."""
    compared: bool
    buildings: int | None
    properties: int | None
    guidelines: tuple[tuple[str, int], ...]
    """Texts, and how many designations carry each."""
    sources: tuple[str, ...]
    remarks: tuple[tuple[str, str], ...]
    """Names and what is known of them."""
    unknown: bool
    """Whether a layer of the theme could say nothing of the municipality."""
    catalogue_guideline: str | None = None
    """The text of the catalogue, which is nobody's words, for rows that carry none of their own."""


@dataclass(frozen=True)
class GatheredLandscape:
    """The designations that were gathered, and what each layer told."""

    catalogue: Catalogue
    made: Designations
    counted: Counted
    shapes: Geometries
    """The designations as multipolygons, (n,): points and lines as narrow ones."""
    municipality: Any
    """Its area, or None where nobody gave it."""
    layers: tuple[LayerResult, ...]
    """Every layer given: those read in their order, and then those left out."""
    not_given: tuple[LayerResult, ...]
    """The themes that no layer was given for."""

    @cached_property
    def present(self) -> list[int]:
        """The themes that have designations."""
        return sorted(set(self.made.theme.tolist()))

    @cached_property
    def unknown(self) -> list[int]:
        """The themes of which at least one layer could say nothing."""
        return unknown_themes(self.layers)

    @property
    def silent(self) -> int:
        """How many layers could say nothing of the municipality."""
        return sum(one.outcome in UNKNOWN_OUTCOMES for one in self.layers)

    @property
    def told(self) -> set[int]:
        """The themes that a layer tells about."""
        return {one.theme for one in self.layers if one.outcome == READ and one.theme is not None}


@dataclass(frozen=True)
class LandscapeOutcome:
    """All that the report on a run is made of; what was not asked for is None."""

    landscape: GatheredLandscape
    sliver: float
    """m."""
    use_buffers: bool
    buildings: Membership | None = None
    properties: Membership | None = None
    comparison: Comparison | None = None
    notes: Sequence[Note] = field(default=())

    def figures(self) -> list[ThemeFigures]:
        """What each theme holds that has designations or changes, in the catalogue's order."""
        changes = self.comparison.changes if self.comparison else []
        return [self._theme(one) for one in sorted({*self.landscape.present, *(one.theme for one in changes)})]

    def _theme(self, position: int) -> ThemeFigures:
        found = self.landscape
        theme, made = found.catalogue.themes[position], found.made
        mine = made.theme == position
        rows = mine.nonzero()[0].tolist()
        area = found.counted.areas[position]
        guidelines = Counter(text for row in rows if (text := made.guidelines[row]))
        return ThemeFigures(
            code=theme.code,
            name=theme.name,
            legal=theme.legal_as_known,
            designations=len(rows),
            single=int((mine & (made.kind != AREA)).sum()),
            statuses=tuple(Counter(made.status[row] for row in rows).most_common()),
            area=area.area if area is not None else None,
            inside=_inside(area, bool((mine & (made.kind == AREA)).any()), found.municipality),
            **self._changes(position),
            buildings=_held(self.buildings, position),
            properties=_held(self.properties, position),
            guidelines=tuple(guidelines.most_common(MOST_GUIDELINES)),
            sources=tuple(dict.fromkeys(made.sources[row] for row in rows))[:MOST_SOURCES],
            remarks=_remarks(theme, made, rows),
            unknown=position in found.unknown,
            catalogue_guideline=theme.guideline,
        )

    def _changes(self, position: int) -> dict[str, Any]:
        if self.comparison is None or position in (*self.comparison.not_compared, *self.comparison.not_held):
            return {"kept": None, "new": None, "gone": None, "single_changes": None, "compared": False}
        mine = [one for one in self.comparison.changes if one.theme == position]
        kept, new, gone = (
            sum(one.area for one in mine if one.change == code and not one.count) for code in (KEPT, NEW, GONE)
        )
        single = tuple(sum(one.count for one in mine if one.change == code) for code in (KEPT, NEW, GONE))
        return {"kept": kept, "new": new, "gone": gone, "single_changes": single, "compared": True}


def landscape_of(
    made: Designations,
    labels: Sequence[str],
    themes: Sequence[int],
    rows: Sequence[int],
    left_out: Sequence[LayerResult],
    municipality: Any,
    catalogue: Catalogue,
    rule: MembershipRule,
    check: Check = never_cancelled,
) -> GatheredLandscape:
    """What each layer that was read (`labels`, `themes`, `rows`) tells about the municipality, and what counts."""
    inside = None
    if municipality is not None:
        shapely.prepare(municipality)
        inside = shapely.intersects(municipality, made.geometries)
    results = (*judged(made, labels, themes, rows, catalogue, inside), *left_out)
    return GatheredLandscape(
        catalogue=catalogue,
        made=made,
        counted=Counted(made, len(catalogue.themes), rule, check),
        shapes=as_multi(drawn(made, catalogue, check)),
        municipality=municipality,
        layers=results,
        not_given=tuple(not_given(results, catalogue)),
    )


def _inside(area: Any, has_areas: bool, municipality: Any) -> float | None:
    """m² of a theme's area in the municipality; 0 for areas of which none counts, None where it is unknown."""
    if municipality is None:
        return None
    if area is None:
        return 0.0 if has_areas else None
    part = clipped(area, municipality)
    return float(part.area) if part is not None else 0.0


def _held(membership: Membership | None, theme: int) -> int | None:
    return None if membership is None else int(membership.per_theme[theme])


def _remarks(theme: Theme, made: Designations, rows: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """Names of the areas and what is known of each; the theme's own name where an area has none."""
    found = {
        made.names[row] or theme.name: remark
        for row in rows
        if (remark := made.remarks[row]) and made.kind[row] == AREA
    }
    return tuple(found.items())[:MOST_REMARKS]
