"""The place that a dialog begins with for results that nobody would want to lose."""

from pathlib import Path

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingOutputLayerDefinition, QgsProject, QgsProperty

from lyngby_heritage.processing.outputs.lasting import home_of, propose, refusal_of_temporary, warnings_of_temporary
from lyngby_heritage.processing.tools.heritage_plan import HeritagePlan
from lyngby_heritage.processing.tools.provider import TOOLS


def test_it_is_beside_a_project_that_is_saved(qgis_app, tmp_path):
    project = QgsProject()
    assert project.write(str(tmp_path / "plan.qgz"))
    assert home_of(project) == tmp_path
    tool = HeritagePlan().create()
    propose(tool, dict(HeritagePlan.LASTING), project)
    offered = tool.parameterDefinition("FOLDER").defaultValueForGui()
    assert Path(offered) == tmp_path / "lyngby_heritage" / "plan"


def test_it_is_beside_a_package_whose_own_project_is_open(qgis_app, tmp_path):
    package = tmp_path / "plan"
    package.mkdir()
    (package / "kulturhistorisk_lokalplan.gpkg").touch()
    project = QgsProject()
    assert project.write(str(package / "kulturhistorisk_lokalplan.qgz"))
    assert home_of(project) == tmp_path


def test_it_is_a_folder_that_there_is(qgis_app):
    assert home_of(QgsProject()).is_dir()
    assert home_of(None).is_dir()


def test_a_run_without_a_window_is_given_no_place(qgis_app):
    tool = HeritagePlan().create()
    assert not tool.parameterDefinition("FOLDER").defaultValueForGui()


LAST = {one.NAME: set(one().create().lasting()) for one in TOOLS}


def test_packages_and_data_that_were_put_together_must_last(qgis_app):
    assert LAST["heritageplan"] == LAST["exportlokalplan"] == {"FOLDER"}
    assert LAST["collectdata"] == LAST["fetchofficialdata"] == {"OUTPUT"}
    assert LAST["createsampledata"] == {"OUTPUT", "FOLDER"}
    assert LAST["classifybuildings"] == set(), "QGIS marks a temporary layer, and asks before it is lost"


@pytest.mark.parametrize(("tool", "output"), [(tool, name) for tool, names in LAST.items() for name in sorted(names)])
def test_they_are_refused_a_temporary_place_and_told_another(qgis_app, tmp_path, tool, output):
    made = next(one for one in TOOLS if tool == one.NAME)().create()
    project = QgsProject()
    assert project.write(str(tmp_path / "plan.qgz"))
    why = refusal_of_temporary(made, made.lasting(), {output: "TEMPORARY_OUTPUT"}, project)
    assert why.startswith(
        f"{output} ({made.parameterDefinition(output).description()}): QGIS deletes what is temporary"
    )
    assert why.endswith(f"such as {tmp_path / made.lasting()[output]}.")
    assert refusal_of_temporary(made, made.lasting(), {output: str(tmp_path / "ud.gpkg")}, project) == ""


def test_so_is_a_run_before_it_begins(qgis_app, tmp_path):
    tool, context = HeritagePlan().create(), QgsProcessingContext()
    fine, why = tool.checkParameterValues({"INPUT": str(tmp_path), "FOLDER": "TEMPORARY_OUTPUT"}, context)
    assert not fine
    assert why.startswith("FOLDER (Folder of the package): QGIS deletes what is temporary when it closes")


@pytest.mark.parametrize(
    "value",
    [
        "TEMPORARY_OUTPUT",
        QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT"),
        QgsProperty.fromValue("TEMPORARY_OUTPUT"),
    ],
)
def test_what_a_model_ends_in_is_warned_of(value):
    (said,) = warnings_of_temporary({"FOLDER": "plan"}, {"FOLDER": value}, {"FOLDER": "/tmp/x/FOLDER"})
    assert said.startswith("/tmp/x/FOLDER is temporary")


@pytest.mark.parametrize("value", [None, "", "/tmp/x/FOLDER", QgsProcessingOutputLayerDefinition("/tmp/x/FOLDER")])
def test_what_lies_between_two_steps_is_not(value):
    assert warnings_of_temporary({"FOLDER": "plan"}, {"FOLDER": value}, {"FOLDER": "/tmp/x/FOLDER"}) == []
