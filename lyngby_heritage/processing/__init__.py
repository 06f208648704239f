"""The tools as QGIS Processing knows them: read sources, call the core, write sinks."""
