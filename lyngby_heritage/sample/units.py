"""BBR's units (Enhed): the dwellings of each main building, and what stands in it beside them."""

from __future__ import annotations

import numpy as np

from .records import Records, make_uuids
from .tables import SampleTable, repeated, table, texts, whole

DWELLING, OTHER = "1", "E"
"""enh023Boligtype: a dwelling of its own, and anything that is none."""
FLATS, SHOP = 140, 322
ENOUGH = 40
"""m² beside the dwellings of a house of flats that are a unit of their own: the shops of the ground floor."""


def units_table(records: Records, rng: np.random.Generator) -> SampleTable:
    """`enheder`: as many dwellings as byg024 counts, then one unit for what is no dwelling."""
    mains = np.flatnonzero(records.main)
    dwellings = np.nan_to_num(records.dwellings[mains]).astype(np.int64)
    beside = np.nan_to_num(records.total[mains] + records.attic[mains] - records.dwelling[mains])
    shops = (records.use[mains] == FLATS) & (beside >= ENOUGH)
    others = ((dwellings == 0) | shops).astype(np.int64)
    building = np.repeat(mains, dwellings + others)
    first = np.repeat(np.cumsum(dwellings + others) - dwellings - others, dwellings + others)
    turn = np.arange(len(building)) - first
    lives = turn < np.repeat(dwellings, dwellings + others)
    share = np.repeat(np.rint(records.dwelling[mains] / np.maximum(dwellings, 1)), dwellings + others)
    rest = np.repeat(beside, dwellings + others)
    use = np.where(np.repeat(shops, dwellings + others) & ~lives, SHOP, records.use[building]).astype(np.int64)
    count = len(building)
    return table(
        "enheder",
        "BBR: enheder",
        "None",
        None,
        {
            "id_lokalId": make_uuids(count, rng),
            "kommunekode": repeated("0173", count),
            "status": repeated("6", count),
            "bygning": records.id[building],
            "enh020EnhedensAnvendelse": texts(map(str, use.tolist())),
            "enh023Boligtype": texts(DWELLING if home else OTHER for home in lives.tolist()),
            "enh026EnhedensSamledeAreal": whole(np.where(lives, share, rest)),
            "enh027ArealTilBeboelse": whole(np.where(lives, share, 0)),
            "enh028ArealTilErhverv": whole(np.where(lives, 0, rest)),
        },
    )
