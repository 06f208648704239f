"""What a styled layer is drawn as."""

from qgis.core import QgsMapSettings, QgsRenderContext
from qgis.PyQt.QtCore import QSize


def classes_of(layer):
    """The legend label that each feature is drawn under, in the order of the features."""
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(800, 400))
    settings.setExtent(layer.extent())
    context = QgsRenderContext.fromMapSettings(settings)
    context.setExpressionContext(layer.createExpressionContext())
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    labels = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    drawn = []
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        drawn.append([labels[key] for key in renderer.legendKeysForFeature(feature, context) if key in labels])
    renderer.stopRender(context)
    return drawn


def distance(one, other):
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3]))
