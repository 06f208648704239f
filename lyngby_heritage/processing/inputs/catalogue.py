"""The catalogue of themes that a tool is given, or the built-in one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterFile

from ...core.common.errors import HeritageError
from ...core.landscape.catalogue import built_in, read_catalogue
from ..translation import tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

    from ...core.landscape.catalogue import Catalogue

CATALOGUE = "CATALOGUE"


def catalogue_parameter() -> QgsProcessingParameterFile:
    """The file of a municipality's own catalogue."""
    label, files = tr("Theme catalogue of your own"), tr("JSON files (*.json)")
    return QgsProcessingParameterFile(CATALOGUE, label, fileFilter=files, optional=True)


def catalogue_of(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Catalogue:
    """The catalogue of the parameter CATALOGUE. HeritageError when its file cannot be read."""
    path = algorithm.parameterAsFile(parameters, CATALOGUE, context)
    return read_own(path) if path else built_in()


def read_own(path: str) -> Catalogue:
    """The catalogue of a file. HeritageError when it cannot be read."""
    return read_catalogue(catalogue_text(path), Path(path).name)


def catalogue_text(path: str) -> str:
    """What stands in a file of CATALOGUE, of themes or of services. HeritageError when it cannot be read."""
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise HeritageError(
            "CATALOGUE: {file} cannot be read ({why}). Give a text file in UTF-8.",
            file=path,
            why=getattr(error, "strerror", None) or str(error),
        ) from error
