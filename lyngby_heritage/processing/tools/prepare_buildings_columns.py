"""Columns of the building layer as they are written: Python's own values, in the types of their fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from qgis.PyQt.QtCore import QMetaType

TEXT, WHOLE, LONG = QMetaType.Type.QString, QMetaType.Type.Int, QMetaType.Type.LongLong
NUMBER, YES_NO = QMetaType.Type.Double, QMetaType.Type.Bool

ATTRIBUTE_FIELDS = (
    ("anvendelse", "use", WHOLE),
    ("opfoerelsesaar", "year", WHOLE),
    ("ombygningsaar", "rebuilt_year", WHOLE),
    ("etager", "storeys", NUMBER),
    ("ydervaeg", "wall", WHOLE),
    ("tagdaekning", "roof", WHOLE),
    ("bebygget_m2", "footprint_area", NUMBER),
    ("samlet_m2", "total_area", NUMBER),
    ("bolig_m2", "dwelling_area", NUMBER),
    ("tagetage_m2", "roof_storey_area", NUMBER),
    ("kaelder_m2", "basement_area", NUMBER),
    ("kaelder_dyb_m2", "deep_basement_area", NUMBER),
    ("indbygget_m2", "built_in_area", NUMBER),
    ("boliger", "dwellings", WHOLE),
)
UNMATCHED_FIELDS = (
    ("lag", TEXT),
    ("raekke", WHOLE),
    ("udfald", TEXT),
    ("aarsag", TEXT),
    ("bygning_id", TEXT),
    ("bbrnummer", TEXT),
    ("fbb_id", TEXT),
    ("save_vaerdi", WHOLE),
    ("adresse", TEXT),
    ("ejendom_id", TEXT),
)


def texts(values: Iterable[str]) -> list[str | None]:
    """Texts, None for an empty one."""
    return [one or None for one in values]


def listed_values(kind: QMetaType.Type, values: Any) -> list[Any]:
    """A stretch of a column as Python's own values, None for unknown."""
    import numpy as np

    if isinstance(values, list):
        return texts(values) if kind == TEXT else values
    out = np.empty(len(values), dtype=object)
    known = ~np.isnan(values)
    exact = {WHOLE: np.int64, YES_NO: bool}.get(kind)
    out[known] = (values[known] if exact is None else values[known].astype(exact)).tolist()
    return list(out.tolist())


def fbb_ids(raw: Sequence[Any]) -> tuple[list[Any], QMetaType.Type]:
    """FBB's ids as numbers where all of them are, and the type of their field."""
    from ...core.registers.bbr_number import whole_number

    texts = [None if one is None or not str(one).strip() else str(one).strip() for one in raw]
    numbers = [None if one is None else whole_number(one) for one in texts]
    if all(one is None or one for one in numbers):
        return [None if one is None else int(one) for one in numbers], LONG
    return texts, TEXT
