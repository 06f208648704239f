"""The dialogs as a Danish planner meets them: what stands in front, what is filled in, picked from lists, and said."""

import re

import pytest
from desktop import MARKS, run_in_qgis
from project_tools import tool

from lyngby_heritage.processing.inputs.plan_state import DATE_LABELS
from lyngby_heritage.processing.tools.provider import TOOLS

pytestmark = MARKS
FRONT = {one.NAME: one.FRONT for one in TOOLS}

SCRIPT = """
import gc

import processing
from qgis.PyQt.QtCore import QEvent
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from processing.modeler.ModelerParametersDialog import ModelerParametersDialog
from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingParameterDefinition
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QComboBox, QDialogButtonBox, QDoubleSpinBox, QPushButton, QWidget

ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced


def opened(tool, parameters=None):
    dialog = processing.createAlgorithmDialog(f"lyngby_heritage:{tool}", parameters or {})
    dialog.resize(880, 820)
    dialog.show()
    settle(0.3)
    return dialog


def spin(widget):
    found = [widget] if hasattr(widget, "decimals") else widget.findChildren(QDoubleSpinBox)
    return found[0] if found else None


def seen_in(tool):
    dialog = opened(tool)
    panel = dialog.mainWidget()
    algorithm = dialog.algorithm()
    seen = {"title": dialog.windowTitle(), "front": [], "tips": {}, "decimals": {}, "choices": {}, "labels": {}}
    for one in algorithm.parameterDefinitions():
        wrapper = panel.wrappers[one.name()]
        widget = wrapper.wrappedWidget()
        if not one.isDestination() and widget.isVisible():
            seen["front"].append(one.name())
        seen["tips"][one.name()] = widget.toolTip()
        seen["labels"][one.name()] = one.description()
        if one.type() == "number" and spin(widget) is not None:
            seen["decimals"][one.name()] = [spin(widget).decimals(), spin(widget).text()]
        if one.type() == "enum" and one.allowMultiple():  # ticked in a panel of their own
            seen["choices"][one.name()] = one.options()
        elif one.type() == "enum":
            box = widget if isinstance(widget, QComboBox) else widget.findChildren(QComboBox)[0]
            # A choice that may be left out begins with an entry that is none.
            chosen = [i for i in range(box.count()) if box.itemData(i) is not None]
            seen["choices"][one.name()] = [box.itemText(i) for i in chosen]
    help_button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Help)
    seen["help"] = [help_button is not None and help_button.isVisible(), algorithm.helpUrl()]
    seen["short"], seen["tags"] = algorithm.shortDescription(), algorithm.tags()
    seen["group"], seen["icon"] = algorithm.group(), algorithm.svgIconPath()
    dialog.close()
    return seen


def filled_in(tool):
    dialog = opened(tool)
    chosen = {}
    for name, wrapper in dialog.mainWidget().wrappers.items():
        if wrapper.parameterDefinition().type() in ("source", "raster"):
            layer = QgsProject.instance().mapLayer(str(wrapper.parameterValue() or ""))
            chosen[name] = layer.name() if layer else wrapper.parameterValue()
    dialog.close()
    return chosen


def layer(kind, name, fields=""):
    made = QgsVectorLayer(f"{kind}?crs=EPSG:25832{fields}", name, "memory")
    QgsProject.instance().addMapLayer(made)
    return made


def empty_is_refused():
    dialog = opened("classifybuildings")
    dialog.runButton().click()
    settle(0.5)
    said = dialog.messageBar().currentItem().text()
    ran = dialog.wasExecuted()
    dialog.close()
    return [said, ran]


def themes():
    dialog = opened("maplandscape", {"THEMES": ["ukendt lag", "moser", "andet", "eget_tema"]})
    rows = dialog.mainWidget().wrappers["THEMES"]
    found = {"given": rows.parameterValue()}
    table = rows.rows
    table.set_cells(None)
    found["empty"] = rows.parameterValue()
    add, remove = [one for one in table.findChildren(QPushButton)][:2]
    found["buttons"] = [add.text(), remove.text()]
    add.click()
    layers, kinds = table.table.cellWidget(0, 0), table.table.cellWidget(0, 1)
    found["layers"] = [layers.itemText(i) for i in range(layers.count())]
    found["themes"] = [kinds.itemText(i) for i in range(kinds.count())]
    found["untouched"] = rows.parameterValue()
    layers.setCurrentIndex(0)
    kinds.setCurrentIndex(2)
    found["picked"] = rows.parameterValue()
    add.click()
    table.table.cellWidget(1, 0).setEditText("skrevet")
    table.table.cellWidget(1, 1).setEditText("fredede_omraader")
    found["typed"] = rows.parameterValue()
    dialog.resize(1000, 860)
    settle(0.3)
    dialog.grab().save(os.path.join(GIVEN["pictures"], "dialog_temaer.png"))
    remove.click()
    found["removed"] = rows.parameterValue()
    dialog.close()
    return found


def elsewhere():
    registry = QgsApplication.processingRegistry()
    kinds = {}
    for tool in ("classifybuildings", "maplandscape", "delineatevalley"):
        algorithm = registry.createAlgorithmById(f"lyngby_heritage:{tool}")
        batch = BatchAlgorithmDialog(algorithm, parent=iface.mainWindow())
        panel = batch.mainWidget()
        model = QgsProcessingModelAlgorithm("m", "g")
        step = ModelerParametersDialog(registry.createAlgorithmById(algorithm.id()), model)
        for one in algorithm.parameterDefinitions():
            if one.type() in ("source", "raster", "matrix"):
                column = panel.parameter_to_column[one.name()]
                steps = step.widget.widget.wrappers[one.name()] if hasattr(step.widget, "widget") else None
                kinds[f"{tool} {one.name()}"] = [type(panel.wrappers[0][column]).__module__, type(steps).__module__]
        batch.close()
        step.close()
    return kinds


def opened_again_and_again():
    from lyngby_heritage.desktop import widgets

    wrong = []
    for time in range(6):
        for tool in ("checkplotratio", "maplandscape", "delineatevalley"):
            dialog = processing.createAlgorithmDialog(f"lyngby_heritage:{tool}", {})
            gc.collect()
            for name, wrapper in dialog.mainWidget().wrappers.items():
                try:
                    wrapper.parameterValue()
                except RuntimeError as error:
                    wrong.append(f"{tool} {name}: {error}")
            dialog.close()
            dialog.deleteLater()
            del dialog, wrapper
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    settle(0.3)
    return wrong, len(widgets._HELD)


def work():
    window = iface.mainWindow()
    window.resize(1800, 950)
    window.move(0, 0)
    registry = QgsApplication.processingRegistry()
    wait(lambda: registry.algorithmById("lyngby_heritage:classifybuildings"), 20, "the provider")
    provider = registry.providerById("lyngby_heritage")
    tools = sorted(one.name() for one in provider.algorithms() if type(one).__name__ in GIVEN["classes"])
    SEEN["provider"] = provider.name()
    from pyplugin_installer.installer_data import plugins

    home = os.path.join(QgsApplication.qgisSettingsDirPath(), "python", "plugins", "lyngby_heritage")
    known = plugins.getInstalledPlugin("lyngby_heritage", home, False)
    SEEN["manager"] = {key: known[key] for key in ("name", "description", "about", "tags")}
    SEEN["tools"] = {tool: seen_in(tool) for tool in tools}
    SEEN["without_layers"] = {tool: filled_in(tool) for tool in tools}
    SEEN["refused"] = empty_is_refused()
    house = "&field=bygning_id:string&field=save_vaerdi:int"
    layer("Polygon", "Bygninger", house)
    layer("Polygon", "Tilfældige flader")
    layer("Polygon", "Jordstykker")
    layer("Polygon", "zoner")
    layer("Polygon", "Zoner")
    layer("LineString", "lokalplaner")
    layer("None", "beslutninger", "&field=bygning_id:string&field=beslutning:string")
    layer("LineString", "Vandløb")
    layer("Polygon", "theme_pdk_lokalplan_forslag_v", "&field=planid:int")
    layer("Polygon", "kommunegrænse", "&field=kommunekode:string")
    SEEN["with_layers"] = {tool: filled_in(tool) for tool in tools}
    SEEN["themes"] = themes()
    SEEN["elsewhere"] = elsewhere()
    SEEN["again"], SEEN["held"] = opened_again_and_again()
    dialog = opened("classifybuildings")
    dialog.resize(1000, 640)
    settle(0.4)
    dialog.grab().save(os.path.join(GIVEN["pictures"], "dialog.png"))
    dialog.close()
    toolbox = window.findChild(QDockWidget, "ProcessingToolbox")
    toolbox.show()
    toolbox.setFloating(True)
    toolbox.resize(430, 640)
    tree = toolbox.algorithmTree
    toolbox.searchBox.setText("bevaringsværdig")
    settle(0.8)
    SEEN["found"] = toolbox_texts(tree)
    toolbox.searchBox.setText("")
    settle(0.8)
    tree.collapseAll()
    model = tree.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if str(index.data()) == "Lyngby Heritage":
            tree.expandRecursively(index)
            tree.scrollTo(index, tree.ScrollHint.PositionAtTop)
    settle(0.6)
    toolbox.grab().save(os.path.join(GIVEN["pictures"], "toolbox.png"))
    SEEN["toolbox"] = toolbox_texts(tree)


def toolbox_texts(tree):
    found = []

    def walk(parent):
        for row in range(tree.model().rowCount(parent)):
            index = tree.model().index(row, 0, parent)
            found.append([str(index.data()), str(index.data(3) or "")])
            walk(index)

    walk(tree.rootIndex())
    return found
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vinduer")
    return run_in_qgis(folder, SCRIPT, {"classes": [one.__name__ for one in TOOLS]}, seconds=240)


LAYER_PARAMETERS = {
    "checkplotratio": "PARCELS BUILDINGS FLOORS ZONES PLANS SUB_AREAS TWO_STOREY_AREAS ZONE_MAP",
    "classifybuildings": "BUILDINGS PARCELS CONTEXT_BUILDINGS DECISIONS",
    "comparedesignations": "BEFORE AFTER",
    "comparescenarios": "BUILDINGS PARCELS CONTEXT_BUILDINGS DECISIONS",
    "createsampledata": "",
    "delineatevalley": "DEM WATERCOURSES LAKES",
    "exportgeofa": "BUILDINGS ENVIRONMENTS SOURCE_6205",
    "exportlokalplan": "BUILDINGS PROPERTIES LANDSCAPE ENSEMBLES ENVIRONMENTS PLANS PARCELS VALLEY CHANGES BOUNDARY "
    "PAIRS",
    "exportplandata": "PLAN",
    "fetchofficialdata": "AREA",
    "followdesignations": "PLAN BUILDINGS BBR PLANS PROPERTIES",
    "hearinglist": "PLAN OWNERS OTHERS NEIGHBOURS",
    "hearingreport": "ANSWERS BEFORE AFTER OWNERS DECISIONS ASSESSED",
    "heritageplan": "INPUT LAYERS DEM",
    "maplandscape": "LAYERS BOUNDARY BUILDINGS PARCELS PREVIOUS",
    "propertysheet": "PLAN",
    "preparebuildings": "SAVE FOOTPRINTS BBR FLOORS UNITS SAVE_SECOND",
    "selfcheck": "",
    "uniformensembles": "BUILDINGS PARCELS CONTEXT_BUILDINGS ENVIRONMENTS",
    "validatedata": "BUILDINGS SAVE SAVE_SECOND FOOTPRINTS BBR CONTEXT_BUILDINGS FLOORS UNITS PARCELS ZONES PLANS "
    "SUB_AREAS TWO_STOREY_AREAS ZONE_MAP DECISIONS ENVIRONMENTS WATERCOURSES BOUNDARY OWNERS OTHERS ANSWERS DEM LAYERS",
}


@pytest.mark.parametrize("name", LAYER_PARAMETERS)
def test_layers_and_the_main_choices_stand_in_front(seen, name):
    front, layers = set(seen["tools"][name]["front"]), set(LAYER_PARAMETERS[name].split())
    assert front == layers | set(FRONT[name])
    days = set(DATE_LABELS) if "STATE" in front else set()  # the days of the plan's state belong to it
    assert len(front - layers - days) <= 3


def test_choices_carry_their_numbers(seen):
    for shown in seen["tools"].values():
        for every in shown["choices"].values():
            options = [one for one in every if not one.startswith("[")]  # what QGIS offers for no choice at all
            assert [re.match(r"(\d+) · \D|\d+ · ", one).group().split(" ")[0] for one in options] == [
                str(number) for number in range(len(options))
            ]
            assert not [one for one in options if re.match(r"\d+ · \d+ · ", one)]
    assert seen["tools"]["heritageplan"]["choices"]["PREFER"][1] == "1 · FBB"


def test_numbers_have_the_decimals_that_make_sense(seen):
    shown = {name: said for tool in seen["tools"].values() for name, said in tool["decimals"].items()}
    assert {name for name, (decimals, _) in shown.items() if decimals == 3} == {"SIMILARITY", "UNIFORM_SHARE"}
    assert {decimals for decimals, _ in shown.values()} == {2, 3}
    assert re.fullmatch("30[.,]00", shown["MAX_PLOT_RATIO"][1])


def without_names(text):
    """A text in which neither the label of a parameter nor its name in scripts tells: a window writes the first."""
    return re.sub(r"»[^«]*«|\b[A-Z][A-Z0-9_]{2,}\b", "*", text)


def test_every_parameter_says_in_danish_what_it_is(seen):
    danish = {without_names(message.translation) for message in tool("translations").read().values()}
    for name, shown in seen["tools"].items():
        assert not re.search("[a-z]buildings|[a-z]landscape|checkplot", " ".join(shown["labels"].values())), name
        for parameter, tip in shown["tips"].items():
            label, help_text = re.match("<p><b>(.+?)</b></p><p>(.+?)</p>", tip).groups()
            assert label == shown["labels"][parameter]
            assert without_names(help_text) in danish, (name, parameter)


def test_the_help_button_leads_to_a_page_that_is_installed(seen):
    for name, shown in seen["tools"].items():
        visible, url = shown["help"]
        assert visible, name
        assert re.fullmatch(rf"file://.*/plugins/lyngby_heritage/help/{name}\.html", url)


def test_a_tool_is_found_by_danish_and_english_words(seen):
    for name, shown in seen["tools"].items():
        assert len(shown["tags"]) >= 8, name
        assert 20 < len(shown["short"]) < 120, name
        assert shown["icon"].endswith(f"{name}.svg")
    said = {text for text, _ in seen["found"]}
    assert {"Lyngby Heritage", "Udpeg bevaringsværdige bygninger", "Sammenlign to udpegninger"} <= said
    assert "Afgræns en dal" not in said
    tips = dict(seen["toolbox"])
    assert "Tegner en dal med bund, sider og sidedale" in tips["Afgræns en dal"]


def test_the_plugin_manager_describes_it_in_danish(seen):
    shown = seen["manager"]
    assert seen["provider"] == shown["name"] == "Lyngby Heritage"
    assert shown["description"].startswith("Bevaringsværdige bygninger")
    assert shown["about"].startswith("Processing-værktøjer til kommunale planlæggere")
    assert "bebyggelsesprocent" in shown["tags"]


def test_nothing_is_filled_in_without_layers(seen):
    chosen = [layer for tool in seen["without_layers"].values() for layer in tool.values() if layer]
    assert chosen == []
    message, ran = seen["refused"]
    assert "Bygninger med SAVE-værdier" in message
    assert "BUILDINGS" not in message, "the planner sees labels, and no names of a script"
    assert not ran


FILLED = {
    "checkplotratio": {"PARCELS": "Jordstykker", "BUILDINGS": "Bygninger"},
    "classifybuildings": {"BUILDINGS": "Bygninger", "PARCELS": "Jordstykker", "DECISIONS": "beslutninger"},
    "comparescenarios": {"BUILDINGS": "Bygninger", "PARCELS": "Jordstykker", "DECISIONS": "beslutninger"},
    "delineatevalley": {"WATERCOURSES": "Vandløb"},
    "exportlokalplan": {"PARCELS": "Jordstykker"},
    "followdesignations": {"BUILDINGS": "Bygninger"},
    "hearingreport": {"DECISIONS": "beslutninger"},
    "maplandscape": {"BOUNDARY": "kommunegrænse", "BUILDINGS": "Bygninger", "PARCELS": "Jordstykker"},
    "uniformensembles": {"BUILDINGS": "Bygninger", "PARCELS": "Jordstykker"},
    "validatedata": {
        "BUILDINGS": "Bygninger",
        "PARCELS": "Jordstykker",
        "DECISIONS": "beslutninger",
        "WATERCOURSES": "Vandløb",
        "BOUNDARY": "kommunegrænse",
    },
}


@pytest.mark.parametrize("name", LAYER_PARAMETERS)
def test_what_is_certain_is_filled_in_and_nothing_else(seen, name):
    """Two layers are called zoner, the lokalplaner are lines, one layer is of proposals, and one is just polygons."""
    assert {parameter: one for parameter, one in seen["with_layers"][name].items() if one} == FILLED.get(name, {})


def test_themes_and_layers_are_picked_from_lists(seen):
    shown = seen["themes"]
    assert shown["given"] == ["ukendt lag", "moser", "andet", "eget_tema"]
    assert shown["empty"] == shown["untouched"] == []
    assert shown["buttons"] == ["Tilføj et lag", "Fjern rækken"]
    assert {"Tilfældige flader", "lokalplaner"} <= set(shown["layers"])
    assert "Beskyttet natur (§ 3) (paragraf3)" in shown["themes"]
    assert shown["picked"] == shown["removed"] == [shown["layers"][0], "kerneomraade"]
    assert shown["typed"] == [*shown["picked"], "skrevet", "fredede_omraader"]


def test_batch_and_modeler_have_the_widgets_of_qgis(seen):
    assert len(seen["elsewhere"]) > 10
    assert {tuple(one) for one in seen["elsewhere"].values()} == {("qgis._gui", "qgis._gui")}


def test_dialogs_can_be_opened_and_closed_as_often_as_one_likes(seen):
    assert seen["again"] == []
    assert seen["held"] < 30, "what a closed dialog held is let go"
