"""What the main job does with the layers of its input: roles, themes, and what was made of parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..common.data import load
from ..common.errors import Note
from ..registers.collection import Choice, ThemeOf, choose, no_theme
from ..registers.contents import Entry
from ..registers.found_layers import Layer

RULES = "rules/main_job.json"
EARLIER = {"tidligere_bygninger": "@tidligere_bygninger", "tidligere_landskab": "@tidligere_temaer"}
"""Roles of one kind of earlier designation → what the steps ask for."""


@dataclass(frozen=True)
class Found:
    """What the input holds, sorted by what the job does with it."""

    layers: Mapping[str, Layer]
    """Role (`bygninger`, `jordstykker` …) → the layer."""
    themes: tuple[Layer, ...] = ()
    """Layers that the theme catalogue knows, in the input's order."""
    titles: tuple[str, ...] = ()
    """What the theme of each of them is called."""
    terrain: str | None = None
    """The terrain model's file."""
    unused: tuple[str, ...] = field(default=())
    """Names of layers that nothing is done with."""
    notes: tuple[Note, ...] = field(default=())
    """What was taken for what by anything but its own name, and what probably has a role and was not used."""
    contents: tuple[Entry, ...] = field(default=())
    """Every layer and file of the input, with what it was taken for and why."""
    remarks: tuple[str, ...] = field(default=())
    """What was made of layers and tiles that are parts of something, and what of them was left out (Danish)."""

    def addresses(self) -> dict[str, str | list[str]]:
        """Role → address, with the special roles that begin with @."""
        out: dict[str, str | list[str]] = {role: layer.address for role, layer in self.layers.items()}
        before = self.layers.get("tidligere_udpegning")
        if before is not None:
            del out["tidligere_udpegning"]
            if "udpegning" in before.fields:
                out["@tidligere_bygninger"] = before.address
            elif "tema" in before.fields:
                out["@tidligere_temaer"] = before.address
        for role, special in EARLIER.items():
            if role in out:
                out[special] = out.pop(role)
        if self.themes:
            out["@temaer"] = [layer.address for layer in self.themes]
        if self.terrain:
            out["@terraen"] = self.terrain
        return out


def job_roles() -> Mapping[str, str]:
    """Role that the job reads → what people call it (Danish)."""
    roles: Mapping[str, str] = load(RULES)["layers"]
    return roles


def sort_layers(layers: Iterable[Layer], theme_of: ThemeOf = no_theme) -> Found:
    """What of the input is used as what, where nothing has to be made of parts. Errors as `collection.choose`."""
    every = list(layers)
    return found_in(every, choose(every, job_roles(), theme_of))


def found_in(layers: list[Layer], choice: Choice, made: Mapping[str, Layer] | None = None) -> Found:
    """What the job works with, by what was chosen of `layers`; `made` are the layers of roles made of parts."""
    ordered = sorted(choice.roles.items(), key=lambda one: one[1])
    used = choice.used
    return Found(
        {**{role: layers[place] for role, place in ordered}, **(made or {})},
        tuple(layers[place] for place in choice.themes),
        tuple(choice.titles.get(place, "") for place in choice.themes),
        None,
        tuple(layer.name for place, layer in enumerate(layers) if place not in used),
        tuple(choice.notes.values()),
    )
