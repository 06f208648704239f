"""Churches by BBR's use."""

import numpy as np

from lyngby_heritage.core.designation.churches import church_rows


def test_a_church_is_known_by_its_use():
    assert church_rows(np.array([414.0, 120.0, np.nan])).tolist() == [True, False, False]
