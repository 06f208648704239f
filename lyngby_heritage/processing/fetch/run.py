"""One run of `fetchofficialdata`: ask every service that was chosen, write what is whole, and say of each what came."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry

from ...core.common.as_on import danish_now
from ...core.common.dates import read_date
from ...core.common.errors import HeritageError, Note, listed
from ...core.registers.service_addresses import Where
from ...core.registers.service_results import NOT_ASKED, Fetched
from ...core.registers.services import WFS
from ..collect.shapes import DANISH_CRS
from ..collect.writing import free_name
from ..inputs.area import wanted_area
from ..outputs.containers import refuse_other_layers, remember_tables
from ..outputs.staging import Staging
from ..run import Run
from .files import Fildownload
from .keys import key_of
from .pages import Wanted, box_around
from .table import TABLE, Extent, copy_table, earlier, write_table
from .wfs import Came, Wfs

if TYPE_CHECKING:
    from ...core.registers.service_addresses import Box
    from ...core.registers.services import Service, ServiceLayer, Services


class Fetching(Run):
    """A run with its parameters, step by step."""

    def results_of(self, services: Services, chosen: list[Service], code: str) -> dict[str, Any]:
        """Fetch the chosen services of a municipality; `code` has four digits."""
        self.services, self.chosen, self.code = services, chosen, code
        self.output = Path(
            os.path.abspath(self.algorithm.parameterAsFileOutput(self.parameters, "OUTPUT", self.context))
        )
        refuse_other_layers("OUTPUT", self.output, whole=True)
        self.key = key_of(self.text("AUTH"))
        self.area = self.wanted()
        self.bounds: Box | None = None
        extent = Extent(code, self.area_in_words())
        with Staging(self.context.project()) as staging:
            self.staged = staging.path("OUTPUT", self.output)
            self.tell(staging.notes)
            self.before = earlier(self.output, extent)
            self.work = Path(tempfile.mkdtemp(prefix="lyngby-"))
            try:
                fetched = self.fetch_all()
            finally:
                shutil.rmtree(self.work, ignore_errors=True)  # what is left of it, the system clears
            self.refuse_nothing(fetched)
            write_table(fetched, extent, self.staged, self.check)
            remember_tables(self.staged)
            self.check()
            staging.commit()
        unknown = [one for one in fetched if not one.known]
        if unknown:
            self.tell([self.warning(unknown)])
        return {
            "OUTPUT": str(self.output),
            "LAYER_COUNT": sum(1 for one in fetched if one.table),
            "FEATURE_COUNT": sum(one.written or 0 for one in fetched),
            "UNKNOWN_COUNT": len(unknown),
        }

    def wanted(self) -> QgsGeometry | None:
        """The area in EPSG:25832."""
        area = wanted_area(self.optional("AREA"))
        if area is None:
            return None
        shape, crs = QgsGeometry(area[0]), area[1]
        danish = QgsCoordinateReferenceSystem(DANISH_CRS)
        shape.transform(QgsCoordinateTransform(crs, danish, self.context.transformContext()))
        return shape

    def area_in_words(self) -> str:
        if self.area is None:
            return ""
        box = self.area.boundingBox()
        sides = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        return ",".join(f"{side:.0f}" for side in sides)

    def asked(self) -> list[tuple[Service, ServiceLayer, str]]:
        """Every layer, those first that know municipalities, with what it is called in the output."""
        taken = [TABLE, "indhold", "layer_styles", "koersel"]
        found = []
        for service in self.chosen:
            for layer in service.layers:
                name = free_name(layer.table or layer.layer, taken)
                taken.append(name)
                found.append((service, layer, name))
        return sorted(found, key=lambda one: bool(one[1].box))

    def fetch_all(self) -> list[Fetched]:
        """What came of each layer, in the order of the catalogue."""
        asked = self.asked()
        servers: dict[str, Wfs] = {}
        fetched: dict[tuple[str, str], Fetched] = {}
        for number, (service, layer, table) in enumerate(asked):
            self.check()
            self.feedback.setProgress(98 * number / len(asked))
            if service.code not in servers:
                servers[service.code] = self.server(service)
            one = self.fetch(servers[service.code], service, layer, table)
            fetched[service.code, layer.layer] = one
            self.tell([one.note(), *one.notes])
        self.tell(self.apart(servers))
        return [fetched[service.code, layer.layer] for service in self.chosen for layer in service.layers]

    def server(self, service: Service) -> Wfs:
        given = (service, self.services.rules, self.key if service.key else type(self.key)(), self.work, self.check)
        return Wfs(*given) if service.protocol == WFS else Fildownload(*given, self.context, self.feedback)

    def fetch(self, server: Wfs, service: Service, layer: ServiceLayer, table: str) -> Fetched:
        """Ask for one layer, and keep what an earlier run fetched of it where nothing came."""
        box = self.box()
        if layer.box and box is None:
            came = Came(NOT_ASKED)
        elif isinstance(server, Fildownload):
            came = server.fetch_file(layer, Where(self.code), self.staged, table, self.area)
        else:
            came = server.fetch(layer, Where(self.code, box), self.picked(layer), self.staged, table)
        one = Fetched(
            service=service.code,
            layer=layer.layer,
            table=table if came.in_output else "",
            address=came.address,
            time=danish_now().isoformat(timespec="seconds"),
            result=came.result,
            matched=came.matched,
            returned=came.returned,
            written=came.written.rows if came.written else (0 if came.in_output else None),
            why=came.why,
            notes=self.notes_of(came, service, layer),
        )
        if came.written is not None and layer.filter and came.written.bounds:
            self.bounds = box_around(self.bounds, came.written.bounds)
        return one if one.known else self.kept(one)

    def kept(self, one: Fetched) -> Fetched:
        before = self.before.get((one.service, one.layer))
        if before is None or not copy_table(self.output, self.staged, before.table):
            return one
        return one.kept(before)

    def box(self) -> Box | None:
        """The area that a layer is asked for by: the person's, else where the municipality's plans lie, and round."""
        if self.area is not None:
            found = self.area.boundingBox()
            return found.xMinimum(), found.yMinimum(), found.xMaximum(), found.yMaximum()
        if self.bounds is None:
            return None
        west, south, east, north = self.bounds
        margin = self.services.rules.box_margin_m
        return west - margin, south - margin, east + margin, north + margin

    def picked(self, layer: ServiceLayer) -> Wanted:
        import shapely

        area = None
        if self.area is not None:
            area = shapely.from_wkb(self.area.asWkb().data())
            shapely.prepare(area)
        return Wanted(layer.municipality, int(self.code), area)

    def notes_of(self, came: Came, service: Service, layer: ServiceLayer) -> tuple[Note, ...]:
        if came.written is None:
            return ()
        notes = list(came.written.notes)
        values: dict[str, object] = {"service": service.code, "layer": layer.layer}
        if came.written.elsewhere:
            notes.append(
                Note(
                    "{service}: {layer}: {count:row is|rows are} of other municipalities and left out.",
                    {**values, "count": came.written.elsewhere},
                )
            )
        if came.written.outside:
            notes.append(
                Note(
                    "{service}: {layer}: {count:row does|rows do} not meet AREA and {count:=is|are} left out.",
                    {**values, "count": came.written.outside},
                )
            )
        return tuple(notes)

    def apart(self, servers: dict[str, Wfs]) -> list[Note]:
        """Of registers whose files are of different weeks."""
        most = self.services.rules.weeks_apart_days
        notes = []
        for server in servers.values():
            days = sorted(one[:10] for one in getattr(server, "generated", {}).values() if one)
            if days and _days_between(days[0], days[-1]) > most:
                notes.append(
                    Note(
                        "{service}: the files are from {first} to {last}. Files that are joined should be of one week: "
                        "what was made or ended between is lost. Fetch them again when the new ones have come.",
                        {"service": server.service.code, "first": read_date(days[0]), "last": read_date(days[-1])},
                        warning=True,
                    )
                )
        return notes

    def refuse_nothing(self, fetched: list[Fetched]) -> None:
        if any(one.known or one.table for one in fetched):
            return
        raise HeritageError(
            "Nothing was fetched, and nothing written. {said}",
            said=Note("{text}", {"text": listed(sorted({_reason(one) for one in fetched}), 6, " · ")}),
        )

    def warning(self, unknown: list[Fetched]) -> Note:
        return Note(
            "{count:layer is|layers are} not known: {layers}. What is not known is not the same as nothing. The table "
            "{table} says why of each.",
            {
                "count": len(unknown),
                "layers": listed([one.layer for one in unknown]),
                "table": TABLE,
            },
            warning=True,
        )


def _reason(one: Fetched) -> str:
    from ..translation import tr_message

    return tr_message(one.note())


def _days_between(first: str, last: str) -> int:
    try:
        return (read_date(last) - read_date(first)).days
    except ValueError:
        return 0
