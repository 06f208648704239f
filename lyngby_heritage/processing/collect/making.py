"""Makes layers that QGIS opens of what was chosen: out of archives, in another form, built of their parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsExpression, QgsVectorLayer

from ...core.common.errors import HeritageError, Note
from ...core.registers.collection import Choice
from ...core.registers.found_layers import Layer
from ..inputs.reopening import opened_again
from ..inputs.sources import DANISH_CRS
from . import head as heads
from .addresses import address_of, file_layer, in_file, opens_as_it_lies
from .bfe_numbers import with_numbers
from .forms import to_geopackage
from .parcels import build
from .writing import copy_layer
from .zips import extract

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...core.common.errors import Check
    from .survey import Found

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
        crs = opened.crs().authid()
        return replace(self.found[place].layer, address=self.address(place), rows=opened.featureCount(), crs=crs)

    def opened(self, place: int) -> QgsVectorLayer:
        """A layer, opened. HeritageError when it cannot be."""
        found, address = self.found[place], self.address(place)
        if found.place.opened is not None and address == found.layer.address:
            return found.place.opened
        return file_layer(address, found.layer.called)

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
                self._addresses[place] = in_file(target, role)

    def made(self) -> dict[str, Layer]:
        """The layers that are made of parts, by their role."""
        return {role: self._made(role, parts) for role, parts in self.choice.parts.items()}

    def build(self, role: str, target: Path) -> int:
        """Make the layer of a role that comes in parts, in a GeoPackage that may have others; how many rows it has."""
        parts = self.choice.parts[role]
        opened = {part: self.opened(place) for part, place in parts.items()}
        called = {part: self.found[place].layer.called for part, place in parts.items()}
        rows, notes = build(opened, called, target, role, self.context, self.check)
        self.notes += notes
        return rows

    def _made(self, role: str, parts: Mapping[str, int]) -> Layer:
        target = self._folder(role) / f"{role}.gpkg"
        rows = self.build(role, target)
        files = [self.found[place].layer for place in parts.values()]
        address = in_file(target, role)
        return Layer(
            role,
            address,
            tuple(file_layer(address, role).fields().names()),
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
        if opens_as_it_lies(where) and where.member is not None:
            file = extract(where.file, where.member, self._folder(str(place)), self.check)
            return in_file(file, where.table)
        stem = Path(where.member or where.file.name).stem
        target = self._folder(str(place)) / f"{stem}.gpkg"
        name = self.found[place].layer.name
        if where.form == heads.OTHER:  # a sheet whose heading QGIS does not see
            file = where.file
            if where.member is not None:
                file = extract(file, where.member, self._folder(str(place)), self.check)
            sheet = file_layer(in_file(file, where.table), self.found[place].layer.called)
            copy_layer(sheet, target, name, self.context, self.feedback, check=self.check)
            return in_file(target, name)
        converted = to_geopackage(
            where.file, where.member, where.form, target, name, self.check, source_layer=where.table
        )
        self.notes += converted.notes
        return in_file(target, name)

    def _of_municipality(self, place: int, address: str) -> str:
        """The address of the municipality's rows only, where others are to be left out."""
        field = self.choice.only_rows.get(place)
        if field is None:
            return address
        layer = self.found[place].place.opened or file_layer(address, self.found[place].layer.called)
        number = self.choice.municipality
        codes: list[str | int] = [number, number.zfill(4)]
        if layer.fields().field(field).isNumeric():
            codes = [int(number)]
        wanted = " OR ".join(QgsExpression.createFieldEqualityExpression(field, code) for code in codes)
        rows = opened_again(layer)
        if not rows.setSubsetString(f"({layer.subsetString()}) AND ({wanted})" if layer.subsetString() else wanted):
            raise HeritageError(
                "{layer}: the rows of municipality {code} cannot be picked out where it lies. Save them as a "
                "GeoPackage in QGIS, and give that.",
                layer=self.found[place].layer.called,
                code=number.zfill(4),
            )
        if rows.providerType() == "ogr":
            return str(rows.source())
        target = self._folder(str(place)) / "kommunen.gpkg"  # no address of a service or a database holds a choice
        copy_layer(rows, target, layer.name(), self.context, self.feedback, check=self.check)
        return in_file(target, layer.name())

    def _folder(self, name: str) -> Path:
        folder = self.work / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder
