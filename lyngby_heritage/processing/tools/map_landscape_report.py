"""The report on landscape and heritage: what the core found, with the maps and keys that QGIS draws of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsFillSymbol, QgsRuleBasedRenderer
from qgis.PyQt.QtCore import QSize

from ...core.common.wording import decimal
from ...core.landscape.rule import COUNTED
from ...core.report.landscape import LandscapeReport, LayerLine, render
from ..outputs.map_image import png_as_it_is
from ..outputs.report_parts import findings, inputs, made_at, map_of, versions
from ..outputs.styling import apply_style

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsVectorLayer

    from ...core.landscape.outcome import LandscapeOutcome
    from ..inputs.sources import Source
    from ..outputs.sinks import Outputs

DANISH_LABELS = {
    "MIN_SHARE": "Del af en bygning, der skal ligge i temaet (%)",
    "SLIVER": "Bredde, under hvilken en stribe ikke er en ændring (m)",
    "STATUSES": "Hvilke udpegninger der tæller",
    "USE_BUFFERS": "Katalogets bufferzoner er lagt til",
    "CATALOGUE": "Temakatalog",
}
DANISH_STATUSES = (
    "0: gældende, ukendt status og forslag",
    "1: gældende og ukendt status",
    "2: kun gældende",
)
KEY_SIZE = QSize(51, 30)
"""Half as large again as on the page: sharp in print, and lines stay as thick as beside the map."""


@dataclass(frozen=True)
class Pictures:
    """What QGIS draws of the outputs, as PNG; None where there is nothing to draw."""

    designations: bytes | None = None
    changes: bytes | None = None
    keys: dict[str, bytes] = field(default_factory=dict)
    """Theme code → its symbol; "ukendt" for those that the style does not know."""


def map_pictures(
    outputs: Outputs,
    context: QgsProcessingContext,
    parcels: Source | None,
    boundary: Source | None,
    rows: Mapping[str, int],
) -> Pictures:
    """The pictures of a run's outputs, over the parcels or the boundary; `rows` by parameter."""

    def drawn(output: str, style: str, background: Source | None) -> bytes | None:
        drawn_rows = rows.get(background.parameter, 0) if background is not None else 0
        return map_of(outputs, output, style, context, background, drawn_rows)

    changed = outputs.wanted("OUTPUT_CHANGES")
    return Pictures(
        designations=drawn("OUTPUT", "maplandscape.qml", parcels or boundary),
        changes=drawn("OUTPUT_CHANGES", "maplandscape_changes.qml", boundary) if changed else None,
        keys=legend_keys(outputs.layer("OUTPUT")),
    )


def report_html(outcome: LandscapeOutcome, tables: Iterable[tuple[Source | None, int]], pictures: Pictures) -> str:
    """The report as one HTML page.

    `outcome` is a LandscapeOutcome; `tables` are the inputs as pairs (Source, number of rows read).
    """
    found, comparison = outcome.landscape, outcome.comparison
    themes = found.catalogue.themes
    return render(
        LandscapeReport(
            title="Landskab, natur og kulturarv: udpegninger samlet",
            themes=tuple(outcome.figures()),
            keys={one.code: pictures.keys.get(one.code, pictures.keys.get("ukendt")) for one in themes},
            municipality=found.municipality.area if found.municipality is not None else None,
            layers=tuple(
                LayerLine(
                    one.layer,
                    themes[one.theme].name if one.theme is not None else "",
                    one.outcome,
                    one.rows,
                    one.reason,
                )
                for one in found.layers
            ),
            not_given=tuple(themes[one.theme].name for one in found.not_given if one.theme is not None),
            not_compared=tuple(themes[one].name for one in comparison.not_compared) if comparison else (),
            not_held=tuple(themes[one].name for one in comparison.not_held) if comparison else (),
            counted=tuple(found.counted.rule.statuses),
            compared=comparison is not None,
            building_count=len(outcome.buildings.nowhere) if outcome.buildings else None,
            covered_buildings=outcome.buildings.held if outcome.buildings else None,
            property_count=outcome.properties.held if outcome.properties else None,
            sliver=outcome.sliver,
            findings=findings([one for one in outcome.notes if one.danish]),
            parameters=tuple(_parameters(outcome)),
            inputs=inputs(tables),
            versions=versions("shapely", "numpy"),
            made_at=made_at(),
            map_png=pictures.designations,
            changes_png=pictures.changes,
        )
    )


def legend_keys(layer: QgsVectorLayer) -> dict[str, bytes]:
    """Theme code → PNG of its symbol as the map draws it."""
    if layer is None or not layer.isValid() or not layer.isSpatial():
        return {}
    apply_style(layer, "maplandscape.qml", {})
    if not isinstance(layer.renderer(), QgsRuleBasedRenderer):
        return {}
    return {
        rule.ruleKey(): _png(rule.symbol())
        for rule in layer.renderer().rootRule().children()
        if rule.symbol() is not None
    }


def _png(symbol: QgsFillSymbol) -> bytes:
    scaled = symbol.clone()
    scaled.setOutputUnit(Qgis.RenderUnit.Millimeters)
    return png_as_it_is(scaled.asImage(KEY_SIZE))


def _parameters(outcome: LandscapeOutcome) -> Iterator[tuple[str, str, str]]:
    rule = outcome.landscape.counted.rule
    yield "MIN_SHARE", DANISH_LABELS["MIN_SHARE"], decimal(100 * rule.min_share, 2)
    yield "SLIVER", DANISH_LABELS["SLIVER"], decimal(outcome.sliver, 2)
    yield "STATUSES", DANISH_LABELS["STATUSES"], DANISH_STATUSES[COUNTED.index(rule.statuses)]
    yield "USE_BUFFERS", DANISH_LABELS["USE_BUFFERS"], "ja" if outcome.use_buffers else "nej"
    yield "CATALOGUE", DANISH_LABELS["CATALOGUE"], outcome.landscape.catalogue.name
