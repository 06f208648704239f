"""Lists the tools. Loads without the libraries that the tools themselves need."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ...paths import ICON
from .check_plot_ratio import CheckPlotRatio
from .classify_buildings import ClassifyBuildings
from .collect_data import CollectData
from .compare_designations import CompareDesignations
from .compare_scenarios import CompareScenarios
from .create_sample_data import CreateSampleData
from .delineate_valley import DelineateValley
from .export_geofa import ExportGeofa
from .export_lokalplan import ExportLokalplan
from .export_plandata import ExportPlandata
from .fetch_official_data import FetchOfficialData
from .follow_designations import FollowDesignations
from .hearing_list import HearingList
from .hearing_report import HearingReport
from .heritage_plan import HeritagePlan
from .map_landscape import MapLandscape
from .prepare_buildings import PrepareBuildings
from .property_sheet import PropertySheet
from .self_check import SelfCheck
from .shipped_model import TEXTS, ShippedModel, file_of
from .uniform_ensembles import UniformEnsembles
from .validate_data import ValidateData

TOOLS = (
    CheckPlotRatio,
    ClassifyBuildings,
    CollectData,
    CompareDesignations,
    CompareScenarios,
    CreateSampleData,
    DelineateValley,
    ExportGeofa,
    ExportLokalplan,
    ExportPlandata,
    FetchOfficialData,
    FollowDesignations,
    HearingList,
    HearingReport,
    HeritagePlan,
    MapLandscape,
    PrepareBuildings,
    PropertySheet,
    SelfCheck,
    UniformEnsembles,
    ValidateData,
)


class HeritageProvider(QgsProcessingProvider):
    """The provider `lyngby_heritage`."""

    def id(self) -> str:
        return "lyngby_heritage"

    def name(self) -> str:
        return "Lyngby Heritage"

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def loadAlgorithms(self) -> None:
        for algorithm in TOOLS:
            self.addAlgorithm(algorithm())
        for model in TEXTS:
            if file_of(model).is_file():
                self.addAlgorithm(ShippedModel(model, TOOLS))

    def complete(self) -> None:
        """Let the models find the tools, which QGIS knows only once it has the provider."""
        for one in self.algorithms():
            if isinstance(one, ShippedModel):
                one.load()
