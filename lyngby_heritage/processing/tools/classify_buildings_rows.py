"""The result columns of `classifybuildings`, row by row, in the order of RESULT_FIELDS."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.PyQt.QtCore import QMetaType

RESULT_FIELDS = (
    ("save_vaerdi", QMetaType.Type.Int),
    ("udpeget", QMetaType.Type.Bool),
    ("udpegning", QMetaType.Type.QString),
    ("ensartethed", QMetaType.Type.Double),
    ("naboer", QMetaType.Type.Int),
    ("naboer_ens", QMetaType.Type.Int),
    ("begrundelse", QMetaType.Type.QString),
    ("fredet", QMetaType.Type.Bool),
    ("gaeldende_udpegning", QMetaType.Type.QString),
    ("bygningstype", QMetaType.Type.QString),
    ("naboer_afstand_m", QMetaType.Type.Double),
    ("sikkerhed", QMetaType.Type.Double),
)
DECIMALS = 6
"""Of the shares that are written, which are of counts: a third is 0.333333."""
LISTED = next(place for place, (name, _) in enumerate(RESULT_FIELDS) if name == "fredet")


class ResultColumns:
    """The result columns row by row, made block by block so that the reasons need not all be held."""

    BLOCK = 10_000

    def __init__(self, classified: Any, listed: Any, check: Any, feedback: Any) -> None:
        self.classified = classified
        self.listed = listed
        self.check = check
        self.feedback = feedback

    def rows(self, count: Any) -> Iterator[Any]:
        from ...core.designation.rule import CODES
        from ...core.neighbourhood.buildings import building_types
        from ...core.registers.registration import standing_codes

        c = self.classified
        types = building_types(c.assessed)
        for start in range(0, count, self.BLOCK):
            self.check()
            self.feedback.setProgress(45 + 40 * start / count)
            part = slice(start, min(start + self.BLOCK, count))
            save = [value if value >= 1 else None for value in c.save[part].tolist()]
            assessed = c.assessed[part].tolist()
            share = _shares(c.figures.share[part].tolist())
            columns = (
                save,
                c.designation.designated[part].tolist(),
                [CODES[code] for code in c.designation.ground[part].tolist()],
                [value if known else None for value, known in zip(share, assessed)],
                [value if known else None for value, known in zip(c.figures.neighbours[part].tolist(), assessed)],
                [value if known else None for value, known in zip(c.figures.alike[part].tolist(), assessed)],
                c.reasons(part.start, part.stop),
                [None if value != value else value == 1.0 for value in self.listed[part].tolist()],
                [one or None for one in standing_codes(c.standing[part])],
                types[part],
                [None if value != value else value for value in c.distance[part].tolist()],
                _shares(c.certainty[part].tolist()),
            )
            yield from zip(*columns)


def _shares(values: list[float]) -> list[float | None]:
    """Shares as they are written: what was decided was decided on the share itself."""
    return [None if value != value else round(value, DECIMALS) for value in values]
