"""Lists the tools. Loads without the libraries that the tools themselves need."""

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .classify_buildings import ClassifyBuildings
from .create_sample_data import CreateSampleData
from .export_lokalplan import ExportLokalplan
from .self_check import SelfCheck

ICON = Path(__file__).parents[1] / "icons" / "lyngby_heritage.svg"


class HeritageProvider(QgsProcessingProvider):
    """The provider `lyngby_heritage`."""

    def id(self):
        return "lyngby_heritage"

    def name(self):
        return "Lyngby Heritage"

    def icon(self):
        return QIcon(str(ICON))

    def loadAlgorithms(self):
        for algorithm in (ClassifyBuildings, CreateSampleData, ExportLokalplan, SelfCheck):
            self.addAlgorithm(algorithm())
