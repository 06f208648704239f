"""Gathers what the report on landscape and heritage holds: the themes, their changes and map, and how it was made."""

from collections import Counter

from qgis.core import Qgis, QgsFillSymbol, QgsRuleBasedRenderer
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize

from ...core.common.wording import decimal
from ...core.landscape.changes import GONE, KEPT, NEW
from ...core.landscape.coverage import clipped
from ...core.landscape.gather import AREA
from ...core.report.landscape import LandscapeReport, LayerLine, ThemeFigures, render
from ..outputs.report_parts import findings, inputs, made_at, map_of, versions

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


def report_html(run):
    """The report on a run of maplandscape, as one HTML page."""
    catalogue = run.catalogue
    keys = legend_keys(run)
    compared = run.changes is not None
    shown = sorted({*run.present, *(one.theme for one in run.changes or ())})
    return render(
        LandscapeReport(
            title="Landskab, natur og kulturarv: udpegninger samlet",
            themes=tuple(_theme(run, theme, keys) for theme in shown),
            municipality=run.municipality.area if run.municipality is not None else None,
            layers=tuple(
                LayerLine(
                    one.layer,
                    catalogue.themes[one.theme].name if one.theme is not None else "",
                    one.outcome,
                    one.rows,
                    one.reason,
                )
                for one in run.layer_results
            ),
            not_given=tuple(catalogue.themes[one.theme].name for one in run.not_given),
            not_compared=tuple(catalogue.themes[one].name for one in run.not_compared) if compared else (),
            counted=run.statuses,
            compared=compared,
            building_count=run.building_rows if run.buildings_in is not None else None,
            covered_buildings=run.counts["COVERED_BUILDING_COUNT"] if run.buildings_in is not None else None,
            property_count=run.counts["PROPERTY_COUNT"] if run.properties_in is not None else None,
            sliver=run.sliver,
            findings=findings([one for one in run.notes if one.danish]),
            parameters=tuple(_parameters(run)),
            inputs=inputs(_tables(run)),
            versions=versions("shapely", "numpy"),
            made_at=made_at(),
            map_png=map_of(
                run.outputs,
                "OUTPUT",
                "maplandscape.qml",
                run.context,
                run.parcels or run.boundary,
                run.parcel_rows if run.parcels is not None else run.boundary_rows,
            ),
            changes_png=map_of(
                run.outputs,
                "OUTPUT_CHANGES",
                "maplandscape_changes.qml",
                run.context,
                run.boundary,
                run.boundary_rows,
            )
            if run.outputs.wanted("OUTPUT_CHANGES") and compared
            else None,
        )
    )


def _theme(run, position, keys):
    theme, made = run.catalogue.themes[position], run.made
    mine = made.theme == position
    rows = mine.nonzero()[0].tolist()
    area = run.areas[position]
    inside = None
    if run.municipality is not None and area is not None:
        part = clipped(area, run.municipality)
        inside = part.area if part is not None else 0.0
    elif run.municipality is not None and (mine & (made.kind == AREA)).any():
        inside = 0.0
    changes = [one for one in run.changes or () if one.theme == position]
    compared = run.changes is not None and position not in run.not_compared
    areas = {
        code: sum(one.area for one in changes if one.change == code and not one.count) for code in (KEPT, NEW, GONE)
    }
    single = tuple(sum(one.count for one in changes if one.change == code) for code in (KEPT, NEW, GONE))
    remarks = {
        made.names[row] or theme.name: made.remarks[row] for row in rows if made.remarks[row] and made.kind[row] == AREA
    }
    return ThemeFigures(
        code=theme.code,
        name=theme.name,
        legal=theme.legal,
        legal_verified=theme.legal_verified,
        designations=len(rows),
        single=int((mine & (made.kind != AREA)).sum()),
        statuses=tuple(Counter(made.status[row] for row in rows).most_common()),
        area=area.area if area is not None else None,
        inside=inside,
        kept=areas[KEPT] if compared else None,
        new=areas[NEW] if compared else None,
        gone=areas[GONE] if compared else None,
        single_changes=single if compared else None,
        compared=compared,
        buildings=int(run.buildings_in[position]) if run.buildings_in is not None else None,
        properties=int(run.properties_in[position]) if run.properties_in is not None else None,
        guidelines=tuple(Counter(made.guidelines[row] for row in rows if made.guidelines[row]).most_common(5)),
        sources=tuple(dict.fromkeys(made.sources[row] for row in rows))[:6],
        remarks=tuple(remarks.items())[:8],
        unknown=position in run.unknown,
        key_png=keys.get(theme.code, keys.get("ukendt")),
    )


def legend_keys(run):
    """Theme code → PNG of its symbol as the map draws it."""
    from ..outputs.sinks import apply_style

    layer = run.outputs.layer("OUTPUT")
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


def _png(symbol: QgsFillSymbol):
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    scaled = symbol.clone()
    scaled.setOutputUnit(Qgis.RenderUnit.Millimeters)
    scaled.asImage(KEY_SIZE).save(buffer, "PNG")
    return bytes(content)


def _parameters(run):
    yield "MIN_SHARE", DANISH_LABELS["MIN_SHARE"], decimal(100 * run.min_share, 2)
    yield "SLIVER", DANISH_LABELS["SLIVER"], decimal(run.sliver, 2)
    chosen = run.choice("STATUSES")
    yield "STATUSES", DANISH_LABELS["STATUSES"], DANISH_STATUSES[chosen]
    yield "USE_BUFFERS", DANISH_LABELS["USE_BUFFERS"], "ja" if run.use_buffers else "nej"
    yield "CATALOGUE", DANISH_LABELS["CATALOGUE"], run.catalogue.name


def _tables(run):
    return (
        *((layer.source, rows) for layer, rows in zip(run.read_from, run.rows_read)),
        (run.boundary, run.boundary_rows),
        (run.buildings, run.building_rows),
        (run.parcels, run.parcel_rows),
        (run.previous, run.previous_rows),
    )
