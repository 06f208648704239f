"""What the scripts that click through the panel in a real QGIS have in common: put it before a `work()` of theirs."""

SCRIPT = """
import sys

from qgis.core import QgsFeature, QgsGeometry

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QFileDialog, QFrame, QLineEdit
from qgis.PyQt.QtWidgets import QPushButton, QSpinBox

SEEN["unexpected"] = []
sys.excepthook = lambda kind, error, trace: SEEN["unexpected"].append(
    "".join(traceback.format_exception(kind, error, trace))
)
STEPS = ("data", "check", "designate", "plan")
CLICKS = []


def docks():
    return [one for one in iface.mainWindow().findChildren(QDockWidget) if one.objectName() == "LyngbyHeritagePanel"]


def panel():
    (found,) = docks()
    return found


def button(name):
    found = panel().findChild(QPushButton, name)
    assert found is not None, name
    return found


def click(name):
    pressed = button(name)
    assert pressed.isVisible() and pressed.isEnabled(), (name, pressed.isVisible(), pressed.toolTip())
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    CLICKS.append(name)


def idle(seconds=200):
    wait(lambda: panel().work.running is None and not panel().work.is_looking, seconds, "the panel to be idle")
    settle()


def step(key):
    panel().views[key].open(True)
    settle(0.1)
    click("lyngby_run_" + key)
    idle()
    assert panel().work.errors.get(key) is None, panel().work.errors


def grab(name):
    QGuiApplication.primaryScreen().grabWindow(0).save(os.path.join(GIVEN["pictures"], name))


def while_it_runs(key, action, share=5):
    # In a run within the window nothing but a timer comes to its turn.
    clock = QTimer()

    def look():
        run = panel().work.run_now
        if panel().work.running == key and run is not None and run.feedback.progress() >= share:
            clock.stop()
            action()

    clock.timeout.connect(look)
    clock.start(40)
    return clock


def tree(group=None):
    group = group or QgsProject.instance().layerTreeRoot()
    return [[one.name(), tree(one)] if hasattr(one, "findGroups") else one.name() for one in group.children()]


def groups():
    top = QgsProject.instance().layerTreeRoot().findGroup("Lyngby Heritage")
    return [one.name() for one in top.children()] if top else []


def table():
    found, out = panel().data.tree, {}
    for place in range(found.topLevelItemCount()):
        item = found.topLevelItem(place)
        for number in range(item.childCount()):
            line = item.child(number)
            out[line.text(0)] = [line.text(1), line.text(2), line.text(3)]
    return out


def lights():
    return {name: row.colour for name, row in panel().data.rows.items()}


def choose_line(role):
    found = panel().data.tree
    for place in range(found.topLevelItemCount()):
        item = found.topLevelItem(place)
        for number in range(item.childCount()):
            if item.child(number).data(0, Qt.ItemDataRole.UserRole) == role:
                found.setCurrentItem(item.child(number))
                return
    raise KeyError(role)


def use_layer(role, words):
    # A line of the table, and the layer that is meant, as a person chooses them.
    choose_line(role)
    box = panel().findChild(QComboBox, "lyngby_layers")
    (position,) = [one for one in range(box.count()) if words in box.itemText(one)]
    box.setCurrentIndex(position)
    box.activated.emit(position)
    settle(0.3)


def answer_folder(path):
    # The dialog of a folder: one click on the folder, and one on its button.
    clock = QTimer()

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            clock.stop()
            dialog.findChild(QLineEdit, "fileNameEdit").setText(path)
            CLICKS.extend(["the folder", "its button"])
            dialog.findChild(QDialogButtonBox).buttons()[0].click()

    clock.timeout.connect(look)
    clock.start(100)
    return clock


def choose_folder(name, path):
    clock = answer_folder(path)
    click(name)
    clock.stop()
    idle()


def stand():
    window = iface.mainWindow()
    window.setGeometry(QGuiApplication.primaryScreen().geometry())
    for dock in window.findChildren(QDockWidget):
        if dock.objectName().startswith("Browser"):
            dock.close()
    registry = QgsApplication.processingRegistry()
    wait(lambda: registry.algorithmById("lyngby_heritage:heritageplan"), 20, "the provider")
    layers = window.findChild(QDockWidget, "Layers")
    window.resizeDocks([layers, panel()], [290, 480], Qt.Orientation.Horizontal)
    settle()


def summaries():
    return {key: view.summary.text() for key, view in panel().views.items()}


def head(name):
    found = panel().findChild(QFrame, "lyngby_head_" + name)
    assert found.isVisible(), name
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    settle(0.3)


def into(key):
    if panel().views[key].body.isHidden():
        head(key)


def choose_file(name, path):
    # The dialog of a file is answered as that of a folder.
    clock = answer_folder(path)
    pressed = button(name)
    panel().area.ensureWidgetVisible(pressed)
    click(name)
    clock.stop()
    settle(0.2)


def set_day(name, text):
    field = panel().findChild(QLineEdit, name)
    panel().area.ensureWidgetVisible(field)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(0.2)


def run(key):
    pressed = button("lyngby_run_" + key)
    panel().area.ensureWidgetVisible(pressed)
    click("lyngby_run_" + key)
    idle()
    SEEN.setdefault("errors", {})[key] = panel().work.errors.get(key)


def waits(key):
    pressed = button("lyngby_run_" + key)
    return [pressed.isEnabled(), pressed.toolTip()]


def small(name, widget=None):
    # As on a small screen, with the panel at its width.
    window = iface.mainWindow()
    window.setGeometry(0, 0, 1366, 768)
    settle(0.4)
    if widget is not None:
        bar = panel().area.verticalScrollBar()
        bar.setValue(widget.mapTo(panel().area.widget(), widget.rect().topLeft()).y())
    settle(0.4)
    wait(lambda: not iface.mapCanvas().isDrawing(), 20, "the map")
    iface.messageBar().clearWidgets()
    window.grab().save(os.path.join(GIVEN["pictures"], name))


def came(key):
    return panel().views[key].came.text()


def light(key):
    return panel().views[key].colour
"""
