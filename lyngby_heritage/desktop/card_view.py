"""What is this building? The card, a search box above it, and the way to a decision beneath; by itself or in a dock."""

from __future__ import annotations

from html import escape
from typing import Any

from qgis.core import Qgis, QgsCoordinateTransform, QgsFeature, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QStringListModel, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from ..core.common.errors import HeritageError
from ..core.common.profile import in_force
from ..core.plan.card import Card, card_of
from ..core.plan.lookup import Hit
from ..processing.inputs.profile import standing
from ..processing.translation import tr, tr_message
from .card_html import card_html, id_of_link, link_to
from .card_reader import CardReader, Shown
from .companions import layers_of_buildings
from .decide import DecideDialog, EnvironmentDialog
from .finding import Finder
from .highlights import Highlights
from .interface import say
from .running import said_of
from .sheet_asked import ask_for_sheet, sheet_parameters

NEAREST = 400.0
"""Metres across of the map that is shown round a building that was searched for."""


class CardView(QWidget):
    """The widget; `canvas` is the map that it speaks of."""

    shown_building = pyqtSignal(str)
    """The id of the building whose card is shown."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas, self.project = canvas, project
        self.highlights = Highlights(canvas)
        self.reader: CardReader | None = None
        self.shown: Shown | None = None
        self.card: Card | None = None
        self.finder: Finder | None = None
        self.hits: list[Hit] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        self.search = QLineEdit()
        self.search.setObjectName("lyngby_search")
        self.search.setPlaceholderText(tr("Address, parcel or BFE number"))
        self.search.setClearButtonEnabled(True)
        self.found = QStringListModel(self)
        self.completer = QCompleter(self.found, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.search.setCompleter(self.completer)
        self.search.textEdited.connect(self.look_up)
        self.search.returnPressed.connect(lambda: self.take(0))
        self.completer.activated.connect(lambda text: self.take(self.found.stringList().index(text)))
        column.addWidget(self.search)
        self.page = QTextBrowser()
        self.page.setObjectName("lyngby_card")
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(self.follow)
        column.addWidget(self.page, 1)
        self.decide_button = QPushButton(tr("Decide…"))
        self.decide_button.clicked.connect(self.decide)
        self.copy_button = QPushButton(tr("Copy the text"))
        self.copy_button.clicked.connect(self.copy)
        self.environment_button = QPushButton(tr("Decide on the environment…"))
        self.environment_button.clicked.connect(self.decide_environment)
        self.sheet_button = QPushButton(tr("Property sheet…"))
        self.sheet_button.clicked.connect(self.ask_for_sheet)
        rows = ((self.decide_button, self.environment_button), (self.sheet_button, self.copy_button))
        for row in rows:  # side by side all four would make the dock wider than a card is read
            buttons = QHBoxLayout()
            for button in row:
                buttons.addWidget(button)
            buttons.addStretch()
            column.addLayout(buttons)
        project.cleared.connect(self.forget)
        project.layersWillBeRemoved.connect(self.layers_go)
        self.clear()

    # ---- what is shown -----------------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Show no building."""
        self.highlights.clear()
        self.shown = self.card = None
        hint = tr("Click a building on the map, or search for it, to see what is known of it.")
        self.page.setHtml(f"<p>{escape(hint)}</p>{self._waiting()}")
        for button in (self.decide_button, self.environment_button, self.copy_button, self.sheet_button):
            button.setEnabled(False)

    def _waiting(self) -> str:
        """The buildings with decisions that no run has used yet, as links; nothing where none waits."""
        layers = layers_of_buildings(self.project)
        try:
            waiting = self.reader_of(layers[0]).waiting() if layers else []
        except HeritageError as error:
            return f"<p>{escape(said_of(error))}</p>"
        if not waiting:
            return ""
        links = "".join(f"<li>{link_to(id_, address or id_)}</li>" for id_, address in waiting)
        return f"<h4>{escape(tr('Decisions that wait for the next run'))}</h4><ul>{links}</ul>"

    def let_go(self) -> None:
        """Clear the map, and hear of the project no more."""
        self.clear()
        self.project.cleared.disconnect(self.forget)

    def forget(self) -> None:
        """Show no building, and know no layer: the project is another."""
        self.reader = self.finder = None
        self.clear()

    def layers_go(self, ids: list[str]) -> None:
        """Forget what belongs to layers that leave the project."""
        known = [one.buildings.id() for one in (self.reader,) if one is not None]
        known += [one.layer.id() for one in (self.finder,) if one is not None]
        if set(known) & set(ids):
            self.forget()

    def reader_of(self, layer: QgsVectorLayer) -> CardReader:
        """The reader of a layer of designated buildings, with what it found beside that before."""
        if self.reader is None or self.reader.buildings is not layer:
            self.reader = CardReader(layer, self.project)
        return self.reader

    def show_building(self, layer: QgsVectorLayer, feature: QgsFeature, go_there: bool = False) -> None:
        """Show the card of a building of a layer, with its neighbours on the map; `go_there` moves the map to it."""
        reader = self.reader_of(layer)
        with in_force(standing()[0]):
            self.shown = reader.shown(feature)
            self.card = card_of(self.shown.facts, answer=reader.answer)
            self.page.setHtml(card_html(self.card, self.shown.neighbours))
            self.highlights.show(self.shown, layer)
        if self.shown.problem is not None:
            say(tr_message(self.shown.problem), Qgis.MessageLevel.Warning)
        self.decide_button.setEnabled(bool(self.shown.facts.id))
        self.decide_button.setToolTip(
            "" if self.shown.facts.id else tr("A building without an id can't be decided on.")
        )
        self.copy_button.setEnabled(True)
        self.environment_button.setEnabled(self.shown.environment is not None)
        in_package = bool(sheet_parameters(layer, feature))
        self.sheet_button.setEnabled(in_package)
        self.sheet_button.setToolTip("" if in_package else tr("The sheet is made from the package of a plan."))
        if go_there and feature.hasGeometry():
            self.go_to(layer, feature)
        self.shown_building.emit(self.shown.facts.id)

    def go_to(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """Move the map to a building, nearer where it shows too much to see it."""
        crs = self.canvas.mapSettings().destinationCrs()
        box = QgsCoordinateTransform(layer.crs(), crs, self.project).transformBoundingBox(
            feature.geometry().boundingBox()
        )
        extent = self.canvas.extent()
        if extent.width() > 3 * NEAREST:
            extent.scale(NEAREST / extent.width())
        self.canvas.setExtent(extent)
        self.canvas.setCenter(box.center())
        self.canvas.refresh()

    def follow(self, link: QUrl) -> None:
        """Show the building that a link of the card leads to."""
        id_ = id_of_link(link.toString())
        if id_ is None or self.reader is None:
            return
        feature = self.reader.feature_of(id_)
        if feature is None:
            say(tr("The building {id} is in another layer.").format(id=id_), Qgis.MessageLevel.Info)
        else:
            self.show_building(self.reader.buildings, feature, go_there=True)

    def ask_for_sheet(self) -> None:
        """Open the dialog that makes the sheet of the property that the building stands on."""
        if self.shown is not None and self.reader is not None:
            ask_for_sheet(self.reader.buildings, self.shown.feature)

    def copy(self) -> None:
        """Put the card's text on the clipboard."""
        clipboard: Any = QGuiApplication.clipboard()
        if self.card is not None:
            clipboard.setText(self.card.text())

    # ---- search ------------------------------------------------------------------------------------------------------

    def look_up(self, text: str) -> None:
        """List the buildings that a text may mean."""
        layers = layers_of_buildings(self.project)
        if not layers:
            self.found.setStringList([])
            return
        if self.finder is None or not self.finder.is_of(layers[0]):
            self.finder = Finder(layers[0])
        self.hits = self.finder.find(text)
        self.found.setStringList([f"{hit.shown} · {hit.beside}" if hit.beside else hit.shown for hit in self.hits])
        if self.hits:
            self.completer.complete()

    def take(self, place: int) -> None:
        """Show the building of a place in the list."""
        if self.finder is None or not 0 <= place < len(self.hits):
            return
        feature = self.finder.feature(self.hits[place])
        self.show_building(self.finder.layer, feature, go_there=True)

    # ---- decide ------------------------------------------------------------------------------------------------------

    def decide(self) -> None:
        """Ask for a decision on the building, write it, and show it."""
        if self.shown is None or self.reader is None:
            return
        try:
            dialog = DecideDialog(
                self.reader.place(), self.shown.facts, self.reader.written(self.shown.facts.id), self.window()
            )
        except HeritageError as error:
            say(said_of(error), Qgis.MessageLevel.Warning)
            return
        dialog.accepted.connect(self.decided)
        dialog.open()

    def decided(self) -> None:
        """Show the building with what was just decided on it."""
        if self.shown is not None and self.reader is not None:
            self.show_building(self.reader.buildings, self.shown.feature)

    def decide_environment(self) -> None:
        """Ask for a decision on the environment that the building lies in, and write it."""
        if self.shown is None or self.reader is None or self.shown.environment is None:
            return
        try:
            dialog = EnvironmentDialog(self.reader.place(), self.shown.environment, self.window())
        except HeritageError as error:
            say(said_of(error), Qgis.MessageLevel.Warning)
            return
        dialog.accepted.connect(lambda: say(tr("The decision is written. The next run of the plan takes it along.")))
        dialog.open()
