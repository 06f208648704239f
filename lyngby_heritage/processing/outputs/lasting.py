"""A place that lasts for results that nobody would want to lose.

A dialog offers a temporary folder for every output, which QGIS deletes when it closes: a plan, or data that were put
together, would be gone with it. In a window such outputs begin with a place beside the open project, else among the
person's documents; whoever wants it elsewhere, or temporary, says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QStandardPaths

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm


def propose(algorithm: QgsProcessingAlgorithm, names: Mapping[str, str], project: QgsProject | None) -> None:
    """Let a tool's dialog begin with these outputs (output → its name below the folder) at a place that lasts."""
    base = home_of(project)
    for definition in algorithm.parameterDefinitions():
        if definition.name() in names:
            definition.setGuiDefaultValueOverride(str(base / names[definition.name()]))


def home_of(project: QgsProject | None) -> Path:
    """The folder of a project that is saved, else that of the person's documents."""
    home = project.homePath() if project is not None else ""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next(Path(one) for one in (home, documents, Path.home(), ".") if one and Path(one).is_dir())
