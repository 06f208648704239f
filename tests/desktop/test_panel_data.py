"""What the panel knows of the layers of the open project, while people take layers out of it."""

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent

from lyngby_heritage.desktop.panel_work import PanelWork


@pytest.fixture
def project(qgis_app):
    found = QgsProject.instance()
    found.clear()
    yield found
    found.clear()


def parcels(name):
    fields = "field=bfenummer:integer&field=matrikelnummer:string&field=ejerlavskode:integer"
    return QgsVectorLayer(f"Polygon?crs=EPSG:25832&{fields}", name, "memory")


def test_a_layer_that_was_removed_since_it_was_seen_is_given_to_no_tool(project, tmp_path):
    """The panel looks anew when the project has settled; a run that begins, or goes on, before that must not fail."""
    layer, other = parcels("jordstykker"), parcels("jordstykker 2")
    project.addMapLayers([layer, other])
    work = PanelWork()
    work.state.output = str(tmp_path / "lyngby_heritage")
    work.choose()
    (used,) = [name for place, name in work.open_ids.items() if place in work.seen.choice.used]
    assert work.known().layers == (used,)
    project.removeMapLayer(used)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert work.known().layers == ()
    work.set_role("jordstykker", next(place for place, name in work.open_ids.items() if name != used))
    assert work.known().layers == tuple(set(work.open_ids.values()) - {used})
