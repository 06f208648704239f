"""What a package records of a parameter: words and names as people read them, a row of a table for itself."""

import pytest
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from lyngby_heritage.processing.inputs.parameters import copied, recorded

TABLE = QgsProcessingParameterMatrix("DATA", "", headers=["Data", "Fil", "Dato"])
ROWS = ["bygningerne", "BBR.zip", "2026-09-28", "vandløbene", "vand.gpkg", ""]


@pytest.mark.parametrize(
    ("definition", "value", "told"),
    [
        (TABLE, ROWS, ["bygningerne; BBR.zip; 2026-09-28", "vandløbene; vand.gpkg"]),
        (TABLE, [ROWS[:3], ROWS[3:]], ["bygningerne; BBR.zip; 2026-09-28", "vandløbene; vand.gpkg"]),
        (TABLE, [], [""]),
        (TABLE, None, [""]),
        (QgsProcessingParameterMultipleLayers("LAYERS", ""), ["a", "b"], ["a; b"]),
        (QgsProcessingParameterFile("PROFILE", ""), "/home/anne/profil", ["profil"]),
        (QgsProcessingParameterString("TITLE", ""), "Plan 300", ["Plan 300"]),
        (QgsProcessingParameterString("TITLE", ""), None, [""]),
    ],
)
def test_a_value_as_people_read_it(definition, value, told):
    assert recorded(definition, value) == told


@pytest.mark.parametrize(
    "definition",
    [
        TABLE,
        QgsProcessingParameterMultipleLayers("LAYERS", "Lag", QgsProcessing.SourceType.TypeVector, optional=True),
        QgsProcessingParameterFile("PROFILE", "Profil", QgsProcessingParameterFile.Behavior.Folder, optional=True),
        QgsProcessingParameterEnum("STATE", "Tilstand", ["udkast", "forslag"], defaultValue=1),
    ],
)
def test_a_copy_says_what_the_original_says(definition):
    definition.setHelp("Hvad den er til.")
    definition.setMetadata({"widget_wrapper": {"class": "x"}})
    definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    own = copied(definition)
    assert own is not definition
    assert type(own) is type(definition)
    assert own.toVariantMap() == definition.toVariantMap()
