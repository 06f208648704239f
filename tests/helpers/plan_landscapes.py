"""Landscapes of a plan from tables of areas."""

import numpy as np
import shapely

from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.landscape.designations import KINDS
from lyngby_heritage.core.landscape.written import read_written
from lyngby_heritage.core.plan.content import Landscape

CATALOGUE = built_in()


def landscape(*rows):
    """Rows of (theme, name, WKT), and after them the status and the kind of geometry where they are other."""
    full = [(*row, *("gaeldende", "flade")[len(row) - 3 :]) for row in rows]
    geometries = np.array([shapely.from_wkt(row[2]) for row in full] + [None], dtype=object)[:-1]
    assert all(row[4] in KINDS for row in full)
    written = read_written(
        geometries, [row[0] for row in full], [row[4] for row in full], [row[3] for row in full], CATALOGUE
    )
    titles = {theme.code: theme.name for theme in CATALOGUE.themes}
    columns = {
        "theme": written.row_codes,
        "theme_name": [titles.get(row[0], row[0]) for row in full],
        "name": [row[1] for row in full],
        "guideline": [None] * len(full),
        "status": [row[3] for row in full],
    }
    return Landscape(columns, geometries, written.codes, written.registered(CATALOGUE))
