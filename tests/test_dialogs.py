"""Every tool from its own dialog, in a Danish QGIS, with nothing set but what it requires; and a row of the batch."""

import shutil
from pathlib import Path

import pytest
from desktop import MARKS, run_in_qgis
from tool_runs import write_catalogue

pytestmark = MARKS

# What each tool requires; a name in braces stands for a file of the sample or of an earlier tool of this list.
REQUIRED = {
    "selfcheck": {},
    "createsampledata": {"PROPERTY_COUNT": 20},
    "preparebuildings": {"SAVE": "{sample}|layername=fbb"},
    "validatedata": {"BUILDINGS": "{sample}|layername=bygninger"},
    "classifybuildings": {"BUILDINGS": "{sample}|layername=bygninger"},
    "checkplotratio": {
        "PARCELS": "{sample}|layername=jordstykker",
        "BUILDINGS": "{sample}|layername=bygninger",
        "ZONES": "{sample}|layername=zoner",
    },
    "uniformensembles": {"BUILDINGS": "{sample}|layername=bygninger"},
    "delineatevalley": {"DEM": "{terrain}", "WATERCOURSES": "{sample}|layername=vandloeb"},
    "maplandscape": {"LAYERS": ["{sample}|layername=dyrehave"]},
    "comparedesignations": {"BEFORE": "{classified}", "AFTER": "{other}"},
    "comparescenarios": {"BUILDINGS": "{sample}|layername=bygninger"},
    "exportlokalplan": {"BUILDINGS": "{classified}"},
    "exportgeofa": {"BUILDINGS": "{classified}", "STATE": 2},
    "propertysheet": {"PLAN": "{plan}", "ALL": True},
    "exportplandata": {"PLAN": "{plan}"},
    "heritageplan": {"INPUT": "{sample}"},
    "collectdata": {"INPUT": "{sample}"},
    "fetchofficialdata": {"SERVICES": [0], "MUNICIPALITY": "0173", "CATALOGUE": "{services}"},
    "followdesignations": {"PLAN": "{adopted}", "BUILDINGS": "{classified}"},
    "hearinglist": {"PLAN": "{plan}", "OWNERS": "{owners}", "HEARING_FROM": "2027-01-04"},
    "registerstodesignation": {"SAVE": "{sample}|layername=fbb"},
    "designateandcheck": {
        "PARCELS": "{sample}|layername=jordstykker",
        "BUILDINGS": "{sample}|layername=bygninger",
        "ZONES": "{sample}|layername=zoner",
    },
    "hearingreport": {"ANSWERS": "{answers}", "BEFORE": "{classified}"},
    "designateandcompare": {"BUILDINGS": "{sample}|layername=bygninger", "BEFORE": "{classified}"},
}
OUTPUTS = {
    "createsampledata": "OUTPUT",
    "exportlokalplan": "FOLDER",
    "exportplandata": "FOLDER",
    "hearinglist": "FOLDER",
    "heritageplan": "FOLDER",
    "propertysheet": "FOLDER",
    "hearingreport": "FOLDER",
    "registerstodesignation": "designated_buildings",
    "designateandcheck": "plots",
    "designateandcompare": "changes",
}
"""Tool → the output that a row of its batch names; OUTPUT where nothing is said, none of the self-check."""
LOADED = {
    "registerstodesignation": ["Bygninger", "Udpegede bygninger"],
    "designateandcheck": ["Grunde", "Udpegede bygninger"],
    "designateandcompare": ["Udpegede bygninger", "Ændringer"],
}
BATCH = tuple(name for name in REQUIRED if name != "selfcheck")

SCRIPT = """
import processing
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from qgis.core import QgsProcessingParameterDefinition
from qgis.gui import QgsGui


def outcome(dialog, done, before):
    said, results = run(dialog, done)
    layers = [QgsProject.instance().mapLayer(one) for one in set(QgsProject.instance().mapLayers()) - before]
    return {"said": said, "results": results, "loaded": [[one.name(), one.isValid()] for one in layers]}


def plain(value):
    '''As text; the many ways of saying nothing are one.'''
    return "" if str(value) in ("None", "NULL", "[]") else str(value)


def run_from_history(name):
    '''The newest entry of the history, run again as a double click on it does.'''
    entries = QgsGui.historyProviderRegistry().queryEntries(providerId="processing")
    (entry,) = [one.entry for one in entries if one.entry.get("algorithm_id") == f"lyngby_heritage:{name}"][-1:]
    given = entry["parameters"].get("inputs") or {}
    before = set(QgsProject.instance().mapLayers())
    dialog = processing.createAlgorithmDialog(entry["algorithm_id"], given)
    again = dialog.algorithm().asMap(dialog.createProcessingParameters(), QgsProcessingContext()).get("inputs") or {}
    found = outcome(dialog, dialog.wasExecuted, before)
    both = {one: [plain(value), plain(again.get(one))] for one, value in given.items()}
    found["changed"] = {one: values for one, values in both.items() if values[0] != values[1]}
    return found


def run(dialog, done):
    dialog.show()
    settle(0.2)
    dialog.runButton().click()
    try:
        wait(done, 100, "the run")
    except TimeoutError:
        SEEN["stuck"] = log_of(dialog)
    settle(0.2)
    said = log_of(dialog)
    results = {name: str(value) for name, value in (dialog.results() or {}).items()}
    dialog.close()
    return said, results


def batch(name, parameters):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"lyngby_heritage:{name}")
    dialog = BatchAlgorithmDialog(algorithm, parent=iface.mainWindow())
    panel = dialog.mainWidget()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    for one, value in parameters.items():
        panel.wrappers[0][panel.parameter_to_column[one]].setParameterValue(value, context)
    path = GIVEN["batch"].replace("NAME", name)
    if GIVEN["outputs"].get(name) == "FOLDER":
        path = path.removesuffix(".gpkg")
    for one in algorithm.destinationParameterDefinitions():
        main = one.name() == GIVEN["outputs"].get(name, "OUTPUT")
        if main or not one.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
            # Row 0 fills the others.
            output = panel.tblParameters.cellWidget(1, panel.parameter_to_column[one.name()])
            output.setValue(path if main else path.replace(".gpkg", f"_{one.name()}.gpkg"))
    return run(dialog, lambda: os.path.exists(path))


def work():
    registry = QgsApplication.processingRegistry()
    wait(lambda: registry.algorithmById("lyngby_heritage:classifybuildings"), 20, "the provider")
    SEEN["tools"] = sorted(one.name() for one in registry.providerById("lyngby_heritage").algorithms())
    SEEN["dialog"], SEEN["history"], SEEN["batch_rows"] = {}, {}, {}
    for name, parameters in GIVEN["required"].items():
        before = set(QgsProject.instance().mapLayers())
        dialog = processing.createAlgorithmDialog(f"lyngby_heritage:{name}", parameters)
        SEEN["dialog"][name] = outcome(dialog, dialog.wasExecuted, before)
        SEEN["history"][name] = run_from_history(name)
    for name in GIVEN["in_batch"]:
        SEEN["batch_rows"][name] = dict(zip(("said", "results"), batch(name, GIVEN["required"][name])))
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory, process):
    folder = tmp_path_factory.mktemp("dialoger")
    places = {
        "sample": folder / "eksempel.gpkg",
        "terrain": folder / "hoejder.tif",
        "classified": folder / "udpegning.gpkg",
        "other": folder / "senere.gpkg",
        "plan": folder / "plan",
        "adopted": folder / "vedtaget",
        "answers": folder / "svar.csv",
        "owners": folder / "ejere.csv",
    }
    places["services"] = write_catalogue(folder / "tjenester.json")
    places["answers"].write_text("svar_id;afsender;tekst\n1;Opdigtet;Ingen bemærkninger\n", encoding="utf-8-sig")
    made = [f"OUTPUT={places['sample']}", f"OUTPUT_DEM={places['terrain']}"]
    assert process("run", "lyngby_heritage:createsampledata", "--", "PROPERTY_COUNT=40", *made).code == 0
    given = [f"BUILDINGS={places['sample']}|layername=bygninger", f"OUTPUT={places['classified']}"]
    assert process("run", "lyngby_heritage:classifybuildings", "--", *given).code == 0

    shutil.copy(places["classified"], places["other"])
    given = [f"BUILDINGS={places['classified']}", f"PARCELS={places['sample']}|layername=jordstykker"]
    given.append(f"FOLDER={places['plan']}")
    assert process("run", "lyngby_heritage:exportlokalplan", "--", *given).code == 0
    adopted = ["STATE=2", "ADOPTED=2027-04-19", f"FOLDER={places['adopted']}"]
    assert process("run", "lyngby_heritage:exportlokalplan", "--", given[0], *adopted).code == 0
    places["owners"].write_text("bfe;navn;adresse;postnr;by\n1;Ejer;Vej 1;2800;Lyngby\n", encoding="utf-8")

    def filled(value):
        if isinstance(value, list):
            return [filled(one) for one in value]
        return value.format(**places) if isinstance(value, str) else value

    required = {
        tool: {name: filled(value) for name, value in parameters.items()} for tool, parameters in REQUIRED.items()
    }
    given = {"required": required, "in_batch": list(BATCH), "batch": str(folder / "stak_NAME.gpkg")}
    return run_in_qgis(folder, SCRIPT, {**given, "outputs": OUTPUTS}, seconds=420)


def test_every_tool_is_tried(seen):
    assert seen["tools"] == sorted(REQUIRED)


@pytest.mark.parametrize("tool", REQUIRED)
def test_a_tool_runs_from_its_untouched_dialog(seen, tool):
    ran = seen["dialog"][tool]
    assert "Traceback" not in ran["said"]
    assert "Udførsel blev færdiggjort på" in ran["said"], ran["said"]
    assert all(valid for _, valid in ran["loaded"])
    many = ("createsampledata", "collectdata", "fetchofficialdata", "exportgeofa")  # files of many layers
    if "OUTPUT" in ran["results"] and tool not in many:
        assert len(ran["loaded"]) == 1, "the result is in the project"
    if tool in LOADED:
        assert sorted(name for name, _ in ran["loaded"]) == LOADED[tool]


@pytest.mark.parametrize("tool", REQUIRED)
def test_a_run_is_run_again_from_the_history(seen, tool):
    again, first = seen["history"][tool], seen["dialog"][tool]
    assert again["changed"] == {}
    assert "Traceback" not in again["said"]
    assert "Udførsel blev færdiggjort på" in again["said"], again["said"]
    assert sorted(again["loaded"]) == sorted(first["loaded"])


@pytest.mark.parametrize("tool", BATCH)
def test_a_row_of_the_batch_runs_with_what_the_tool_requires(seen, tool):
    said = seen["batch_rows"][tool]["said"]
    assert "Traceback" not in said
    path = Path(seen["batch"].replace("NAME", tool))
    path = path.with_suffix("") if OUTPUTS.get(tool) == "FOLDER" else path
    assert path.stat().st_size > 0, said
