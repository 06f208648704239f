"""Which SAVE row counts where a building has several, of one register or of two."""

import pytest
from builders import square
from register_tables import point, prepared, two_layers

from lyngby_heritage.core.preparation.account import account
from lyngby_heritage.core.preparation.explanation import link_codes, remarks, unmatched
from lyngby_heritage.core.preparation.outcome import MERGED, Shape
from lyngby_heritage.core.registers.registration import LOCAL_PLAN, MUNICIPAL_PLAN

A, B, C = (f"{letter * 8}-0000-4000-8000-000000000000" for letter in "abc")
HOUSE = [{"id": A, "wkt": point(0)}]
GEOFA_FIRST, FBB_FIRST, NEWER = 0, 1, 2
OLD, NEW = "2005-06-01", "2019-03-12"


def fbb(save, id=A, x=0, **more):
    return {"id": id, "fbb_id": 7, "save": save, "wkt": point(x), **more}


def geofa(save, id=A, x=0, **more):
    return {"id": id, "save": save, "preserved": False, "wkt": point(x), **more}


def own(save, id=A, x=0, **more):
    return {"id": id, "save": save, "wkt": point(x), **more}


PREFERENCES = [  # SAVE, SAVE_SECOND, PREFER, the value that counts
    (fbb(4), geofa(2), GEOFA_FIRST, 2),
    (geofa(2), fbb(4), GEOFA_FIRST, 2),
    (fbb(4), geofa(2), FBB_FIRST, 4),
    (geofa(2), fbb(4), FBB_FIRST, 4),
    (fbb(4), geofa(2), NEWER, 2),  # FBB has no date: as by default
    (fbb(4, save_date=NEW), geofa(2, save_date=OLD), NEWER, 4),
    (fbb(4, save_date=OLD), geofa(2, save_date=NEW), NEWER, 2),
    (fbb(4, save_date=NEW), geofa(2, save_date=OLD), GEOFA_FIRST, 2),
    (fbb(4, save_date=NEW), geofa(2), NEWER, 2),
    (fbb(4), own(2), GEOFA_FIRST, 2),
    (own(4), geofa(2), GEOFA_FIRST, 2),
    (own(4), fbb(2), FBB_FIRST, 2),
    (own(4), own(2), GEOFA_FIRST, 4),  # of one kind, SAVE comes first
    (fbb(4), geofa(0), GEOFA_FIRST, 4),  # not assessed is no value that could come first
    (fbb(None), geofa(2), FBB_FIRST, 2),
]


@pytest.mark.parametrize(("first", "second", "prefer", "used"), PREFERENCES)
def test_which_register_comes_first(first, second, prefer, used):
    assert prepared([first], HOUSE, second=[second], prefer=prefer).save.tolist() == [used]


REASONS = [
    (
        *(fbb(4), geofa(2), GEOFA_FIRST),
        "FBB har værdi 4, og GeoFA har 2. Brugt er 2: GeoFA går forud, da FBB ikke har dato.",
    ),
    (
        *(fbb(4), geofa(2), FBB_FIRST),
        "GeoFA har værdi 2, og FBB har 4. Brugt er 4: indstillingen PREFER lader FBB gå forud.",
    ),
    (
        *(fbb(4, save_date=NEW), geofa(2, save_date=OLD), NEWER),
        "GeoFA har værdi 2 (1. juni 2005), og FBB har 4 (12. marts 2019). Brugt er 4: den er den nyeste.",
    ),
    (
        *(own(4), own(2), GEOFA_FIRST),
        "kommunens egen tabel (SAVE_SECOND) har værdi 2, og kommunens egen tabel (SAVE) har 4. Brugt er 4: kommunens "
        "egen tabel (SAVE) går forud for kommunens egen tabel (SAVE_SECOND).",
    ),
]


@pytest.mark.parametrize(("first", "second", "prefer", "said"), REASONS)
def test_a_difference_stands_at_the_building_and_in_the_list(first, second, prefer, said):
    result, save = prepared([first], HOUSE, second=[second], prefer=prefer), two_layers([first], [second])
    assert remarks(result, save, 25, marks=False) == [f"Til afklaring: {said}"]
    rest = unmatched(result, save, None, None, None, 25)
    unused = "SAVE" if result.save_layer[next(iter(result.differences.values()))[0].unused] == 0 else "SAVE_SECOND"
    assert (rest.layer, rest.number, rest.outcome, rest.reason) == ([unused], [1], ["afvigende"], [said])


@pytest.mark.parametrize("prefer", [GEOFA_FIRST, FBB_FIRST, NEWER])
@pytest.mark.parametrize("other", [4, 0, None])
def test_the_same_value_or_none_is_no_difference(prefer, other):
    result = prepared([fbb(4)], HOUSE, second=[geofa(other)], prefer=prefer)
    assert result.save.tolist() == [4]
    assert result.differences == {}
    assert remarks(result, two_layers([fbb(4)], [geofa(other)]), 25, marks=False) == [None]


def test_a_row_that_merely_lies_near_does_not_come_before_one_that_names_the_building():
    near = geofa(2, id=None)
    result = prepared([fbb(4)], HOUSE, second=[near])
    assert result.save.tolist() == [4]
    assert "den anden er kun koblet efter afstand" in remarks(result, two_layers([fbb(4)], [near]), 25, marks=False)[0]


def test_a_row_of_one_layer_does_not_take_the_neighbour_because_the_other_layer_has_its_building():
    houses = [{"id": A, "wkt": point(0)}, {"id": B, "wkt": point(20)}]
    result = prepared([fbb(4)], houses, second=[geofa(4, id=None, x=1)])
    assert result.save.tolist() == [4, 0]


def test_a_row_that_names_a_building_of_its_own_takes_none_that_the_other_layer_names():
    result = prepared([fbb(4), fbb(5, id=C, x=40)], HOUSE, second=[geofa(7, id=C, x=20)])
    assert list(zip(result.ids, result.save.tolist())) == [(A, 4), (C, 7)]


@pytest.mark.parametrize(("status", "told"), [(4, True), (1, False), (2, False), (3, False)])
def test_a_value_that_geofa_has_cancelled_still_counts_in_fbb_and_must_be_looked_at(status, told):
    cancelled = geofa(4, registration_status=status)
    result = prepared([fbb(4)], HOUSE, second=[cancelled])
    assert result.save.tolist() == [4]
    assert bool(result.differences) == told
    said = remarks(result, two_layers([fbb(4)], [cancelled]), 25, marks=False)[0] or ""
    assert ("GeoFA har en registrering (værdi 4), der er aflyst, men FBB har 4." in said) == told


def test_what_the_other_register_knows_besides_is_kept():
    first = fbb(4, listed=True, bbr_number="173-1-1", address="Testvej 1")
    second = geofa(2, preserved_by=2, public_code=3)
    result = prepared([first], HOUSE, second=[second])
    assert (result.save.tolist(), result.fbb_ids, result.listed.tolist()) == ([2], [7], [1.0])
    assert (result.numbers, result.address) == (["173-1-1"], ["Testvej 1"])
    result = prepared([first], HOUSE, second=[{**second, "preserved": True}], prefer=FBB_FIRST)
    assert result.told.registration.standing.tolist() == [MUNICIPAL_PLAN]
    assert result.told.public.tolist() == [0.0]


@pytest.mark.parametrize(("value", "told"), [(4, (3, OLD)), (2, (0, ""))])
def test_sub_values_go_with_the_value_that_they_led_to(value, told):
    second = geofa(value, save_architecture=3, save_date=OLD)
    result = prepared([fbb(4)], HOUSE, second=[second], prefer=FBB_FIRST)
    assert (result.told.parameters["save_architecture"][0], result.told.days[0]) == told


def test_a_building_that_no_other_register_knows_comes_out_once():
    first, second = fbb(4, id=C, x=900), geofa(2, id=C.upper(), x=901, preserved=True, preserved_by=1)
    result = prepared([first], HOUSE, second=[second])
    assert (result.ids, result.save.tolist(), link_codes(result)) == ([A, C.upper().lower()], [0, 2], ["ingen"] * 2)
    assert result.fbb_ids == [None, 7]
    assert result.told.registration.standing.tolist() == [0, LOCAL_PLAN]
    entries = {entry.layer: entry for entry in account(result, {"SAVE_SECOND": "GeoFA", "SAVE": "FBB"})}
    counted = {name: {danish: n for _, danish, n in entry.outcomes if n} for name, entry in entries.items()}
    assert counted["FBB"] == {"flettet med samme bygning i det andet lag": 1}
    assert sum(counted["GeoFA"].values()) == entries["GeoFA"].rows == 1
    assert result.merged.tolist() == [True, False]
    assert MERGED not in result.links.link


def test_without_any_other_register_each_building_comes_out_once_too():
    result = prepared([fbb(4, id=A), fbb(5, id=B)], second=[geofa(2, id=A), geofa(6, id=C)])
    assert sorted(zip(result.ids, result.save.tolist())) == [(A, 2), (B, 5), (C, 6)]


def test_the_outline_of_the_other_layer_is_kept():
    result = prepared([fbb(4)], second=[{**geofa(0), "wkt": square(0, 0, 10)}])
    assert (result.save.tolist(), result.shape.tolist()) == ([4], [Shape.FOOTPRINT])
    assert result.geometries[0].area == 100


def test_a_second_layer_without_rows_changes_nothing():
    alone, beside = prepared([fbb(4)], HOUSE), prepared([fbb(4)], HOUSE, second=[])
    assert (alone.ids, alone.save.tolist(), alone.fbb_ids) == (beside.ids, beside.save.tolist(), beside.fbb_ids)
