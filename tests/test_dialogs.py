"""Every tool from its own dialog, in a Danish QGIS, with nothing set but what it requires; and a row of the batch."""

import shutil
from pathlib import Path

import pytest
from desktop import MARKS, run_in_qgis

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
    "exportlokalplan": {"BUILDINGS": "{classified}"},
    "heritageplan": {"INPUT": "{sample}"},
    "collectdata": {"INPUT": "{sample}"},
}
BATCH = ("classifybuildings", "maplandscape")

SCRIPT = """
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog


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
    output = panel.tblParameters.cellWidget(1, panel.parameter_to_column["OUTPUT"])  # row 0 fills the others
    path = GIVEN["batch"].replace("NAME", name)
    output.setValue(path)
    return run(dialog, lambda: os.path.exists(path))


def work():
    import processing

    registry = QgsApplication.processingRegistry()
    wait(lambda: registry.algorithmById("lyngby_heritage:classifybuildings"), 20, "the provider")
    SEEN["tools"] = sorted(one.name() for one in registry.providerById("lyngby_heritage").algorithms())
    SEEN["dialog"], SEEN["batch_rows"] = {}, {}
    for name, parameters in GIVEN["required"].items():
        before = set(QgsProject.instance().mapLayers())
        dialog = processing.createAlgorithmDialog(f"lyngby_heritage:{name}", parameters)
        said, results = run(dialog, dialog.wasExecuted)
        layers = [QgsProject.instance().mapLayer(one) for one in set(QgsProject.instance().mapLayers()) - before]
        SEEN["dialog"][name] = {
            "said": said,
            "results": results,
            "loaded": [[one.name(), one.isValid()] for one in layers],
        }
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
    }
    made = [f"OUTPUT={places['sample']}", f"OUTPUT_DEM={places['terrain']}"]
    assert process("run", "lyngby_heritage:createsampledata", "--", "PROPERTY_COUNT=40", *made).code == 0
    given = [f"BUILDINGS={places['sample']}|layername=bygninger", f"OUTPUT={places['classified']}"]
    assert process("run", "lyngby_heritage:classifybuildings", "--", *given).code == 0

    shutil.copy(places["classified"], places["other"])

    def filled(value):
        if isinstance(value, list):
            return [filled(one) for one in value]
        return value.format(**places) if isinstance(value, str) else value

    required = {
        tool: {name: filled(value) for name, value in parameters.items()} for tool, parameters in REQUIRED.items()
    }
    given = {"required": required, "in_batch": list(BATCH), "batch": str(folder / "stak_NAME.gpkg")}
    return run_in_qgis(folder, SCRIPT, given, seconds=400)


def test_every_tool_is_tried(seen):
    assert seen["tools"] == sorted(REQUIRED)


@pytest.mark.parametrize("tool", REQUIRED)
def test_a_tool_runs_from_its_untouched_dialog(seen, tool):
    ran = seen["dialog"][tool]
    assert "Traceback" not in ran["said"]
    assert "Udførsel blev færdiggjort på" in ran["said"], ran["said"]
    assert all(valid for _, valid in ran["loaded"])
    if "OUTPUT" in ran["results"] and tool not in ("createsampledata", "collectdata"):  # files of many layers
        assert len(ran["loaded"]) == 1, "the result is in the project"


@pytest.mark.parametrize("tool", BATCH)
def test_a_row_of_the_batch_runs_with_what_the_tool_requires(seen, tool):
    said = seen["batch_rows"][tool]["said"]
    assert "Traceback" not in said
    assert Path(seen["batch"].replace("NAME", tool)).stat().st_size > 0, said
