"""The first step of the panel: where the data lie, what each of them is taken for, and what is missing."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from qgis.PyQt.QtCore import QStandardPaths, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.common.wording import number
from ..processing.tools.validate_data import code_refusal
from ..processing.translation import is_danish, tr
from .loading import data_layers
from .panel_data import CODE
from .panel_looks import COLOURS, CutLabel, WrapLabel, dot, unwheeled
from .panel_part import Part
from .panel_roles import TERRAIN, THEMES
from .panel_state import AMBER, RED, RoleRow, role_rows, shown_name, unknown_layers
from .panel_work import PanelWork

SAMPLE_FOLDER = "lyngby_heritage_eksempel"
"""The folder of the invented municipality, among the person's documents."""
FETCHED = "registre.gpkg"
"""What the public services gave, in the folder of the data."""
_ROLE = Qt.ItemDataRole.UserRole


class DataView(Part):
    """What is seen of the data, and what a person can say of them."""

    sample = pyqtSignal(str)
    """Asked for, in this folder."""

    reopen = pyqtSignal(str)
    """A project that was made beside these results before."""

    def __init__(self, work: PanelWork) -> None:
        super().__init__()
        self.work = work
        self.rows: dict[str, RoleRow] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._make_folder())
        whole.addLayout(self._make_fetching())
        self.earlier = QPushButton(tr("Open the work that was begun here"))
        self.earlier.setObjectName("lyngby_earlier")
        self.earlier.setStyleSheet("font-weight: bold")
        self.earlier.clicked.connect(lambda: self.reopen.emit(self.work.earlier_project()))
        whole.addWidget(self.earlier)
        self.project_too = QCheckBox(tr("Layers of the open project count too"))
        self.project_too.clicked.connect(self.work.use_project)
        whole.addWidget(self.project_too)
        self.why = WrapLabel()
        self.why.setStyleSheet(f"color: {COLOURS[RED]}")
        whole.addWidget(self.why)
        whole.addLayout(self._make_municipality())
        whole.addWidget(self._make_tree(), 1)
        whole.addWidget(self._make_choice())
        whole.addLayout(self._make_output())

    def _make_folder(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.folder = CutLabel()
        self.choose = QPushButton(tr("Choose a folder …"))
        self.choose.setObjectName("lyngby_choose_folder")
        self.choose.clicked.connect(self.ask_folder)
        self.again = QPushButton("↻")
        self.again.setObjectName("lyngby_look_again")
        self.again.setToolTip(tr("Look at the folder again"))
        self.again.setAccessibleName(tr("Look at the folder again"))
        self.again.setFixedWidth(28)
        self.again.clicked.connect(lambda: self.work.look(anew=True))
        self.try_it = QPushButton(tr("Try with a sample"))
        self.try_it.setObjectName("lyngby_sample")
        self.try_it.setToolTip(tr("Makes an invented municipality, puts its data together and shows them"))
        self.try_it.clicked.connect(lambda: self.sample.emit(sample_folder()))
        line.addWidget(self.folder, 1)
        line.addWidget(self.again)
        line.addWidget(self.choose)
        line.addWidget(self.try_it)
        return line

    def _make_fetching(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.fetch = QPushButton(tr("Fetch data …"))
        self.fetch.setObjectName("lyngby_fetch")
        self.fetch.setToolTip(tr("Fetches the municipality's layers from the public services"))
        self.fetch.clicked.connect(self.ask_services)
        line.addStretch()
        line.addWidget(self.fetch)
        return line

    def _make_municipality(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.code_words = QLabel(tr("Code of the municipality"))
        self.code = QLineEdit()
        self.code.setObjectName("lyngby_code")
        self.code.setMaximumWidth(80)
        self.code.setAccessibleName(tr("Code of the municipality"))
        self.code.editingFinished.connect(self.set_code)
        line.addWidget(self.code_words)
        line.addWidget(self.code)
        line.addStretch()
        return line

    def _make_tree(self) -> QTreeWidget:
        self.tree = QTreeWidget()
        self.tree.setObjectName("lyngby_roles")
        self.tree.setAccessibleName(tr("Data"))
        self.tree.setColumnCount(4)
        self.tree.setHeaderLabels([tr("Data"), tr("From"), tr("Rows"), tr("Date")])
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(10)
        self.tree.setMinimumHeight(330)
        self.tree.setUniformRowHeights(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.tree.header()
        if header is not None:
            header.setStretchLastSection(False)
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
            header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setColumnWidth(0, 190)
        self.tree.currentItemChanged.connect(lambda *_: self.show_choice())
        return self.tree

    def _make_choice(self) -> QWidget:
        self.choice = QWidget()
        inside = QVBoxLayout(self.choice)
        inside.setContentsMargins(0, 0, 0, 0)
        self.said = WrapLabel()
        inside.addWidget(self.said)
        line = QHBoxLayout()
        self.use = QLabel(tr("Use"))
        self.layers = QComboBox()
        self.layers.setObjectName("lyngby_layers")
        self.layers.setAccessibleName(tr("Use"))
        unwheeled(self.layers)
        self.layers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.layers.activated.connect(self.set_chosen)
        line.addWidget(self.use)
        line.addWidget(self.layers, 1)
        inside.addLayout(line)
        return self.choice

    def _make_output(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(QLabel(tr("Results go to")))
        self.output = CutLabel()
        self.change = QPushButton(tr("Change …"))
        self.change.setObjectName("lyngby_change_output")
        self.change.setAccessibleName(f"{tr('Results go to')}: {tr('Change …')}")
        self.change.clicked.connect(self.ask_output)
        line.addWidget(self.output, 1)
        line.addWidget(self.change)
        return line

    # What a person says -----------------------------------------------------------------------------------------------

    def ask_folder(self) -> None:
        """Ask for the folder of the data."""
        begin = self.work.state.folder or self.work.project.homePath()
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of the downloads"), begin)
        if folder:
            self.work.set_folder(folder)

    def ask_services(self) -> None:
        """Show the tool that fetches the data; what it fetched is seen at once."""
        folder, code = self.work.state.folder, self.work.state.municipality
        given = {"MUNICIPALITY": code} if code else {}
        if folder and Path(folder).is_dir():
            given["OUTPUT"] = str(Path(folder) / FETCHED)
        dialog = import_module("processing").createAlgorithmDialog("lyngby_heritage:fetchofficialdata", given)
        dialog.algorithmFinished.connect(lambda fine, results: self.take_fetched(results["OUTPUT"]) if fine else None)
        self._fetching = dialog  # else it goes with this call
        dialog.show()

    def take_fetched(self, path: str) -> None:
        """Look at what was fetched, where it lies in the folder of the data; where no folder is chosen, at it alone."""
        if self.work.state.folder:
            self.work.look(anew=True)
        else:
            self.work.set_folder(path)

    def ask_output(self) -> None:
        """Ask for the folder of the results."""
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of the results"), self.work.state.output)
        if folder:
            self.work.set_output(folder)

    def set_code(self) -> None:
        """Take the municipality that was typed, or say what is expected."""
        typed = self.code.text().strip()
        refused = code_refusal(typed)
        if not refused and typed != self.work.state.municipality:
            self.work.set_municipality(typed)
        elif refused:
            self.why.setText(refused.removeprefix(f"{CODE}: "))
            self.why.setVisible(True)

    def set_chosen(self, position: int) -> None:
        """Give the chosen line the chosen layer."""
        row = self.current()
        if row is None:
            return
        if row.role == TERRAIN:
            self.work.set_terrain(str(self.layers.itemData(position) or ""))
        else:
            place = self.layers.itemData(position)
            if place is not None or len(row.places) < 2:  # else it stays as it is built
                self.work.set_role(row.role, None if place is None else int(place))

    def current(self) -> RoleRow | None:
        """The line that is chosen."""
        item = self.tree.currentItem()
        return self.rows.get(str(item.data(0, _ROLE))) if item is not None else None

    # What is shown ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the data as they are seen now."""
        work, state = self.work, self.work.state
        self.folder.setText(state.folder or tr("No folder is chosen."))
        self.output.setText(state.output or "–")
        self.again.setVisible(bool(state.folder))
        self.try_it.setVisible(not state.folder)
        has_layers = bool(data_layers(work.project, state.output))
        self.project_too.setVisible(has_layers)
        self.project_too.setChecked(state.with_project)
        self.why.setText(work.why_unseen)
        self.why.setVisible(bool(work.why_unseen))
        self.code.setText(state.municipality)
        for widget in (self.code, self.code_words):
            widget.setVisible(bool(state.municipality) or work.asks_code)
        self.earlier.setVisible(bool(work.earlier_project()))
        self._fill()
        idle = work.running is None and not work.is_looking
        for button in (self.choose, self.again, self.try_it, self.change, self.project_too, self.layers):
            button.setEnabled(idle)

    def _fill(self) -> None:
        chosen = self.current()
        self.tree.blockSignals(True)
        self.tree.clear()
        self.rows = {}
        looking = self.work.is_looking
        unseen = looking or bool(self.work.why_unseen)  # then nothing is known to be missing
        for title, rows in () if unseen else role_rows(self.work.seen, self.work.state):
            group = self._group(title)
            for row in rows:
                self.rows[row.role] = row
                item = self._line(group, row)
                if chosen is not None and row.role == chosen.role:
                    self.tree.setCurrentItem(item)
        if looking:
            self._group(tr("Looking at the data …"))
        elif self.work.seen is not None:
            self._unknown(unknown_layers(self.work.seen))
        self.tree.expandAll()
        self.tree.blockSignals(False)
        self.show_choice()

    def _group(self, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [title])
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFirstColumnSpanned(True)
        return item

    def _line(self, group: QTreeWidgetItem, row: RoleRow) -> QTreeWidgetItem:
        rows = "" if row.rows is None or row.rows < 0 else number(row.rows) if is_danish() else f"{row.rows:,}"
        item = QTreeWidgetItem(group, [row.label, row.source or tr("missing"), rows, row.day])
        item.setIcon(0, dot(row.colour))
        item.setData(0, _ROLE, row.role)
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if not row.source:
            for column in range(4):
                item.setForeground(column, QBrush(QColor("#7a828a")))
        for column in range(4):
            item.setToolTip(column, f"{row.source}\n{row.said}".strip())
        return item

    def _unknown(self, layers: list[tuple[str, str]]) -> None:
        if not layers:
            return
        group = self._group(tr("Not used: not recognised, or cannot be read"))
        for name, said in layers:
            item = QTreeWidgetItem(group, [name, said])
            item.setIcon(0, dot(AMBER))
            item.setToolTip(0, said)
            item.setToolTip(1, said)

    def show_choice(self) -> None:
        """Say what is known of the chosen line, and offer what else it may be."""
        row, seen = self.current(), self.work.seen
        self.choice.setVisible(row is not None)
        if row is None:
            return
        self.said.setText(row.said)
        self.layers.clear()
        offered = row.role != THEMES
        self.use.setVisible(offered)
        self.layers.setVisible(offered)
        self.layers.addItem(tr("Built of its parts") if len(row.places) > 1 else tr("None of them"), None)
        if row.role == TERRAIN:
            for path in self.work.terrain_choices():
                self.layers.addItem(Path(path).name, path)
            self.layers.setCurrentIndex(max(0, self.layers.findData(self.work.terrain())))
            return
        for place, layer in enumerate(seen.layers if seen is not None else ()):
            opened = seen is not None and seen.survey.found[place].place.opened is not None
            words = tr("{layer} (open in QGIS)").format(layer=layer.called) if opened else shown_name(layer)
            self.layers.addItem(words, place)
        self.layers.setCurrentIndex(self.layers.findData(row.places[0]) if len(row.places) == 1 and row.source else 0)


def sample_folder() -> str:
    """Where the invented municipality is made."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(documents or Path.home()) / SAMPLE_FOLDER)
