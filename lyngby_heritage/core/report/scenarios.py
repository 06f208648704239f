"""The report on scenarios: what several rules would designate of the same buildings, for a council to choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..common.addresses import building_called
from ..common.data import load
from ..common.profile import Sourced
from ..common.wording import agreeing, decimal, names_joined, percent
from ..designation.binding import COUNTED_HERE
from ..designation.rule import CODES, REVIEW
from ..designation.scenario_words import ScenarioTold, sources_together
from ..designation.scenarios import FEW, SWINGING, Scenarios
from ..tables.table import WHOLE, Column, Table
from . import charts
from .charts import Paint
from .content import Report
from .page import picture, render_page

TEXTS = "rules/scenario_texts.json"
TEMPLATE = "scenarios.html.j2"

IN_A_CELL = {CODES[REVIEW]: "vurderes"}
"""What the table says of a code where the scenario does not designate."""


@dataclass(frozen=True)
class SwingingBuilding:
    """A building that some scenarios designate and others do not, as the report names it."""

    row: int
    id: str
    address: str
    save: int | None
    reviewed_by: str
    """Under which scenarios a person must look at it."""
    reasons: tuple[tuple[str, str], ...]
    """Names of the scenarios that say the same of it, and what they say."""
    apart: str = ""
    """What tells it from another building of the same address, "" where there is none."""

    @property
    def name(self) -> str:
        """What people find it by."""
        return building_called(self.id, self.address, self.apart)

    @property
    def address_apart(self) -> str:
        """Its address as a table has it, "" where it has none."""
        return self.name if self.address else ""


@dataclass(frozen=True)
class ScenarioReport(Report):
    """All that `scenarios.html.j2` and the table show. Texts are Danish."""

    told: tuple[ScenarioTold, ...]
    scenarios: Scenarios
    buildings: tuple[SwingingBuilding, ...]
    """Those that the public may know of, in the order of their addresses."""


def render(report: ScenarioReport) -> str:
    """The report as one HTML page in Danish that needs nothing besides itself."""
    return render_page(TEMPLATE, _context(report))


def _context(report: ScenarioReport) -> dict[str, Any]:
    scenarios, texts = report.scenarios, load(TEXTS)
    counts = scenarios.counts.tolist()
    shorts = [one.short for one in report.told]
    total = len(scenarios.votes)
    return {
        "report": report,
        "accent": texts["accent"],
        "labels": texts["inputs"],
        "total": total,
        "counted_here": COUNTED_HERE,
        "every": int((scenarios.votes == len(scenarios)).sum()),
        "swinging": int(scenarios.swinging.sum()),
        "nobody": int((scenarios.votes == 0).sum()),
        "least": _extreme(shorts, counts, min(counts)),
        "most": _extreme(shorts, counts, max(counts)),
        "rows": _rows(report, texts),
        "properties_known": scenarios.properties_known,
        "same": _same(scenarios, shorts),
        "shorts": shorts,
        "both": scenarios.both.tolist(),
        "only": scenarios.only_first.tolist(),
        "patterns": _patterns(report, texts["most_listed"]),
        "classes": _classes(scenarios, texts),
        "map": picture(report.map_png),
    }


def _extreme(shorts: Sequence[str], counts: Sequence[int], value: int) -> dict[str, Any]:
    named = [one for one, count in zip(shorts, counts) if count == value]
    return {"count": value, "names": names_joined(named), "several": len(named) > 1}


def _rows(report: ScenarioReport, texts: dict[str, Any]) -> list[dict[str, Any]]:
    """A row of the figures for each scenario."""
    scenarios = report.scenarios
    largest = int(scenarios.counts.max(initial=0))
    paint = Paint(texts["accent"], texts["accent"])
    alone = scenarios.designated & (scenarios.votes == 1)
    return [
        {
            "told": told,
            "sources": _sources_told(told),
            "count": count,
            "share": percent(count, len(scenarios.votes)),
            "meter": charts.meter(f"scenarie{number}", count, largest, paint),
            "review": int(scenarios.reviews[number]),
            "properties": scenarios.property_counts[number],
            "without_property": scenarios.without_property[number],
            "alone": int(alone[number].sum()),
        }
        for number, (told, count) in enumerate(zip(report.told, scenarios.counts.tolist()))
    ]


def _sources_told(told: ScenarioTold) -> list[tuple[str, Sourced]]:
    """Where a scenario has its settings from, with the value that its own rule is about."""
    value = str(told.neighbour_value)
    about = {key: words.replace("{neighbour_value}", value) for key, words in load(TEXTS)["about"].items()}
    return sources_together(told.sources, about)


def _same(scenarios: Scenarios, shorts: Sequence[str]) -> list[str]:
    """Names of scenarios that designate the very same buildings."""
    alike: dict[bytes, list[str]] = {}
    for one, short in zip(scenarios.designated, shorts):
        alike.setdefault(one.tobytes(), []).append(short)
    return [names_joined(names) for names in alike.values() if len(names) > 1]


def _patterns(report: ScenarioReport, most: int) -> list[dict[str, Any]]:
    """The swinging buildings by who would designate them: a list for each combination."""
    shorts = [one.short for one in report.told]
    named = {one.row: one for one in report.buildings}
    place = {one.row: number for number, one in enumerate(report.buildings)}
    found = []
    for number, pattern in enumerate(report.scenarios.patterns(), start=1):
        rows = pattern.rows.tolist()
        shown = sorted((row for row in rows if row in named), key=place.__getitem__)
        others = [short for one, short in enumerate(shorts) if one not in pattern.scenarios]
        found.append(
            {
                "key": f"gruppe{number}",
                "names": names_joined([shorts[one] for one in pattern.scenarios]),
                "others": names_joined(others),
                "marks": [one in pattern.scenarios for one in range(len(shorts))],
                "count": len(rows),
                "withheld": len(rows) - len(shown),
                "left_out": max(len(shown) - most, 0),
                "buildings": [named[row] for row in shown[:most]],
            }
        )
    return found


def _classes(scenarios: Scenarios, texts: dict[str, Any]) -> list[dict[str, Any]]:
    counted = {code: scenarios.outcomes.count(code) for code in {*scenarios.outcomes}}
    return [
        {
            **one,
            "count": counted.get(one["code"], 0),
            "swings": one["code"] in SWINGING,
            "key": charts.swatch(f"kort{number}", Paint(one["fill"], one["outline"], pattern_of(one["code"]))),
            "swatch": charts.swatch(f"ord{number}", Paint(one["fill"], one["outline"], pattern_of(one["code"]))),
        }
        for number, one in enumerate(texts["classes"])
    ]


def pattern_of(code: str) -> str:
    """The pattern of a class, so that it is told apart without its colour."""
    return "stripes" if code in SWINGING and code != FEW else "solid"


# The table ------------------------------------------------------------------------------------------------------------


def scenario_tables(report: ScenarioReport) -> list[Table]:
    """The sheets of the workbook: the scenarios, what each two share, the buildings that swing, and why they do."""
    return [_scenario_table(report), _overlap_table(report), _building_table(report), _reason_table(report)]


def _scenario_table(report: ScenarioReport) -> Table:
    scenarios, told = report.scenarios, report.told
    known = scenarios.properties_known
    columns = (
        (Column("Scenarie", width=34), [one.name for one in told]),
        (Column("Udpegede bygninger", WHOLE), scenarios.counts.tolist()),
        (
            Column("Ejendomme med en udpeget bygning", WHOLE),
            [one if known else None for one in scenarios.property_counts],
        ),
        (Column("Udpegede uden kendt ejendom", WHOLE), scenarios.without_property),
        (Column("Skal vurderes", WHOLE), scenarios.reviews.tolist()),
        (Column("Reglen", width=60), [" ".join(one.rule) for one in told]),
        (Column("Kilder", width=60), ["\n".join(_sources(one)) for one in told]),
        (Column("Hvor profilen kommer fra", width=40), [one.made_by for one in told]),
    )
    values = [values for _, values in columns]
    return Table("Scenarier", [one for one, _ in columns], values, kept=1, note=COUNTED_HERE)


def _sources(told: ScenarioTold) -> Iterator[str]:
    for about, one in _sources_told(told):
        unsure = "" if one.verified else " (ikke bekræftet)"
        yield f"{about}: {one.source}{unsure}" + (f". {one.note}" if one.note else "")


def _overlap_table(report: ScenarioReport) -> Table:
    scenarios, told = report.scenarios, report.told
    pairs = [(a, b) for a in range(len(told)) for b in range(a + 1, len(told))]
    columns = (
        (Column("Den ene regel", width=34), [told[a].name for a, _ in pairs]),
        (Column("Den anden", width=34), [told[b].name for _, b in pairs]),
        (Column("Udpeges af begge", WHOLE), [int(scenarios.both[a, b]) for a, b in pairs]),
        (Column("Kun af den ene", WHOLE), [int(scenarios.only_first[a, b]) for a, b in pairs]),
        (Column("Kun af den anden", WHOLE), [int(scenarios.only_first[b, a]) for a, b in pairs]),
    )
    return Table("Overlap", [one for one, _ in columns], [values for _, values in columns], kept=1)


def _building_table(report: ScenarioReport) -> Table:
    scenarios, buildings = report.scenarios, report.buildings
    rows = [one.row for one in buildings]
    withheld = _withheld(report)
    columns = [
        (Column("Adresse", width=34), [one.address_apart for one in buildings]),
        (Column("SAVE-værdi", WHOLE), [one.save for one in buildings]),
        (Column("Udpeges af, antal", WHOLE), scenarios.votes[rows].tolist()),
        *(
            (Column(one.short, width=22), [_cell(scenarios, number, row) for row in rows])
            for number, one in enumerate(report.told)
        ),
        (Column("Bygnings-id", width=38, prints=False), [one.id for one in buildings]),
    ]
    return Table(
        "Bygninger, der svinger",
        [one for one, _ in columns],
        [values for _, values in columns],
        kept=1,
        nothing=withheld or "Ingen bygninger svinger.",
        note=withheld if buildings else "",
    )


def _withheld(report: ScenarioReport) -> str:
    """Why the sheet names fewer buildings than the report counts; "" where it names them all."""
    count, more = int(report.scenarios.swinging.sum()) - len(report.buildings), " mere" if report.buildings else ""
    counted = f"{decimal(count)} {agreeing(count, 'bygning', 'bygninger')}{more}"
    return f"{counted}, som registret ikke offentliggør, er talt med og ikke nævnt." if count else ""


def _reason_table(report: ScenarioReport) -> Table:
    """A row for each thing that is said of a building: those of the rules that say the same of it together."""
    said = [(one, names, reason) for one in report.buildings for names, reason in one.reasons]
    columns = (
        (Column("Adresse", width=34), [one.address_apart for one, _, _ in said]),
        (Column("Regel", width=34), [names for _, names, _ in said]),
        (Column("Hvad den siger om bygningen", width=110), [reason for _, _, reason in said]),
        (Column("Bygnings-id", width=38, prints=False), [one.id for one, _, _ in said]),
    )
    return Table("Hvorfor", [one for one, _ in columns], [values for _, values in columns], kept=1)


def _cell(scenarios: Scenarios, number: int, row: int) -> str:
    if scenarios.designated[number, row]:
        return "udpeges"
    return IN_A_CELL.get(CODES[scenarios.ground[number, row]], "nej")
