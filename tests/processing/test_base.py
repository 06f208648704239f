"""What every tool does when a library is missing or broken: it says so, and what to do, before it reads anything."""

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from lyngby_heritage.core.common import selfcheck
from lyngby_heritage.processing import base
from lyngby_heritage.processing.tools.classify_buildings import ClassifyBuildings


@pytest.fixture
def run(qgis_app):
    def run():
        algorithm = ClassifyBuildings()
        algorithm.initAlgorithm()
        algorithm.run({}, QgsProcessingContext(), QgsProcessingFeedback(), catchExceptions=False)

    return run


def test_a_missing_library_is_named_with_the_way_to_get_it(run, monkeypatch):
    monkeypatch.setattr(base, "find_spec", lambda name: None if name == "shapely" else object())
    monkeypatch.setattr(selfcheck, "this_place", lambda: selfcheck.Place("linux", "ubuntu 24.04"))
    with pytest.raises(QgsProcessingException, match=r"shapely is missing.*apt install python3-shapely"):
        run()
    able, why = ClassifyBuildings().canExecute()
    assert not able
    assert "shapely" in why


def test_a_broken_library_is_named_before_anything_is_read(run, monkeypatch):
    def broken():
        raise ValueError("output dimension must be 2 or 3")  # what shapely 2.1 says on GEOS 3.11

    monkeypatch.setitem(selfcheck.TRIALS, "shapely", broken)
    monkeypatch.setattr(selfcheck, "this_place", lambda: selfcheck.Place("linux", "debian 13"))
    with pytest.raises(
        QgsProcessingException, match=r"shapely 2.*output dimension must be 2 or 3.*pip uninstall shapely"
    ):
        run()
