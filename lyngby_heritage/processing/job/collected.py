"""What the main job finds in data that were put together: the address of every role, as its steps are given them."""

from __future__ import annotations

from pathlib import Path

from ...core.plan.layers import found_in, job_roles
from ...core.registers.collection import choose
from ..collect.overview import theme_names
from ..collect.survey import WRITTEN_BY_PEOPLE
from .inputs import survey_input


def addresses_in(file: Path, terrain: str = "") -> dict[str, str | list[str]]:
    """Role → address, with the special roles that begin with @, of a file and what people wrote beside it.

    HeritageError when a file cannot be read.
    """
    found = survey_input(str(file)).layers
    beside = file.with_name(WRITTEN_BY_PEOPLE)
    written = survey_input(str(beside)).layers if beside.exists() else []
    layers = [*found, *written]
    themes = theme_names([name for layer in layers for name in layer.names])
    known = {name: name in themes for layer in layers for name in layer.names}
    first = range(len(found), len(layers))
    choice = choose(layers, job_roles(), known, strict=False, first=first)
    return found_in(layers, choice, terrain or None).addresses()
