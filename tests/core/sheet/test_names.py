"""Names of files that every system takes, each its own, the same on every run."""

from lyngby_heritage.core.sheet.names import anonymous_names, file_names, order_told_by_nothing
from lyngby_heritage.core.sheet.properties import Property


def names(*keys, ids=None):
    properties = [Property(key, (), (), (), (), ()) for key in keys]
    return file_names(properties, ids or [["b1"]] * len(keys))


def test_a_sheet_is_called_by_its_bfe_number_else_by_its_first_building():
    assert names("9100085", "") == ["ejendom_9100085", "bygning_b1"]
    assert names("9100085") == names("9100085")


def test_names_that_look_alike_without_what_is_unsafe_stay_apart():
    found = names("a/b", "a\\b", "CON", "x" * 200)
    assert len({one.lower() for one in found}) == 4
    assert all(set(one) <= set("abcdefghijklmnopqrstuvwxyz0123456789_-") and len(one) <= 60 for one in found)


def test_anonymous_names_and_their_order_tell_of_no_property():
    assert anonymous_names(10)[:2] == ["anonymt_ark_01", "anonymt_ark_02"]
    keys = [str(one) for one in range(20)]
    order = order_told_by_nothing(keys, "pakke")
    assert sorted(order) == list(range(20))
    assert order != list(range(20))
    assert order == order_told_by_nothing(keys, "pakke")
    assert order != order_told_by_nothing(keys, "en anden pakke")
