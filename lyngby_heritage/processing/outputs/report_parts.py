"""What every report says of how it was made: inputs, versions, findings; and the map in it."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication

from ...core.common.as_on import danish_now, day_gone_by
from ...core.common.dates import danish_date
from ...core.common.profile import current
from ...core.common.profile_reading import built_in_profile
from ...core.common.selfcheck import UNSTATED, version_of
from ...core.common.wording import filled, uncounted
from ...core.report.content import Finding, Input
from ...version import version
from ..inputs.parts import part_told
from ..inputs.reopening import opened_again
from .map_image import quieten, render_map
from .public_rows import public_part
from .styling import apply_style

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from ...core.common.arrays import Booleans
    from ...core.common.errors import Note
    from ..inputs.sources import Source
    from .sinks import Outputs

MOST_DRAWN = 20_000
"""Parcels behind a map: above this the boundaries of a whole municipality close up to a grey sheet."""


def findings(notes: Iterable[Note]) -> tuple[Finding, ...]:
    """Notes of the core as rows of the report's table of what the reader must know about the data."""
    return tuple(_finding(note) for note in notes)


def _finding(note: Note) -> Finding:
    text = filled(uncounted(note.danish), note.values, danish=True)  # the count stands in a column of its own
    return Finding(text, int(str(note.values.get("count", 0))))


def inputs(tables: Iterable[tuple[Source | None, int]]) -> tuple[Input, ...]:
    """Rows of the table of inputs, from pairs (Source or None, number of rows read)."""
    return tuple(
        Input(
            source.parameter,
            source.name,
            rows,
            source.source.sourceCrs().authid(),
            part_told(source.value, source.layer),
        )
        for source, rows in tables
        if source is not None
    )


def versions(*libraries: str) -> tuple[tuple[str, str], ...]:
    """Name and version of everything that had a hand in it; `libraries` are names of Python packages."""
    profile = current() or built_in_profile()
    return (
        ("Lyngby Heritage", version()),
        ("Profil", f"{profile.name}, version {profile.version}, kontrolsum {profile.checksum}"),
        ("QGIS", Qgis.version()),
        ("Python", platform.python_version()),
        *((name, _stated(version_of(name))) for name in libraries),
        ("Styresystem", QgsApplication.osName()),
    )


def _stated(version: str) -> str:
    return "ikke oplyst" if version == UNSTATED else version


def made_at() -> str:
    """Now, as a Danish reader writes it; of a run that goes by another day, that day."""
    now = danish_now()
    return danish_date(now) if day_gone_by() else f"{danish_date(now)} {now:kl. %H.%M}"


def map_of(
    outputs: Outputs,
    name: str,
    style: str,
    context: QgsProcessingContext,
    background: Source | None = None,
    rows: int = 0,
    withheld: Booleans | None = None,
) -> bytes | None:
    """A PNG of a written output in its style, over the boundaries of a background Source of `rows` features.

    `withheld` says of each row that was written whether the register keeps it from the public: it is not drawn.
    """
    layer = outputs.layer(name)
    if layer is None or not layer.isValid():
        return None
    layer = public_part(layer, withheld)
    if layer is None or not layer.featureCount() or layer.extent().isNull():
        return None
    apply_style(layer, style, {})
    layers: list[Any] = []
    if background is not None and background.layer is not None and rows <= MOST_DRAWN:
        layers = [opened_again(background.layer)]
        quieten(layers[0])
    return render_map(layer, background_layers=layers, transform_context=context.transformContext())
