"""A coordinate reference system that another thread made is still one when that thread is gone."""

import threading

import pytest
from qgis.core import QgsCoordinateReferenceSystem

from lyngby_heritage.processing.inputs.living_crs import living


def made_by_a_thread_that_ends(code, meanwhile):
    """What `meanwhile` makes, in this thread, of the system that the other holds, before the other ends."""
    made, go, held = threading.Event(), threading.Event(), []

    def work():
        held.append(QgsCoordinateReferenceSystem(code))
        made.set()
        go.wait()

    thread = threading.Thread(target=work)
    thread.start()
    made.wait()
    mine = meanwhile(QgsCoordinateReferenceSystem(code))
    go.set()
    thread.join()
    return mine


# Numbers that nothing else in these tests has read: QGIS keeps those.
def test_a_system_that_is_used_lives_on(qgis_app):
    assert made_by_a_thread_that_ends("EPSG:23032", living).toWkt()


def test_one_that_was_used_too_late_is_made_anew(qgis_app):
    crs = made_by_a_thread_that_ends("EPSG:23033", lambda crs: crs)
    assert crs.isValid()
    assert living(crs).toWkt().startswith("PROJCS")
    assert living(crs).authid() == "EPSG:23033"


def test_nor_is_it_handed_out_again(qgis_app):
    def used(crs):
        assert crs.toWkt()
        return crs

    crs = made_by_a_thread_that_ends("EPSG:23034", used)
    assert living(crs).toWkt()
    assert QgsCoordinateReferenceSystem("EPSG:23034").toWkt()


@pytest.mark.parametrize("crs", [QgsCoordinateReferenceSystem(), QgsCoordinateReferenceSystem("EPSG:25832")])
def test_any_other_is_itself(qgis_app, crs):
    assert living(crs) == crs
