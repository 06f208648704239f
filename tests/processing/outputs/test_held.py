"""Layers of the open project let go of the files that a run replaces, and show the new ones, in their own style."""

import threading
import time

import pytest
import windows_files
from conftest import write_layer
from qgis.core import (
    QgsFillSymbol,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.processing.outputs import held
from lyngby_heritage.processing.outputs.staging import Staging

SQUARE = "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))"


@pytest.fixture
def windows(qgis_app, monkeypatch):
    monkeypatch.setattr(held, "PAUSES", (0.05,) * 20)
    windows_files.pretend()
    windows_files.HITS.clear()
    yield windows_files
    windows_files.stop()


@pytest.fixture
def project(windows):
    made = QgsProject()
    yield made
    made.clear()


def draw(layer):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(50, 50))
    settings.setExtent(layer.extent())
    image = QImage(50, 50, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
    painter.end()
    return image.pixelColor(25, 25).name()


def shown(project, path):
    """A red layer of the file in the project, drawn once."""
    layer = QgsVectorLayer(f"{path}|layername=lag", "Udpegning", "ogr")
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "red", "outline_style": "no"})))
    project.addMapLayer(layer)
    assert draw(layer) == "#ff0000"
    return layer


def replace(path, project, rows):
    with Staging(project) as staging:
        write_layer(staging.path("OUTPUT", path), "lag", rows)
        staging.commit()


def test_a_drawn_layer_that_is_gone_holds_its_file_no_longer(windows, tmp_path):
    path = tmp_path / "o.gpkg"
    write_layer(path, "lag", [(SQUARE,)])
    layer = QgsVectorLayer(f"{path}|layername=lag", "x", "ogr")
    draw(layer)
    del layer
    assert str(path) in windows.open_files()
    held.let_go()
    assert str(path) not in windows.open_files()


def test_a_layer_of_the_project_shows_the_new_file_in_its_own_style(project, windows, tmp_path):
    path = tmp_path / "o.gpkg"
    write_layer(path, "lag", [(SQUARE,)])
    layer = shown(project, path)
    assert str(path) in windows.open_files()
    replace(path, project, [(SQUARE,), (SQUARE,)])
    assert windows.HITS == []
    assert (layer.isValid(), layer.name(), layer.featureCount()) == (True, "Udpegning", 2)
    assert layer.source() == f"{path}|layername=lag"
    assert draw(layer) == "#ff0000"
    assert list(project.mapLayers().values()) == [layer]


def test_a_terrain_model_of_the_project_too(project, windows, tmp_path):
    from osgeo import gdal

    def write(path, value):
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), 4, 4, 1, gdal.GDT_Float32)
        dataset.SetGeoTransform((0, 25, 0, 100, 0, -25))
        dataset.GetRasterBand(1).Fill(value)
        del dataset

    path = tmp_path / "h.tif"
    write(path, 3.0)
    layer = QgsRasterLayer(str(path), "Højde", "gdal")
    layer.renderer().setOpacity(0.25)
    project.addMapLayer(layer)
    with Staging(project) as staging:
        write(staging.path("OUTPUT", path), 7.0)
        staging.commit()
    assert layer.isValid()
    assert layer.renderer().opacity() == 0.25
    assert layer.dataProvider().sample(layer.extent().center(), 1) == (7.0, True)


def test_a_move_that_fails_gives_the_layer_its_file_back(project, windows, tmp_path, monkeypatch):
    monkeypatch.setattr(held, "PAUSES", (0.01,))
    path, other = tmp_path / "o.gpkg", tmp_path / "r.html"
    write_layer(path, "lag", [(SQUARE,)])
    other.write_text("1")
    layer = shown(project, path)
    with Staging(project) as staging:
        write_layer(staging.path("OUTPUT", path), "lag", [])
        staging.path("OUTPUT_HTML", other).write_text("2")
        with other.open(), pytest.raises(HeritageError, match=r"r\.html cannot be written"):
            staging.commit()
    assert (layer.isValid(), layer.featureCount(), draw(layer)) == (True, 1, "#ff0000")


def test_a_layer_that_is_being_edited_is_not_taken_from_the_editor(project, windows, tmp_path):
    path = tmp_path / "o.gpkg"
    write_layer(path, "lag", [(SQUARE,)])
    layer = shown(project, path)
    layer.startEditing()
    with Staging(project) as staging, pytest.raises(HeritageError, match="the layer Udpegning of the open project"):
        staging.path("OUTPUT", path)
    assert layer.isEditable()
    layer.rollBack()


def test_other_layers_are_left_alone(project, windows, tmp_path):
    mine, other = tmp_path / "o.gpkg", tmp_path / "b.gpkg"
    for path in (mine, other):
        write_layer(path, "lag", [(SQUARE,)])
    layer = shown(project, other)
    heard = []
    layer.dataSourceChanged.connect(lambda: heard.append(1))
    replace(mine, project, [])
    assert heard == []


def in_another_thread(work, turn):
    """Do `work` as the desktop does, in a thread of its own, while this one calls `turn`. What it raised, or None."""
    raised = []

    def run():
        try:
            work()
        except HeritageError as error:
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    until = time.monotonic() + 60
    while thread.is_alive() and time.monotonic() < until:
        turn()
        time.sleep(0.005)
    thread.join(1)
    assert not thread.is_alive()
    return raised[0] if raised else None


def test_a_run_in_another_thread_has_the_main_thread_let_go(project, windows, tmp_path):
    path = tmp_path / "o.gpkg"
    write_layer(path, "lag", [(SQUARE,)])
    layer = shown(project, path)
    threads = []
    layer.dataSourceChanged.connect(lambda: threads.append(threading.current_thread()))
    assert in_another_thread(lambda: replace(path, project, [(SQUARE,)] * 3), QCoreApplication.processEvents) is None
    assert windows.HITS == []
    assert (layer.isValid(), layer.featureCount(), draw(layer)) == (True, 3, "#ff0000")
    assert set(threads) == {threading.main_thread()}


def test_a_main_thread_that_never_answers_stops_nobody(project, windows, tmp_path, monkeypatch):
    monkeypatch.setattr(held, "ANSWER", 0.2)
    path = tmp_path / "o.gpkg"
    write_layer(path, "lag", [(SQUARE,)])
    layer = shown(project, path)
    error = in_another_thread(lambda: replace(path, project, []), lambda: None)
    assert "o.gpkg is open in another program" in str(error)  # as it is on Windows
    assert (layer.isValid(), layer.featureCount()) == (True, 1)
    QCoreApplication.processEvents()  # an answer that comes too late does nothing
    assert (layer.isValid(), QColor(draw(layer)).name()) == (True, "#ff0000")


def test_an_error_in_the_main_thread_is_raised_where_it_was_asked_for(windows):
    def action():
        raise HeritageError("ved {thread}", thread=threading.current_thread().name)

    error = in_another_thread(lambda: held.in_main_thread(action, lambda: None), QCoreApplication.processEvents)
    assert str(error) == "ved MainThread"


def downloads(folder):
    """A run's own folder with a layer in it, and the layer opened."""
    folder.mkdir()
    write_layer(folder / "bbr.gpkg", "bbr", [(SQUARE, "a")], ("id_lokalId:text",))
    return QgsVectorLayer(f"{folder / 'bbr.gpkg'}|layername=bbr", "bbr", "ogr")


def test_a_runs_own_folder_goes_when_qgis_has_let_go_of_its_layers(windows, tmp_path):
    layer = downloads(tmp_path / "arbejde")
    assert [one["id_lokalId"] for one in layer.getFeatures()] == ["a"]
    del layer
    held.clear(tmp_path / "arbejde")
    assert not (tmp_path / "arbejde").exists()


def test_a_folder_that_another_holds_stays_and_stops_nothing(windows, tmp_path, monkeypatch):
    monkeypatch.setattr(held, "PAUSES", (0.01,))
    downloads(tmp_path / "arbejde")
    with open(tmp_path / "arbejde" / "bbr.gpkg", "rb"):
        held.clear(tmp_path / "arbejde")
        assert (tmp_path / "arbejde" / "bbr.gpkg").exists()
