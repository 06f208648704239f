"""The place that a dialog begins with for results that nobody would want to lose."""

from pathlib import Path

from qgis.core import QgsProject

from lyngby_heritage.processing.outputs.lasting import home_of, propose
from lyngby_heritage.processing.tools.heritage_plan import HeritagePlan


def test_it_is_beside_a_project_that_is_saved(qgis_app, tmp_path):
    project = QgsProject()
    assert project.write(str(tmp_path / "plan.qgz"))
    assert home_of(project) == tmp_path
    tool = HeritagePlan().create()
    propose(tool, dict(HeritagePlan.LASTING), project)
    offered = tool.parameterDefinition("FOLDER").defaultValueForGui()
    assert Path(offered) == tmp_path / "lyngby_heritage" / "plan"


def test_it_is_a_folder_that_there_is(qgis_app):
    assert home_of(QgsProject()).is_dir()
    assert home_of(None).is_dir()


def test_a_run_without_a_window_is_given_no_place(qgis_app):
    tool = HeritagePlan().create()
    assert not tool.parameterDefinition("FOLDER").defaultValueForGui()
