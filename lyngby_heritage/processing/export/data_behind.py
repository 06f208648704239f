"""The data that an earlier package was made from, when a plan is made again from the layers of that package.

An adopted plan is made so from its proposal: its registers and their dates are those of the proposal still, and not the
package that their results lie in.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.common.data import load
from ..inputs.file_dates import SEPARATOR
from ..inputs.metadata import SUBJECTS, made_by

if TYPE_CHECKING:
    from ..inputs.sources import Source

BEHIND = "data_bag"
"""The `emne` of the rows of `koersel` that say which data an earlier package was made from, as those of DATA do."""


def data_behind(sources: Mapping[str, Source | None]) -> dict[str, list[str]]:
    """File of a package that a layer of the plan comes from → the rows of its data as text, for those that tell them.

    The layers are those that registers were made into: buildings, plots, landscape. `sources` are by parameter.
    """
    found: dict[str, list[str]] = {}
    for parameter in SUBJECTS:
        source = sources.get(parameter)
        file = source.file if source is not None else None
        if file and file not in found and (rows := _told_by(file)):
            found[file] = rows
    return found


def decisions_behind(sources: Mapping[str, Source | None], told: Container[str]) -> list[str]:
    """The row of the decisions that the layer of buildings says it was designated by; none where it says nothing.

    Nor for a layer of one of the packages of `told`, whose own rows name them. `sources` are by parameter.
    """
    from ...core.designation.outcome import INPUT  # numpy may be missing where the tools are listed
    from ...core.plan.statement import TEXTS

    source = sources.get("BUILDINGS")
    if source is None or source.file in told:
        return []
    given = dict(made_by(source)).get(f"{INPUT}DECISIONS")
    return [f"{load(TEXTS)['latest_decisions']}{SEPARATOR}{given}"] if given else []


def _told_by(file: str) -> list[str]:
    """The rows of a package; none of a file that is no package, or tells nothing."""
    try:
        with closing(sqlite3.connect(f"{Path(file).absolute().as_uri()}?mode=ro", uri=True)) as database:
            select = (
                "SELECT vaerdi FROM koersel WHERE (emne = 'parameter' AND navn = 'DATA') OR emne = ? ORDER BY rowid"
            )
            return [value for (value,) in database.execute(select, (BEHIND,)) if value and SEPARATOR in value]
    except sqlite3.Error:  # no GeoPackage, or not one of ours
        return []
