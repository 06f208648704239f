"""A small town of buildings of the neighbour value and its plots, counted by hand where they are used."""

from dataclasses import replace

import numpy as np
from plan_builders import building, buildings

from lyngby_heritage.core.designation.outcome import Basis
from lyngby_heritage.core.plan.choices import Evidence

BASIS = Basis(
    rule=0,
    method=3,
    neighbour_distance=40.0,
    opposite_distance=20.0,
    min_neighbours=2,
    min_attributes=2,
    similarity=0.75,
    uniform_share=0.6,
    year_tolerance=10.0,
    area_tolerance=25.0,
    high_values=(1, 2, 3),
    neighbour_value=4,
    attached_uses=(131, 132, 130, 121),
)

# Each row: property, SAVE value, ground, designated, neighbours, alike, certainty, in a lokalplan that preserves.
TOWN = [
    ("a", 2, "vaerdi_1_3", True, 3, 0, np.nan, True),
    ("a", 4, "vaerdi_4_ensartet", True, 5, 3, 0.5, False),  # 60 %
    ("b", 4, "vaerdi_4_ensartet", True, 4, 4, 1.0, True),  # 100 %
    ("b", 4, "vaerdi_4_ensartet", True, 3, 2, 2 / 3, False),  # 66.7 %
    ("c", 4, "ikke_udpeget", False, 2, 1, 0.6, False),  # 50 %
    ("c", 4, "til_vurdering", False, 1, 1, 1.0, False),  # one neighbour is too few
    ("", 4, "ikke_udpeget", False, 4, 1, 0.9, False),  # 25 %, on no known property
    ("d", 4, "beslutning", True, 4, 0, 1.0, False),
    ("e", 4, "beslutning", False, 4, 4, 1.0, False),
    ("e", 4, "vaerdi_4_ensartet", False, 4, 4, 1.0, False),  # listed: the plan sets it apart
    ("f", 5, "ikke_udpeget", False, 0, 0, np.nan, False),
]
LISTED = 9


def town(*rows, listed=(LISTED,)):
    return buildings(
        *(
            building(
                30 * i,
                address=f"Vej {i}",
                save=row[1],
                yes=row[3],
                ground=row[2],
                property=row[0],
                listed=i in listed,
                decided=row[3] or i in listed,
            )
            for i, row in enumerate(rows)
        )
    )


def evidence(*rows, **changed):
    columns = list(zip(*rows))
    return replace(
        Evidence(
            use=np.full(len(rows), 120.0),
            neighbours=np.array(columns[4], dtype=np.int32),
            alike=np.array(columns[5], dtype=np.int32),
            certainty=np.array(columns[6]),
        ),
        **changed,
    )


PLOTS = {
    "status": ["overholdt", "overskredet", "overskredet", "ukendt", "omraade", "ikke_omfattet", "noget andet"],
    "status_procent": ["overholdt", "overskredet", "overholdt", "ukendt", "omraade", "ikke_omfattet", None],
    "status_etager": ["overholdt", "overholdt", "overskredet", "overholdt", "overholdt", "ikke_omfattet", None],
    "tilladt_procent": [30.0, 30.0, 25.0, None, 40.0, 30.0, 30.0],
    "tilladt_etager": [1.5, 1.5, 1.5, 1.5, 2.0, 1.5, None],
    "etager": [1.0, 1.5, 2.0, 1.0, 2.0, 1.0, None],
    "procent_kilde": ["parameter", "parameter", "lokalplan 1", "parameter", "lokalplan 2", "parameter", "parameter"],
    "etager_kilde": ["parameter", "parameter", "parameter", "ramme 1", "ramme 1", "parameter", None],
}
OWNERS = ["a", "a", "b", "c", "d", "e", ""]
