"""Which layers are used as what: a person's word, roles made of parts, whose rows, and several of the same."""

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.registers.collection import ThemeSaid, choose
from lyngby_heritage.core.registers.found_layers import Layer

ROLES = ("bbr", "jordstykker", "kommunegraense", "beslutninger", "etager")
BBR = ("id_lokalId", "status", "kommunekode", "byg021BygningensAnvendelse", "byg041BebyggetAreal")
JORDSTYKKE = (
    "id_lokalId",
    "matrikelnummer",
    "samletFastEjendomLokalId",
    "ejerlavLokalId",
    "registreretAreal",
    "status",
)


def mat(entity, rows=2, code="0173", generation=5, version=1):
    fields = {
        "Jordstykke": JORDSTYKKE,
        "Lodflade": ("id_lokalId", "jordstykkeLokalId", "status"),
        "SamletFastEjendom": ("id_lokalId", "BFEnummer", "status", "erFaelleslod", "udskiltVej"),
        "Ejerlav": ("id_lokalId", "ejerlavsnavn", "ejerlavskode"),
    }[entity]
    geometry = "polygon" if entity == "Lodflade" else "none"
    name = f"MAT_V{version}_{entity}_{code}_TotalDownload_gpkg_Current_{generation}"
    return Layer(entity, f"{name}.gpkg", fields, rows, other_names=(name,), geometry=geometry, file=f"{name}.gpkg")


PARTS = [mat("Lodflade"), mat("Jordstykke"), mat("SamletFastEjendom"), mat("Ejerlav")]
FLAT = Layer(
    "Jordstykke_Gaeldende", "wfs.gml", ("matrikelnummer", "ejerlavskode", "registreretAreal"), 2, geometry="polygon"
)


def chosen(layers, **more):
    return choose(layers, ROLES, **more)


def said(choice, place):
    return str(choice.notes[place])


def test_parcels_are_made_of_their_four_parts():
    choice = chosen(PARTS)
    assert choice.parts == {
        "jordstykker": {"lodflader": 0, "jordstykker_uden_flader": 1, "ejendomme_sfe": 2, "ejerlav": 3}
    }
    assert (dict(choice.roles), choice.used, choice.unknown) == ({}, {0, 1, 2, 3}, ())
    assert said(choice, 0) == "Lodflade is Matriklens Lodflade (jordstykkernes flader), of which jordstykker is made."


@pytest.mark.parametrize(
    ("layers", "parts"),
    [
        (PARTS[:2], {"lodflader": 0, "jordstykker_uden_flader": 1}),  # the two that are needed
        (PARTS[:1], None),
        (PARTS[1:], None),  # no surfaces
        ([mat("Lodflade", rows=0), mat("Jordstykke")], None),  # headings only
    ],
)
def test_without_a_part_that_is_needed_there_are_no_parcels(layers, parts):
    assert chosen(layers).parts == ({} if parts is None else {"jordstykker": parts})


def test_what_is_missing_is_named():
    assert said(chosen([mat("Jordstykke")]), 0) == (
        "Jordstykke is Matriklens tabel Jordstykke uden flader, a part of jordstykker, and is not used: jordstykker "
        "cannot be made without Matriklens Lodflade (jordstykkernes flader)."
    )


def test_parcels_under_their_own_name_go_before_those_that_could_be_made():
    choice = chosen([*PARTS, Layer("jordstykker", "egne.gpkg", geometry="polygon")])
    assert (dict(choice.roles), choice.parts) == ({"jordstykker": 4}, {})


def test_parts_with_property_and_district_go_before_a_flat_layer():
    choice = chosen([FLAT, *PARTS])
    assert (dict(choice.roles), set(choice.parts)) == ({}, {"jordstykker"})
    assert "Jordstykke_Gaeldende is probably jordstykker too, and is not used" in said(choice, 0)


def test_of_several_versions_of_a_part_the_newest_with_rows():
    choice = chosen(
        [mat("Lodflade"), mat("Jordstykke"), mat("Jordstykke", generation=7), mat("Jordstykke", 0, version=2)]
    )
    assert choice.parts["jordstykker"] == {"lodflader": 0, "jordstykker_uden_flader": 2}
    assert choice.unknown == ()


def test_a_person_s_word_goes_before_names_and_fields():
    layers = [Layer("bbr", "a"), Layer("eksport", "b", BBR), Layer("noget", "c")]
    choice = chosen(layers, by_hand={2: "bbr", 1: None})
    assert dict(choice.roles) == {"bbr": 2}
    assert said(choice, 2) == "noget is taken for bbr, as was asked for."
    assert said(choice, 1) == "eksport is not used, as was asked for."
    assert said(choice, 0) == "bbr is probably bbr too, and is not used: c is."
    assert choice.unknown == ()


def test_what_people_wrote_goes_before_another_layer_of_that_name():
    layers = [Layer("beslutninger", "mappe.xlsx"), Layer("beslutninger", "beslutninger.gpkg")]
    choice = chosen(layers, first={1}, strict=False)
    assert dict(choice.roles) == {"beslutninger": 1}
    assert said(choice, 0).endswith("is not used: beslutninger.gpkg is.")


def test_environments_that_people_decided_are_no_theme_of_a_register():
    layers = [Layer("kulturmiljoeer", "a.gpkg"), Layer("kulturmiljoeer", "beslutninger.gpkg")]
    choice = choose(layers, [], lambda layer, _: ThemeSaid(True), first={1})
    assert choice.themes == (0,)
    assert said(choice, 1) == "kulturmiljoeer, which people write, is kept as it is; no step of this run reads it."


def test_two_layers_of_one_name_are_refused_or_told():
    layers = [Layer("bbr", "a.gpkg"), Layer("BBR", "b.gpkg")]
    with pytest.raises(HeritageError, match=r"Two layers of the input are called bbr: a.gpkg and b.gpkg"):
        chosen(layers)
    choice = chosen([*layers, Layer("bbr", "c.gpkg")], strict=False)
    assert dict(choice.roles) == {}
    for place in range(3):
        assert said(choice, place).startswith("Several layers may be bbr, and none is used: a.gpkg, b.gpkg, c.gpkg")


def test_a_national_boundary_is_cut_down_to_the_municipality():
    fields = ("kommunekode", "navn", "regionLokalId")
    national = Layer("Kommuneinddeling", "dagi.gpkg", fields, 99, geometry="polygon")
    choice = chosen([national, *PARTS])
    assert (choice.municipality, dict(choice.roles)) == ("173", {"kommunegraense": 0})
    assert dict(choice.only_rows) == {0: "kommunekode"}
    assert dict(chosen([national]).roles) == {}  # nobody says which one


def test_downloads_of_another_municipality_are_left_out_where_one_is_asked_for():
    layers = [mat("Lodflade", code="0157"), mat("Jordstykke", code="0157"), *PARTS]
    choice = chosen(layers, municipality="0173")
    assert choice.parts["jordstykker"]["lodflader"] == 2
    assert "but not of municipality 0173, and is not used" in said(choice, 0)
    with pytest.raises(HeritageError, match="downloads of several municipalities: 0157"):
        chosen(layers)


def test_whoever_names_the_wrong_municipality_is_warned_of_each_role_that_is_left_out():
    layers = [mat("Lodflade", code="0157"), *PARTS]
    notes = chosen(layers, municipality="0173").notes
    assert notes[0].warning
    assert not any(notes[place].warning for place in range(1, len(layers)) if place in notes)


def test_of_two_of_one_role_that_which_holds_the_municipality():
    first, second = (
        Layer(name, f"{name}.csv", BBR, 9, geometry="none", values={"kommunekode": [code]})
        for name, code in (("a", "0157"), ("b", "173"))
    )
    assert dict(chosen([first, second], municipality="0173").roles) == {"bbr": 1}
    assert dict(chosen([first, second]).roles) == {}


def test_what_nobody_knows_is_unknown_and_what_has_no_use_is_not():
    layers = [Layer("fotos", "a", ("id",)), Layer("Vejmidte", "b", ("id_lokalId", "geometristatus"), geometry="line")]
    assert chosen(layers).unknown == (0,)
