"""A QGIS plugin for the tests alone: its algorithm runs pytest inside qgis_process, beside the tools."""


def classFactory(iface):
    """Give QGIS the plugin."""
    from .plugin import TestsPlugin

    return TestsPlugin()
