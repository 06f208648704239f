"""Writes the plan's explanatory statement: what the run knows of the data and their layers, beside the plan."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.common.data import load
from ...core.designation.outcome import Basis
from ...core.landscape.layers_told import LayerTold, read_told
from ...core.plan.provisions import environments_of
from ...core.plan.statement import DOCUMENT, TEXTS, DataRow, Known, explanatory_statement
from ...core.plan.statement_limits import read_limits
from ...core.plan.statement_themes import properties_of, theme_facts
from ...core.plan.word_facts import word_facts
from ..inputs.file_dates import SEPARATOR, day_of
from ..inputs.membership import membership_rule
from ..inputs.metadata import made_by
from ..inputs.parameters import table_rows
from .data_behind import data_behind, decisions_behind
from .documents import BUILDINGS_XLSX, MAPS, PROPERTIES_XLSX, write_text

if TYPE_CHECKING:
    from ...core.landscape.catalogue import Catalogue
    from ...core.plan.content import Plan
    from ..inputs.sources import Source
    from ..run import Run

STATEMENT, STATEMENT_DOCX = "redegoerelse.md", "redegoerelse.docx"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def write_statement(
    staged: Path, plan: Plan, run: Run, sources: Mapping[str, Source | None], catalogue: Catalogue, knows_listed: bool
) -> int:
    """Write the statement into a folder, as text and for Word. `sources` are the layers of the run by parameter.

    Returns how many blanks it has for a person.
    """
    known = _known(plan, run, sources, catalogue, knows_listed)
    return write_text(staged, STATEMENT, explanatory_statement(plan, known), word_facts(plan, DOCUMENT), run.check)


def _known(
    plan: Plan, run: Run, sources: Mapping[str, Source | None], catalogue: Catalogue, knows_listed: bool
) -> Known:
    buildings, landscape, plots = (sources[one] for one in ("BUILDINGS", "LANDSCAPE", "PROPERTIES"))
    given = [DataRow(*cells) for _, cells in table_rows(run.algorithm, run.parameters, "DATA", run.context)]
    behind = {} if given else data_behind(sources)
    latest = map(_row, decisions_behind(sources, behind))
    data = [*rows_behind(behind), *_layers_read(sources, behind), *latest]
    told = read_told(made_by(landscape)) if landscape is not None else []
    rule = membership_rule(run)
    titles = {theme.code: theme.name for theme in catalogue.themes}
    properties = properties_of(plan.buildings, plan.plots, run.check)
    listed = {"ejendomme": PROPERTIES_XLSX} if plan.plots is not None else {}
    return Known(
        basis=None if buildings is None else Basis.read(made_by(buildings)),
        limits=read_limits(() if plots is None else made_by(plots)),
        data=given or data,
        has_earlier_data=bool(behind),
        themes=theme_facts(
            plan.buildings,
            properties,
            plan.landscape,
            [_dated(one, titles.get(one.theme, one.theme), given or data) for one in told],
            catalogue,
            rule,
            run.check,
        ),
        rule=rule,
        properties=properties,
        knows_listed=knows_listed,
        environments=environments_of(plan.buildings, plan.environments, plan.environment_of, plan.web_address),
        files={"kort": MAPS, "bygninger": BUILDINGS_XLSX, **listed},
    )


def rows_behind(told: Mapping[str, list[str]]) -> list[DataRow]:
    """The rows of `data_behind`, each once."""
    return [_row(text) for text in dict.fromkeys(text for each in told.values() for text in each)]


def _row(text: str) -> DataRow:
    """A row as a package records it: what it is, its file, and its day where somebody knew it."""
    name, _, rest = text.partition(SEPARATOR)
    file, _, last = rest.rpartition(SEPARATOR)
    return DataRow(name, file, last) if file and _DAY.fullmatch(last) else DataRow(name, rest, "")


def _layers_read(sources: Mapping[str, Source | None], behind: Container[str]) -> Iterator[DataRow]:
    """The layers that the run itself was given, with the dates of their files; not those of packages told of."""
    names = load(TEXTS)["inputs"]
    for name, source in sources.items():
        if source is not None and source.file not in behind:
            yield DataRow(names.get(name, name), source.name_with_file, day_of(source))


def _dated(told: LayerTold, title: str, data: Sequence[DataRow]) -> LayerTold:
    """A layer with the day that DATA has for its theme: for this very layer, or for the only one of the theme."""
    days = {row.file: row.day for row in data if row.name == title and row.day}
    own = [day for file, day in days.items() if told.layer in file]
    known = own if own else list(days.values())
    return replace(told, day=known[0]) if len(known) == 1 else told
