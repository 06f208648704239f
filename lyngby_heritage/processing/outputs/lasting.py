"""A place that lasts for results that nobody would want to lose.

A dialog offers a temporary folder for every output, which QGIS deletes when it closes: a plan, or data that were put
together, would be gone with it. In a window such outputs begin with a place beside the open project, else among the
person's documents. Who asks for a temporary one all the same is told to choose another, and where. A step of a model
is given a path by QGIS and not asked: what lies between two steps may be temporary. What a model ends in is known only
when it runs, and is warned of.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterFolderDestination, QgsProject
from qgis.PyQt.QtCore import QStandardPaths

from ..inputs.plan_package import GEOPACKAGE
from ..translation import tr
from .destinations import is_temporary

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm


def propose(algorithm: QgsProcessingAlgorithm, names: Mapping[str, str], project: QgsProject | None) -> None:
    """Let a tool's dialog begin with these outputs (output → its name below the folder) at a place that lasts."""
    base = home_of(project)
    for definition in algorithm.parameterDefinitions():
        if definition.name() in names:
            definition.setGuiDefaultValueOverride(str(base / names[definition.name()]))


def lasting_outputs(algorithm: QgsProcessingAlgorithm, names: Mapping[str, str]) -> dict[str, str]:
    """The outputs of a tool that must last (output → its name below the folder): those named, and every folder."""
    folders = [
        one for one in algorithm.parameterDefinitions() if isinstance(one, QgsProcessingParameterFolderDestination)
    ]
    return {one.name(): f"lyngby_heritage/{algorithm.name()}" for one in folders} | dict(names)


def refusal_of_temporary(
    algorithm: QgsProcessingAlgorithm,
    names: Mapping[str, str],
    parameters: Mapping[str, Any],
    project: QgsProject | None,
) -> str:
    """Why an output that must last is refused a temporary place, and where it may lie; "" where none is."""
    said = tr(
        "{parameter} ({label}): QGIS deletes what is temporary when it closes, and this result with it. Choose a place "
        "where it lasts, such as {place}."
    )
    found = []
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if name in names and is_temporary(parameters.get(name)):
            place = home_of(project) / names[name]
            found.append(said.format(parameter=name, label=definition.description(), place=place))
    return "\n".join(found)


def warnings_of_temporary(
    names: Mapping[str, str], parameters: Mapping[str, Any], results: Mapping[str, Any]
) -> list[str]:
    """What is said of each output that must last and lies in a temporary place: what a model ended in."""
    said = tr("{place} is temporary, and QGIS deletes it when it closes. Copy it to where it lasts.")
    return [
        said.format(place=results[name]) for name in names if is_temporary(parameters.get(name)) and results.get(name)
    ]


def home_of(project: QgsProject | None) -> Path:
    """The folder of a project that is saved, else that of the person's documents; beside a package, never in it."""
    home = project.homePath() if project is not None else ""
    if home and (Path(home) / GEOPACKAGE).is_file():  # a package is handed on and published with all that lies in it
        home = str(Path(home).parent)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next(Path(one) for one in (home, documents, Path.home(), ".") if one and Path(one).is_dir())
