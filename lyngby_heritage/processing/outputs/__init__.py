"""Writes what a tool makes: layers, reports, maps; whole or not at all."""
