"""Finds the main job's layers by their names (`data/rules/main_job.json`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..common.data import load
from ..common.errors import HeritageError
from ..registers.aliases import plain

RULES = "rules/main_job.json"


@dataclass(frozen=True)
class Layer:
    """A layer of the input: its name, the address by which QGIS opens it, its fields, rows and CRS."""

    name: str
    address: str
    fields: tuple[str, ...] = ()
    rows: int = 0
    crs: str = "-"


@dataclass(frozen=True)
class Found:
    """What the input holds, sorted by what the job does with it."""

    layers: Mapping[str, Layer]
    """Role (`bygninger`, `jordstykker` …) → the layer."""
    themes: tuple[Layer, ...] = ()
    """Layers that the theme catalogue knows, in the input's order."""
    terrain: str | None = None
    """The terrain model's file."""
    unused: tuple[str, ...] = field(default=())
    """Names of layers that nothing is done with."""

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
        if self.themes:
            out["@temaer"] = [layer.address for layer in self.themes]
        if self.terrain:
            out["@terraen"] = self.terrain
        return out


def sort_layers(layers: Iterable[Layer], is_theme: Mapping[str, bool], terrain: str | None = None) -> Found:
    """Give each layer its role by name, whatever its case and spelling of æøå.

    `is_theme` says of each layer name whether the theme catalogue knows it. HeritageError when two layers carry the
    name of one role: nobody may guess which was meant.
    """
    roles = {plain(name): name for name in load(RULES)["layers"]}
    found: dict[str, Layer] = {}
    themes: list[Layer] = []
    unused: list[Layer] = []
    for layer in layers:
        role = roles.get(plain(layer.name))
        if role is None:
            (themes if is_theme.get(layer.name) else unused).append(layer)
        elif role in found:
            raise HeritageError(
                "Two layers of the input are called {role}: {first} and {second}. Rename or remove one of them.",
                role=role,
                first=found[role].address,
                second=layer.address,
            )
        else:
            found[role] = layer
    return Found(found, tuple(themes), terrain, tuple(layer.name for layer in unused))
