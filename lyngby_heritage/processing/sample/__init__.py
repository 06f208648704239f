"""Writes the invented municipality: as one GeoPackage and a terrain model, and as its data are delivered."""
