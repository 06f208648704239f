"""QGIS's stubs are written for Qt 5; read through these they ask for Qt 6, where only scoped names are there."""
