"""Makes layers that QGIS opens of what was chosen: out of archives, in another form, built of their parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsExpression, QgsProcessingUtils, QgsVectorLayer

from ...core.common.errors import HeritageError, Note
from ...core.registers.collection import Choice, Layer
from ..inputs.sources import DANISH_CRS
from . import head as heads
from .bfe_numbers import with_numbers
from .forms import to_geopackage
from .parcels import build
from .survey import ADDRESSED, OPEN
from .zips import extract

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...core.common.errors import Check
    from .survey import Found

OPENED = {heads.GEOPACKAGE, heads.SHAPEFILE, heads.GEOJSON, heads.OTHER, heads.CSV}
"""Forms that QGIS opens as they are meant, a table with its geometry in a field left aside."""
PARCELS = "jordstykker"


class Making:
    """The layers of one run; what has to be written for them lies in the folder `work`."""

    def __init__(
        self,
        found: Sequence[Found],
        choice: Choice,
        work: Path,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        check: Check,
    ) -> None:
        self.found, self.choice, self.work = found, choice, work
        self.context, self.feedback, self.check = context, feedback, check
        self.notes: list[Note] = []
        """What there is to say of what was made."""
        self._addresses: dict[int, str] = {}

    def layers(self) -> list[Layer]:
        """All layers: those that are used as QGIS opens them, the others as they were seen."""
        used = {*self.choice.roles.values(), *self.choice.themes}
        return [self.layer(place) if place in used else one.layer for place, one in enumerate(self.found)]

    def layer(self, place: int) -> Layer:
        """A layer as it was seen, with the address by which QGIS opens it and its rows counted."""
        opened = self.opened(place)
        crs = opened.crs().authid() or "-"
        return replace(self.found[place].layer, address=self.address(place), rows=opened.featureCount(), crs=crs)

    def opened(self, place: int) -> QgsVectorLayer:
        """A layer, opened. HeritageError when it cannot be."""
        found = self.found[place]
        if found.place.opened is not None and place not in self._addresses:
            self.address(place)
        if found.place.opened is not None and self._addresses[place] == found.layer.address:
            return found.place.opened
        return file_layer(self.address(place), found.layer.called)

    def address(self, place: int) -> str:
        """By what QGIS opens a layer. HeritageError when it cannot be taken out of its archive or read."""
        if place not in self._addresses:
            self._addresses[place] = self._of_municipality(place, self._address(place))
            self._look_up(place)
        return self._addresses[place]

    def _look_up(self, place: int) -> None:
        """Put in the place of a layer one that has what it only points to, where the tables for that are there."""
        for role, tables in self.choice.lookups.items():
            if self.choice.roles.get(role) != place:
                continue
            target = self._folder(f"{role}_opslag") / f"{role}.gpkg"
            added, notes = with_numbers(
                self.opened(place),
                {name: self.opened(other) for name, other in tables.items()},
                {name: self.found[other].layer.called for name, other in {**tables, role: place}.items()},
                target,
                self.context,
                self.feedback,
                self.check,
            )
            self.notes += notes
            if added:
                self._addresses[place] = f"{target}|layername={role}"

    def made(self) -> dict[str, Layer]:
        """The layers that are made of parts, by their role."""
        return {role: self._made(role, parts) for role, parts in self.choice.parts.items()}

    def _made(self, role: str, parts: Mapping[str, int]) -> Layer:
        target = self._folder(role) / f"{role}.gpkg"
        opened = {
            part: file_layer(self.address(place), self.found[place].layer.called) for part, place in parts.items()
        }
        called = {part: self.found[place].layer.called for part, place in parts.items()}
        rows, notes = build(opened, called, target, role, self.context, self.check)
        self.notes += notes
        files = [self.found[place].layer for place in parts.values()]
        address = f"{target}|layername={role}"
        fields = tuple(file_layer(address, role).fields().names())
        return Layer(
            role,
            address,
            fields,
            rows,
            DANISH_CRS,
            geometry="polygon",
            file=" + ".join(one.called for one in files),
            date=max((one.date for one in files), default=""),
        )

    def _address(self, place: int) -> str:
        where = self.found[place].place
        as_it_lies = address_of(self.found[place])
        if as_it_lies is not None:
            return as_it_lies
        if where.form in OPENED and where.place_field is None and where.member is not None:
            file = extract(where.file, where.member, self._folder(str(place)), self.check)
            return _in_file(file, where.table)
        stem = Path(where.member or where.file.name).stem
        target = self._folder(str(place)) / f"{stem}.gpkg"
        name = self.found[place].layer.name
        converted = to_geopackage(
            where.file, where.member, where.form, target, name, self.check, source_layer=where.table
        )
        self.notes += converted.notes
        return f"{target}|layername={name}"

    def _of_municipality(self, place: int, address: str) -> str:
        """The address of the municipality's rows only, where others are to be left out."""
        field = self.choice.only_rows.get(place)
        if field is None:
            return address
        number = self.choice.municipality
        codes: list[str | int] = [number, number.zfill(4)]
        fields = file_layer(address, self.found[place].layer.called).fields()
        if fields.field(field).isNumeric():
            codes = [int(number)]
        wanted = " OR ".join(QgsExpression.createFieldEqualityExpression(field, code) for code in codes)
        return f"{address}|subset={wanted}"

    def _folder(self, name: str) -> Path:
        folder = self.work / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def address_of(found: Found) -> str | None:
    """By what QGIS opens a layer as it lies; None where it must be unpacked or put into another form first."""
    where = found.place
    if where.form in (ADDRESSED, OPEN):
        return found.layer.address
    if where.form in OPENED and where.place_field is None and where.member is None:
        return _in_file(where.file, where.table)
    return None


def _in_file(file: Path, table: str | None) -> str:
    return f"{file}|layername={table}" if table else str(file)


def file_layer(address: str, called: str) -> QgsVectorLayer:
    """The layer at an address. HeritageError when it does not open."""
    named, provider, source = QgsProcessingUtils.decodeProviderKeyAndUri(address)
    layer = QgsVectorLayer(source, called, provider) if named else QgsVectorLayer(address, called, "ogr")
    if not layer.isValid():
        raise HeritageError(
            "{file} cannot be opened: it is damaged, or not what its name says. Download it again, or remove it.",
            file=called,
        )
    return layer
