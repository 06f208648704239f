"""Where the layers lie that a package was made from, as its table `koersel` tells it: the card and the sliders ask."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from ...core.registers.found_layers import Layer
from ..decisions.place import relative_to

TOPIC = "job_lag"
"""The rows of `koersel` that say which file a role was read from."""


def rows_of(layers: Mapping[str, Layer], folder: Path, work: Path) -> list[tuple[str, str, str, None, None]]:
    """A row for each role that was read from a file that stays.

    Files are named as they lie from the package's `folder`, so that the whole can be moved and nobody's disk is told.
    What was unpacked or built for the run, in `work`, is gone after it.
    """
    rows: list[tuple[str, str, str, None, None]] = []
    for role, layer in layers.items():
        file, bar, rest = layer.address.partition("|")
        if os.path.isfile(file) and not Path(file).is_relative_to(work):
            rows.append((TOPIC, role, f"{relative_to(folder, file)}{bar}{rest}", None, None))
    return rows


def address_told(package: Path, role: str) -> str | None:
    """The address of the layer that a package's run took for a role; None where the package does not know it."""
    try:
        with closing(sqlite3.connect(f"{package.as_uri()}?mode=ro", uri=True)) as database:
            found = database.execute("SELECT vaerdi FROM koersel WHERE emne = ? AND navn = ?", (TOPIC, role)).fetchone()
    except sqlite3.Error:  # no package, or of an earlier version
        return None
    if found is None or not found[0]:
        return None
    file, bar, rest = str(found[0]).partition("|")
    there = os.path.normpath(package.parent / file)
    return f"{there}{bar}{rest}" if os.path.isfile(there) else None
