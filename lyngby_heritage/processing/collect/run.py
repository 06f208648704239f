"""One run of `collectdata`: see what there is, decide, make, and put it into its place together."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsVectorLayer

from ...core.common.errors import HeritageError, Note
from ...core.landscape.catalogue import built_in
from ...core.plan.layers import job_roles
from ...core.registers.contents import entries, missing
from ...core.registers.found_layers import stated_municipalities
from ...core.registers.municipalities import of_another_profile
from ...core.report.collection import CollectionReport, render
from ..inputs.area import wanted_area
from ..inputs.layer_list import CONTENTS
from ..outputs.containers import refuse_other_layers, remember_tables
from ..outputs.held import clear
from ..outputs.report_parts import made_at, versions
from ..outputs.staging import Staging
from ..run import Run
from ..translation import danish_message
from .addresses import file_layer
from .chosen_roles import by_hand, file_beside, full_name, given_roles, remembered, text_of
from .making import Making
from .overview import choice_among
from .survey import WRITTEN_BY_PEOPLE, Survey, add_written, of_layers, survey_of
from .terrain_tiles import find_tiles, write_terrain
from .theme_numbers import with_numbers
from .writing import contents_table, copy_layer, free_name

if TYPE_CHECKING:
    from ...core.registers.collection import Choice

TERRAIN_ENDING = "_terraen.vrt"


class Collecting(Run):
    """A run with its parameters, step by step."""

    def results(self) -> dict[str, Any]:
        from ..inputs.parameters import table_rows

        self.output = Path(
            os.path.abspath(self.algorithm.parameterAsFileOutput(self.parameters, "OUTPUT", self.context))
        )
        html = self.algorithm.parameterAsFileOutput(self.parameters, "OUTPUT_HTML", self.context)
        targets = {"OUTPUT": self.output, **({"OUTPUT_HTML": Path(os.path.abspath(html))} if html else {})}
        given = given_roles(row for _, row in table_rows(self.algorithm, self.parameters, "ROLES", self.context))
        self.refuse_input_as_output()
        refuse_other_layers("OUTPUT", self.output, whole=True, own=[*job_roles(), CONTENTS])
        with Staging(self.context.project()) as staging:
            staged = {name: staging.path(name, path) for name, path in targets.items()}
            self.tell(staging.notes)
            self.see()
            hand, notes = by_hand(self.survey.layers, given, remembered(self.output))
            self.tell(notes)
            self.chosen = self.choose(hand)
            self.tell(self.chosen.notes.values())
            self.tell(of_another_profile(self.municipalities()))
            self.tell(note for _, _, note in self.survey.unreadable)
            work = Path(tempfile.mkdtemp(prefix="lyngby-"))
            try:
                self.make(work, staged["OUTPUT"])
            finally:
                clear(work)
            terrain = self.terrain(staging)
            self.write_contents(staged)
            if hand:
                self.remember(staging, hand)
            self.check()
            staging.commit()
        self.tell([self.summary()])
        return {
            **{name: str(path) for name, path in targets.items()},
            "TERRAIN": terrain,
            "LAYER_COUNT": len(self.names),
            "UNKNOWN_COUNT": len(self.chosen.unknown) + len(self.survey.unreadable),
            **{f"{role.upper()}_COUNT": self.rows.get(role, 0) for role in job_roles()},
        }

    def refuse_input_as_output(self) -> None:
        given = self.file("INPUT")
        if given and os.path.realpath(given) == os.path.realpath(self.output):
            raise HeritageError(
                "OUTPUT is the same file as INPUT: {file}. Choose another name for it.", file=str(self.output)
            )

    def see(self) -> None:
        """What there is: in the folder or file, in the project, and what people wrote beside the output."""
        path = self.file("INPUT")
        own = self.output.with_name(WRITTEN_BY_PEOPLE)
        self.survey = survey_of(Path(os.path.abspath(path)), self.check, [self.output, own]) if path else Survey()
        if self.given("LAYERS"):
            self.survey.found += of_layers([one.source.layer for one in self.layers_of("LAYERS")])
        self.first = add_written(self.survey.found, own, self.check)
        self.tiles = find_tiles(self.survey.rasters)
        if not self.survey.found and not self.tiles.tiles:
            raise self.nothing_there()

    def nothing_there(self) -> HeritageError:
        unreadable = [file for file, _, _ in self.survey.unreadable]
        if unreadable:
            return HeritageError(
                "INPUT: no layer can be read in {path}. These files cannot be read: {files}.",
                path=self.file("INPUT"),
                files=", ".join(unreadable[:10]),
            )
        return HeritageError(
            "INPUT: there is no data in {path}, its folders or its zips: {count:file|files} of other kinds. Give the "
            "folder that the downloads lie in.",
            path=self.file("INPUT"),
            count=sum(self.survey.others.values()),
        )

    def choose(self, hand: dict[int, str | None]) -> Choice:
        self.survey.found = with_numbers(self.survey.found, built_in())
        return choice_among(self.survey.layers, self.text("MUNICIPALITY").strip(), hand, self.first)

    def municipalities(self) -> Collection[str]:
        """The one that was asked for or that the downloads name, else those that the chosen layers' rows begin with."""
        if self.chosen.municipality:
            return [self.chosen.municipality]
        return {
            code for place in self.chosen.roles.values() for code in stated_municipalities(self.survey.layers[place])
        }

    def make(self, work: Path, target: Path) -> None:
        """Write every layer that is used."""
        making = Making(self.survey.found, self.chosen, work, self.context, self.feedback, self.check)
        self.rows: dict[str, int] = {}
        self.written: dict[int, int] = {}
        self.names: list[str] = []
        area = self.area()
        jobs = list(self.jobs())
        for number, (name, place) in enumerate(jobs):
            self.feedback.setProgress(95 * number / len(jobs))
            if place is None and area is None:
                rows = making.build(name, target)
            else:
                layer = file_layer(making.made()[name].address, name) if place is None else making.opened(place)
                within = self.area_in(layer, area)
                rows = copy_layer(layer, target, name, self.context, self.feedback, within, self.check)
            self.rows[name] = rows
            self.names.append(name)
            if place is not None:
                self.written[place] = rows
        self.made_notes = making.notes
        self.tell(making.notes)

    def jobs(self) -> Iterator[tuple[str, int | None]]:
        """Name in the output, and which of the layers seen it is; None for one that is made of parts."""
        yield from self.chosen.roles.items()
        yield from ((role, None) for role in self.chosen.parts)
        taken = [*self.chosen.roles, *self.chosen.parts, CONTENTS]
        for place in self.chosen.themes:
            name = free_name(self.survey.layers[place].name, taken)
            taken.append(name)
            yield name, place

    def area(self) -> tuple[QgsGeometry, Any] | None:
        """What the person wants, as one geometry and its CRS; None for everything."""
        return wanted_area(self.optional("AREA"))

    def area_in(self, layer: QgsVectorLayer, area: tuple[QgsGeometry, Any] | None) -> QgsGeometry | None:
        if area is None:
            return None
        shape = QgsGeometry(area[0])
        if layer.crs().isValid():
            shape.transform(QgsCoordinateTransform(area[1], layer.crs(), self.context.transformContext()))
        return shape

    def terrain(self, staging: Staging) -> str:
        """The virtual raster of the terrain's tiles beside the output; empty where there are none."""
        self.terrain_notes: tuple[Note, ...] = self.tiles.notes
        if not self.tiles.tiles:
            self.tell(self.terrain_notes)
            return ""
        path = self.output.with_name(self.output.stem + TERRAIN_ENDING)
        made = write_terrain(self.tiles, staging.path("OUTPUT", path), check=self.check)
        self.terrain_notes = made.notes
        self.tell(made.notes)
        return str(path) if made.path else ""

    def write_contents(self, staged: dict[str, Path]) -> None:
        layers, choice = self.survey.layers, self.chosen
        unreadable = [(file, date, danish_message(note)) for file, date, note in self.survey.unreadable]
        table = entries(layers, choice, self.written, unreadable, self.survey.others)
        contents_table(table, staged["OUTPUT"], CONTENTS, self.context)
        remember_tables(staged["OUTPUT"])
        if "OUTPUT_HTML" in staged:
            page = CollectionReport(
                title="Data, som de kom: hvad er hvad?",
                entries=tuple(table),
                missing=tuple(missing(choice, list(job_roles()))),
                remarks=tuple(danish_message(note) for note in (*self.made_notes, *self.terrain_notes)),
                municipality=choice.municipality,
                parameters=(
                    (
                        "MUNICIPALITY",
                        "Kommunekode",
                        choice.municipality.zfill(4) if choice.municipality else "ikke oplyst",
                    ),
                ),
                versions=versions("numpy", "shapely"),
                made_at=made_at(),
            )
            staged["OUTPUT_HTML"].write_text(render(page, job_roles()), encoding="utf-8")

    def remember(self, staging: Staging, hand: dict[int, str | None]) -> None:
        layers = self.survey.layers
        chosen = {full_name(layers[place]): role for place, role in hand.items()}
        path = file_beside(self.output)
        staging.path("OUTPUT", path).write_text(text_of(chosen), encoding="utf-8")

    def summary(self) -> Note:
        missing_roles = [role for role, _ in missing(self.chosen, list(job_roles()))]
        values: dict[str, object] = {
            "layers": len(self.names),
            "missing": ", ".join(missing_roles),
            "unknown": len(self.chosen.unknown) + len(self.survey.unreadable),
        }
        if not missing_roles:
            return Note("{layers:layer|layers} written. Nothing is missing. Not recognised: {unknown}.", values)
        return Note("{layers:layer|layers} written. Missing: {missing}. Not recognised: {unknown}.", values)
