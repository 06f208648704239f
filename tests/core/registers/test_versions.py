"""Which rows of BBR stand. Codes of the life cycle: 6 Opført, 7 Gældende; 2 and 3 coming; 9-14 gone or never there."""

import datetime

import pytest

from lyngby_heritage.core.registers.versions import Life, judge, left_out, read_lives

CURRENT, REPEATED, COMING, HISTORIC, FAILED, CLOSED, OTHER, NOT_YET, ENDED, OLDER = Life
NAN = float("nan")


def lives_of(rows):
    """Rows of (id, status, until, since)."""
    _, status, until, since = zip(*rows)
    return read_lives({"life_cycle": status, "valid_until": until, "valid_from": since}, len(rows))


def judged(*rows, ends=True):
    lives = lives_of(rows)
    if not ends:
        columns = {"life_cycle": [row[1] for row in rows], "valid_from": [row[3] for row in rows]}
        lives = read_lives(columns, len(rows))
    return judge([row[0] for row in rows], lives)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("a", 6, "", "")], [CURRENT]),
        ([("a", 7, "", "")], [CURRENT]),
        ([("a", NAN, "", "")], [CURRENT]),  # no status field
        ([("a", 2, "", "")], [COMING]),
        ([("a", 3, "", "")], [COMING]),
        ([("a", 9, "", "")], [CLOSED]),
        ([("a", 10, "", "")], [HISTORIC]),
        ([("a", 11, "", "")], [FAILED]),
        ([("a", 12, "", "")], [CLOSED]),
        ([("a", 13, "", "")], [CLOSED]),
        ([("a", 14, "", "")], [CLOSED]),
        ([("a", 1, "", "")], [OTHER]),
        ([("a", 4, "", "")], [OTHER]),
        ([("a", 5, "", "")], [OTHER]),
        ([("a", 8, "", "")], [OTHER]),
        ([("a", 99, "", "")], [OTHER]),
        ([("a", 6, "2015-01-01", "")], [ENDED]),
        ([("a", 6, "2017", "2015"), ("a", 6, "", "2017")], [ENDED, CURRENT]),
        ([("a", 6, "", "2017"), ("a", 6, "", "2015")], [CURRENT, OLDER]),
        # Two open rows of one building with different status are one, the standing one.
        ([("a", 6, "", "2015"), ("a", 3, "", "2020")], [CURRENT, COMING]),
        ([("a", 10, "", ""), ("a", 6, "", "")], [HISTORIC, CURRENT]),
        ([("a", 6, "", "2015"), ("a", 10, "", "2017")], [CURRENT, HISTORIC]),
        ([("a", 6, "", "2015"), ("a", 6, "", "2017"), ("a", 2, "", "2020")], [OLDER, CURRENT, COMING]),
        # Two polygons of one building are rows of the same version.
        ([("a", 6, "", ""), ("a", 6, "", "")], [CURRENT, REPEATED]),
        ([("", 6, "", ""), ("", 6, "", "")], [CURRENT, CURRENT]),
        ([("a", 6, "", ""), ("b", 6, "", "")], [CURRENT, CURRENT]),
    ],
)
def test_what_a_row_is(rows, expected):
    assert judged(*rows).life.tolist() == expected


def test_where_no_ends_are_stated_the_newest_version_that_says_gone_holds():
    rows = [("a", 6, "", "2015"), ("a", 10, "", "2017")]
    assert judged(*rows, ends=False).life.tolist() == [OLDER, HISTORIC]
    # A building case does not take the building away.
    rows = [("a", 6, "", "2015"), ("a", 3, "", "2017")]
    assert judged(*rows, ends=False).life.tolist() == [CURRENT, COMING]


def test_ids_of_which_nothing_stands_and_why():
    versions = judged(
        ("a", 6, "2017", "2015"),
        ("a", 10, "", "2017"),
        ("b", 11, "", ""),
        ("c", 6, "2017", ""),
        ("d", 6, "2017", "2015"),
        ("d", 6, "", "2017"),
        ("", 10, "", ""),
    )
    assert versions.gone == {"a": HISTORIC, "b": FAILED, "c": ENDED}
    assert versions.gone_row == {"a": 1, "b": 2, "c": 3}


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (None, CURRENT),
        ("", CURRENT),
        ("  ", CURRENT),
        ("9999-12-31T23:59:59.999999Z", CURRENT),
        ("99991231", CURRENT),
        ("31-12-9999", CURRENT),
        ("31.12.9999 23:59", CURRENT),
        (datetime.datetime(9999, 12, 31, 23, 59, 59), CURRENT),
        ("10000-01-01T00:00:00Z", CURRENT),
        ("+10000-01-01", CURRENT),
        ("9998-12-31", CURRENT),  # yet to come
        ("2015-01-15T10:12:52Z", ENDED),
        ("20150115", ENDED),
        ("15-01-2015", ENDED),
        (datetime.date(2015, 1, 15), ENDED),
    ],
)
@pytest.mark.parametrize("concept", ["valid_until", "registered_until"])
def test_an_end_in_9999_or_later_is_none(until, expected, concept):
    assert judge(["a"], read_lives({concept: [until]}, 1)).life.tolist() == [expected]


def test_versions_are_in_the_order_of_their_dates_however_they_are_written():
    lives = read_lives({"valid_from": ["02-01-2010", "01-06-2020"], "valid_until": [None, None]}, 2)
    assert judge(["a", "a"], lives).life.tolist() == [OLDER, CURRENT]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("Historisk", HISTORIC),
        ("fejlregistreret", FAILED),
        ("Under opførelse", COMING),
        ("10 Historisk", HISTORIC),
        ("6 - Opført", CURRENT),
        ("6,0", CURRENT),
        ("Nedlagt", OTHER),
    ],
)
def test_words_of_the_list(status, expected):
    assert judge(["a", "b"], read_lives({"life_cycle": [status, "6"]}, 2)).life[0] == expected


def test_the_status_of_another_register_says_nothing():
    lives = read_lives({"life_cycle": ["Anlagt", "Anlagt", "Projekteret"]}, 3)
    assert lives.foreign
    assert judge(["a", "b", "c"], lives).life.tolist() == [CURRENT] * 3


def test_all_that_is_left_out_is_told_by_reason_and_code():
    rows = [
        ("a", 6, "", ""),
        ("b", 10, "", ""),
        ("c", 8, "", ""),
        ("d", 4, "", ""),
        ("e", "Nedlagt", "", ""),
        ("f", 2, "", ""),
        ("g", 8, "", ""),
        ("h", 6, "2015", ""),
    ]
    lives = lives_of(rows)
    found = left_out(judge([row[0] for row in rows], lives).life, lives)
    assert [(one.life, one.code, one.rows) for one in found] == [
        (COMING, "2", [5]),
        (HISTORIC, "10", [1]),
        (OTHER, "4", [3]),
        (OTHER, "8", [2, 6]),
        (OTHER, "Nedlagt", [4]),
        (ENDED, "", [7]),
    ]
