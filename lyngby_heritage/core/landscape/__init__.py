"""Landscape and heritage designations (M9, M10): themes, gathering, what lies in what, what changed."""
