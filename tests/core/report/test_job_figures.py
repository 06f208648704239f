"""The main job's report: the figures of a step, with words that agree."""

import pytest

from lyngby_heritage.core.report.job import figures


@pytest.mark.parametrize(
    ("floors", "told"),
    [(1, ("stykke dalbund", "1")), (0, ("stykker dalbund", "0")), (1234, ("stykker dalbund", "1.234"))],
)
def test_a_figure_and_its_word_agree(floors, told):
    assert figures("delineatevalley", {"FLOOR_COUNT": floors, "OUTPUT": "dal.gpkg"}) == (told,)


def test_a_tool_without_figures_has_none():
    assert figures("ukendt", {"COUNT": 1}) == ()
