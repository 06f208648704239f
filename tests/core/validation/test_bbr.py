"""Rules on BBR's rows: what has ended, what is a case, and what the tools add up."""

import pytest
from layers_of import UUIDS, at, found, layer, point

A, B, C, D = UUIDS[:4]


def building(id=A, status="6", **values):
    return {"id_lokalId": id, "status": status, "wkt": point(0), **values}


def storey(id, name="st", building=A, status="6", **values):
    return {"id_lokalId": id, "bygning": building, "eta006BygningensEtagebetegnelse": name, "status": status, **values}


def twice(*storeys, buildings=()):
    """How many storeys are said to count twice."""
    given = [layer("BBR", *buildings)] if buildings else []
    return len(found(*given, layer("FLOORS", *storeys), rule="etage_dobbelt"))


def test_a_storey_counts_twice_where_both_rows_stand_and_are_rows_of_their_own():
    assert twice(storey(C), storey(D)) == 1


def test_an_ended_version_of_a_storey_is_no_second_storey():
    assert twice(storey(C), storey(D, virkningTil="2020-01-01")) == 0
    assert twice(storey(C), storey(D, status="10")) == 0


def test_the_same_storey_again_is_no_second_storey():
    """The tools count a storey's id once."""
    assert twice(storey(C), storey(C.upper())) == 0


@pytest.mark.parametrize("gone", [{"status": "10"}, {"status": "2"}, {"virkningTil": "2020-01-01"}])
def test_storeys_of_a_building_that_does_not_stand_count_for_nothing(gone):
    assert twice(storey(C), storey(D), buildings=[building(**gone)]) == 0
    # One version of the building has ended and another stands: its storeys count.
    assert twice(storey(C), storey(D), buildings=[building(**gone), building()]) == 1


def test_nothing_else_is_told_of_storeys_that_count_for_nothing():
    faulty = storey(C, eta025Etagetype=3, eta020SamletArealAfEtage=-5)
    told = {one.rule for one in found(layer("BBR", building()), layer("FLOORS", faulty))}
    assert {"etage_slags_ukendt", "etage_areal_umuligt"} <= told
    told = {one.rule for one in found(layer("BBR", building(status="10")), layer("FLOORS", faulty))}
    assert not {one for one in told if one.startswith("etage_")}


def test_cases_among_the_buildings_are_counted_and_named_by_status():
    rows = [building(f"{number}{A[1:]}", status) for number, status in enumerate(("6", "2", "3", "9", "9", "13"))]
    for role in ("BBR", "BUILDINGS", "CONTEXT_BUILDINGS"):
        (told,) = found(layer(role, *rows), rule="bbr_sag")
        assert told.count == 5
        assert told.text.startswith(
            "5 af 6 rækker er sager og ikke bygninger, der står (1 endnu ikke opført (status 2), "
            "1 endnu ikke opført (status 3), 2 en afsluttet eller henlagt sag (status 9), "
            "1 en afsluttet eller henlagt sag (status 13)), f.eks. "
            + ", ".join(f"{n}{A[1:8]}… (række {n + 1})" for n in (1, 2, 3))
            + " m.fl."
        )
        assert found(layer(role, *rows), rule="bbr_historisk") == []


def test_one_building_of_several_statuses_is_told_with_what_holds():
    (told,) = found(layer("BBR", building(), building(status="2"), building(B)), rule="bbr_flere_status")
    assert told.text == "Samme id står på 2 åbne rækker med hver sin status (2, 6). Den række, der står, gælder."
    (told,) = found(layer("BBR", building(status="3"), building(status="2")), rule="bbr_flere_status")
    assert told.text.endswith("(2, 3). Ingen af dem står, så den tæller ikke med.")


def test_the_status_of_another_register_is_none():
    roofs = [{"id_lokalId": A, "status": "Anlagt", "wkt": at(0)}, {"id_lokalId": A, "status": "Ny", "wkt": at(20)}]
    assert found(layer("BUILDINGS", *roofs), rule="bbr_flere_status") == []


def test_a_row_of_a_table_whose_coordinate_is_empty_is_a_case_too():
    rows = [
        building(byg021BygningensAnvendelse=120, byg041BebyggetAreal=None, byg404Koordinat=""),
        building(B, byg021BygningensAnvendelse=120, byg041BebyggetAreal=None, byg404Koordinat="POINT (720000 6187000)"),
    ]
    table = layer("BBR", *({**row, "wkt": None} for row in rows), geometry_type="none")
    assert [one.object_id for one in found(table, rule="bbr_uden_sted")] == [A]
    assert [one.object_id for one in found(table, rule="areal_mangler")] == [B]
