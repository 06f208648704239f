"""Gathers what the report on a comparison holds: the moves, the buildings that changed, and how it was made."""

from collections import Counter

from ...core.comparison.compare import CHANGES, KEPT, NOBODY
from ...core.comparison.reasons import reasons
from ...core.report.comparison import ComparisonReport, Listed, Standing, render
from ..outputs.report_parts import findings, inputs, made_at, map_of, versions

BLOCK = 50_000


def report_html(run):
    """The report of one run as HTML."""
    before, after = run.layers
    changes, moves = _counted(run)
    run.check()
    return render(
        ComparisonReport(
            title="Hvad er ændret i udpegningen af bevaringsværdige bygninger?",
            before_name=before.source.name,
            after_name=after.source.name,
            changes=changes,
            moves=moves,
            buildings=_listed(run),
            findings=findings(run.notes),
            parameters=tuple(
                (name, label, layer.table.fields.get("building_id", "findes ikke i laget"))
                for name, label, layer in (
                    ("BEFORE_ID_FIELD", "Felt før: bygnings-id", before),
                    ("AFTER_ID_FIELD", "Felt nu: bygnings-id", after),
                )
            ),
            inputs=inputs([(layer.source, len(layer.table)) for layer in run.layers]),
            versions=versions("shapely", "numpy"),
            made_at=made_at(),
            map_png=map_of(run.outputs, "OUTPUT", run.style_name(), run.context),
        )
    )


def _standings(side, rows):
    """What one designation says of each building."""
    known = [None if one < 0 else bool(one) for one in side.designated.tolist()]
    return [
        Standing(False, None, None) if row == NOBODY else Standing(True, side.grounds[row], known[row])
        for row in rows.tolist()
    ]


def _counted(run):
    matched = run.compared.matched
    now = _standings(run.sides[1], matched.after)
    moves = Counter(zip(_standings(run.sides[0], matched.before), now))
    codes = [CHANGES[code] if code >= 0 else None for code in run.compared.change.tolist()]
    return Counter((code, bool(one.designated)) for code, one in zip(codes, now)), moves


def _listed(run):
    """The buildings that did not stay as they were, in the order of the layer."""
    compared, matched = run.compared, run.compared.matched
    before, after = run.sides
    listed = []
    for start in range(0, len(matched), BLOCK):
        run.check()
        end = min(start + BLOCK, len(matched))
        changed = (compared.change[start:end] != KEPT).nonzero()[0].tolist()
        if not changed:
            continue
        texts = list(reasons(compared, before, after, start, end))
        was = _standings(before, matched.before[start:end])
        now = _standings(after, matched.after[start:end])
        for one in changed:
            code = int(compared.change[start + one])
            old, new = int(matched.before[start + one]), int(matched.after[start + one])
            listed.append(
                Listed(_name(run, old, new), CHANGES[code] if code >= 0 else None, was[one], now[one], texts[one])
            )
    return listed


def _name(run, old, new):
    """What people call the building: its address, else its id."""
    for what in ("addresses", "labels"):
        for layer, row in ((run.layers[1], new), (run.layers[0], old)):
            value = getattr(layer, what)[row] if row != NOBODY else None
            if value and value.strip():
                return value.strip()
    return "Uden adresse og id"
