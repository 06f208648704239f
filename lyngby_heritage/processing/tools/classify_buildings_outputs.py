"""Writes the outputs of `classifybuildings`: the layer of buildings, and the pairs of neighbours."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

from ...core.common.errors import HeritageError, Note, note_in_both
from ..inputs.databases import is_place
from ..outputs.fields import as_json, fields_of, holds_several, new_field
from .classify_buildings_rows import LISTED, RESULT_FIELDS, ResultColumns

TAKEN_BY_GEOPACKAGE = {"fid", "geom"}
"""Names that a GeoPackage gives to the row number and the geometry; a column of the data by them gets another."""
PLAN_NUMBER, PLAN_GROUP = "loebenr", "plangruppe"
"""What the package of a plan says of its buildings: of that plan, and no longer of what is designated anew."""
PAIR_FIELDS = (
    ("fra_id", QMetaType.Type.QString),
    ("til_id", QMetaType.Type.QString),
    ("lighed", QMetaType.Type.Double),
    ("ens_paa", QMetaType.Type.QString),
    ("forskellig_paa", QMetaType.Type.QString),
)


def output_fields(run: Any) -> tuple[QgsFields, list[int]]:
    """The input's fields without its row number and without results of an earlier run, then the results.

    Of the buildings of a package the group of provisions is left out too: the new plan puts each in its own.
    Returns the fields and the positions of those left out, last first.
    """
    left_out = set(run.buildings.key_fields())
    results = {name for name, _ in RESULT_FIELDS}
    if plan_number_field(run) is not None:
        results.add(PLAN_GROUP)
    fields = QgsFields()
    taken: set[str] = set()
    for position, field in enumerate(run.buildings.source.fields().toList()):
        if position in left_out:
            continue
        if field.name().lower() in results or is_place(field):
            left_out.add(position)
            continue
        if holds_several(field):
            field = new_field(field.name(), QMetaType.Type.QString)
        if field.name().lower() in TAKEN_BY_GEOPACKAGE:
            field = QgsField(field)
            field.setName(f"{field.name().lower()}_kilde")
        while field.name().lower() in taken:
            field = QgsField(field)
            field.setName(field.name() + "_2")
        taken.add(field.name().lower())
        fields.append(field)
    for name, kind in RESULT_FIELDS:
        fields.append(new_field(name, kind))
    return fields, sorted(left_out, reverse=True)


def plan_number_field(run: Any) -> int | None:
    """The position of the running number in the buildings of a package; None in any other layer."""
    names = [one.lower() for one in run.buildings.source.fields().names()]
    return names.index(PLAN_NUMBER) if PLAN_NUMBER in names and PLAN_GROUP in names else None


class PlanNumbers:
    """Counts the buildings of a package that the next plan will not name, and those that have no running number yet.

    Letters and answers of a hearing name a building by its number. So it stays with each, and the next plan can say of
    a number that is gone where it went, and gives it to no other.
    """

    def __init__(self, run: Any) -> None:
        from ...core.designation.churches import church_rows
        from ...core.registers.values import read_number

        self.read = read_number
        self.position = plan_number_field(run)
        of_row = run.classified.buildings.row_building
        self.churches = church_rows(run.classified.buildings.use_codes[of_row]).tolist()
        self.withheld = run.withheld.tolist()
        self.gone = self.lacking = 0

    def count(self, row: int, feature: Any, named: bool) -> None:
        """Count a row; `named` is whether it is designated or listed, so that the next plan names it."""
        if self.position is None:
            return
        numbered = self.read(feature[self.position]) is not None
        if (named or self.churches[row]) and not self.withheld[row]:
            self.lacking += not numbered
        elif numbered:
            self.gone += 1

    def notes(self) -> list[Note]:
        """What a reader of the layer must know of its numbers."""
        gone = note_in_both(
            "{count:building|buildings} with a number in the plan (loebenr) {count:=is|are} not in the plan that comes "
            "of this designation. The number stays, so that the plan can say that it is gone.",
            "{count:bygning|bygninger} med et nummer i planen (loebenr) kommer ikke med i den plan, som udpegningen "
            "fører til. Nummeret bliver stående, så planen kan sige, at det er udgået.",
            count=self.gone,
        )
        lacking = note_in_both(
            "{count:building|buildings} that the plan is to name {count:=has|have} no number (loebenr) yet: "
            "exportlokalplan gives {count:=it|them} one behind the largest.",
            "{count:bygning|bygninger}, som planen skal nævne, har endnu intet nummer (loebenr): det gives, når planen "
            "bliver lavet.",
            count=self.lacking,
        )
        return [note for note, count in ((gone, self.gone), (lacking, self.lacking)) if count]


def write_buildings(run: Any) -> None:
    """Write each row of the input with its result, reading the rows once more rather than holding them."""
    fields, left_out = output_fields(run)
    source = run.buildings
    run.warn_of_cut_texts("OUTPUT")
    writer = run.outputs.sink("OUTPUT", fields, source.source.wkbType(), run.crs)
    first = fields.count() - len(RESULT_FIELDS)
    columns = ResultColumns(run.classified, run.listed, run.check, run.feedback)
    count, added = len(run.table), len(RESULT_FIELDS)
    positions, flag, listed = range(first, first + added), run.listed_flag, first + LISTED
    several = [place for place, field in enumerate(source.source.fields().toList()) if holds_several(field)]
    values, add = columns.rows(count), writer.add
    designated = run.classified.designation.designated.tolist()
    numbers = PlanNumbers(run)
    rows = zip(source.features(source.request(run.crs)), run.table.row_ids)
    for row, (feature, row_id) in enumerate(rows):
        if feature.id() != row_id:
            raise HeritageError(
                "The layer {layer} changed while it was read. Run the tool again when nobody edits it.",
                layer=source.name,
            )
        own = None if flag is None else feature[flag]
        for position in several:
            feature[position] = as_json(feature[position])
        found = next(values)
        numbers.count(row, feature, designated[row] or found[LISTED] is True or own is True)
        for position in left_out:
            feature.deleteAttribute(position)
        feature.padAttributes(added)  # with NULL
        for position, value in zip(positions, found):
            if value is not None:
                feature[position] = value
        if type(own) is bool:
            feature[listed] = own or feature[listed] is True
        run.listed_count += designated[row] and feature[listed] is True
        add(feature)
    if writer.total != count:
        raise HeritageError(
            "The layer {layer} changed while it was read. Run the tool again when nobody edits it.",
            layer=source.name,
        )
    run.notes += numbers.notes()
    run.tell(numbers.notes())


def write_pairs(run: Any) -> None:
    """Write a line for each assessed building and each of its assessed neighbours."""
    import shapely

    from ...core.common.geometry import to_millimetres
    from ...core.designation.reasons import pair_words

    fields = fields_of(PAIR_FIELDS)
    writer = run.outputs.sink("OUTPUT_PAIRS", fields, Qgis.WkbType.LineString, run.crs)
    classified, buildings = run.classified, run.classified.buildings
    chosen = classified.pairs.assessed(run.settings.thresholds)
    source, target = classified.graph.source[chosen], classified.graph.target[chosen]
    known, alike = classified.pairs.known[chosen], classified.pairs.alike[chosen]
    similarity = classified.pairs.similarity[chosen]
    points = shapely.point_on_surface(buildings.geometries)
    x, y = to_millimetres(shapely.get_x(points)), to_millimetres(shapely.get_y(points))
    words = [pair_words(bits) for bits in range(64)]
    for start in range(0, len(source), 5_000):
        run.check()
        part = slice(start, start + 5_000)
        i, j = source[part], target[part]
        ends = shapely.linestrings([[[a, b], [c, d]] for a, b, c, d in zip(x[i], y[i], x[j], y[j])] if len(i) else [])
        lines = shapely.to_wkb(ends)
        ours, theirs = i.tolist(), j.tolist()
        bits = zip(alike[part].tolist(), known[part].tolist())
        columns = (
            [buildings.labels[one] for one in ours],
            [buildings.labels[one] for one in theirs],
            similarity[part].tolist(),
            *zip(*[(words[one], words[both & ~one]) for one, both in bits]),
        )
        writer.add_rows(fields, lines, columns, run.check)
