"""The report on what has happened since a plan was adopted: a work list in its order, on one HTML page to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..common.data import load
from ..common.dates import day_in_words
from ..comparison.since import advice
from . import charts
from .charts import Paint
from .content import Report
from .page import picture, render_page

TEXTS = "rules/since.json"
TEMPLATE = "since.html.j2"


@dataclass(frozen=True)
class ListedEvent:
    """One row of the work list; a hidden one is counted and not named."""

    kind: str
    group: str
    rank: int
    name: str
    before: str
    after: str
    day: str
    what: str
    hidden: bool = False


@dataclass(frozen=True)
class SinceReport(Report):
    """All that `since.html.j2` shows. Texts are Danish."""

    plan: str
    state: str
    followed: int
    events: Sequence[ListedEvent]
    """In the order of the work list."""


def render_since(report: SinceReport) -> str:
    """The report as one HTML page in Danish that needs nothing besides itself."""
    texts = load(TEXTS)
    counts = Counter(one.kind for one in report.events)
    classes = [{**one, "count": counts[one["code"]]} for one in texts["events"]]
    for one in classes:
        one["key"] = charts.sign(one["marker"], Paint.of(one))
    groups = Counter(one.group for one in report.events)
    return render_page(
        TEMPLATE,
        {
            "report": report,
            "accent": texts["accent"],
            "labels": texts["inputs"],
            "total": len(report.events),
            "hidden": sum(one.hidden for one in report.events),
            "classes": classes,
            "groups": [(words, groups[code]) for code, words in texts["groups"].items()],
            "sections_list": _sections(report.events, texts),
            "map": picture(report.map_png),
        },
    )


def _sections(events: Sequence[ListedEvent], texts: dict[str, Any]) -> list[dict[str, Any]]:
    """A section for each line of `ranks` that has events, in that order."""
    described = {one["code"]: one for one in texts["events"]}
    found = []
    for rank, line in enumerate(texts["ranks"], 1):
        chosen = [one for one in events if one.rank == rank]
        if not chosen:
            continue
        named = [one for one in chosen if not one.hidden]
        look, decides = advice(line["event"], line["group"])
        found.append(
            {
                "rank": rank,
                "title": described[line["event"]]["legend"],
                "group": texts["groups"][line["group"]],
                "why": line["why"],
                "look": look,
                "decides": decides,
                "count": len(chosen),
                "withheld": len(chosen) - len(named),
                "left_out": max(len(named) - texts["most_listed"], 0),
                "rows": _rows(named[: texts["most_listed"]], texts["most_repeated"], texts["as_at"]),
            }
        )
    return found


def _rows(events: Sequence[ListedEvent], longest: int, as_at: str) -> list[dict[str, str]]:
    """The rows of a section; what a plan's provisions say is written out once, and referred to on the rows after it.

    A text longer than `longest` that stood on an earlier row of the same happening is given by that row's building.
    """
    first: dict[tuple[str, str], str] = {}
    rows = []
    for one in events:
        said = [
            as_at.format(name=known) if len(text) > longest and (known := first.get((one.what, text))) else text
            for text in (one.before, one.after)
        ]
        for text in (one.before, one.after):
            first.setdefault((one.what, text), one.name)
        day = day_in_words(one.day) or "ikke oplyst"
        rows.append({"name": one.name, "day": day, "before": said[0], "after": said[1], "what": one.what})
    return rows
