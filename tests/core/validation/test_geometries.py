"""Rules on geometries: an invalid one is an error where its area is not what it seems."""

from layers_of import EAST, NORTH, at, found, layer


def area(*corners):
    return "POLYGON ((" + ", ".join(f"{EAST + x} {NORTH + y}" for x, y in corners) + "))"


CROSSING = area((0, 0), (10, 10), (10, 0), (0, 10), (0, 0))
"""Two triangles that cancel each other out: 0 m², and 50 m² repaired."""
TOUCHING = area((0, 0), (10, 0), (10, 10), (5, 0), (0, 10), (0, 0))
"""The outline comes back to its own edge at (5, 0): 50 m², before and after."""


def test_an_outline_that_only_touches_itself_is_told_and_is_no_error():
    rows = [{"Objekt_id": "a", "wkt": CROSSING}, {"Objekt_id": "b", "wkt": TOUCHING}, {"Objekt_id": "c", "wkt": at(0)}]
    crossing, touching = found(layer("LAYERS", *rows), rule="geometri_ugyldig")
    assert (crossing.object_id, crossing.level) == ("a", "fejl")
    assert "(areal 0 m² før, 50 m² efter). Ret den i kilden" in crossing.text
    assert (touching.object_id, touching.level) == ("b", "oplysning")
    assert touching.text.endswith(
        "(areal 50 m² før, 50 m² efter). Arealet er det samme, så der er intet, som skal rettes."
    )
