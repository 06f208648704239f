"""The domain: rules, registers and geometry on arrays. Knows nothing of QGIS."""
