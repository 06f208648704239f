"""Rules on where layers lie: the boundary that is a mask, and what is of other municipalities."""

from layers_of import UUIDS, at, found, layer, point, ring

A = UUIDS[0]
TOWN = ring(-9000, 20_000, -1000, 3000)
"""20 km of land with a hole of 3 km where the municipality is."""


def boundary(wkt):
    return layer("BOUNDARY", {"KOMKODE": "0173", "wkt": wkt})


def houses(*places):
    rows = [{"bygning_id": f"h{number}", "wkt": at(x, y)} for number, (x, y) in enumerate(places)]
    return layer("BUILDINGS", *rows)


def masked(*layers):
    return [one.rule for one in found(*layers) if "grænse" in one.text.lower()]


def test_a_mask_of_the_municipality_is_told_once_and_nothing_is_held_against_it():
    (told,) = [one for one in found(boundary(TOWN), houses((0, 0), (500, 500))) if "kommune" in one.rule + one.text]
    assert (told.rule, told.level) == ("graense_omvendt", "fejl")
    assert "har et hul på 9 km²" in told.text  # 3 km × 3 km


def test_most_of_what_there_is_says_where_the_municipality_is():
    """Two houses on the area and one in its hole: a municipality round another, as København round Frederiksberg."""
    assert masked(boundary(TOWN), houses((-5000, 0), (-5100, 0), (0, 0))) == ["objekter_uden_for_kommunen"]
    assert masked(boundary(TOWN), houses((-5000, 0), (0, 0), (50, 0))) == ["graense_omvendt"]


def test_alone_a_rectangle_with_a_hole_is_a_mask_and_any_other_outline_none():
    assert masked(boundary(TOWN)) == ["graense_omvendt"]
    corner = "POLYGON ((711000 6178000, 731000 6178000, 711000 6198000, 711000 6178000), HOLE)"
    hole = "(715000 6182000, 716000 6182000, 716000 6183000, 715000 6182000)"
    assert masked(boundary(corner.replace("HOLE", hole))) == []


def plan(number, municipality):
    return {"planid": number, "plannr": str(number), "plannavn": f"Plan {number}", "komnr": municipality, "wkt": at(0)}


def test_the_plans_of_neighbours_are_one_finding_that_counts_them_by_municipality():
    plans = layer("PLANS", plan(1, 173), plan(2, 159), plan(3, 157), plan(4, 157), plan(5, 157))
    (told,) = found(plans, rule="plan_anden_kommune")
    assert told.count == 4
    assert told.text.startswith(
        "4 af 5 planer er fra andre kommuner end Lyngby-Taarbæk: Gentofte (3), Gladsaxe (1), f.eks. "
        "2 »Plan 2«, 3 »Plan 3«, 4 »Plan 4« m.fl."
    )


def test_a_single_plan_of_a_neighbour_is_named():
    (told,) = found(layer("PLANS", plan(1, 173), plan(2, 159)), rule="plan_anden_kommune")
    assert told.text.startswith("Planen 2 »Plan 2« er fra Gladsaxe, ikke Lyngby-Taarbæk.")


def test_a_plan_whose_name_says_its_number_is_not_given_it_again():
    named = plan(2, 159) | {"plannavn": "Lokalplan 2 for Bakken"}
    (told,) = found(layer("PLANS", plan(1, 173), named), rule="plan_anden_kommune")
    assert told.text.startswith("Planen »Lokalplan 2 for Bakken« er fra Gladsaxe")


def test_objects_of_others_are_counted_by_municipality_too():
    save = [{"ois_id": A, "bbrnummer": f"{code}-1-1", "wkt": point(0)} for code in (173, 223, 223, 190)]
    (told,) = found(layer("SAVE", *save), rule="objekt_anden_kommune")
    assert told.text.startswith("3 af 4 objekter er fra andre kommuner end Lyngby-Taarbæk: Hørsholm (2), Furesø (1)")
