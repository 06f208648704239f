"""Several scenarios carried out: one reading for the profiles that read alike, then each rule on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...core.common.addresses import is_withheld
from ...core.common.cells import cell_text
from ...core.common.lines import as_lines
from ...core.common.profile import in_force
from ..run import Run
from ..tools.classify_buildings import ClassifyRun
from .asked import OF_THE_DATA, Asked, designation_tool

if TYPE_CHECKING:
    from ...core.common.errors import Note
    from ...core.designation.classify import Classified, Settings
    from ...core.designation.scenario_words import ScenarioTold, Told
    from ...core.designation.scenarios import Scenarios


class JudgedRun(Run):
    """A run up to what each scenario makes of the buildings, which is then written."""

    asked: list[Asked]
    scenarios: Scenarios
    words: Told
    reasons: dict[int, tuple[tuple[str, str], ...]]
    """What the scenarios say of a building that swings, by its row: names of those that say the same, and what."""
    notes: list[Note]

    # What was given ---------------------------------------------------------------------------------------------------

    def open_readings(self) -> None:
        """A reading of the layers for each way in which the profiles read them, opened and not yet read."""
        from ...core.designation.once import reading_of

        self.given_data = {name: self.parameters[name] for name in OF_THE_DATA if name in self.parameters}
        self.readings: dict[str, ClassifyRun] = {}
        self.reading_key = [reading_of(one.profile) for one in self.asked]
        for one, key in zip(self.asked, self.reading_key):
            if key not in self.readings:
                with in_force(one.profile):
                    self.readings[key] = self.reader(one)
                    self.readings[key].open_inputs()

    def reader(self, one: Asked) -> ClassifyRun:
        """A run of the tool that designates, which reads and decides and writes nothing."""
        tool = designation_tool(one.profile)
        return ClassifyRun(tool, {**self.given_data, **one.changed}, self.context, self.feedback)

    @property
    def first(self) -> ClassifyRun:
        """The reading of the first scenario."""
        return self.readings[self.reading_key[0]]

    def read(self) -> None:
        """Read each way once."""
        for one, key in zip(self.asked, self.reading_key):
            if not hasattr(self.readings[key], "once"):
                with in_force(one.profile):
                    self.readings[key].read_data()

    def settings_of(self, one: Asked, key: str) -> Settings:
        """What a scenario decides by."""
        asking = self.reader(one)
        asking.parcels = self.readings[key].parcels
        return asking.read_settings()

    # What comes of it -------------------------------------------------------------------------------------------------

    def designate(self) -> None:
        """Let each rule judge what was read, under its own profile."""
        from ...core.designation.scenarios import Scenarios

        self.classified: list[Classified] = []
        self.told: list[ScenarioTold] = []
        for number, (one, key) in enumerate(zip(self.asked, self.reading_key)):
            self.check()
            self.feedback.setProgress(30 + 30 * number / len(self.asked))
            with in_force(one.profile):
                settings = self.settings_of(one, key)
                self.classified.append(self.readings[key].classified_by(settings, sure=False))
                self.told.append(self.told_of(one, settings))
        first = self.classified[0]
        properties = first.properties[first.buildings.row_building]
        self.scenarios = Scenarios.of([one.designation for one in self.classified], properties)
        self.shorten()

    def told_of(self, one: Asked, settings: Settings) -> ScenarioTold:
        """What is told of a scenario; its short name follows when all are known."""
        from ...core.designation.outcome import described
        from ...core.designation.scenario_words import ScenarioTold, rule_in_words, sources_of

        profile, basis = one.profile, settings.basis(self.first.parcels is not None, (), ())
        return ScenarioTold(
            key=one.key,
            name=one.name,
            short=one.name,
            rule=rule_in_words(basis),
            sources=sources_of(profile),
            neighbour_value=basis.neighbour_value,
            made_by=profile.source,
            version=profile.version,
            checksum=profile.checksum,
            inherited=profile.inherited,
            variant_of=profile.name if one.changed else "",
            changes=tuple((label, value) for name, label, value in described(basis) if name in one.changed),
        )

    def shorten(self) -> None:
        """Give each scenario the name that tables and sentences have."""
        from ...core.designation.scenario_words import short_names

        shorts = short_names([one.name for one in self.told])
        self.told = [replace(one, short=short) for one, short in zip(self.told, shorts)]

    def counts(self) -> dict[str, Any]:
        scenarios = self.scenarios
        designated = zip(self.told, scenarios.counts.tolist())
        return {
            "BUILDING_COUNT": len(scenarios.votes),
            "SCENARIO_COUNT": len(scenarios),
            "SWINGING_COUNT": int(scenarios.swinging.sum()),
            "ALL_COUNT": int((scenarios.votes == len(scenarios)).sum()),
            "NONE_COUNT": int((scenarios.votes == 0).sum()),
            "DESIGNATED_COUNTS": as_lines([(one.key, str(count)) for one, count in designated]),
        }

    def address(self, row: int) -> str:
        """A row's own address, "" where it has none."""
        column = self.first.table.columns.get("address")
        return (cell_text(column[row]) if column is not None else None) or ""

    def reasons_of_swinging(self) -> dict[int, tuple[tuple[str, str], ...]]:
        """What each scenario says of the buildings on which they part, by row."""
        from ...core.designation.scenario_words import saying_alike

        rows = self.scenarios.swinging.nonzero()[0].tolist()
        said = []
        for one, classified in zip(self.asked, self.classified):
            self.check()
            with in_force(one.profile):
                said.append([classified.reasons(row, row + 1)[0] for row in rows])
        shorts = [one.short for one in self.told]
        return {row: saying_alike(of_row, shorts) for row, of_row in zip(rows, zip(*said))}

    def public_swinging(self) -> Iterator[int]:
        """The rows that swing and that the register lets the public know of; no row of a building that it does not."""
        run, withheld = self.first, self.first.withheld
        for row in self.scenarios.swinging.nonzero()[0].tolist():
            if not withheld[row] and not is_withheld(run.rows.ids[row], run.address_of):
                yield row
