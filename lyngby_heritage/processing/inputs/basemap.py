"""The map that the printed maps lie on (BASEMAP): a raster, or a map service, that the run is given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from qgis.core import (
    Qgis,
    QgsNetworkAccessManager,
    QgsProcessingParameterMapLayer,
)

from ...core.common.errors import HeritageError
from ..translation import tr
from .parameters import is_blank, service_host

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsProcessingAlgorithm, QgsProcessingContext

BASEMAP = "BASEMAP"
ANSWER = 10_000
"""How long a service may take to answer one request, in milliseconds."""
SERVICES = ("wms", "wcs", "arcgismapserver", "vectortile", "xyzvectortiles", "arcgisvectortileservice")
"""QGIS's names of what asks a service for a map, instead of reading a file."""

_SECRET = re.compile(
    r"(?:^|[?&;/ ])(?:authcfg|user(?:name)?|login|pass(?:word|wd)?|pwd|token|access_token|api[_-]?key|key|apikey|secret"
    r"|sig(?:nature)?|http-header:authorization)=[^&;' ]+",
    re.IGNORECASE,
)
_USER_IN_ADDRESS = re.compile(r"://[^/?#@ ]+@")


def basemap_parameter() -> QgsProcessingParameterMapLayer:
    """The parameter."""
    label = tr("Background under the printed maps (a raster or a map service)")
    return QgsProcessingParameterMapLayer(BASEMAP, label, optional=True)


def basemap_of(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> tuple[QgsMapLayer | None, bool]:
    """The layer, and whether one was given: a service that does not answer is given, and no layer.

    HeritageError for a file that cannot be opened: that is a slip of the pen, which no later run would mend.
    """
    value = parameters.get(BASEMAP)
    if is_blank(value):
        return None, False
    usual = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(ANSWER)
    try:
        layer = algorithm.parameterAsLayer(parameters, BASEMAP, context)
    finally:
        QgsNetworkAccessManager.setTimeout(usual)
    if layer is not None and layer.isValid():
        return layer, True
    if not isinstance(value, str) or "://" not in value:
        raise HeritageError("{parameter}: the background map cannot be opened.", parameter=BASEMAP)
    return None, True


def is_service(layer: QgsMapLayer) -> bool:
    """Whether a layer asks a service for its map."""
    return layer.providerType().lower() in SERVICES or layer.type() == Qgis.LayerType.VectorTile


def holds_secret(source: str) -> bool:
    """Whether an address says who asks: a login, a key or a token that is nobody else's.

    >>> holds_secret("type=xyz&url=https://tiles.dk/{z}/{x}/{y}.png?api_key%3D123")
    True
    >>> holds_secret("type=xyz&url=https://tiles.dk/{z}/{x}/{y}.png")
    False
    """
    plain = unquote(unquote(source))
    return bool(_SECRET.search(plain) or _USER_IN_ADDRESS.search(plain))


def credit_of(layer: QgsMapLayer) -> str:
    """Who is to be named on a map that shows the layer: its rights, its attribution, else its name."""
    rights = " ".join(one for one in layer.metadata().rights() if one)
    server: Any = layer.serverProperties() if hasattr(layer, "serverProperties") else layer  # from QGIS 3.22 on
    # A layer that was given as an address is called by it.
    name = service_host(layer.name()) or layer.name()
    said = rights or (server.attribution() if server is not None else "") or name
    return " ".join(re.sub(r"<[^>]*>", " ", said).split())
