"""Small plans and registers for the tests of the follow-up."""

import numpy as np
import shapely

from lyngby_heritage.core.comparison.since import Stock
from lyngby_heritage.core.comparison.since_plots import Plots

FACTS = ("rebuilt_year", "year", "storeys", "use", "wall", "roof", "footprint_area", "total_area")
NAN = np.nan


def house(x=0, y=0, width=10, depth=10):
    return shapely.box(x, y, x + width, y + depth)


PLAN_ROWS = [
    # id, outline, udpeget, udpegning, SAVE, fredet
    ("a", house(0), 1, "vaerdi_1_3", 3, 0),
    ("b", house(100), 1, "vaerdi_4_ensartet", 4, 0),
    ("c", house(200), 0, "til_vurdering", 4, 0),
    ("d", house(300), 0, "ikke_udpeget", 5, 0),
]


def stock(rows, facts=None, **more):
    """Rows (id, outline, udpeget, udpegning, SAVE, fredet); `facts` by concept, else those of one plain house."""
    count = len(rows)
    plain = dict(zip(FACTS, (NAN, 1910.0, 1.0, 120.0, 1.0, 5.0, 100.0, 100.0)))
    columns = list(zip(*rows)) or [()] * 6
    given = {
        "ids": list(columns[0]),
        "labels": list(columns[0]),
        "places": np.array(columns[1], dtype=object),
        "designated": np.array(columns[2], dtype=np.int8),
        "grounds": list(columns[3]),
        "save": np.array(columns[4], dtype=np.int8),
        "listed": np.array(columns[5], dtype=np.float64),
        "facts": {one: np.full(count, plain[one]) for one in FACTS} | (facts or {}),
        "addresses": [f"Åvej {one}" for one in range(1, count + 1)],
        "properties": [str(9000 + one) for one in range(count)],
        "withheld": np.zeros(count, dtype=bool),
    }
    return Stock(**(given | more))


def plots(*rows):
    """Rows (property, status, %, allowed %)."""
    ids, status, ratio, allowed = zip(*rows)
    shapes = np.array([house(0, 0, 30, 30)] * len(rows), dtype=object)
    return Plots(list(ids), list(status), np.array(ratio, dtype=float), np.array(allowed, dtype=float), shapes)
