"""Fills the folder of a package: made aside, and moved into place when it is whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingUtils

from ...core.common.errors import HeritageError
from ..outputs.held import let_go
from . import record

if TYPE_CHECKING:
    from ...core.common.errors import Check
    from .folder import PackageFolder

NAME = "kulturhistorisk_lokalplan"
GEOPACKAGE, PROJECT = f"{NAME}.gpkg", f"{NAME}.qgz"


def write_package(folder: PackageFolder, make: Callable[[Path, Path], Any], check: Check) -> Any:
    """Let `make(staged, work)` write a package into `staged`, and move it into place; returns what `make` returns.

    `work` is a folder for what QGIS keeps open while it is made. HeritageError when the disk does not take it; whatever
    goes wrong, the folder is as it was.
    """
    with folder:
        folder.refuse_held([GEOPACKAGE, *record.files_of(folder.path / GEOPACKAGE)])
        work = Path(tempfile.mkdtemp(prefix="lokalplan-", dir=QgsProcessingUtils.tempFolder()))
        try:
            made = make(folder.staged, work)
        except OSError as error:
            raise HeritageError(
                "The package could not be written: {error}. Nothing in {folder} was changed.",
                error=error.strerror or str(error),
                folder=str(folder.path),
            ) from error
        finally:
            let_go()
            shutil.rmtree(work, ignore_errors=True)
        check()
        earlier = record.files_of(folder.path / GEOPACKAGE)
        untouched = earlier and not record.is_worked_in(folder.path / GEOPACKAGE)
        folder.commit(earlier, {GEOPACKAGE} if untouched else set())
    return made
