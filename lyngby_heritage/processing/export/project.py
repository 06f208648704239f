"""The project of the package: its layers, grouped and styled, in a QgsProject of its own."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsGraduatedSymbolRenderer,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsRenderContext,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from ...core.common.data import load
from ...core.common.errors import HeritageError
from ...core.designation.shown_classes import Classes
from ..inputs.basemap import is_service
from ..outputs.field_names import name_fields
from ..outputs.public_rows import ONLY_PUBLIC, PUBLIC_FIELD
from ..outputs.renamed import store_default_style, store_style
from ..outputs.styling import add_second_style, give_second, second_style
from .geopackage import RUN_TABLE, RUN_TITLE
from .layer_styles import dress, dress_plainly, put_more_labels, put_on_edge, rename_classes
from .map_signs import mark_small
from .name_layers import only_names
from .project_forms import complete_form, words_shown
from .theme_layers import THEME, keep_themes, rows_of_themes

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsFeatureRenderer, QgsMapLayer

    from ...core.plan.sheets import Bounds
    from ...core.plan.state import PlanState
    from .geopackage import GeoPackage

ANSWERED = {"svar_udpeget": True, "svar_ikke_udpeget": False}
"""The variables of a layer of buildings that its map tip answers by: whether each is of what is designated."""
EVERY_ATTRIBUTE = "#!allattributes!#"
"""What a renderer names where it does not tell which attributes it uses (ALL_ATTRIBUTES of QgsFeatureRequest)."""
_WHO = re.compile(r' saveUser(?:Full)?="[^"]*"')
_BY_NAME = re.compile(r"attribute\(\s*@feature\s*,\s*'(\w+)'\s*\)")
_NOTHING_BUT_LAYERS = Qgis.ProjectReadFlag.DontLoadLayouts


def classes_of(layer: QgsVectorLayer) -> list[int]:
    """The places in a layer's legend of the classes that its features are drawn in.

    Features that agree in what tells the classes apart are of one class, so one of each is asked.
    """
    renderer = layer.renderer().clone()
    items = renderer.legendSymbolItems()
    if len(items) <= 1:
        return list(range(len(items))) if layer.featureCount() else []
    settings = QgsMapSettings()
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(1000, 1000))
    context = QgsRenderContext.fromMapSettings(settings)
    context.setExpressionContext(layer.createExpressionContext())
    renderer.startRender(context, layer.fields())
    names = told_apart_by(renderer)
    if names is None:
        names = renderer.usedAttributes(context)
    known = EVERY_ATTRIBUTE not in names
    positions = [layer.fields().lookupField(name) for name in sorted(names)] if known else layer.attributeList()
    positions = [one for one in positions if one >= 0]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(positions)
    keys = {item.ruleKey() for item in items}
    seen: set[tuple[str, ...]] = set()
    found: set[str] = set()
    try:
        for feature in layer.getFeatures(request):
            values = feature.attributes()
            combination = tuple(str(values[one]) for one in positions)
            if combination in seen:
                continue
            seen.add(combination)
            context.expressionContext().setFeature(feature)
            found |= set(renderer.legendKeysForFeature(feature, context))
            if keys <= found:
                break
    finally:
        renderer.stopRender(context)
    return [place for place, item in enumerate(items) if item.ruleKey() in found]


def told_apart_by(renderer: QgsFeatureRenderer | None) -> set[str] | None:
    """The fields that tell a renderer's classes apart, whatever else its symbols depend on; None: it does not say.

    QGIS answers "all of them" for whatever asks for `attribute(@feature, 'x')`, and no two buildings agree in all.
    """
    if isinstance(renderer, QgsRuleBasedRenderer):
        asked = [one.filterExpression() for one in renderer.rootRule().descendants()]
    elif isinstance(renderer, (QgsCategorizedSymbolRenderer, QgsGraduatedSymbolRenderer)):
        asked = [renderer.classAttribute()]
    else:
        return None
    named = (_BY_NAME.sub(lambda one: QgsExpression.quotedColumnRef(one[1]), text) for text in asked if text)
    return {str(name) for text in named for name in QgsExpression(text).referencedColumns()}


def title_of(table: str) -> str:
    """What a table is called: as the first layer of the project that shows it in its own style, else in any."""
    shown = [one for one in load("rules/lokalplan.json")["layers"] if one["table"] == table]
    shown.sort(key=lambda one: bool(one.keys() & {"plain", "names"}))
    return next((one["title"] for one in shown), table)


def make_anonymous(path: Any, folder: Any) -> None:
    """Take out of a .qgz who made it, and where it was made: `folder`, which its layouts name in full."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        if name.endswith(".qgs"):
            text = _WHO.sub("", content.decode("utf-8"))
            for place in (folder.as_posix(), str(folder)):
                text = text.replace(escape(place, quote=False).replace('"', "&quot;") + "/", "./").replace(
                    f"{place}\\", "./"
                )
            parts[name] = text.encode("utf-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def refuse_unopened(path: Any, shown: Any, parameter: Any) -> None:
    """HeritageError when a project that was just written does not open with every layer; `shown` is its folder."""
    project = QgsProject()
    try:
        flags: Any = _NOTHING_BUT_LAYERS
        read = project.read(str(path), flags)
        # A map service that is down just now is no fault of the folder.
        own = (layer for layer in project.mapLayers().values() if not is_service(layer))
        closed = [layer.name() for layer in own if not layer.isValid()]
    finally:
        project.clear()
    if not read or closed:
        raise HeritageError(
            "{parameter}: the project does not open from {folder} (layers: {layers}). QGIS does not find files in a "
            "folder whose name, or that of one above it, holds a % and two digits or letters, such as %20. Choose a "
            "folder of another name. Nothing was written.",
            parameter=parameter,
            folder=str(shown),
            layers=", ".join(sorted(closed)) or "-",
        )


class PlanProject:
    """A project over a written GeoPackage. `layers` holds its map layers by their key in data/rules/lokalplan.json."""

    def __init__(
        self,
        geopackage: GeoPackage,
        crs: QgsCoordinateReferenceSystem,
        transform_context: QgsCoordinateTransformContext,
        title: str,
        state: PlanState,
        withheld: bool = False,
    ) -> None:
        """`withheld` is whether the register keeps some buildings from the public: no map shows them."""
        self.state = state
        self.withheld = withheld
        self.project = QgsProject()
        self.project.setTransformContext(transform_context)
        self.project.setCrs(crs)
        self.project.setTitle(title)
        self.geopackage = geopackage
        self.texts = load("rules/lokalplan.json")
        self.layers: dict[str, QgsVectorLayer] = {}
        self.background: QgsMapLayer | None = None
        """The map below all of them, where the run was given one that a project may hold."""
        self._occurring: dict[str, list[int]] = {}

    def close(self) -> None:
        """Let go of the layers, and so of the file."""
        self.layers = {}
        self.project.clear()

    def store_styles(self) -> dict[str, str | None]:
        """Give each table of the GeoPackage its default style, so that a bare QGIS opens it styled. Returns which."""
        used = {}
        for table, written in self.geopackage.layers.items():
            if not written.kind:
                continue
            layer = self._open(table, title_of(table))
            described = self.texts["tables"][table]
            used[table] = dress(layer, described, written.kind, written.aliases, title_of(table))
            complete_form(layer, table)
            self.geopackage.codes[table] = words_shown(layer)
            self._name_classes(table, layer)
            problem = store_default_style(layer, table, title_of(table))
            second = second_style(used[table] or "")
            if second is not None and not problem:
                give_second(layer, second[0])
                problem = store_style(layer, second[1], f"{title_of(table)}: {second[1]}", default=False)
            if problem:
                raise HeritageError(
                    "The style of the layer {table} could not be stored: {error}.", table=table, error=problem
                )
        return used

    def add_layers(self, details: Sequence[Bounds] = ()) -> None:
        """Put every layer that has a table into the project, in its group.

        `details` are the parts of the map that have sheets of their own, where these alone have the plan's numbers.
        """
        root = self.project.layerTreeRoot()
        groups = {name: root.addGroup(name) for name in self.texts["groups"]}
        for described in self.texts["layers"]:
            written = self.geopackage.layers.get(described["table"])
            if written is None:
                continue
            layer = self._open_shown(described)
            if "where" in described and not layer.featureCount():
                continue
            if "on_edge" in described:
                largest = max(self.texts["sheets"]["details"]["scales"])
                QgsExpressionContextUtils.setLayerVariable(layer, "stoerste_udsnit", largest)
            table = self.texts["tables"][described["table"]]
            style = dress(layer, table, written.kind, written.aliases, described["title"])
            complete_form(layer, described["table"])
            self._name_classes(described["table"], layer)
            if "plain" in described:
                dress_plainly(layer, described["plain"], written.kind, described["title"], described.get("only"))
            if "least_mm" in described:
                mark_small(layer, described["least_mm"])
            if "names" in described:
                only_names(layer, described["names"], written.kind)
            if "themes" in described:
                keep_themes(layer, described["themes"])
            if "also_label" in described:
                put_more_labels(layer, described, details)
            if "on_edge" in described:
                put_on_edge(layer, described["on_edge"])
            if style and not described.keys() & {"plain", "names"}:
                add_second_style(layer, style)
            self.project.addMapLayer(layer, False)
            node = groups[described["group"]].addLayer(layer)
            node.setItemVisibilityChecked(described["shown"])
            node.setExpanded(described["shown"] and "plain" not in described)
            self.layers[described["key"]] = layer
        told = self._open(RUN_TABLE, RUN_TITLE)
        name_fields(told, self.geopackage.layers[RUN_TABLE].aliases)
        complete_form(told, RUN_TABLE)
        self.project.addMapLayer(told, False)
        groups["Grundlag"].addLayer(told)
        for name, group in groups.items():
            if not group.children():
                root.removeChildNode(group)
            else:
                group.setExpanded(name != "Grundlag")

    def extent(self) -> QgsRectangle:
        """What the plan covers: its boundary, else its buildings, else whatever layer has something in it."""
        for key in ("afgraensning", "bygninger", "kulturmiljoe_forslag", "ejendomme", "landskab", "dal"):
            layer = self.layers.get(key)
            if layer is not None and layer.featureCount() and not layer.extent().isNull():
                return QgsRectangle(layer.extent())
        return QgsRectangle()

    def set_view(self, extent: QgsRectangle) -> None:
        """Let the project open on an extent."""
        if not extent.isNull():
            shown = QgsRectangle(extent)
            shown.scale(1.05)
            self.project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(shown, self.project.crs()))
            self.project.viewSettings().setPresetFullExtent(QgsReferencedRectangle(shown, self.project.crs()))

    def set_variables(self, **values: str) -> None:
        """Project variables that the layouts' texts use."""
        for name, value in values.items():
            QgsExpressionContextUtils.setProjectVariable(self.project, name, value)

    def occurring(self, keys: Sequence[str]) -> dict[str, list[int]]:
        """For each of these layers the places in its legend of the classes that it has something of."""
        for key in keys:
            if key in self.layers and key not in self._occurring:
                self._occurring[key] = classes_of(self.layers[key])
        return {key: self._occurring[key] for key in keys if key in self.layers}

    def write(self, path: Path) -> None:
        """Write the project file; its layers are found beside it wherever the folder goes."""
        project = self.project
        project.writeEntryBool("Paths", "/Absolute", False)
        if not project.write(str(path)):
            raise HeritageError(
                "The project {file} could not be written: {error}. Is the disk full?",
                file=path.name,
                error=project.error() or "?",
            )
        make_anonymous(path, self.geopackage.path.parent)

    def _name_classes(self, table: str, layer: QgsVectorLayer) -> None:
        """Call a designation that is only proposed so in the legend and the map tip of the buildings."""
        if self.texts["tables"][table]["parameter"] == "BUILDINGS":
            described = Classes.known().described
            rename_classes(layer, {str(one["legend"]): self.state.map_legend(one) for one in described})
            for variable, designated in ANSWERED.items():
                QgsExpressionContextUtils.setLayerVariable(layer, variable, self.state.answer(designated).lower())

    def _open_shown(self, described: dict[str, Any]) -> QgsVectorLayer:
        """A layer with its own rows alone, and without what is withheld from the public; the GeoPackage holds all."""
        table, title = described["table"], described["title"]
        layer = self._open(table, title)
        asked = {PUBLIC_FIELD: ONLY_PUBLIC} if self.withheld else {}
        where = described.get("where", {})
        if "themes" in described:
            asked[THEME] = rows_of_themes(described["themes"])
        asked |= {field: QgsExpression.createFieldEqualityExpression(field, value) for field, value in where.items()}
        rows = " AND ".join(only for field, only in asked.items() if layer.fields().lookupField(field) >= 0)
        if not rows:
            return layer
        # Opened with its filter: one that is set on an open layer makes the file's other open layers invalid.
        filtered = self._open(table, title, f"|subset={rows}")
        if filtered.subsetString() != rows:
            raise HeritageError("The layer {layer} of the project cannot be filtered to what it shows.", layer=title)
        return filtered

    def _open(self, table: str, title: str, more: str = "") -> QgsVectorLayer:
        layer = QgsVectorLayer(f"{self.geopackage.path}|layername={table}{more}", title, "ogr")
        if not layer.isValid():
            raise HeritageError("The layer {table} of the package cannot be opened again.", table=table)
        return layer
