"""What the logs say of the rows that are left out."""

import numpy as np
from register_tables import floor_rows

from lyngby_heritage.core.registers.left_out import (
    counted_by_reason,
    gone,
    reasons,
    status_notes,
    storey_notes,
    why_kind,
    why_row,
)
from lyngby_heritage.core.registers.storeys import storeys_of
from lyngby_heritage.core.registers.versions import Life, judge, left_out, read_lives


def judged(*status, **columns):
    lives = read_lives({"life_cycle": status, **columns}, len(status))
    return judge([f"{number}" for number in range(len(status))], lives).life, lives


def test_reasons_with_their_codes_in_both_languages():
    life, lives = judged("6", "2", "10", "10", "4", "6", valid_until=[None] * 5 + ["2015-01-15"])
    assert counted_by_reason(left_out(life, lives)) == (
        "1 not there yet (status 2), 2 historic (status 10), 1 neither standing, coming nor gone (status 4), "
        "1 an ended version",
        "1 endnu ikke opført (status 2), 2 historisk (status 10), 1 hverken opført, på vej eller væk (status 4), "
        "1 en ophørt version",
    )
    assert reasons(life, lives)[:3] == ["", "endnu ikke opført (status 2)", "historisk (status 10)"]


def test_one_wording_for_the_account_the_list_and_the_sentence():
    """The codes come from the life cycle of BBR, the words from `left_out` beside it: no text has its own."""
    assert why_kind(Life.CLOSED) == (
        "a closed case (status 9 and 12–14)",
        "en afsluttet eller henlagt sag (status 9 og 12–14)",
    )
    assert why_kind(Life.ENDED) == ("an ended version", "en ophørt version")
    assert why_row(Life.HISTORIC, "10", building=True) == (
        "Historisk (status 10), altså nedrevet eller lagt sammen med en anden."
    )
    assert why_row(Life.HISTORIC, "10", building=False) == "Historisk (status 10)."
    assert why_row(Life.ENDED, "6", building=True) == "En ophørt version."  # 6 stands: it is not why
    assert gone(Life.HISTORIC) == "er historisk (status 10), altså nedrevet eller lagt sammen med en anden"
    assert gone(Life.OLDER) == "er kun en ældre version eller den samme række igen"


def test_codes_that_say_nothing_are_listed_and_rows_without_one_counted():
    life, lives = judged("6", "4", "4", "Nedlagt", None)
    odd, unsaid = status_notes("bbr", life, lives)
    assert odd.warning
    assert str(odd).endswith("and are left out: '4' (2), 'Nedlagt' (1).")
    assert str(unsaid) == "1 row of bbr states no status and is taken to stand."


def test_a_source_without_status_and_one_that_stands_whole_are_not_remarked_on():
    assert status_notes("bbr", *judged("6", "7")) == []
    lives = read_lives({}, 2)
    assert status_notes("bbr", judge(["a", "b"], lives).life, lives) == []


def test_the_status_of_another_register_is_named():
    (note,) = status_notes("geodanmark", *judged("Anlagt", "Anlagt"))
    assert "(Anlagt)" in str(note)


def test_what_storeys_leave_open():
    rows = floor_rows(
        {"floor_name": "01", "floor_kind": 1, "floor_area": None},
        {"floor_name": "kvist", "floor_kind": 0, "floor_area": 40},
    )
    area, named = storey_notes("etager", storeys_of(rows, np.zeros(2, dtype=np.intp), 1))
    assert str(area).startswith("etager: 1 roof storey and 0 basements without an area.")
    assert str(named).endswith("'kvist' (1).")
