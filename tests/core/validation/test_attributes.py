"""Rules on BBR's facts: areas and dwellings that are said to be missing only where they are."""

import pytest
from layers_of import UUIDS, at, found, layer, point

A, B, C = UUIDS[:3]


def house(id=A, use=120, **values):
    return {"id_lokalId": id, "status": "6", "byg021BygningensAnvendelse": use, "wkt": point(5, 5), **values}


NO_AREA = {"byg041BebyggetAreal": None, "byg038SamletBygningsareal": None}


@pytest.mark.parametrize(
    "case",
    [{"wkt": None}, {"status": "2"}, {"status": "9"}, {"status": "4"}, {"virkningTil": "2020-01-01"}],
    ids=["without a place", "projected", "closed", "a ground for a case", "ended"],
)
@pytest.mark.parametrize("role", ["BBR", "BUILDINGS"])
def test_a_case_has_no_area_and_lacks_none(role, case):
    rows = [house(B, byg041BebyggetAreal=90), house(**NO_AREA)]
    assert len(found(layer(role, *rows), rule="areal_mangler")) == 1
    assert found(layer(role, rows[0], {**rows[1], **case}), rule="areal_mangler") == []


def test_an_outline_in_another_layer_is_an_area():
    bbr, roof = layer("BBR", house(**NO_AREA)), {"bbruuid": A.upper(), "wkt": at(0)}
    assert found(bbr, layer("FOOTPRINTS", roof), rule="areal_mangler") == []
    assert len(found(bbr, layer("FOOTPRINTS", {**roof, "bbruuid": B}), rule="areal_mangler")) == 1


def test_0_dwellings_are_told_once_with_how_many_dwellings_there_are():
    """Two of three dwellings have 0, and so has a garage, which is none."""
    uses = [(120, 0), (140, 0), (120, 1), (910, 0)]
    rows = [house(f"{at}{A[1:]}", use, byg024AntalLejlighederMedKøkken=one) for at, (use, one) in enumerate(uses)]
    (told,) = found(layer("BBR", *rows), rule="boliger_nul")
    assert told.level == "advarsel"
    assert told.text.startswith(
        "2 af 3 boligbygninger har 0 boliger i feltet byg024AntalLejlighederMedKøkken, f.eks. 0"
    )
