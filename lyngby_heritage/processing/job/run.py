"""One run of `heritageplan`: find the layers, run the tools one after the other, put the package into its folder."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingMultiStepFeedback, QgsProcessingUtils

from ...core.common.data import load
from ...core.common.errors import Cancelled, HeritageError, Note
from ...core.common.selfcheck import unusable_libraries
from ...core.plan.layers import RULES, found_in, job_roles
from ...core.plan.steps import JobOutcome, plan
from ...core.plan.themes_among_layers import themes_of
from ...core.registers.collection import choose
from ...core.registers.contents import entries
from ...core.registers.deliveries import deliveries
from ..collect.making import Making
from ..collect.survey import Survey
from ..collect.theme_numbers import with_numbers
from ..decisions.place import rows_of
from ..dialog import as_seen
from ..export import record
from ..export.folder import PackageFolder
from ..export.packaging import GEOPACKAGE, write_package
from ..inputs.catalogue import catalogue_of
from ..inputs.parameters import recorded
from ..inputs.places import places_at
from ..inputs.plan_state import state_of
from ..inputs.whole import made_here
from ..outputs.held import clear
from ..outputs.sinks import one_file
from ..run import Run
from ..translation import danish_message, tr, tr_message
from . import layers_told
from .inputs import (
    LAYERS,
    REPORT,
    REPORTS,
    addressed,
    decisions_file,
    photo_endings,
    photos_beside,
    refuse_own_input,
    survey_input,
    written_by_people,
)
from .kept import in_layers
from .report import files_of, report_html
from .terrain import terrain_of
from .themes import named_themes

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeedback

    from ...core.plan.layers import Found
    from ...core.plan.steps import Step
    from ...core.registers.collection import Choice
    from ...core.registers.contents import Entry
    from ..base import HeritageAlgorithm


OWN = ("INPUT", "LAYERS", "DEM", "FOLDER")
"""Parameters of the job itself, which no tool is handed."""


class Job(Run):
    """A run with its parameters; `tools` are the tools' classes by name."""

    algorithm: Any
    """The tool, whose module asks for this one."""
    found: Found
    contents: tuple[Entry, ...]
    """What every layer and file of the input was taken for, and why; of the photos once the plan is written."""

    def __init__(self, tools: Mapping[str, type[HeritageAlgorithm]], *arguments: Any) -> None:
        super().__init__(*arguments)
        self.tools = tools
        self.done: list[tuple[Step, dict[str, Any]]] = []
        """Pairs (Step, its results), in order."""
        self.written: list[str] = []
        """The layers that the steps have written."""
        self.photo_lines: list[Entry] = []
        """What became of the folder of photos."""

    def results(self) -> dict[str, Any]:
        self.work = Path(tempfile.mkdtemp(prefix="lyngby-"))
        try:
            return self.results_with_work()
        finally:
            clear(self.work)

    def results_with_work(self) -> dict[str, Any]:
        """The results, with a folder for what is taken out of archives and built of parts."""
        folder = PackageFolder("FOLDER", self.text("FOLDER"), self.context.project())
        refuse_own_input(self.file("INPUT"), folder)
        self.find_inputs()
        for file in self.files_behind():
            refuse_own_input(file, folder)
        self.say_plan()
        write_package(folder, self.make, self.check)
        self.tell(folder.notes)
        return {
            "FOLDER": str(folder.path),
            "REPORT": str(folder.path / REPORT),
            **self.counts(),
        }

    def make(self, staged: Path, work: Path) -> None:
        """Write the package with the reports into `staged`."""
        self.staged = staged
        from ..export.photos import photos_entered

        with photos_entered(self.photo_lines):
            self.run_steps(staged, work)
        self.contents += tuple(self.photo_lines)
        self.found = replace(self.found, contents=self.contents)
        (staged / REPORT).write_text(report_html(self.outcome(staged), self.libraries()), encoding="utf-8")
        self.sign(staged)

    def find_inputs(self) -> None:
        path = self.file("INPUT")
        folder = Path(os.path.abspath(self.text("FOLDER")))
        self.photos = self.text("PHOTOS") or photos_beside(path)
        self.decisions = decisions_file(path, folder)
        survey = survey_input(path, self.check, [self.decisions]) if path else Survey()
        own = written_by_people(path, folder, self.check)
        first = range(len(survey.found), len(survey.found) + len(own))
        survey.found += own
        if self.given("LAYERS"):
            open_layers = [one.source.layer for one in self.layers_of("LAYERS") if one.source.layer]
            survey.found += [addressed(layer) for layer in in_layers("LAYERS", open_layers)]
        self.tell(note for _, _, note in survey.unreadable)
        catalogue = catalogue_of(self.algorithm, self.parameters, self.context)
        survey.found = with_numbers(survey.found, catalogue)
        named = named_themes(self.algorithm, self.parameters, self.context)
        themes = themes_of(catalogue, named)
        choice = choose(survey.layers, job_roles(), themes, self.text("MUNICIPALITY").strip(), first=first)
        dem = self.algorithm.parameterAsRasterLayer(self.parameters, "DEM", self.context)
        if dem is None and self.given("DEM"):
            raise QgsProcessingException(self.algorithm.invalidRasterError(self.parameters, "DEM"))
        self.tell(choice.notes.values())  # at once: without buildings there is no plan, and these say why
        making = Making(survey.found, choice, self.work, self.context, self.feedback, self.check)
        self.found = found_in(making.layers(), choice, made=making.made())
        self.tell(making.notes)
        self.contents = self.contents_of(survey, choice)
        boundary, transforms = self.found.layers.get("kommunegraense"), self.context.transformContext()
        terrain = terrain_of(path, boundary, transforms, self.check) if dem is None else None
        path_of_terrain = dem.source() if terrain is None else terrain.path
        self.found = replace(self.found, terrain=path_of_terrain, contents=self.contents)
        of_terrain = terrain.notes if terrain is not None else ()
        self.tell(of_terrain)
        remarks = tuple(danish_message(note) for note in (*making.notes, *of_terrain))
        self.found = replace(self.found, remarks=remarks)
        self.addresses = self.found.addresses()
        self.plan = plan(self.addresses, self.missing_libraries(), self.found.unused)

    def contents_of(self, survey: Survey, choice: Choice) -> tuple[Entry, ...]:
        """What every layer and file of the input was taken for, and why."""
        made = {place: self.found.layers[role].rows for role, place in choice.roles.items()}
        made |= {place: layer.rows for place, layer in zip(choice.themes, self.found.themes)}
        rows = {place: count for place, count in made.items() if count is not None}
        unreadable = [(file, date, danish_message(note)) for file, date, note in survey.unreadable]
        others = Counter(survey.others) - photo_endings(self.photos, self.file("INPUT"))
        return tuple(entries(survey.layers, choice, rows, unreadable, others))

    def data_read(self) -> list[str]:
        """The table of data that the plan's documents name: what it is, where it lay, its date; row after row."""
        words = {**deliveries().called, **job_roles()}
        rows = [
            (one.title or words.get(one.role or "", one.role or ""), one.called, one.date or "")
            for one in self.contents
            if one.used
        ]
        return [cell for row in rows for cell in row]

    def files_behind(self) -> Iterator[str]:
        """The files that the layers are really read from, which a project or a VRT may name."""
        for layer in (*self.found.layers.values(), *self.found.themes):
            named, provider, source = QgsProcessingUtils.decodeProviderKeyAndUri(layer.address)
            if not named:
                provider, source = "ogr", layer.address
            yield from (place.store for place in places_at(provider, source, tables=False))

    def missing_libraries(self) -> dict[str, list[str]]:
        """Tool → the libraries that it uses and that are missing or broken in this QGIS."""
        unusable = {name: unusable_libraries(tool.LIBRARIES) for name, tool in self.tools.items()}
        return {name: [one.library for one in found] for name, found in unusable.items() if found}

    def say_plan(self) -> None:
        """Tell at once what will be done and what will not, before it takes its time."""
        used = ", ".join(sorted(role for role in self.addresses if not role.startswith("@")))
        self.feedback.pushInfo(tr("Layers found: {layers}.").format(layers=used))
        for one in self.plan.left_out:
            self.feedback.pushWarning(as_seen(tr("Left out: {step}").format(step=tr_message(one.told))))
        if self.found.unused:
            self.feedback.pushInfo(tr("Layers not used: {layers}.").format(layers=", ".join(self.found.unused)))

    def run_steps(self, staged: Path, work: Path) -> None:
        """Run the tools; each output takes on the role that later steps ask for."""
        for folder in (REPORTS, LAYERS):
            (staged / folder).mkdir()
        progress = _Overhearing(len(self.plan.steps), self.feedback)
        shown = set(load(RULES)["in_package"])
        for number, step in enumerate(self.plan.steps):
            progress.setCurrentStep(number)
            self.feedback.pushInfo(f"\n{number + 1}/{len(self.plan.steps)}  {tr_message(step.named)}")
            given = {name: self.addresses[role] for name, role in step.inputs.items()}
            tool = self.tool(step.tool)
            given |= {name: value for name, value in self.parameters.items() if self.hands_on(tool, name)}
            for name, role in step.outputs.items():
                if role.endswith(".html"):
                    given[name] = str(staged / REPORTS / role)
                else:
                    given[name] = str((work if role in shown else staged / LAYERS) / f"{role}.gpkg")
                    self.addresses[role] = given[name]
                    self.written.append(str(given[name]))
            if step.tool == "exportlokalplan":
                given |= {"FOLDER": str(staged), "DATA": self.data_read(), "PHOTOS": self.photos}
            started = time.monotonic()
            self.done.append((step, self.run_tool(number, step, tool, given, progress)))
            seconds = round(time.monotonic() - started, 1)
            self.tell([Note("{step}: {seconds} s", {"step": step.named, "seconds": seconds})])
        _remove_if_empty(staged / LAYERS)
        progress.setCurrentStep(len(self.plan.steps))

    def tool(self, name: str) -> HeritageAlgorithm:
        """A tool of this name, ready to run."""
        return self.tools[name]().create()

    def hands_on(self, tool: HeritageAlgorithm, name: str) -> bool:
        """Whether a parameter of the job is one of a tool's too."""
        return name not in OWN and tool.parameterDefinition(name) is not None

    def run_tool(
        self, number: int, step: Step, tool: HeritageAlgorithm, given: dict[str, Any], progress: _Overhearing
    ) -> dict[str, Any]:
        """Run one tool to its end and return its results; HeritageError that names the step when it fails."""
        context = QgsProcessingContext()
        context.setTransformContext(self.context.transformContext())
        context.setFeedback(progress)
        with made_here(self.written):
            fine, why = tool.checkParameterValues(given, context)
            if fine:
                try:
                    results, ran = tool.run(given, context, progress, {}, False)
                    fine = bool(ran)
                except QgsProcessingException as error:
                    fine, why = False, str(error)
        if self.feedback.isCanceled() or progress.isCanceled():
            raise Cancelled
        if not fine:
            raise HeritageError(
                "Step {number} of {count} ({step}) failed: {why} Nothing was written, and an earlier package in the "
                "folder is untouched.",
                number=number + 1,
                count=len(self.plan.steps),
                step=step.named,
                why=why or progress.said,
            )
        return results

    def sign(self, staged: Path) -> None:
        """Tell the package's table `koersel` of the job: its steps, its parameters, and the files that it added."""
        rows: list[tuple[str, str, str, int | None, None]]
        rows = [("job", step.tool, step.title, None, None) for step, _ in self.done]
        rows += [("job_udeladt", one.tool, one.reason, None, None) for one in self.plan.left_out]
        rows += [("job_parameter", name, value, None, None) for name, value in self.settings()]
        rows += [("job_data", one.called, one.told, one.rows, None) for one in self.contents]
        folder = Path(os.path.abspath(self.text("FOLDER")))
        rows += rows_of(self.decisions, self.decisions_read(), folder)
        rows += layers_told.rows_of(self.found.layers, folder, self.work)
        path = staged / GEOPACKAGE
        with closing(sqlite3.connect(path)) as database, database:
            database.executemany(
                "INSERT INTO koersel (emne, navn, vaerdi, antal, kontrolsum) VALUES (?, ?, ?, ?, ?)", rows
            )
        added = [REPORT, *(f"{one}/{file.name}" for one in (REPORTS, LAYERS) for file in _files(staged / one))]
        record.add_files(path, staged, added)
        one_file(path)

    def decisions_read(self) -> str:
        """The layer of decisions that was read from elsewhere than people's own file; "" where there is none."""
        read = str(self.addresses.get("beslutninger", ""))
        return "" if read.partition("|")[0] == str(self.decisions) else read

    def outcome(self, staged: Path) -> JobOutcome:
        return JobOutcome(
            title=self.text("TITLE").strip(),
            plan_number=self.text("PLAN_NUMBER").strip(),
            plan=self.plan,
            found=self.found,
            results=tuple(self.done),
            settings=tuple(self.settings()),
            files=files_of(staged),
            state=state_of(self.algorithm, self.parameters, self.context),
        )

    def libraries(self) -> tuple[str, ...]:
        """The Python packages that the tools of this run use, in the order of their use."""
        return tuple(dict.fromkeys(one for step, _ in self.done for one in self.tool(step.tool).LIBRARIES))

    def settings(self) -> Iterator[tuple[str, str]]:
        """Name and value as text of each parameter of the job that its tools were given, in the dialog's order."""
        for definition in self.algorithm.parameterDefinitions():
            name = definition.name()
            if name in OWN:
                continue
            value = self.photos if name == "PHOTOS" else self.parameters.get(name, definition.defaultValue())
            yield name, "; ".join(recorded(definition, value))

    def counts(self) -> dict[str, Any]:
        results = {step.tool: found for step, found in self.done}
        by_the_rules, of_the_plan = results["classifybuildings"], results["exportlokalplan"]
        return {
            "BUILDING_COUNT": by_the_rules["BUILDING_COUNT"],
            "DESIGNATED_COUNT": by_the_rules["DESIGNATED_COUNT"],
            "BOUND_COUNT": of_the_plan["BOUND_COUNT"],
            "WITHHELD_COUNT": of_the_plan["WITHHELD_COUNT"],
            "STEP_COUNT": len(self.done),
            "LEFT_OUT_COUNT": len(self.plan.left_out),
        }


class _Overhearing(QgsProcessingMultiStepFeedback):
    """Hands on what the tools say, and keeps the last error."""

    def __init__(self, steps: int, feedback: QgsProcessingFeedback) -> None:
        super().__init__(steps, feedback)
        self.whole = feedback
        self.said: str | None = ""

    def isCanceled(self) -> bool:
        """Whether to stop; the run's own feedback is asked, which may have to draw its window meanwhile."""
        return self.whole.isCanceled() or super().isCanceled()

    def reportError(self, error: str | None, fatalError: bool = False) -> None:  # noqa: N803 - QGIS's names
        self.said = error
        super().reportError(error, False)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _remove_if_empty(folder: Path) -> None:
    if not any(folder.iterdir()):
        folder.rmdir()
