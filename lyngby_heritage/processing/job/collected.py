"""What the main job finds in data that were put together: the address of every role, as its steps are given them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ...core.landscape.catalogue import built_in
from ...core.plan.layers import found_in, job_roles
from ...core.plan.themes_among_layers import themes_of
from ...core.registers.collection import choose
from ..collect.survey import WRITTEN_BY_PEOPLE
from ..collect.theme_numbers import with_numbers
from .inputs import survey_input


@dataclass(frozen=True)
class Collected:
    """What a file of data holds."""

    addresses: Mapping[str, str | list[str]]
    """Role → address, with the special roles that begin with @."""
    titles: Mapping[str, str]
    """Layer that is a theme → what its theme is called."""


def collected_in(file: Path, terrain: str = "") -> Collected:
    """What lies in a file of data and in what people wrote beside it. HeritageError when one cannot be read."""
    found = survey_input(str(file)).found
    beside = file.with_name(WRITTEN_BY_PEOPLE)
    written = survey_input(str(beside)).found if beside.exists() else []
    layers = [one.layer for one in with_numbers([*found, *written], built_in())]
    first = range(len(found), len(layers))
    choice = choose(layers, job_roles(), themes_of(built_in()), strict=False, first=first)
    addresses = replace(found_in(layers, choice), terrain=terrain or None).addresses()
    return Collected(addresses, {layers[place].name: title for place, title in choice.titles.items()})
