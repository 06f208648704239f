"""Ensembles found in a small table of buildings."""

import numpy as np
from builders import rows, thresholds

from lyngby_heritage.core.ensembles.find import EnsembleSettings, find_ensembles
from lyngby_heritage.core.registers.values import read_save_values


def chosen(min_buildings=5, method=0, neighbour_distance=40.0, opposite_distance=20.0, same_property=False, **changes):
    return EnsembleSettings(
        method, neighbour_distance, opposite_distance, thresholds(**changes), min_buildings, same_property
    )


def ensembles(table, plots=None, context=None, designated=None, **changes):
    save, _ = read_save_values([row["save"] for row in table])
    known = np.array([-1 if one is None else int(one) for one in designated or [None] * len(table)], dtype=np.int8)
    further = rows(context) if context is not None else None
    return find_ensembles(rows(table), save, known, chosen(**changes), plots, further)
