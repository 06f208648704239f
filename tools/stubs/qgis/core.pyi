"""What the stubs of qgis.core lack: exceptions, names that QGIS adds when it is loaded, and what is never None.

The first definition of a name counts, so the rest comes last.
"""

from typing import Any, Self

from qgis import _core

class QgsProcessingException(Exception): ...
class QgsCsException(Exception): ...
class QgsProviderConnectionException(Exception): ...

class QgsProcessing(_core.QgsProcessing):
    class SourceType:
        TypeVectorPoint: _core.Qgis.ProcessingSourceType
        TypeVectorLine: _core.Qgis.ProcessingSourceType
        TypeVectorPolygon: _core.Qgis.ProcessingSourceType
        TypeVectorAnyGeometry: _core.Qgis.ProcessingSourceType
        TypeVector: _core.Qgis.ProcessingSourceType

class QgsProcessingAlgorithm(_core.QgsProcessingAlgorithm):
    class Flag:
        FlagNoThreading: _core.Qgis.ProcessingAlgorithmFlag

    def create(self, configuration: dict[str, Any] = ...) -> Self: ...
    def parameterAsSource(
        self, parameters: dict[str, Any], name: str | None, context: _core.QgsProcessingContext
    ) -> QgsProcessingFeatureSource | None: ...
    def canExecute(self) -> tuple[bool, str]: ...
    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: _core.QgsProcessingContext,
        feedback: _core.QgsProcessingFeedback,
    ) -> dict[str, Any]: ...
    def postProcessAlgorithm(
        self, context: _core.QgsProcessingContext, feedback: _core.QgsProcessingFeedback
    ) -> dict[str, Any]: ...

class QgsProcessingParameterDefinition(_core.QgsProcessingParameterDefinition):
    class Flag:
        FlagAdvanced: _core.Qgis.ProcessingParameterFlag
        FlagOptional: _core.Qgis.ProcessingParameterFlag

class QgsProcessingFeatureSource(_core.QgsProcessingFeatureSource):
    class Flag:
        FlagSkipGeometryValidityChecks: _core.Qgis.ProcessingFeatureSourceFlag

class QgsLayoutRenderContext(_core.QgsLayoutRenderContext):
    class Flag:
        FlagForceVectorOutput: _core.Qgis.LayoutRenderFlag

class QgsProviderRegistry(_core.QgsProviderRegistry):
    @staticmethod
    def instance(pluginPath: str | None = ...) -> QgsProviderRegistry: ...

class QgsApplication(_core.QgsApplication):
    @staticmethod
    def processingRegistry() -> _core.QgsProcessingRegistry: ...

from qgis._core import *
