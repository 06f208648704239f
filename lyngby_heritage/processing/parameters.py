"""Parameters that several tools declare in the same way."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
)

from .translation import tr

POLYGONS = (QgsProcessing.SourceType.TypeVectorPolygon,)
BUILDINGS = (QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon)
TABLE = (QgsProcessing.SourceType.TypeVector,)


def layer(name, label, kinds, optional=False):
    """A layer or table to read."""
    return QgsProcessingParameterFeatureSource(name, label, list(kinds), optional=optional)


def optional_field(name, label, parent):
    """A field that is found by its aliases, so that the dialog can begin with what the planner has to choose."""
    parameter = QgsProcessingParameterField(name, label, parentLayerParameterName=parent, optional=True)
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def choice(name, label, options):
    """One of several, the first unless chosen otherwise."""
    return QgsProcessingParameterEnum(name, label, list(options), defaultValue=0)


def report(name):
    """An HTML report that is written when asked for."""
    return QgsProcessingParameterFileDestination(
        name, tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=False
    )
