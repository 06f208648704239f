"""QGIS plugin: building heritage, plot ratio and landscape for Danish municipalities."""


def classFactory(iface):
    """Give QGIS the plugin; `iface` is None under qgis_process and QGIS Server."""
    from .plugin import HeritagePlugin

    return HeritagePlugin()
