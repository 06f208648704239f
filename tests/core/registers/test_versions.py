"""Which rows of BBR stand. Codes of the life cycle: 6 Opført, 10 Historisk, 11 Fejlregistreret."""

import numpy as np
import pytest

from lyngby_heritage.core.registers.versions import Life, judge

CURRENT, REPEATED, HISTORIC, FAILED, ENDED, OLDER = Life


def judged(*rows):
    """Rows of (id, status, ended, since)."""
    ids, status, ended, since = zip(*rows)
    return judge(ids, np.array(status, dtype=float), np.array(ended), since)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("a", 6, False, "")], [CURRENT]),
        ([("a", np.nan, False, "")], [CURRENT]),  # no status field
        ([("a", 9, False, "")], [CURRENT]),  # only 10 and 11 are dropped
        ([("a", 10, False, "")], [HISTORIC]),
        ([("a", 11, False, "")], [FAILED]),
        ([("a", 12, False, "")], [CURRENT]),
        ([("a", 6, True, "")], [ENDED]),
        ([("a", 6, True, "2015"), ("a", 6, False, "2017")], [ENDED, CURRENT]),
        ([("a", 6, False, "2017"), ("a", 6, False, "2015")], [CURRENT, OLDER]),
        # The newest version says that it was demolished: the older one does not bring it back.
        ([("a", 6, False, "2015"), ("a", 10, False, "2017")], [OLDER, HISTORIC]),
        # Nothing tells them apart: one that stands goes before one that does not.
        ([("a", 10, False, ""), ("a", 6, False, "")], [HISTORIC, CURRENT]),
        # Two polygons of one building are rows of the same version.
        ([("a", 6, False, ""), ("a", 6, False, "")], [CURRENT, REPEATED]),
        ([("", 6, False, ""), ("", 6, False, "")], [CURRENT, CURRENT]),
        ([("a", 6, False, ""), ("b", 6, False, "")], [CURRENT, CURRENT]),
    ],
)
def test_what_a_row_is(rows, expected):
    assert judged(*rows).life.tolist() == expected


def test_ids_of_which_nothing_stands_and_why():
    versions = judged(
        ("a", 6, True, "2015"),
        ("a", 10, False, "2017"),
        ("b", 11, False, ""),
        ("c", 6, True, ""),
        ("d", 6, True, "2015"),
        ("d", 6, False, "2017"),
        ("", 10, False, ""),
    )
    assert versions.gone == {"a": HISTORIC, "b": FAILED, "c": ENDED}
