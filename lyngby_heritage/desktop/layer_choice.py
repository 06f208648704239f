"""The list of layers in a tool's dialog, which begins with the right layer or with none.

QGIS fills every layer that a tool requires with the active one, or with the first of the project that fits: parcels,
buildings and zones are one and the same before anybody has chosen.
"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition, QgsProject
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsProcessingMapLayerComboBox

from ..processing.inputs.parameters import is_blank
from .layer_roles import certain_layers
from .widgets import boxed, is_of_dialog, of_qgis, standard


class LayerChoice:
    """What QGIS calls to make the widget of a layer."""

    def __new__(cls, parameter: Any, dialog: Any, row: int = 0, column: int = 0) -> Any:
        return _Wrapper(parameter, dialog) if is_of_dialog(dialog) else of_qgis(parameter, dialog, row, column)


class _Wrapper(QgsAbstractProcessingParameterWidgetWrapper):
    """QGIS's own list of layers, in which nothing can be chosen too."""

    def __init__(self, parameter: Any, dialog: Any) -> None:
        super().__init__(parameter, standard())
        self.setDialog(dialog)
        self.choice: Any = None

    def createWidget(self) -> Any:
        parameter: Any = self.parameterDefinition()
        # Only the list of an optional parameter has an empty line; whether one is needed is asked of the parameter.
        self.optional = parameter.clone()
        self.optional.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
        self.choice = QgsProcessingMapLayerComboBox(self.optional, self.type())
        self.choice.valueChanged.connect(lambda: self.widgetValueHasChanged.emit(self))
        return boxed(self.choice, parameter)

    def setWidgetContext(self, context: Any) -> None:
        super().setWidgetContext(context)
        if self.choice is not None:
            self.choice.setWidgetContext(context)

    def postInitialize(self, wrappers: Any) -> None:
        super().postInitialize(wrappers)
        parameter: Any = self.parameterDefinition()
        algorithm, project = parameter.algorithm(), QgsProject.instance()
        chosen = certain_layers(algorithm, project) if algorithm and project else {}
        self.choice.setLayer(chosen.get(parameter.name()))

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        if is_blank(value):
            self.choice.setLayer(None)
        else:
            self.choice.setValue(value, context)

    def widgetValue(self) -> Any:
        return self.choice.value()
