"""Settings of the dial, as the browser is given them and as a run of the core has them, and what the run says."""

from dataclasses import replace

import numpy as np
from builders import settings

from lyngby_heritage.core.designation.rule import REVIEW, UNIFORM_FOUR
from lyngby_heritage.core.neighbourhood.properties import NO_PROPERTY

# Exact fractions, the ends, and what a machine makes of a sum of tenths: a bit more than 0.6, a bit less than 0.8.
SHARES = (0.0, 0.25, 1 / 3, 0.4, 0.5, 0.6, 3 * 0.2, 2 / 3, 0.75, 0.8, 0.7 + 0.1, 5 / 6, 1.0)
COUNT = """
const model = Dial.read(JSON.parse(document.getElementById("dial-data").textContent));
return arguments[0].map((settings) => {
  const outcome = Dial.outcome(model, settings);
  return {outcome: Array.from(outcome), ...Dial.counts(model, outcome)};
});
"""
"""What the page says of each of some settings."""


def asked(**changes):
    """What a person may choose: the municipality's own choice at adjoining properties, unless said otherwise."""
    return {
        "UNIFORM_SHARE": 0.6,
        "SIMILARITY": 0.75,
        "YEAR_TOLERANCE": 10,
        "MIN_NEIGHBOURS": 2,
        "VALUE4_RULE": 0,
        "NEIGHBOUR_METHOD": 1,
        "NEIGHBOUR_DISTANCE": 40,
        "OPPOSITE_DISTANCE": 20,
        **changes,
    }


def rolled_settings(rolled, count, methods=(1, 2, 3), metres=range(101), across=range(41)):
    """So many settings at random, exact fractions and the ends of every range among them."""
    return [
        asked(
            UNIFORM_SHARE=rolled.choice((*SHARES, rolled.randrange(101) / 100)),
            SIMILARITY=rolled.choice((*SHARES, rolled.randrange(101) / 100)),
            YEAR_TOLERANCE=rolled.choice((0, 1, 2, 5, 10, 25, 100, rolled.randrange(101))),
            MIN_NEIGHBOURS=rolled.choice((1, 2, 3, 5, 10)),
            VALUE4_RULE=rolled.choice((0, 0, 0, 1, 1, 2, 3, 4)),
            NEIGHBOUR_METHOD=rolled.choice(methods),
            NEIGHBOUR_DISTANCE=rolled.choice(metres),
            OPPOSITE_DISTANCE=rolled.choice(across),
        )
        for _ in range(count)
    ]


def of_a_run(chosen, base=None):
    """The Settings that these are; what cannot be moved is as in `base`."""
    base = base or settings()
    thresholds = replace(
        base.thresholds,
        uniform_share=chosen["UNIFORM_SHARE"],
        similarity=chosen["SIMILARITY"],
        year_tolerance=chosen["YEAR_TOLERANCE"],
        min_neighbours=chosen["MIN_NEIGHBOURS"],
    )
    return replace(
        base,
        method=chosen["NEIGHBOUR_METHOD"],
        neighbour_distance=chosen["NEIGHBOUR_DISTANCE"],
        opposite_distance=chosen["OPPOSITE_DISTANCE"],
        rule=chosen["VALUE4_RULE"],
        thresholds=thresholds,
    )


def designated_properties(classified):
    """On how many known properties a building is designated, and how many that are designated stand on none."""
    of_row = classified.properties[classified.buildings.row_building]
    found = of_row[classified.designation.designated].tolist()
    return len(set(found) - {NO_PROPERTY}), found.count(NO_PROPERTY)


def said_by_a_run(classified, rows):
    """What the page must say of the 4s in `rows`, as COUNT gives it."""
    ground = classified.designation.ground[rows]
    outcome = np.select([ground == UNIFORM_FOUR, ground == REVIEW], [1, 2], 0)
    designated, review = int((outcome == 1).sum()), int((outcome == 2).sum())
    return {
        "outcome": outcome.tolist(),
        "designated": designated,
        "review": review,
        "not": len(rows) - designated - review,
        "buildings": int(classified.designation.designated.sum()),
        "properties": designated_properties(classified)[0],
        "apart": designated_properties(classified)[1],
    }
