"""The table of themes in a tool's dialog: layer and theme are picked from lists, and may still be typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import QgsProcessingContext, QgsProject, QgsVectorLayer
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from ..core.common.errors import HeritageError
from ..core.landscape.catalogue import Catalogue, built_in
from ..processing.inputs.catalogue import CATALOGUE, read_own
from ..processing.inputs.layer_list import names_of
from ..processing.inputs.parameters import is_blank
from ..processing.job.inputs import layers_of
from ..processing.translation import is_danish, tr
from .widgets import boxed, is_of_dialog, of_qgis, standard

COLUMNS = 2
"""Layer and theme."""
SHOWN_ROWS = 4


class ThemeChoice:
    """What QGIS calls to make the widget of THEMES."""

    def __new__(cls, parameter: Any, dialog: Any, row: int = 0, column: int = 0) -> Any:
        return _Wrapper(parameter, dialog) if is_of_dialog(dialog) else of_qgis(parameter, dialog, row, column)


class _Wrapper(QgsAbstractProcessingParameterWidgetWrapper):
    """Hands the rows on as the parameter takes them: cells, row after row."""

    def __init__(self, parameter: Any, dialog: Any) -> None:
        super().__init__(parameter, standard())
        self.setDialog(dialog)
        self.others: dict[str, Any] = {}
        """Parameter → its wrapper in the same dialog."""

    def createWidget(self) -> Any:
        parameter: Any = self.parameterDefinition()
        self.rows = ThemeRows(parameter.headers(), self.layers, self.catalogue)
        self.rows.changed = lambda: self.widgetValueHasChanged.emit(self)
        return boxed(self.rows, parameter)

    def postInitialize(self, wrappers: Any) -> None:
        super().postInitialize(wrappers)
        self.others = {one.parameterDefinition().name(): one for one in wrappers if one is not self}

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        self.rows.set_cells(value)

    def widgetValue(self) -> Any:
        return self.rows.cells()

    def given(self, name: str) -> str:
        """The path or text that stands in another parameter of the dialog; "" where there is none."""
        value = self.others[name].parameterValue() if name in self.others else None
        return value if isinstance(value, str) else ""

    def catalogue(self) -> Catalogue:
        """The catalogue that the dialog names, the built-in one while its file cannot be read."""
        path = self.given(CATALOGUE)
        try:
            return read_own(path) if path else built_in()
        except HeritageError:
            return built_in()

    def layers(self) -> list[str]:
        """Names of layers that may need a theme: first those that the catalogue does not know."""
        known = self.catalogue()
        names = dict(self.named_layers())
        return sorted(names, key=lambda name: (known.recognise(names[name], ()) is not None, name.lower()))

    def named_layers(self) -> Iterator[tuple[str, list[str]]]:
        """The name that a layer is called by and all its names, of the project's layers and those of INPUT."""
        project = QgsProject.instance()
        for layer in project.mapLayers().values() if project is not None else ():
            if isinstance(layer, QgsVectorLayer) and layer.isSpatial():
                names = names_of(layer)
                yield names[0], names
        source = self.given("INPUT")
        try:
            inside = layers_of(source) if source else []
        except HeritageError:
            inside = []
        yield from ((one.name, list(one.names)) for one in inside)


class ThemeRows(QWidget):
    """A row for each layer, with buttons that add and take away."""

    def __init__(self, headers: list[str], layers: Any, catalogue: Any) -> None:
        """`layers` and `catalogue` are asked when a row is added, since the rest of the dialog may have changed."""
        super().__init__()
        self.layers, self.catalogue = layers, catalogue
        self.changed: Any = lambda: None
        table: Any = QTableWidget(0, COLUMNS)
        self.table = table
        self.table.setHorizontalHeaderLabels(headers)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setMaximumHeight((SHOWN_ROWS + 1) * 32)
        add, remove = QPushButton(tr("Add a layer")), QPushButton(tr("Remove the row"))
        add.clicked.connect(lambda: self.add("", ""))
        remove.clicked.connect(self.remove)
        buttons = QHBoxLayout()
        for button in (add, remove):
            buttons.addWidget(button)
        buttons.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.table)
        whole.addLayout(buttons)

    def add(self, layer: str, theme: str) -> None:
        """Another row at the end."""
        row = self.table.rowCount()
        self.table.insertRow(row)
        themes = sorted(((_words(one), one.code) for one in self.catalogue().themes), key=lambda one: one[0].lower())
        self.table.setCellWidget(row, 0, self._list([(name, name) for name in self.layers()], layer))
        self.table.setCellWidget(row, 1, self._list([(f"{words} ({code})", code) for words, code in themes], theme))
        self.table.setCurrentCell(row, 0)
        self.changed()

    def remove(self) -> None:
        """Take the chosen row away, the last where none is chosen."""
        row = self.table.currentRow() if self.table.currentRow() >= 0 else self.table.rowCount() - 1
        if row >= 0:
            self.table.removeRow(row)
            self.changed()

    def set_cells(self, value: Any) -> None:
        """Show these cells, flat or row by row."""
        self.table.setRowCount(0)
        rows = [] if is_blank(value) else list(value) if isinstance(value, (list, tuple)) else [value]
        flat = [cell for row in rows for cell in (row if isinstance(row, (list, tuple)) else [row])]
        texts = ["" if is_blank(cell) else str(cell) for cell in flat]
        for layer, theme in zip(texts[::COLUMNS], [*texts[1::COLUMNS], ""]):
            self.add(layer, theme)

    def cells(self) -> list[str]:
        """The cells, row after row, without rows in which nothing is chosen."""
        rows = [[self._code(row, column) for column in range(COLUMNS)] for row in range(self.table.rowCount())]
        return [cell for row in rows if any(row) for cell in row]

    def _list(self, choices: list[tuple[str, str]], chosen: str) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for words, value in choices:
            box.addItem(words, value)
        box.setCurrentIndex(box.findData(chosen) if chosen else -1)
        if box.currentIndex() < 0:
            box.setEditText(chosen)
        box.editTextChanged.connect(lambda _text: self.changed())
        return box

    def _code(self, row: int, column: int) -> str:
        box: Any = self.table.cellWidget(row, column)
        text = box.currentText().strip()
        place = box.findText(text)
        return str(box.itemData(place)) if place >= 0 else text


def _words(theme: Any) -> str:
    return str(theme.name if is_danish() else theme.english)
