"""What a report tells of a comparison, building by building."""

import numpy as np

from lyngby_heritage.core.comparison.compare import Side, compare_designations
from lyngby_heritage.core.comparison.outcome import comparison_outcome


def side(designated, numbers=()):
    """Two houses on Åvej, both designated on their value or neither."""
    unknown = np.full(2, np.nan)
    return Side(
        ids=["a", "b"],
        places=np.array([None, None], dtype=object),
        designated=np.full(2, int(designated), dtype=np.int8),
        grounds=["vaerdi_1_3" if designated else "ikke_udpeget"] * 2,
        save=np.full(2, 3 if designated else 5, dtype=np.int8),
        neighbours=unknown,
        alike=unknown,
        share=unknown,
        reasons=[None, None],
        addresses=["Åvej 1", "Åvej 2"],
        numbers=numbers,
    )


def test_a_building_is_told_with_the_number_that_an_earlier_plan_gave_it():
    """Who had a letter of No. 17 finds it among those that went out, though the new plan has no such number."""
    before, after = side(True, [17, None]), side(False)
    found = comparison_outcome(compare_designations(before, after), before, after)
    assert [one.name for one in found.buildings] == ["Åvej 1, nr. 17", "Åvej 2"]
