"""A status of a plot has one name, wherever people read it."""

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.plan.plot_statuses import OF_AREA, STATUSES, covered, read_statuses, status_words


def test_every_status_has_the_one_name_that_reports_maps_and_documents_have():
    classes = load("rules/plot_ratio_texts.json")["classes"]
    assert {one["code"]: one["word"] for one in classes} == status_words()
    assert set(status_words()) == set(STATUSES)
    assert [one["legend"].startswith(one["word"]) for one in classes] == [True] * len(classes)
    assert load("rules/summary.json")["plots"]["of_area_head"] == status_words()[OF_AREA]


def test_what_is_no_status_tells_nothing():
    assert read_statuses(["overholdt", None, "OK"]) == ["overholdt", "ukendt", "ukendt"]
    assert covered(["overskredet", "ikke_omfattet", "omraade"]) == [True, False, True]
