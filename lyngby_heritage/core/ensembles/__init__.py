"""Proposals for cultural environments (M5): groups of buildings that are alike, their outlines and reasons."""
