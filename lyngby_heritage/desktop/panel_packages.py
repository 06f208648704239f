"""The plan's packages that the steps made: where they lie, and which layers they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsProcessingContext

from ..core.common.dates import read_date
from ..core.common.errors import HeritageError
from ..processing.inputs.parameters import BETWEEN_VALUES
from ..processing.inputs.plan_package import GEOPACKAGE, PlanPackage
from .panel_state import PanelState

MAKERS = ("plan", "adopted")
"""The steps that make a package."""
DATA = "DATA"


@dataclass(frozen=True)
class Package:
    """A package as far as the steps ask."""

    folder: str
    tables: frozenset[str]
    data: tuple[str, ...] = ()
    """What it was made of, cell after cell, as `exportlokalplan` takes DATA."""

    @property
    def file(self) -> str:
        """Its GeoPackage."""
        return str(Path(self.folder) / GEOPACKAGE)

    def layer(self, table: str) -> str | None:
        """The address of a layer; None where it has none of the name."""
        return f"{self.file}|layername={table}" if table in self.tables else None


def package_folder(state: PanelState, step: str) -> str:
    """Where the package lies that a step made; empty where it is not there any more."""
    done = state.done.get(step)
    folder = str(done.results.get("FOLDER", "")) if done is not None else ""
    return folder if folder and (Path(folder) / GEOPACKAGE).is_file() else ""


def packages(state: PanelState) -> Mapping[str, Package]:
    """Step → its package, of those that can be read."""
    found = {}
    for step in MAKERS:
        folder = package_folder(state, step)
        package = read_package(folder) if folder else None
        if package is not None:
            found[step] = package
    return found


def read_package(folder: str) -> Package | None:
    """A package; None where nobody can read it, or it is an older one."""
    try:
        read = PlanPackage(folder, QgsProcessingContext())
    except HeritageError:
        return None
    cells: list[str] = []
    for subject, name, value, *_ in read.record.rows:
        if (subject, name) == ("parameter", DATA):
            cells += data_cells(value or "")
    return Package(folder, frozenset(read.tables), tuple(cells))


def data_cells(row: str) -> list[str]:
    """A row of DATA as a package records it: data, file or layer, date. A cell that says nothing is not in the record.

    >>> data_cells("BBR; bbr.zip; 2026-09-28"), data_cells("BBR; bbr.zip")
    (['BBR', 'bbr.zip', '2026-09-28'], ['BBR', 'bbr.zip', ''])
    """
    data, *rest = row.split(BETWEEN_VALUES)
    day = rest.pop() if len(rest) > 1 or (rest and _is_day(rest[0])) else ""
    return [data, BETWEEN_VALUES.join(rest), day]


def _is_day(text: str) -> bool:
    try:
        read_date(text)
    except ValueError:
        return False
    return True
