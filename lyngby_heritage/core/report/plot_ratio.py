"""The report on plot ratios: one HTML page for the council, the case officer and the owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..common.data import load
from ..common.wording import NBSP, decimal, number, percent, plural, quantity, signed
from ..neighbourhood.plot_statuses import EXCEEDED, KEPT, NOT_COVERED
from ..plot_ratio.summary import Comparison, Summary
from . import charts
from .charts import Bar, Paint, Part
from .content import Report
from .page import picture, render_page

TEXTS = "rules/plot_ratio_texts.json"
TEMPLATE = "plot_ratio.html.j2"

MOST_ZONES = 60
"""Zones in a table; the rest are added up in one row."""
MOST_UNMATCHED = 60


@dataclass(frozen=True)
class WholeArea:
    """An area whose limit is for the area as a whole."""

    name: str
    plots: int
    ratio: float | None
    limit: float
    remaining: float | None
    status: str
    remark: str
    covered: int
    """How many of its plots lie in the zones that the rest of the report counts."""


@dataclass(frozen=True)
class PlotRatioReport(Report):
    """All that `plot_ratio.html.j2` shows. Texts are Danish."""

    summary: Summary
    max_plot_ratio: float
    whole_areas: tuple[WholeArea, ...]
    unmatched: tuple[tuple[str, str], ...]
    """Buildings on no plot, with the reason, that the public may be told of."""
    withheld: int = 0
    """How many other buildings lie on no plot, which the register keeps from the public."""


def render(report: PlotRatioReport) -> str:
    """The report as one HTML page in Danish that needs nothing besides itself."""
    return render_page(TEMPLATE, _context(report), grunde=plots, m2=square_metres, tal=decimal, fortegn=_signed_area)


def plots(count: int) -> str:
    """A number of plots in words that agree."""
    return plural(count, "grund", "grunde")


def square_metres(value: float) -> str:
    """An area in whole m²."""
    return quantity(value, "m²", 0)


def _signed_area(value: float) -> str:
    return f"{signed(value)}{NBSP}m²"


def status_classes() -> list[dict[str, Any]]:
    """The statuses in the order of the legend."""
    classes: list[dict[str, Any]] = load(TEXTS)["classes"]
    return classes


def _context(report: PlotRatioReport) -> dict[str, Any]:
    summary, texts = report.summary, load(TEXTS)
    rows = _status_rows(summary)
    return {
        "report": report,
        "accent": texts["accent"],
        "summary": summary,
        "covered": summary.covered,
        "decided": summary.statuses[KEPT] + summary.statuses[EXCEEDED],
        "count": summary.statuses,
        "statuses": rows,
        "legend": [
            {"key": charts.swatch(f"kort{i}", row["paint"]), "text": row["legend"]}
            for i, row in enumerate(rows)
            if row["count"]
        ],
        "map": picture(report.map_png),
        "histogram": _histogram(report),
        "zones": _capped(summary),
        "sources": _named(summary.area_sources, texts["area_sources"]),
        "limits": _named(summary.limit_sources, texts["limit_sources"]),
        "storeys_limits": _named(summary.storeys_sources, texts["limit_sources"]),
        "rule_sets": [(name, count) for name, count in summary.rule_sets.items() if count],
        "reasons": _named(summary.unknown_reasons, texts["unknown_reasons"]),
        "comparison": _comparison(summary.comparison),
        "codes": {one["code"]: one["word"] for one in texts["classes"]},
        "unmatched": report.unmatched[:MOST_UNMATCHED],
        "labels": texts["inputs"],
    }


def rule_set_name(choice: int) -> str:
    """What people call a choice of RULE_SET."""
    names: list[str] = load(TEXTS)["rule_set_choices"]
    return names[choice] if choice < len(names) else "ukendt"


def _status_rows(summary: Summary) -> list[dict[str, Any]]:
    """A row for each status: how many plots, by the ratio, by the storeys, and by the worse of both."""
    rows = []
    largest = max((count for code, count in summary.statuses.items() if code != NOT_COVERED), default=0)
    for i, described in enumerate(status_classes()):
        code, paint = described["code"], Paint.of(described)
        count = summary.statuses[code]
        rows.append(
            {
                **described,
                "count": count,
                "ratio": summary.ratio_statuses[code],
                "storeys": summary.storeys_statuses[code],
                "share": percent(count, summary.covered) if code != NOT_COVERED else "",
                "paint": paint,
                "swatch": charts.swatch(f"status{i}", paint),
                "swatch_again": charts.swatch(f"ord{i}", paint),
                "meter": charts.meter(f"bar{i}", count, largest, paint) if code != NOT_COVERED else "",
            }
        )
    return rows


def _histogram(report: PlotRatioReport) -> dict[str, Any]:
    summary = report.summary
    paints = {one["code"]: Paint.of(one) for one in status_classes()}
    bars = [
        Bar(
            start,
            end,
            (
                Part("ikke overskredet", within, paints[KEPT]),
                Part("overskredet", above, paints[EXCEEDED]),
            ),
        )
        for start, end, within, above in summary.histogram
    ]
    limits = [(report.max_plot_ratio, quantity(report.max_plot_ratio, "%"))]
    if summary.comparison is not None:
        limits.append((summary.comparison.limit, f"{quantity(summary.comparison.limit, '%')} (til sammenligning)"))
    title = "Antal bebyggede grunde efter bebyggelsesprocent: " + "; ".join(
        f"{name} %: {number(within + above)}"
        for name, (_, _, within, above) in zip(_bar_names(summary), summary.histogram)
    )
    shown = sum(within + above for _, _, within, above in summary.histogram)
    return {
        "chart": charts.histogram("fordeling", title, bars, limits, "Bebyggelsesprocent"),
        "shown": shown,
        "key": [
            (
                charts.swatch("fordeling0", paints[KEPT]),
                "grænsen er ikke overskredet, eller den er ikke afgjort",
            ),
            (charts.swatch("fordeling1", paints[EXCEEDED]), "grænsen for grunden er overskredet"),
        ],
        "rows": [(name, within, above) for name, (_, _, within, above) in zip(_bar_names(summary), summary.histogram)],
        "open_from": decimal(bars[-1].start),
    }


def _bar_names(summary: Summary) -> list[str]:
    """What each bar holds, in per cent: from and to, and of the last all above its start."""
    *closed, last = summary.histogram
    return [*(f"{decimal(start)}–{decimal(end)}" for start, end, _, _ in closed), f"over {decimal(last[0])}"]


def _capped(summary: Summary) -> dict[str, Any]:
    """The zones, those with most exceeded plots first, and what those left out of the table come to."""
    ordered = sorted(summary.zones, key=lambda one: (-one.exceeded, -one.plots))
    shown, rest = ordered[:MOST_ZONES], ordered[MOST_ZONES:]
    return {
        "rows": shown,
        "by_room": sorted(shown, key=lambda one: -one.room),
        "rest": len(rest),
        "rest_plots": sum(one.plots for one in rest),
        "rest_exceeded": sum(one.exceeded for one in rest),
        "rest_room": sum(one.room for one in rest),
    }


def _named(counts: dict[str, int], names: dict[str, str]) -> list[tuple[str, int]]:
    return [(names[code], count) for code, count in counts.items() if count]


def _comparison(found: Comparison | None) -> dict[str, Any] | None:
    if found is None:
        return None
    names = load(TEXTS)["changes"]
    legends = {one["code"]: one["legend"] for one in status_classes()}
    return {
        "found": found,
        "statuses": [(legends[code], now, then, signed(then - now)) for code, now, then in found.statuses],
        "changes": [(names.get(one.code, one.code), one.plots) for one in found.changes],
        "changed": sum(one.plots for one in found.changes if one.code not in ("uaendret", "lokalplan")),
        "zones": _top(found.zones),
        "more_zones": max(len(found.zones) - 20, 0),
    }


def _top(zones: Sequence[tuple[str, int, int, float]]) -> Sequence[tuple[str, int, int, float]]:
    return zones[:20]
