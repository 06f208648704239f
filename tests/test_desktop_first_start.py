"""The first start of QGIS with the plugin: the panel stands open, and the tree of layers beside it can be read."""

import pytest
from desktop import MARKS, run_in_qgis

pytestmark = MARKS

FIRST_START = """
from lyngby_heritage.desktop.panel import PANEL


def width(name):
    return iface.mainWindow().findChild(QDockWidget, name).width()


def work():
    # QGIS opens in a small window where no window manager makes it large: a person's first act.
    SEEN["small"] = [iface.mainWindow().width(), width("Layers")]
    iface.mainWindow().setGeometry(QGuiApplication.primaryScreen().geometry())
    wait(lambda: width("Layers") >= 260, 10, "room for the tree: %d" % width("Layers"))
    settle(1)
    SEEN["tree"], SEEN["panel"] = width("Layers"), width(PANEL)
    window = iface.mainWindow()
    window.resizeDocks([window.findChild(QDockWidget, "Layers")], [120], Qt.Orientation.Horizontal)
    window.resize(window.width() - 20, window.height())
    settle(1)
    SEEN["made_narrow"] = width("Layers")
"""


@pytest.mark.parametrize("size", ["1366x768x24", "1920x1080x24"])
def test_the_tree_of_layers_has_room_at_a_first_start_and_stays_as_a_person_makes_it(tmp_path, size):
    script = "from qgis.PyQt.QtCore import Qt\n" + FIRST_START
    seen = run_in_qgis(tmp_path, script, {}, size=size)
    assert seen["tree"] >= 260, "the names of the plan's layers can be read"
    assert seen["panel"] >= 470
    assert seen["made_narrow"] < 200
