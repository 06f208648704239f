"""Writes the outputs of `maplandscape`: their fields, and the columns that the core's answers become."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from qgis.core import Qgis, QgsWkbTypes
from qgis.PyQt.QtCore import QMetaType

from ...core.common.wording import as_printed
from ...core.landscape.areas import as_multi
from ...core.landscape.designations import KINDS, LINE, POINT
from ...core.landscape.membership import answers, joined_codes
from ..outputs.fields import fields_of

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.common.arrays import Geometries
    from ...core.common.errors import Check
    from ...core.landscape.outcome import GatheredLandscape
    from ..outputs.fields import Described
    from ..outputs.sinks import Outputs

TEXT, REAL, WHOLE, YES_NO = (
    QMetaType.Type.QString,
    QMetaType.Type.Double,
    QMetaType.Type.Int,
    QMetaType.Type.Bool,
)
OUTPUT_FIELDS = (
    ("tema", TEXT),
    ("tema_navn", TEXT),
    ("navn", TEXT),
    ("status", TEXT),
    ("retningslinje", TEXT),
    ("lovgrundlag", TEXT),
    ("kilde", TEXT),
    ("kilde_id", TEXT),
    ("areal_ha", REAL),
    ("geometri", TEXT),
    ("dato", TEXT),
    ("lag", TEXT),
    ("antal_raekker", WHOLE),
    ("bemaerkning", TEXT),
)
BUILDING_FIELDS = (("bygning_id", TEXT), ("temaer", TEXT), ("temaer_forslag", TEXT), ("temaer_ukendt", TEXT))
PROPERTY_FIELDS = (("ejendom_id", TEXT), ("tema", TEXT), ("tema_navn", TEXT), ("andel", REAL), ("areal_m2", REAL))
CHANGE_FIELDS = (
    ("tema", TEXT),
    ("tema_navn", TEXT),
    ("aendring", TEXT),
    ("areal_ha", REAL),
    ("geometri", TEXT),
    ("antal", WHOLE),
)
SOURCE_FIELDS = (
    ("lag", TEXT),
    ("tema", TEXT),
    ("tema_navn", TEXT),
    ("resultat", TEXT),
    ("raekker", WHOLE),
    ("udpegninger", WHOLE),
    ("aarsag", TEXT),
)
HECTARE = 10_000.0
NARROW = f"{KINDS[POINT]} eller {KINDS[LINE]}"
"""What `geometri` says of changes among points and lines, which are counted together."""


class LandscapeWriter:
    """Writes one output after the other, in the CRS that is measured in."""

    def __init__(
        self, outputs: Outputs, landscape: GatheredLandscape, crs: QgsCoordinateReferenceSystem, check: Check
    ) -> None:
        self.outputs = outputs
        self.landscape = landscape
        self.crs = crs
        self.check = check
        self.codes = [theme.code for theme in landscape.catalogue.themes]
        self.names = [theme.name for theme in landscape.catalogue.themes]

    def write(
        self, output: str, fields: Described, wkb_type: Qgis.WkbType, geometries: Geometries, columns: Any
    ) -> None:
        """Write the rows of an output; `geometries` as shapely has them, `columns` one list per field."""
        described = fields_of(fields)
        writer = self.outputs.sink(output, described, wkb_type, self.crs)
        writer.add_rows(described, shapely.to_wkb(geometries).tolist(), columns, self.check)

    def designations(self, labels: Any) -> None:
        """OUTPUT; `labels` are those of the layers that were read."""
        made = self.landscape.made
        of = made.theme.tolist()
        columns = (
            [self.codes[one] for one in of],
            [self.names[one] for one in of],
            made.names,
            made.status,
            made.guidelines,
            made.legal,
            made.sources,
            made.ids,
            [hectares(value) for value in made.area.tolist()],
            [KINDS[one] for one in made.kind.tolist()],
            made.dates,
            [labels[one] for one in made.layer.tolist()],
            made.rows.tolist(),
            made.remarks,
        )
        self.write("OUTPUT", OUTPUT_FIELDS, Qgis.WkbType.MultiPolygon, self.landscape.shapes, columns)

    def buildings(
        self, labels: Any, geometries: Geometries, membership: Any, proposed: Any, input_type: Qgis.WkbType
    ) -> None:
        """OUTPUT_BUILDINGS; `labels` and `geometries` one for each row of the layer, whose type is `input_type`."""
        present, unknown = self.landscape.present, self.landscape.unknown
        wkb_type = Qgis.WkbType.MultiPolygon
        if is_points(input_type):
            wkb_type = QgsWkbTypes.flatType(input_type)
        else:
            geometries = as_multi(geometries)
        nowhere = membership.nowhere
        columns = (
            labels,
            joined_codes(membership.holds, self.codes, nowhere),
            [text or None for text in joined_codes(proposed, self.codes, nowhere)],
            [";".join(self.codes[one] for one in unknown) or None] * len(labels),
            *(answers(membership.holds[one], one in unknown, nowhere) for one in present),
        )
        fields = (*BUILDING_FIELDS, *((self.codes[one], YES_NO) for one in present))
        self.write("OUTPUT_BUILDINGS", fields, wkb_type, geometries, columns)

    def properties(self, ids: Sequence[str], shapes: Any, membership: Any) -> None:
        """OUTPUT_PROPERTIES: a row for each property and theme that holds it; `ids` and `shapes` per property."""
        of = membership.theme.tolist()
        columns = (
            [ids[one] for one in membership.target.tolist()],
            [self.codes[one] for one in of],
            [self.names[one] for one in of],
            [rounded(one, 6) for one in membership.share.tolist()],
            [rounded(one, 2) for one in membership.area.tolist()],
        )
        geometries = as_multi(shapes)[membership.target]
        self.write("OUTPUT_PROPERTIES", PROPERTY_FIELDS, Qgis.WkbType.MultiPolygon, geometries, columns)

    def changes(self, changes: Any) -> None:
        """OUTPUT_CHANGES."""
        shapes = np.array([one.geometry for one in changes] + [None], dtype=object)[:-1]
        columns = (
            [self.codes[one.theme] for one in changes],
            [self.names[one.theme] for one in changes],
            [one.change for one in changes],
            [hectares(one.area) for one in changes],
            [NARROW if one.count else "flade" for one in changes],
            [one.count or None for one in changes],
        )
        self.write("OUTPUT_CHANGES", CHANGE_FIELDS, Qgis.WkbType.MultiPolygon, as_multi(shapes), columns)

    def sources(self) -> None:
        """OUTPUT_SOURCES."""
        rows = [*self.landscape.layers, *self.landscape.not_given]
        columns = (
            [one.layer or None for one in rows],
            [None if one.theme is None else self.codes[one.theme] for one in rows],
            [None if one.theme is None else self.names[one.theme] for one in rows],
            [one.outcome for one in rows],
            [one.rows for one in rows],
            [one.designations for one in rows],
            [one.reason or None for one in rows],
        )
        nothing = np.full(len(rows), None, dtype=object)
        self.write("OUTPUT_SOURCES", SOURCE_FIELDS, Qgis.WkbType.NoGeometry, nothing, columns)

    def styles(self, input_type: Qgis.WkbType | None) -> None:
        """Give the outputs their styles; `input_type` is that of the buildings, or None where there are none."""
        outputs = self.outputs
        outputs.style("OUTPUT", "maplandscape.qml", "udpegninger")
        if outputs.wanted("OUTPUT_BUILDINGS"):
            kind = "point" if input_type is not None and is_points(input_type) else "polygon"
            outputs.style("OUTPUT_BUILDINGS", f"maplandscape_buildings_{kind}.qml", "bygninger")
        if outputs.wanted("OUTPUT_PROPERTIES"):
            outputs.style("OUTPUT_PROPERTIES", "maplandscape_properties.qml", "ejendomme")
        if outputs.wanted("OUTPUT_CHANGES"):
            outputs.style("OUTPUT_CHANGES", "maplandscape_changes.qml", "aendringer")


def is_points(wkb_type: Qgis.WkbType) -> bool:
    """Whether a layer of this type holds points."""
    return QgsWkbTypes.geometryType(wkb_type) == Qgis.GeometryType.Point


def hectares(square_metres: float) -> float | None:
    """m² as ha; None where the area is unknown."""
    return None if square_metres != square_metres else round(square_metres / HECTARE, 8)


def rounded(value: float, digits: int) -> float | None:
    """A number with so many decimals; None where it is unknown."""
    return None if value != value else as_printed(value, digits)
