"""`maplandscape`: landscape and heritage designations of many layers in one, and what they mean where (M9, M10)."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.errors import HeritageError, Note, listed
from ..base import HeritageAlgorithm
from ..inputs.catalogue import catalogue_of
from ..inputs.layer_list import named_layers
from ..inputs.parameters import table_rows
from ..inputs.sources import measuring_crs, need_buildings, read
from ..outputs.fields import fields_of
from ..outputs.sinks import Outputs
from ..run import Run
from ..translation import mark, tr

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
RESULT_LABELS = {
    "LAYER_COUNT": mark("Layers given"),
    "LEFT_OUT_COUNT": mark("Layers left out"),
    "UNKNOWN_COUNT": mark("Layers that say nothing of the municipality"),
    "FEATURE_COUNT": mark("Rows read"),
    "DESIGNATION_COUNT": mark("Designations"),
    "THEME_COUNT": mark("Themes"),
    "BUILDING_COUNT": mark("Buildings"),
    "COVERED_BUILDING_COUNT": mark("Buildings in at least one theme"),
    "PROPERTY_COUNT": mark("Properties in at least one theme"),
}
SINKS = ("OUTPUT", "OUTPUT_BUILDINGS", "OUTPUT_PROPERTIES", "OUTPUT_CHANGES", "OUTPUT_SOURCES")
HECTARE = 10_000.0


class MapLandscape(HeritageAlgorithm):
    """Reads the layers, harmonises them, and says what they mean for buildings, properties and the earlier plan."""

    NAME = "maplandscape"
    DISPLAY_NAME = "Map landscape and heritage"
    GROUP = "Landscape"
    GROUP_ID = "landskab"
    SHORT_HELP = (
        "Gathers the layers of landscape, nature and heritage in one designation layer: each with its theme, name, "
        "status, guideline, legal ground, source and source id.\n\n"
        "Layers are known by the names that they have in Plandata, Danmarks Miljøportal and Fund og Fortidsminder, by "
        "ordinary file names, or by the theme code on their rows; THEMES names the others. A layer whose theme is not "
        "known is left out and named, never guessed. Parts of one area with the same id are merged. Points and lines "
        "stay: they are drawn as narrow areas and their area is unknown.\n\n"
        "A layer that is empty or does not reach the municipality makes its theme unknown. That is said in the log, "
        "the report and the tables, for it is not the same as no restriction.\n\n"
        "With buildings and parcels the tool says which themes hold which building, and how much of which property. "
        "With an earlier result it says what stays, is new and is gone, theme by theme."
    )
    LIBRARIES = ("numpy", "shapely", "jinja2")

    def initAlgorithm(self, config=None):
        kind = QgsProcessing.SourceType
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                "LAYERS", tr("Layers of landscape and heritage"), kind.TypeVectorAnyGeometry
            )
        )
        self.addParameter(
            QgsProcessingParameterMatrix(
                "THEMES",
                tr("Themes of layers that are not known by name"),
                headers=[tr("Layer"), tr("Theme (code)")],
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(
                "CATALOGUE",
                tr("Theme catalogue of your own"),
                fileFilter=tr("JSON files (*.json)"),
                optional=True,
            )
        )
        buildings = [kind.TypeVectorPoint, kind.TypeVectorPolygon]
        for name, label, kinds in (
            ("BOUNDARY", tr("Boundary of the municipality"), [kind.TypeVectorPolygon]),
            ("BUILDINGS", tr("Buildings"), buildings),
            ("PARCELS", tr("Parcels"), [kind.TypeVectorPolygon]),
            ("PREVIOUS", tr("Earlier designation to compare with"), [kind.TypeVectorPolygon]),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, kinds, optional=True))
        real = QgsProcessingParameterNumber.Type.Double
        self.addParameter(
            QgsProcessingParameterNumber(
                "MIN_SHARE",
                tr("Share of a building that must lie in a theme, %"),
                real,
                10.0,
                minValue=0.0,
                maxValue=100.0,
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                "SLIVER",
                tr("Width below which a strip is no change, m"),
                real,
                1.0,
                minValue=0.0,
                maxValue=100.0,
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                "STATUSES",
                tr("Which designations count on buildings, properties and among the changes"),
                [
                    tr("In force, of unknown status, and proposed"),
                    tr("In force and of unknown status"),
                    tr("In force only"),
                ],
                defaultValue=0,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean("USE_BUFFERS", tr("Add the buffer zones of the catalogue"), False)
        )
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Designations"), kind.TypeVectorPolygon))
        for name, label, one in (
            ("OUTPUT_BUILDINGS", tr("Buildings with their themes"), kind.TypeVectorAnyGeometry),
            ("OUTPUT_PROPERTIES", tr("Properties with their themes"), kind.TypeVectorPolygon),
            ("OUTPUT_CHANGES", tr("Changes against the earlier designation"), kind.TypeVectorPolygon),
            ("OUTPUT_SOURCES", tr("Layers and themes, and what came of each"), kind.TypeVector),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, one, optional=True, createByDefault=False))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "OUTPUT_HTML", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=False
            )
        )
        for name, label in RESULT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def run_tool(self, parameters, context, feedback):
        with Outputs(self, parameters, context) as outputs:
            return _Run(self, parameters, context, feedback, outputs).results()


class _Run(Run):
    """One run of the tool, step by step."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.counts = dict.fromkeys(RESULT_LABELS, 0)
        self.notes = []
        self.changes = self.buildings_in = self.properties_in = self.municipality = None
        self.previous_rows = self.building_rows = self.parcel_rows = self.boundary_rows = 0

    def results(self):
        outputs, feedback = self.outputs, self.feedback
        self.open_inputs()
        optional = (self.boundary, self.buildings, self.parcels, self.previous)
        sources = [one.source for one in self.layers] + [one for one in optional if one is not None]
        outputs.prepare((*SINKS, "OUTPUT_HTML"), sources)
        self.read_layers()
        feedback.setProgress(25)
        self.read_boundary()
        self.judge()
        self.write_designations()
        feedback.setProgress(35)
        self.apply_to_buildings()
        feedback.setProgress(65)
        self.apply_to_properties()
        feedback.setProgress(80)
        self.compare()
        self.write_sources()
        self.report_to_log()
        outputs.close()
        self.style()
        feedback.setProgress(90)
        if outputs.wanted("OUTPUT_HTML"):
            from .map_landscape_report import report_html

            outputs.write_text("OUTPUT_HTML", report_html(self))
        self.check()
        return {**outputs.commit(), **self.counts}

    # Opening ----------------------------------------------------------------------------------------------------------

    def open_inputs(self):
        """Open everything and find the theme of each layer, before anything is read."""
        from ...core.landscape.gather import COUNTED

        self.catalogue = catalogue_of(self.algorithm, self.parameters, self.context)
        self.layers = named_layers(self.algorithm, self.parameters, "LAYERS", self.context)
        self.counts["LAYER_COUNT"] = len(self.layers)
        self.recognise()
        self.boundary, self.buildings, self.parcels, self.previous = (
            self.optional(name) for name in ("BOUNDARY", "BUILDINGS", "PARCELS", "PREVIOUS")
        )
        if self.buildings is not None:
            need_buildings(self.buildings)
        for output, given, needed in (
            ("OUTPUT_BUILDINGS", self.buildings, "BUILDINGS"),
            ("OUTPUT_PROPERTIES", self.parcels, "PARCELS"),
            ("OUTPUT_CHANGES", self.previous, "PREVIOUS"),
        ):
            if self.outputs.wanted(output) and given is None:
                raise HeritageError(
                    "{output} can only be made from {needed}, which was not given.", output=output, needed=needed
                )
        if self.previous is not None:
            self.previous_positions = {
                concept: self.previous.find_among(names)
                for concept, names in (("theme", ("tema",)), ("kind", ("geometri",)), ("status", ("status",)))
            }
            if self.previous_positions["theme"] is None:
                raise HeritageError(
                    "The layer {layer} (PREVIOUS) has no field 'tema', so it is no earlier result of this tool. Its "
                    "fields are: {fields}.",
                    layer=self.previous.name,
                    fields=", ".join(self.previous.field_names),
                )
        self.crs = measuring_crs(self.read_from[0].source, self.feedback)
        self.min_share = self.number("MIN_SHARE") / 100
        self.sliver = self.number("SLIVER")
        self.statuses = COUNTED[self.choice("STATUSES")]
        self.use_buffers = self.flag("USE_BUFFERS")

    def recognise(self):
        """Split the layers into those whose theme is known and those left out."""
        from ...core.landscape.catalogue import Contradiction
        from ...core.landscape.layer_results import left_out

        named = self.named_themes()
        self.read_from, self.themes, self.left_out = [], [], []
        for layer in self.layers:
            source = layer.source
            codes = source.find_among(self.catalogue.fields.get("theme_code", ()))
            found = None
            if layer.has_geometry:
                found = named.get(layer) or self.catalogue.recognise(layer.names, self.theme_codes(source, codes))
            if found is None or isinstance(found, Contradiction):
                rows = max(source.source.featureCount(), 0)
                self.left_out.append(left_out(layer.label, rows, found, layer.has_geometry))
                continue
            source.crs  # noqa: B018 - refuses a layer without one
            self.read_from.append(layer)
            self.themes.append(found)
        self.counts["LEFT_OUT_COUNT"] = len(self.left_out)
        if not self.read_from:
            raise HeritageError(
                "The theme of none of the layers is known: {layers}. Name each in THEMES with one of the codes "
                "{codes}.",
                layers=listed([layer.label for layer in self.layers]) or "-",
                codes=", ".join(theme.code for theme in self.catalogue.themes),
            )

    def theme_codes(self, source, position):
        """What stands in the field with the register's number of the theme; nothing where there is no such field."""
        if position is None:
            return []
        request = source.request(fields=[position])
        return sorted({str(feature[position]) for feature in source.features(request)})

    def named_themes(self):
        """The layers that THEMES names → their theme. HeritageError for a layer or a theme that is not there."""
        from ...core.landscape.catalogue import Recognised
        from ...core.registers.aliases import plain

        themes = {}
        for number, (layer_name, theme_name) in table_rows(self.algorithm, self.parameters, "THEMES", self.context):
            if not layer_name or not theme_name:
                raise HeritageError(
                    "THEMES, row {number}: '{given}' stands alone. Give both a layer and a theme, or clear the row.",
                    number=number,
                    given=layer_name or theme_name,
                )
            theme = self.catalogue.theme_named(theme_name)
            if theme is None:
                raise HeritageError(
                    "THEMES gives {layer} the theme '{theme}', which the catalogue does not have. Its codes are: "
                    "{codes}.",
                    layer=layer_name,
                    theme=theme_name,
                    codes=", ".join(one.code for one in self.catalogue.themes),
                )
            meant = [one for one in self.layers if plain(layer_name) in {plain(name) for name in one.names}]
            if not meant:
                raise HeritageError(
                    "THEMES names the layer '{layer}', which is not among LAYERS: {layers}.",
                    layer=layer_name,
                    layers=listed([one.label for one in self.layers], 30),
                )
            for one in meant:
                known = self.catalogue.recognise(one.names, ())
                register, status = getattr(known, "register", "own"), getattr(known, "status", None)
                themes[one] = Recognised(theme, register, status, "THEMES")
        return themes

    # Reading ----------------------------------------------------------------------------------------------------------

    def read_layers(self):
        """Read the layers and make them one."""
        from ...core.landscape.gather import LayerRows, gather

        rows = []
        self.rows_read = []
        for layer, theme in zip(self.read_from, self.themes):
            positions = {
                concept: layer.source.find_among(names)
                for concept, names in self.catalogue.fields.items()
                if concept != "theme_code"
            }
            table = read(layer.source, positions, self.crs, self.check)
            self.note_geometries(layer.label, table)
            rows.append(LayerRows(layer.label, theme, table.geometry.geometries, table.columns))
            self.rows_read.append(len(table))
            read_fields = [f"{concept}: {name}" for concept, name in table.fields.items()]
            self.feedback.pushInfo(
                tr("{layer}: {theme} (by {by}), {rows} rows; fields read: {fields}").format(
                    layer=layer.label,
                    theme=self.catalogue.themes[theme.theme].code,
                    by=theme.by,
                    rows=len(table),
                    fields=", ".join(read_fields) or "-",
                )
            )
        self.made = gather(rows, self.catalogue, self.use_buffers, self.check)
        self.notes += self.made.notes
        self.counts["FEATURE_COUNT"] = sum(self.rows_read)
        self.counts["DESIGNATION_COUNT"] = len(self.made)
        self.present = sorted(set(self.made.theme.tolist()))
        self.counts["THEME_COUNT"] = len(self.present)

    def note_geometries(self, label, table):
        from ...core.designation.notes import other_geometries

        self.notes += other_geometries(label, len(table.geometry.repaired), 0)
        missing = len(table.geometry.missing)
        if missing:
            self.notes.append(
                Note(
                    "{layer}: {count} rows have no geometry; where they apply is unknown.",
                    {"layer": label, "count": missing},
                    warning=True,
                    danish="{layer}: {count} rækker har ingen geometri; hvor de gælder, er ukendt.",
                )
            )

    def read_boundary(self):
        from ...core.landscape.gather import union

        if self.boundary is None:
            return
        table = read(self.boundary, {}, self.crs, self.check)
        self.boundary_rows = len(table)
        self.municipality = union(table.geometry.geometries, self.check)
        if self.municipality is None or not self.municipality.area:
            raise HeritageError(
                "The layer {layer} (BOUNDARY) holds no area, so nobody can tell what reaches the municipality.",
                layer=self.boundary.name,
            )

    def judge(self):
        """Say of each layer whether it tells anything about the municipality."""
        import shapely

        from ...core.landscape.gather import as_multi, drawn
        from ...core.landscape.layer_results import UNKNOWN_OUTCOMES, judged, not_given, unknown_themes

        inside = None
        if self.municipality is not None:
            shapely.prepare(self.municipality)
            inside = shapely.intersects(self.municipality, self.made.geometries)
        labels = [layer.label for layer in self.read_from]
        themes = [one.theme for one in self.themes]
        read_results = judged(self.made, labels, themes, self.rows_read, self.catalogue, inside)
        self.layer_results = [*read_results, *self.left_out]
        self.not_given = not_given(self.layer_results, self.catalogue)
        self.unknown = unknown_themes(self.layer_results)
        self.counts["UNKNOWN_COUNT"] = sum(one.outcome in UNKNOWN_OUTCOMES for one in self.layer_results)
        self.counted = self.made.counted(self.statuses)
        self.shapes = as_multi(drawn(self.made, self.catalogue, self.check))
        self._areas = None

    @property
    def areas(self):
        """Per theme the union of what counts; made once, when it is first needed."""
        from ...core.landscape.coverage import theme_areas

        if self._areas is None:
            self._areas = theme_areas(self.made, self.counted, len(self.catalogue.themes), self.check)
        return self._areas

    # Writing ----------------------------------------------------------------------------------------------------------

    def write_designations(self):
        import shapely

        from ...core.landscape.gather import KINDS

        made, themes = self.made, self.catalogue.themes
        if self.outputs.cuts_text("OUTPUT"):
            self.feedback.pushWarning(
                tr("This format cuts texts after 254 characters, and so the guidelines. Choose a GeoPackage (.gpkg).")
            )
        fields = fields_of(OUTPUT_FIELDS)
        writer = self.outputs.sink("OUTPUT", fields, Qgis.WkbType.MultiPolygon, self.crs)
        of = made.theme.tolist()
        labels = [layer.label for layer in self.read_from]
        columns = (
            [themes[one].code for one in of],
            [themes[one].name for one in of],
            made.names,
            made.status,
            made.guidelines,
            made.legal,
            made.sources,
            made.ids,
            [_hectares(value) for value in made.area.tolist()],
            [KINDS[one] for one in made.kind.tolist()],
            made.dates,
            [labels[one] for one in made.layer.tolist()],
            made.rows.tolist(),
            made.remarks,
        )
        writer.add_rows(fields, shapely.to_wkb(self.shapes).tolist(), columns, self.check)

    def membership(self, targets, depth):
        """What each target has of each theme: Coverage, which of its rows are membership, and the points and lines."""
        from ...core.landscape.coverage import EDGE, coverage, meeting, members

        found = coverage(targets, self.areas, max(self.min_share, 1e-12) if depth else 0.0, self.check)
        belongs = members(found, self.min_share) | found.deep
        return found, belongs, meeting(targets, self.made, self.counted, EDGE if depth else 0.0, self.check)

    def apply_to_buildings(self):
        """Say which themes hold each building."""
        if self.buildings is None or not (
            self.outputs.wanted("OUTPUT_BUILDINGS") or self.outputs.wanted("OUTPUT_HTML")
        ):
            return
        import numpy as np

        table = read(self.buildings, {"building_id": self.buildings.find("building_id")}, self.crs, self.check)
        self.building_rows = len(table)
        self.note_geometries(self.buildings.name, table)
        geometries = table.geometry.geometries
        holds = np.zeros((len(self.catalogue.themes), len(table)), dtype=bool)
        found, belongs, (target, theme) = self.membership(geometries, False)
        holds[found.theme[belongs], found.target[belongs]] = True
        holds[theme, target] = True
        self.buildings_in = holds.sum(axis=1)
        self.counts["BUILDING_COUNT"] = len(table)
        self.counts["COVERED_BUILDING_COUNT"] = int(holds.any(axis=0).sum())
        self.feedback.setProgress(50)
        if self.outputs.wanted("OUTPUT_BUILDINGS"):
            self.write_buildings(table, geometries, holds)

    def only_proposed(self, geometries, holds):
        """Which buildings a theme holds by proposals alone, (themes, buildings)."""
        from ...core.landscape.catalogue import PROPOSED
        from ...core.landscape.coverage import coverage, meeting, members, theme_areas

        proposed = self.counted & self.made.counted((PROPOSED,))
        only = holds.copy()
        concerned = sorted(set(self.made.theme[proposed].tolist()))
        only[[one for one in range(len(only)) if one not in concerned]] = False
        if not concerned:
            return only
        firm = self.counted & ~proposed
        areas = theme_areas(self.made, firm, len(only), self.check)
        areas = [area if theme in concerned else None for theme, area in enumerate(areas)]
        found = coverage(geometries, areas, check=self.check)
        belongs = members(found, self.min_share)
        only[found.theme[belongs], found.target[belongs]] = False
        target, theme = meeting(geometries, self.made, firm, 0.0, self.check)
        only[theme, target] = False
        return only

    def write_buildings(self, table, geometries, holds):
        import numpy as np
        import shapely

        from ...core.landscape.gather import as_multi

        codes = [theme.code for theme in self.catalogue.themes]
        fields = fields_of((*BUILDING_FIELDS, *((codes[one], YES_NO) for one in self.present)))
        kind = QgsWkbTypes.geometryType(self.buildings.source.wkbType())
        points = kind == Qgis.GeometryType.Point
        if points:
            wkb_type = QgsWkbTypes.flatType(self.buildings.source.wkbType())
        else:
            wkb_type, geometries = Qgis.WkbType.MultiPolygon, as_multi(geometries)
        writer = self.outputs.sink("OUTPUT_BUILDINGS", fields, wkb_type, self.crs)
        nowhere = shapely.is_missing(geometries)
        only = self.only_proposed(table.geometry.geometries, holds)
        # A theme that a layer failed to tell about is not "no" where nothing was found: it stays open.
        answers = [_answers(holds[one], one in self.unknown, nowhere) for one in self.present]
        open_themes = ";".join(codes[one] for one in self.unknown) or None
        ids = table.columns["building_id"] or [None] * len(table)
        labels = [str(row) if one in (None, "") else _whole(one) for one, row in zip(ids, table.row_ids)]
        columns = (
            labels,
            _joined(holds, codes, nowhere),
            [text or None for text in _joined(only, codes, nowhere)],
            [open_themes] * len(table),
            *answers,
        )
        self.note_duplicates(labels)
        wkb = shapely.to_wkb(geometries)
        writer.add_rows(fields, np.where(nowhere, None, wkb).tolist(), columns, self.check)

    def note_duplicates(self, labels):
        twice = len(labels) - len(set(labels))
        if twice:
            self.notes.append(
                Note(
                    "{count} building ids stand on more than one row; each row is judged by its own geometry.",
                    {"count": twice},
                    danish="{count} bygnings-id'er står på mere end én række; hver række er bedømt på sin egen flade.",
                )
            )

    def apply_to_properties(self):
        """Say how much of each property each theme covers."""
        if self.parcels is None or not (self.outputs.wanted("OUTPUT_PROPERTIES") or self.outputs.wanted("OUTPUT_HTML")):
            return
        import numpy as np
        import shapely

        from ...core.landscape.gather import as_multi
        from ...core.neighbourhood.properties import group_parcels, property_shapes
        from ...core.registers.values import normal_ids

        position = self.parcels.find("property_id")
        table = read(self.parcels, {"property_id": position}, self.crs, self.check)
        self.parcel_rows = len(table)
        self.note_geometries(self.parcels.name, table)
        raw = table.columns["property_id"]
        parcels = group_parcels(table.geometry.geometries, None if raw is None else normal_ids(raw))
        shapes, first = property_shapes(parcels, self.check)
        found, belongs, (target, theme) = self.membership(shapes, True)
        held = set(zip(found.target[belongs].tolist(), found.theme[belongs].tolist()))
        thin = [pair for pair in zip(target.tolist(), theme.tolist()) if pair not in held]
        rows = [
            *zip(
                found.target[belongs].tolist(),
                found.theme[belongs].tolist(),
                found.share[belongs].tolist(),
                found.area[belongs].tolist(),
            ),
            *((one, theme, None, None) for one, theme in thin),
        ]
        rows.sort(key=lambda row: row[:2])
        self.properties_in = np.bincount([row[1] for row in rows], minlength=len(self.catalogue.themes))
        self.counts["PROPERTY_COUNT"] = len({row[0] for row in rows})
        if not self.outputs.wanted("OUTPUT_PROPERTIES"):
            return
        if raw is None:
            self.notes.append(
                Note(
                    "{layer} has no field that holds the property id: each parcel is taken for a property.",
                    {"layer": self.parcels.name},
                    warning=True,
                    danish="{layer} har intet felt med ejendommens id: hvert jordstykke regnes for en ejendom.",
                )
            )
        fields = fields_of(PROPERTY_FIELDS)
        writer = self.outputs.sink("OUTPUT_PROPERTIES", fields, Qgis.WkbType.MultiPolygon, self.crs)
        ids = [
            str(table.row_ids[one]) if raw is None or raw[one] in (None, "") else _whole(raw[one])
            for one in first.tolist()
        ]
        themes = self.catalogue.themes
        wkb = shapely.to_wkb(as_multi(shapes))
        columns = (
            [ids[row[0]] for row in rows],
            [themes[row[1]].code for row in rows],
            [themes[row[1]].name for row in rows],
            [None if row[2] is None else round(row[2], 6) for row in rows],
            [None if row[3] is None else round(row[3], 2) for row in rows],
        )
        writer.add_rows(fields, [wkb[row[0]] for row in rows], columns, self.check)

    def compare(self):
        """Compare with the earlier designation, theme by theme."""
        if self.previous is None or not (self.outputs.wanted("OUTPUT_CHANGES") or self.outputs.wanted("OUTPUT_HTML")):
            return
        import numpy as np
        import shapely

        from ...core.landscape.changes import compare, compare_single
        from ...core.landscape.earlier import earlier_designations
        from ...core.landscape.gather import AREA, as_multi
        from ...core.landscape.layer_results import READ

        table = read(self.previous, self.previous_positions, self.crs, self.check)
        self.previous_rows = len(table)
        self.note_geometries(self.previous.name, table)
        answered = {one.theme for one in self.layer_results if one.outcome == READ}
        earlier = earlier_designations(
            table.geometry.geometries,
            table.columns["theme"],
            table.columns["kind"],
            table.columns["status"],
            self.catalogue,
            self.statuses,
            self.check,
        )
        self.notes += earlier.notes
        self.not_compared = sorted((set(earlier.themes) | set(self.present)) - answered)
        now = list(self.areas)
        before = list(earlier.areas)
        for theme in self.not_compared:
            now[theme] = before[theme] = None
        thin = self.counted & (self.made.kind != AREA) & ~shapely.is_missing(self.shapes)
        single = [(int(self.made.theme[one]), self.shapes[one]) for one in thin.nonzero()[0]]
        if self.municipality is not None:
            before, now = ([self.within(area) for area in areas] for areas in (before, now))
        self.changes = compare(before, now, self.sliver, self.check) + compare_single(
            [one for one in earlier.single if one[0] not in self.not_compared],
            [one for one in single if one[0] not in self.not_compared],
            self.check,
        )
        self.changes.sort(key=lambda one: (one.theme, one.count > 0))
        if self.not_compared:
            names = [self.catalogue.themes[one].name for one in self.not_compared]
            self.notes.append(
                Note(
                    "{count} themes were not compared with the earlier designation, for no layer tells what they are "
                    "now; nothing of them is counted as gone: {themes}.",
                    {"count": len(names), "themes": listed(names, 30)},
                    warning=True,
                    danish="{count} temaer er ikke sammenlignet med den tidligere udpegning, fordi intet lag siger, "
                    "hvad de er nu; intet af dem er talt som udgået: {themes}.",
                )
            )
        if not self.outputs.wanted("OUTPUT_CHANGES"):
            return
        fields = fields_of(CHANGE_FIELDS)
        writer = self.outputs.sink("OUTPUT_CHANGES", fields, Qgis.WkbType.MultiPolygon, self.crs)
        themes = self.catalogue.themes
        shapes = np.array([one.geometry for one in self.changes] + [None], dtype=object)[:-1]
        columns = (
            [themes[one.theme].code for one in self.changes],
            [themes[one.theme].name for one in self.changes],
            [one.change for one in self.changes],
            [_hectares(one.area) for one in self.changes],
            ["punkt eller linje" if one.count else "flade" for one in self.changes],
            [one.count or None for one in self.changes],
        )
        writer.add_rows(fields, shapely.to_wkb(as_multi(shapes)).tolist(), columns, self.check)

    def within(self, area):
        """The part of a theme's area that lies in the municipality, or None."""
        from ...core.landscape.coverage import clipped

        return None if area is None else clipped(area, self.municipality)

    def write_sources(self):
        if not self.outputs.wanted("OUTPUT_SOURCES"):
            return
        fields = fields_of(SOURCE_FIELDS)
        writer = self.outputs.sink("OUTPUT_SOURCES", fields, Qgis.WkbType.NoGeometry, self.crs)
        rows = [*self.layer_results, *self.not_given]
        themes = self.catalogue.themes
        columns = (
            [one.layer or None for one in rows],
            [None if one.theme is None else themes[one.theme].code for one in rows],
            [None if one.theme is None else themes[one.theme].name for one in rows],
            [one.outcome for one in rows],
            [one.rows for one in rows],
            [one.designations for one in rows],
            [one.reason or None for one in rows],
        )
        writer.add_rows(fields, [None] * len(rows), columns, self.check)

    def report_to_log(self):
        """Say in the log what was found, what is missing, and what came of it."""
        from ...core.landscape.layer_results import notes

        self.layer_notes = notes(self.layer_results, self.catalogue)
        self.tell([*self.layer_notes, *self.notes])
        if self.not_given:
            names = [self.catalogue.themes[one.theme].code for one in self.not_given]
            self.feedback.pushInfo(
                tr("Themes without a layer, which say nothing: {themes}.").format(themes=", ".join(names))
            )
        self.feedback.pushInfo(
            tr("{designations} designations in {themes} themes from {rows} rows of {layers} layers.").format(
                designations=len(self.made),
                themes=len(self.present),
                rows=self.counts["FEATURE_COUNT"],
                layers=len(self.read_from),
            )
        )

    def style(self):
        outputs = self.outputs
        outputs.style("OUTPUT", "maplandscape.qml", "udpegninger")
        if self.buildings is not None and outputs.wanted("OUTPUT_BUILDINGS"):
            point = QgsWkbTypes.geometryType(self.buildings.source.wkbType()) == Qgis.GeometryType.Point
            outputs.style(
                "OUTPUT_BUILDINGS", f"maplandscape_buildings_{'point' if point else 'polygon'}.qml", "bygninger"
            )
        if outputs.wanted("OUTPUT_PROPERTIES"):
            outputs.style("OUTPUT_PROPERTIES", "maplandscape_properties.qml", "ejendomme")
        if outputs.wanted("OUTPUT_CHANGES"):
            outputs.style("OUTPUT_CHANGES", "maplandscape_changes.qml", "aendringer")


def _hectares(square_metres):
    return None if square_metres != square_metres else round(square_metres / HECTARE, 8)


def _whole(value):
    """An id as text: a number without decimals, text without blanks round it."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def _joined(holds, codes, nowhere):
    """Per building the codes of its themes joined by `;`, in the catalogue's order; None where it has no place."""
    import numpy as np

    texts = np.full(holds.shape[1], "", dtype=object)
    for theme, row in enumerate(holds):
        these = np.flatnonzero(row)
        texts[these] = [f"{text};{codes[theme]}" if text else codes[theme] for text in texts[these]]
    texts[nowhere] = None
    return texts.tolist()


def _answers(held, is_open, nowhere):
    import numpy as np

    answers = held.astype(object)
    answers[nowhere | (~held if is_open else np.zeros_like(held))] = None
    return answers.tolist()
