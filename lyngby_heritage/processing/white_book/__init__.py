"""Reads the answers of a hearing, and writes the white book and what goes with it."""
