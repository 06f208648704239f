"""The panel in a real QGIS window: from nothing to the plan on the sample, with the mouse alone."""

from pathlib import Path

import pytest
from desktop import MARKS, run_in_qgis

pytestmark = MARKS

SCRIPT = """
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton, QToolButton

STEPS = ("data", "check", "designate", "plan")
CLICKS = []


def panel():
    (found,) = [one for one in iface.mainWindow().findChildren(QDockWidget) if one.objectName() == "LyngbyHeritagePanel"]
    return found


def click(name):
    button = panel().findChild(QPushButton, name)
    assert button is not None, name
    assert button.isVisible() and button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    CLICKS.append(name)


def idle(seconds=200):
    wait(lambda: panel().work.running is None and not panel().work.is_looking, seconds, "the panel to be idle")
    settle()


def grab(name):
    QGuiApplication.primaryScreen().grabWindow(0).save(os.path.join(GIVEN["pictures"], name))


def tree(group=None):
    group = group or QgsProject.instance().layerTreeRoot()
    return [[one.name(), tree(one)] if hasattr(one, "findGroups") else one.name() for one in group.children()]


def table():
    found = panel().data.tree
    out = []
    for place in range(found.topLevelItemCount()):
        item = found.topLevelItem(place)
        out += [[item.child(one).text(column) for column in range(4)] for one in range(item.childCount())]
    return out


def stand():
    window = iface.mainWindow()
    window.setGeometry(QGuiApplication.primaryScreen().geometry())
    for dock in window.findChildren(QDockWidget):
        if dock.objectName().startswith("Browser"):
            dock.close()
    layers = window.findChild(QDockWidget, "Layers")
    window.resizeDocks([layers, panel()], [290, 480], Qt.Orientation.Horizontal)
    registry = QgsApplication.processingRegistry()
    wait(lambda: registry.algorithmById("lyngby_heritage:heritageplan"), 20, "the provider")
    settle()


def work():
    stand()
    SEEN["opened_by_itself"] = panel().isVisible()
    picture("panel_start.png")
    click("lyngby_sample")
    settle()
    SEEN["within"] = panel().work.running
    idle()
    SEEN["errors"] = dict(panel().work.errors)
    SEEN["table"] = table()
    SEEN["tree_data"] = tree()
    picture("panel_data.png")
    panel().views["data"].open(True)
    panel().data.tree.setCurrentItem(panel().data.tree.topLevelItem(0).child(0))
    picture("panel_data_open.png")
    panel().views["data"].open(False)
    for step in STEPS[1:]:
        click("lyngby_run_" + step)
        settle(1.5)
        grab("panel_" + step + "_running.png")
        idle()
        SEEN["errors"] = dict(panel().work.errors)
        SEEN["tree_" + step] = tree()
        grab("panel_" + step + ".png")
    SEEN["clicks"] = CLICKS
    SEEN["summaries"] = [view.summary.text() for view in panel().views.values()]
    SEEN["project"] = QgsProject.instance().fileName()
    click("lyngby_open_PROJECT_plan")
    wait(lambda: QgsProject.instance().fileName().endswith("kulturhistorisk_lokalplan.qgz"), 30, "the plan's project")
    settle(2)
    picture("panel_plan_project.png")
    SEEN["opened"] = QgsProject.instance().fileName()
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    return run_in_qgis(tmp_path_factory.mktemp("panel"), SCRIPT, {}, seconds=400)


def test_it_opens_by_itself_after_the_installation(seen):
    assert seen["opened_by_itself"]


def test_the_sample_goes_all_the_way(seen):
    assert seen["errors"] == {}
    assert Path(seen["opened"]).parent.name == "plan"
    assert len(seen["clicks"]) <= 10
