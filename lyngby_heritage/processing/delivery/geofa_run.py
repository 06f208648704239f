"""One run of `exportgeofa`: read the adopted plan and GeoFA's own rows, and write what GeoFA is to hold."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCoordinateReferenceSystem

from ...core.common.as_on import danish_today
from ...core.common.dates import danish_date, day_in_words
from ...core.common.errors import HeritageError, Note, listed
from ...core.common.profile import current
from ...core.delivery.codes import DESIGNATED_UNKNOWN, UNKNOWN
from ...core.delivery.geofa import adopted_rows
from ...core.delivery.geofa_lists import About, Exported, geofa_read_me, geofa_tables
from ...core.delivery.geofa_rows import CHANGED, ENDED, NEW, UNTOUCHED, AdoptedRows
from ...core.delivery.groups import GroupRows, group_rows
from ...core.delivery.plan_buildings import (
    FACT_FIELDS,
    MORE_CONCEPTS,
    VALUE_FIELDS,
    PlanBuildings,
    outlines_of,
    read_plan_buildings,
)
from ...core.delivery.register_rows import RegisterRows, no_rows, own_municipality, standing_rows
from ...core.delivery.schema import BUILDINGS, GROUPS, fitted_column, theme_fields
from ...core.plan.state import PlanState
from ...core.registers.other_municipalities import counted_codes, refuse_foreign
from ...core.tables.danish_csv import BOM
from ...core.tables.table import Imprint
from ...core.tables.workbook import workbook_bytes
from ..inputs.designation_layer import DesignationLayer
from ..inputs.environments import ENVIRONMENTS, read_decided_environments
from ..inputs.file_dates import day_of
from ..inputs.plan_package import ENVIRONMENTS as OWN_ENVIRONMENTS
from ..inputs.plan_package import PlanPackage
from ..inputs.sources import DANISH_CRS, Source, Table, read
from ..outputs.beside import remember_beside
from ..run import Run
from ..translation import mark
from .adopted import adopted_state, adoption_notes, age_notes, package_of, refuse_open
from .geofa_writing import TABLES, write_geofa

SOURCE = "SOURCE_6205"
LIST, README = "LIST_XLSX", "README"
LIST_ENDING, README_ENDING = ".xlsx", "_LAES_MIG.txt"
TOLD = ("building_id", "designated", "bbr_number", "bfe_number", "property_id", "building_number", "save_value")
"""Of the fields that are read of BUILDINGS those of which a wrong guess matters most."""
GROUP_FIELD = "plangruppe"
"""The field of a package's buildings that says what the plan counts each among."""
OUTLINE_FIELD = "geometri"
"""The field of a building layer that says what its geometry is (preparebuildings)."""


class GeofaRun(Run):
    """A run of the tool with its parameters."""

    def results(self) -> dict[str, Any]:
        self.crs = QgsCoordinateReferenceSystem(DANISH_CRS)
        self.layer = DesignationLayer(self, "BUILDINGS", more=MORE_CONCEPTS)
        package = package_of(self.layer.source, self)
        self.state = adopted_state(self, package)
        self.tell(adoption_notes(self.state, danish_today()))
        self.extract = self.optional(SOURCE)
        self.decided = self.optional(ENVIRONMENTS)
        sources = [one for one in (self.layer.source, self.extract, self.decided) if one is not None]
        self.outputs.prepare(["OUTPUT"], sources, own=TABLES)
        self.target = self.outputs.file("OUTPUT")
        self.list = self.outputs.file("OUTPUT", LIST, LIST_ENDING)
        self.read_me = self.outputs.file("OUTPUT", README, README_ENDING)
        plan = self.buildings()
        self.feedback.setProgress(25)
        groups = self.groups(package)
        profile = current()
        municipality = own_municipality(profile.municipality if profile is not None else "", plan)
        codes, own = counted_codes(plan.municipalities), set(counted_codes([municipality]))
        self.tell(refuse_foreign(self.layer.source.name, "BUILDINGS", codes, own, left_out=True))
        register = self.register(municipality)
        self.feedback.setProgress(45)
        done = adopted_rows(plan, register, municipality, self.check)
        self.feedback.setProgress(60)
        exported = Exported(done, groups, register)
        self.write(exported, package)
        self.report(exported)
        return {**self.outputs.commit(), **counts(exported)}

    # ---- what is given -----------------------------------------------------------------------------------------------

    def buildings(self) -> PlanBuildings:
        side = self.layer.read(self.crs, self.check)
        self.tell([self.reading(self.layer.source.name, self.layer.table, TOLD)])
        columns = {name: self.layer.more[name] for name in MORE_CONCEPTS if self.layer.positions[name] is not None}
        self.tell(_unreadable(self.layer))
        return read_plan_buildings(
            columns,
            side.ids,
            side.designated,
            side.save,
            side.addresses,
            side.withheld,
            self.column(GROUP_FIELD),
            self.column(OUTLINE_FIELD),
            side.places,
        )

    def column(self, name: str) -> list[Any] | None:
        """A field of the building layer by its own name; None where it has none of it."""
        place = self.layer.source.source.fields().lookupField(name)
        return read(self.layer.source, {name: place}, None, self.check).columns[name] if place >= 0 else None

    def groups(self, package: PlanPackage | None) -> GroupRows:
        """The environments that were given, else those of the package."""
        if self.decided is not None:
            other = package_of(self.decided, self)
            if other is not None:
                refuse_open(other, ENVIRONMENTS, "BUILDINGS")
            return self.group_rows(self.decided)
        if package is None or not package.has(OWN_ENVIRONMENTS):
            return GroupRows({one.name: [] for one in theme_fields(GROUPS)}, outlines_of(no_rows().places), [])
        with package:
            source = package.source(OWN_ENVIRONMENTS)
            if source is None:
                raise RuntimeError(OWN_ENVIRONMENTS)
            self.tell([Note("ENVIRONMENTS is not given: those of the package are taken.")])
            return self.group_rows(source)

    def group_rows(self, source: Source) -> GroupRows:
        decided, notes = read_decided_environments(source, self.crs, self.check)
        self.tell(notes)
        return group_rows(decided)

    def register(self, municipality: str) -> RegisterRows:
        """The rows of theme 6205 that stand today."""
        if self.extract is None:
            self.tell(
                [
                    Note(
                        "SOURCE_6205 is not given: every row is new and has no objekt_id, and rows that GeoFA has "
                        "already would stand there twice. Fetch theme 6205 out of GeoFA, and give it.",
                        warning=True,
                    )
                ]
            )
            return no_rows()
        fields = theme_fields(BUILDINGS)
        positions = {one.name: self.extract.find_among(one.names) for one in fields}
        _refuse_another_theme(self.extract, positions)
        table = read(self.extract, positions, self.crs, self.check)
        columns = {
            one.name: fitted_column(self.extract.name, one, table.columns[one.name], len(table)) for one in fields
        }
        places = outlines_of(table.geometry.geometries)
        absent = [name for name, position in positions.items() if position is None]
        found = standing_rows(self.extract.name, columns, places, municipality, absent)
        self.tell(found.notes)
        filled = [one for one in (*FACT_FIELDS, *VALUE_FIELDS) if one in absent]
        if filled:
            self.tell(
                [
                    Note(
                        "{layer} has not the fields {fields}. They are filled from the plan's layer, and are not among "
                        "the changes, since what GeoFA holds in them is not known.",
                        {"layer": self.extract.name, "fields": listed(filled, most=20)},
                    )
                ]
            )
        self.tell([_fields_read(self.extract.name, table)])
        self.tell(age_notes(self.state, self.extract.name, day_of(self.extract), found.newest))
        if positions["objekt_id"] is None:
            self.tell(
                [
                    Note(
                        "{layer} has no objekt_id, so no row carries GeoFA's own id. Fetch the theme with all its "
                        "fields.",
                        {"layer": self.extract.name},
                        warning=True,
                    )
                ]
            )
        return found

    # ---- what is made ------------------------------------------------------------------------------------------------

    def write(self, exported: Exported, package: PlanPackage | None) -> None:
        write_geofa(self.target, exported, self.check)
        self.feedback.setProgress(85)
        about = self.about(package, self.state)
        imprint = Imprint(about.plan, about.state, author="")
        self.list.write_bytes(workbook_bytes(geofa_tables(exported), self.check, imprint))
        self.read_me.write_bytes((BOM + geofa_read_me(exported, about)).encode("utf-8"))
        remember_beside(self.target, (self.list, self.read_me))
        self.check()

    def about(self, package: PlanPackage | None, state: PlanState) -> About:
        extract = "intet"
        if self.extract is not None:
            day = day_in_words(day_of(self.extract))
            extract = f"{self.extract.name}, filen er fra {day}" if day else self.extract.name
        return About(
            plan=package.heading if package is not None else self.layer.source.name,
            state=state.sentence,
            made=danish_date(danish_today()),
            extract=extract,
            gpkg=self.target.name,
            xlsx=self.list.name,
        )

    # ---- what is said ------------------------------------------------------------------------------------------------

    def report(self, exported: Exported) -> None:
        done, register = exported.buildings, exported.register
        found: dict[str, object] = {key.lower(): value for key, value in counts(exported).items()}
        self.tell(
            [
                Note(
                    "Theme 6205: {new_count:row is|rows are} new (of them {new_designated_count:,} designated), "
                    "{changed_count:,} changed (of them {ended_count:,} no longer designated by any plan), "
                    "{untouched_count:,} untouched. Theme 6204: {group_count:row|rows}. Nothing was sent to GeoFA.",
                    found,
                )
            ]
        )
        self.tell(_not_looked_up(done))
        notes = (
            (
                len(exported.gaps),
                True,
                mark(
                    "{count:row|rows} of the list of gaps {count:=is|are} for a person to look at; see the table "
                    "mangler and the sheet Mangler."
                ),
            ),
            (exported.unwritten, True, mark("{count:row|rows} could not be written; the list says what to do.")),
            (
                done.rowless,
                False,
                mark("{count:building|buildings} without a designation, a value and a row {count:=gets|get} none."),
            ),
            (
                register.history,
                False,
                mark("{count:row|rows} of SOURCE_6205 {count:=is an earlier version|are earlier versions}, left out."),
            ),
        )
        self.tell(Note(text, {"count": count}, warning=warning) for count, warning, text in notes if count)


def _not_looked_up(done: AdoptedRows) -> list[Note]:
    none, alone = done.written_for(UNKNOWN), done.written_for(DESIGNATED_UNKNOWN)
    if not none + alone:
        return []
    return [
        Note(
            "Of {count:row|rows} nobody has looked up whether the kommuneplan designates the building: {none:,} "
            "written as not designated, {alone:,} as designated by a lokalplan alone. Look it up before they are taken "
            "into GeoFA; the sheet Nye rækker and the table aendringer say which.",
            {"count": none + alone, "none": none, "alone": alone},
            warning=True,
        )
    ]


def counts(exported: Exported) -> dict[str, int]:
    """The numbers among the results."""
    done = exported.buildings
    return {
        "ROW_COUNT": len(done),
        "NEW_COUNT": done.count(NEW),
        "NEW_DESIGNATED_COUNT": done.newly_designated,
        "CHANGED_COUNT": done.count(CHANGED, ENDED),
        "ENDED_COUNT": done.count(ENDED),
        "UNTOUCHED_COUNT": done.count(UNTOUCHED),
        "CHANGE_COUNT": len(done.changes),
        "GROUP_COUNT": len(exported.groups),
        "GAP_COUNT": len(exported.gaps),
        "UNWRITTEN_COUNT": exported.unwritten,
    }


def _refuse_another_theme(source: Source, positions: dict[str, int | None]) -> None:
    """HeritageError for a layer that is no extract of theme 6205."""
    needed = ("bevaringsvaerdig", "bevaringsaarsag_kode")
    if all(positions[one] is None for one in needed):
        raise HeritageError(
            "The layer {layer} (SOURCE_6205) has none of the fields {fields}, so it is no extract of GeoFA's theme "
            "6205. Its fields are: {found}.",
            layer=source.name,
            fields=", ".join(needed),
            found=", ".join(source.field_names),
        )


def _fields_read(layer: str, table: Table) -> Note:
    """Which fields of the theme an extract has, under another name than the database's."""
    renamed = [f"{name} = {field}" for name, field in table.fields.items() if name != field]
    return Note(
        "{layer}: {rows:row|rows}; {count:field|fields} of theme 6205 found; by another name: {renamed}.",
        {"layer": layer, "rows": len(table), "count": len(table.fields), "renamed": ", ".join(renamed) or "0"},
    )


def _unreadable(layer: DesignationLayer) -> list[Note]:
    if not layer.unreadable:
        return []
    return [
        Note(
            "{layer}: {count:value|values} could not be read, and {count:=counts|count} as unknown: {values}.",
            {
                "layer": layer.source.name,
                "count": sum(layer.unreadable.values()),
                "values": ", ".join(sorted(layer.unreadable)[:10]),
            },
            warning=True,
        )
    ]
