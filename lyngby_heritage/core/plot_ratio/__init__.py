"""Bebyggelsesprocent and storeys: what is built on a plot, what may be built there, and whether that is kept."""
