"""What a folder and the layers of a project hold and are taken for, before anything is put together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.common.errors import never_cancelled
from ...core.landscape.catalogue import built_in
from ...core.plan.layers import job_roles
from ...core.plan.themes_among_layers import themes_of
from ...core.registers.collection import choose
from .chosen_roles import by_hand, full_name, remembered
from .survey import WRITTEN_BY_PEOPLE, Survey, add_written, survey_of
from .terrain_tiles import find_tiles
from .theme_numbers import with_numbers

if TYPE_CHECKING:
    from ...core.common.errors import Check
    from ...core.registers.collection import Choice
    from ...core.registers.found_layers import Layer
    from .survey import Found

TERRAIN = ("terraen.tif", "terraen.tiff", "terraen.vrt")
"""What a terrain model is called that goes before tiles."""


@dataclass(frozen=True)
class Overview:
    """What was seen, and what each of it is used as."""

    survey: Survey
    choice: Choice
    terrain: str
    """The terrain model: a file, or how many tiles; empty where there is none."""
    hand: Mapping[int, str | None]
    """Layer → the role that a person gave it, None for none."""

    @property
    def layers(self) -> list[Layer]:
        """The layers in the order in which they were seen."""
        return self.survey.layers


def folder_survey(folder: Path, output: Path, check: Check = never_cancelled) -> Survey:
    """What lies in a folder or file, without `output` and what people write beside it; it takes seconds at most."""
    survey = survey_of(folder, check, [output, output.with_name(WRITTEN_BY_PEOPLE)])
    survey.found = with_numbers(survey.found, built_in())
    return survey


def overview(
    survey: Survey,
    layers: Iterable[Found],
    output: Path,
    given: Mapping[str, str | None],
    municipality: str = "",
) -> Overview:
    """What is used as what, of a survey and layers of the project, as `collectdata` will decide.

    `given` is what a person said: name → role, or None. HeritageError as the tool's.
    """
    every = Survey(
        [*survey.found, *with_numbers(layers, built_in())],
        survey.rasters,
        survey.unreadable,
        survey.collected,
        survey.others,
    )
    first = add_written(every.found, output.with_name(WRITTEN_BY_PEOPLE))
    hand, _ = by_hand(every.layers, _still_there(every.layers, given), remembered(output))
    choice = choice_among(every.layers, municipality, hand, first)
    return Overview(every, choice, _terrain(every.rasters), hand)


def choice_among(
    layers: Sequence[Layer], municipality: str, hand: Mapping[int, str | None], first: Collection[int]
) -> Choice:
    """What `collectdata` takes each layer for. `first` go before others of their own name; errors as `choose`."""
    return choose(
        layers,
        list(job_roles()),
        themes_of(built_in()),
        municipality,
        hand,
        strict=False,
        first=first,
    )


def _still_there(layers: Sequence[Layer], given: Mapping[str, str | None]) -> dict[str, str | None]:
    """What was said of layers that are there."""
    there = {full_name(layer) for layer in layers}
    return {name: role for name, role in given.items() if name in there}


def _terrain(files: Sequence[Path]) -> str:
    named = next((str(one) for one in files if one.name.lower() in TERRAIN), "")
    tiles = find_tiles(files).tiles if not named else ()
    if tiles:
        return f"{len(tiles)} × {tiles[0].file}" if len(tiles) > 1 else tiles[0].file
    return named
