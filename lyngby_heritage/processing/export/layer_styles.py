"""The look of the layers: the style of the tool that made them where the plugin has one, else a plain one from data."""

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..layout_parts import INK, text_format
from ..sinks import STYLES, apply_style

STYLE_NAMES = ("{tool}_{kind}.qml", "{tool}.qml")
"""Where the style of a tool's output is looked for, the first that is there; kind is point, line or polygon."""


def style_of(tool, kind):
    """The file name of a tool's style for a kind of geometry, or None."""
    names = (name.format(tool=tool, kind=kind) for name in STYLE_NAMES)
    return next((name for name in names if tool and (STYLES / name).exists()), None)


def dress(layer, described, kind, aliases, title):
    """Give a layer of the package its style, its labels and the Danish names of its fields.

    `described` is the table's entry in data/rules/lokalplan.json. Returns the style's file name, None for a plain one.
    """
    style = style_of(described["tool"], kind)
    if style is not None:
        apply_style(layer, style, {})
    else:
        dress_plainly(layer, described["plain"], kind, title)
    label = described.get("label")
    if label and not layer.labelsEnabled():
        put_labels(layer, label["expression"], label["smallest"], kind)
    for column, alias in aliases:
        position = layer.fields().lookupField(column)
        if position >= 0 and not layer.fields().at(position).alias():
            layer.setFieldAlias(position, alias)
    return style


def dress_plainly(layer, plain, kind, title, only=None):
    """One symbol for all rows, or for those that the expression `only` holds for."""
    symbol = plain_symbol(plain, kind)
    if only is None:
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    else:
        root = QgsRuleBasedRenderer.Rule(None)
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=only, label=title))
        layer.setRenderer(QgsRuleBasedRenderer(root))
    layer.setLabelsEnabled(False)


def plain_symbol(plain, kind):
    """The symbol of an entry `plain`: fill (or null), outline, width in mm, dashed."""
    fill, outline, width = plain["fill"], plain["outline"], str(plain["width"])
    line = "dash" if plain.get("dashed") else "solid"
    if kind == "point":
        return QgsMarkerSymbol.createSimple(
            {
                "name": "circle",
                "size": "1.6",
                "color": fill or "#ffffff",
                "outline_color": outline,
                "outline_width": "0.2",
            }
        )
    if kind == "line":
        return QgsLineSymbol.createSimple({"line_color": outline, "line_width": width, "line_style": line})
    return QgsFillSymbol.createSimple(
        {
            "style": "solid" if fill else "no",
            "color": fill or "#ffffff",
            "outline_color": outline,
            "outline_width": width,
            "outline_style": line,
        }
    )


def put_labels(layer, expression, smallest, kind):
    """Write an expression on each feature, on maps of 1:`smallest` and larger."""
    text = text_format(8, INK, bold=True)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setSizeUnit(Qgis.RenderUnit.Millimeters)
    halo.setColor(QColor("#ffffff"))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.placement = Qgis.LabelPlacement.Horizontal if kind == "polygon" else Qgis.LabelPlacement.AroundPoint
    if kind == "line":
        settings.placement = Qgis.LabelPlacement.Curved
    settings.scaleVisibility = True
    settings.minimumScale = smallest
    settings.maximumScale = 1
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
