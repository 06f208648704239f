"""Reads what a tool is given: layers, tables, rasters, parameters."""
