"""The report on a designation of buildings: one HTML page for the council, the hearing and the house owner."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..common.wording import number, percent, signed
from ..designation.binding import COUNTED_HERE
from ..designation.chosen_values import designation_texts, high_values, neighbour_value, other_values, values_in_words
from ..designation.outcome import DesignationOutcome, RuleOutcome, Sweep
from ..designation.rule import CODES, NOT_REGISTERED
from . import charts
from .certainty import Certainty, certainty_context
from .charts import Column, Line, Paint, Part, Row, threshold
from .content import Report
from .dial import DialPage
from .dial_page import dial_words
from .page import picture, render_page

TEMPLATE = "classification.html.j2"

# Text colours of the two lines in the threshold charts; both stand 4.5:1 on white.
DESIGNATED_LINE, REVIEW_LINE = "#a8481c", "#8a5200"


@dataclass(frozen=True)
class DesignationReport(Report):
    """All that `classification.html.j2` shows. Texts are Danish."""

    outcome: DesignationOutcome
    dial: DialPage | None = None
    """What thresholds can be moved by in the page; None where there is nothing to move."""
    too_many_neighbours: bool = False
    """Whether that is since they do not fit into the file."""
    certainty: Certainty | None = None
    """How sure the designation is; None leaves its section out."""


def render(report: DesignationReport) -> str:
    """The report as one HTML page in Danish that needs nothing besides itself."""
    return render_page(TEMPLATE, _context(report))


def designation_classes() -> list[dict[str, Any]]:
    """The classes of the legend, in its order: names, explanations and colours."""
    classes: list[dict[str, Any]] = designation_texts()["classes"]
    return classes


def _paints() -> dict[str, Paint]:
    return {described["key"]: Paint.of(described) for described in designation_classes()}


def _rule(rule: int) -> dict[str, Any]:
    found: dict[str, Any] = next(
        (known for known in designation_texts()["rules"] if known["rule"] == rule),
        {"rule": rule, "name": f"Regel {rule}", "phrase": "opfylder reglen", "text": "", "uses_neighbours": True},
    )
    return found


def _context(report: DesignationReport) -> dict[str, Any]:
    outcome = report.outcome
    total = sum(ground.buildings for ground in outcome.grounds)
    designated = sum(ground.designated for ground in outcome.grounds)
    rule = _rule(outcome.rule)
    rows = _ground_rows(outcome, rule, total)
    by_key = {row["key"]: row["count"] for row in rows}
    return {
        "report": report,
        "dial": report.dial,
        "values": values_in_words(),
        "undecided_fours": outcome.undecided_fours,
        "secondary": outcome.secondary,
        "accent": designation_texts()["accent"],
        "counted_here": COUNTED_HERE,
        "total": total,
        "assessed": total - sum(one.buildings for one in outcome.grounds if one.code == CODES[NOT_REGISTERED]),
        "designated": designated,
        "listed": outcome.listed,
        "high": by_key.get("vaerdi_1_3", 0),
        "fours": by_key.get("vaerdi_4_ensartet", 0),
        "decided": by_key.get("beslutning_udpeg", 0),
        "decided_not": by_key.get("beslutning_udpeg_ikke", 0),
        "review": by_key.get("til_vurdering", 0),
        "rule": rule,
        "all_rules": designation_texts()["rules"],
        "grounds": rows,
        "groups": _groups(rows, total),
        "labels": designation_texts()["inputs"],
        "save": _save(outcome),
        "secondary_total": sum(count for _, count, _ in outcome.secondary),
        "secondary_designated": sum(count for _, _, count in outcome.secondary),
        "sweeps": [_sweep(sweep, i) for i, sweep in enumerate(outcome.sweeps)],
        "rules": _rules(outcome.rules),
        "review_elsewhere": by_key.get("til_vurdering", 0) - sum(one.review for one in outcome.rules if one.chosen),
        "certainty": certainty_context(report.certainty, rule["name"]),
        "map": picture(report.map_png),
        "legend": [
            {"key": charts.swatch(f"kort{i}", row["paint"]), "text": row["legend"]}
            for i, row in enumerate(rows)
            if row["count"]
        ],
        "dial_words": dial_words() if report.dial else None,
    }


def _ground_rows(outcome: DesignationOutcome, rule: dict[str, Any], total: int) -> list[dict[str, Any]]:
    """A row for each class of the legend, decisions for and against apart, and for any code that is not known."""
    counts = {ground.code: ground for ground in outcome.grounds}
    unknown = designation_texts()["unknown"]
    rows = []
    for described in designation_classes():
        ground = counts.get(described["code"])
        count = 0
        if ground is not None:
            count = ground.designated if described["designated"] else ground.buildings - ground.designated
        name = described.get("in_table", described["name"])
        if described["key"] == "vaerdi_4_ensartet":
            name = f"SAVE-værdi {neighbour_value()}: {rule['name'][:1].lower()}{rule['name'][1:]}"
        rows.append({**described, "name": name, "count": count, "paint": Paint.of(described)})
    rows.extend(
        {
            **unknown,
            "key": code,
            "name": f"{unknown['name']}: {code}",
            "designated": None,
            "count": ground.buildings,
            "paint": Paint.of(unknown),
        }
        for code, ground in counts.items()
        if code not in {described["code"] for described in designation_classes()}
    )
    largest = max((row["count"] for row in rows), default=0)
    for i, row in enumerate(rows):
        row["swatch"] = charts.swatch(f"grund{i}", row["paint"])
        row["swatch_again"] = charts.swatch(f"ord{i}", row["paint"])
        row["meter"] = charts.meter(f"bar{i}", row["count"], largest, row["paint"])
        row["share"] = percent(row["count"], total)
    return rows


def _groups(rows: Sequence[dict[str, Any]], total: int) -> list[dict[str, Any]]:
    """The rows under what they lead to; nobody knows what an unknown code leads to."""
    groups = []
    for name, designated in (("Udpeget i alt", True), ("Ikke udpeget i alt", False), ("Ukendt", None)):
        members = [row for row in rows if row["designated"] is designated]
        count = sum(row["count"] for row in members)
        if members:
            groups.append({"name": name, "rows": members, "count": count, "share": percent(count, total)})
    return groups


def _save(outcome: DesignationOutcome) -> dict[str, Any]:
    """How the SAVE values fall; values that no building has are shown as none."""
    counts: dict[int | None, int] = dict.fromkeys(range(1, 10), 0)
    for value, count in outcome.save_counts:
        counts[value] = counts.get(value, 0) + count
    without = counts.pop(None, 0)
    paints = _paints()

    def paint(value: int) -> Paint:
        if value in high_values():
            return paints["vaerdi_1_3"]
        return paints["vaerdi_4_ensartet"] if value == neighbour_value() else paints["ikke_udpeget"]

    readable = {value: count for value, count in counts.items() if value is not None}
    known = sum(readable.values())
    title = "Antal bygninger for hver SAVE-værdi: " + ", ".join(
        f"værdi {value}: {number(count)}" for value, count in readable.items()
    )
    columns = [Column(str(value), count, paint(value)) for value, count in readable.items()]
    return {
        "chart": charts.column_chart("save", title, columns, "SAVE-værdi (1 er højest, 9 er lavest)"),
        "values": [(value, count, percent(count, known)) for value, count in readable.items()],
        "known": known,
        "without": without,
        "high": sum(readable[value] for value in high_values()),
        "fours": readable[neighbour_value()],
        "low": sum(readable[value] for value in other_values()),
    }


def _sweep(sweep: Sweep, i: int) -> dict[str, Any]:
    """One threshold: its chart, its table and what it costs in a sentence."""
    described = designation_texts()["thresholds"].get(
        sweep.parameter, {"name": sweep.parameter, "axis": sweep.parameter, "unit": "years", "explanation": ""}
    )
    unit = described["unit"]
    steps = sorted(zip(sweep.values, sweep.designated, sweep.review))
    now = next((designated for value, designated, _ in steps if math.isclose(value, sweep.chosen)), None)
    title = (
        f"{described['name']}: antal udpegede bygninger med SAVE-værdi {neighbour_value()} for hver værdi af tærsklen. "
        + "; ".join(f"{threshold(value, unit)}: {number(designated)}" for value, designated, _ in steps)
        + f". Valgt: {threshold(sweep.chosen, unit)}."
    )
    lines = [Line("udpeget", tuple(map(float, sweep.designated)), DESIGNATED_LINE)]
    # How many must be looked at seldom depends on a threshold; where it does not, a sentence says it better.
    review_moves = len(set(sweep.review)) > 1
    if review_moves:
        lines.append(Line("skal vurderes", tuple(map(float, sweep.review)), REVIEW_LINE, dashed=True))
    chart = charts.line_chart(
        f"taerskel{i}", title, sweep.values, lines, chosen=sweep.chosen, unit=unit, axis=described["axis"]
    )
    return {
        **described,
        "parameter": sweep.parameter,
        "chart": chart if steps else None,
        "chosen": threshold(sweep.chosen, unit),
        "review_moves": review_moves,
        "steps": [
            {
                "value": threshold(value, unit),
                "designated": designated,
                "change": "" if now is None else signed(designated - now),
                "review": review,
                "chosen": math.isclose(value, sweep.chosen),
            }
            for value, designated, review in steps
        ],
        "sentence": _sweep_sentence(steps, now, sweep.chosen, unit),
    }


def _sweep_sentence(steps: Sequence[tuple[float, int, int]], now: int | None, chosen: float, unit: str) -> str:
    if now is None or len(steps) < 2:
        return ""
    others = [step for step in (steps[0], steps[-1]) if not math.isclose(step[0], chosen)]
    if all(designated == now for _, designated, _ in steps):
        return f"Tallet er det samme, {number(now)}, ved alle de viste værdier."
    would = " og ".join(f"{number(designated)} ved {threshold(value, unit)}" for value, designated, _ in others)
    return f"Ved de valgte {threshold(chosen, unit)} udpeges {number(now)}; det ville være {would}."


def _rules(outcomes: Sequence[RuleOutcome]) -> dict[str, Any]:
    """The five rules side by side on the same buildings."""
    paints = _paints()
    chosen = next((outcome.designated for outcome in outcomes if outcome.chosen), None)
    rows, table = [], []
    for outcome in outcomes:
        rule = _rule(outcome.rule)
        parts = (
            Part("udpeges", outcome.designated, paints["vaerdi_4_ensartet"]),
            Part("skal vurderes", outcome.review, paints["til_vurdering"]),
            Part("udpeges ikke", outcome.not_designated, paints["ikke_udpeget"]),
        )
        rows.append(Row(rule["name"], parts, outcome.chosen))
        table.append(
            {
                **rule,
                "outcome": outcome,
                "change": "" if chosen is None else signed(outcome.designated - chosen),
            }
        )
    title = f"Hvad hver regel gør ved bygninger med SAVE-værdi {neighbour_value()}. " + " ".join(
        f"{row.label}{' (valgt)' if row.marked else ''}: "
        + ", ".join(f"{number(part.value)} {part.name}" for part in row.parts)
        + "."
        for row in rows
    )
    return {
        "chart": charts.stacked_bars("regler", title, rows) if rows else None,
        "key": [
            (charts.swatch("regel0", paints["vaerdi_4_ensartet"]), "udpeges"),
            (charts.swatch("regel1", paints["til_vurdering"]), "skal vurderes af en fagperson"),
            (charts.swatch("regel2", paints["ikke_udpeget"]), "udpeges ikke"),
        ],
        "table": table,
    }
